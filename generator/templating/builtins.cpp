#include "templating/builtins.hpp"

#include <algorithm>

#include "templating/escape.hpp"
#include "text/html.hpp"
#include "text/utf8.hpp"

namespace gaceta::templating {
namespace {

using Values = std::span<const Value>;

bool is_plain(const FieldType& type) {
  return type.is(Kind::text) || type.is(Kind::url) || type.is(Kind::nothing);
}

FieldType only_if(bool accepted, const FieldType& result) {
  return accepted ? result : FieldType();
}

/// What `append` writes of `input`, kept until the page is finished.
template <typename Append>
Value built(Kind kind, const Value& input, Context& context, Append append) {
  if (input.is_nothing()) return Value();
  std::string& out = context.scratch().builder();
  append(out, input.as_text());
  return Value::bytes(kind, context.scratch().keep(out));
}

FieldType element_of(const FieldType& input) {
  return only_if(input.is(Kind::list), input.element());
}

Value first(Values values, Context& context) {
  return values[0].list_size() == 0 ? Value() : values[0].element(0, context);
}

Value last(Values values, Context& context) {
  const std::size_t size = values[0].list_size();
  return size == 0 ? Value() : values[0].element(size - 1, context);
}

FieldType length_of(const FieldType& input) {
  return only_if(input.is(Kind::list) || is_plain(input), FieldType::integer());
}

Value length(Values values, Context&) {
  const Value& input = values[0];
  const std::size_t size = input.kind() == Kind::list ? input.list_size() : text::count_code_points(input.as_text());
  return Value::integer(static_cast<std::int64_t>(size));
}

/// Joining markup gives markup, and a separator that is text is escaped.
FieldType joined_type(const FieldType& input) {
  if (!input.is(Kind::list)) return {};
  const FieldType element = input.element();
  if (element.is(Kind::html)) return FieldType::html();
  return only_if(is_plain(element) || element.is(Kind::integer), FieldType::text());
}

Value join(Values values, Context& context) {
  if (values[0].list_size() == 0) return Value();
  // Getting an element may use the builder: elements first, then the text.
  const std::span<Value> elements = context.scratch().array<Value>(values[0].list_size());
  bool is_markup = false;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    elements[i] = values[0].element(i, context);
    is_markup = is_markup || elements[i].kind() == Kind::html;
  }
  const Escaping escaping = is_markup ? Escaping::html : Escaping::verbatim;
  std::string& out = context.scratch().builder();
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (i > 0) append_value(out, values[1], escaping, context);
    append_value(out, elements[i], escaping, context);
  }
  return Value::bytes(is_markup ? Kind::html : Kind::text, context.scratch().keep(out));
}

FieldType same(const FieldType& input) {
  return input;
}

Value or_default(Values values, Context&) {
  const Value& input = values[0];
  return input.is_nothing() || (input.has_bytes() && input.as_text().empty()) ? values[1] : input;
}

FieldType html_from_any(const FieldType& input) {
  return only_if(input.is_printable(), FieldType::html());
}

Value escape(Values values, Context& context) {
  if (values[0].kind() == Kind::html) return values[0];
  std::string& out = context.scratch().builder();
  append_value(out, values[0], Escaping::html, context);
  return Value::html(context.scratch().keep(out));
}

FieldType html_from_text(const FieldType& input) {
  return only_if(is_plain(input) || input.is(Kind::html), FieldType::html());
}

Value safe(Values values, Context&) {
  return values[0].is_nothing() ? Value() : Value::html(values[0].as_text());
}

FieldType text_from_text(const FieldType& input) {
  return only_if(is_plain(input), FieldType::text());
}

Value url(Values values, Context& context) {
  return built(Kind::text, values[0], context, append_percent_encoded);
}

Value trim(Values values, Context&) {
  return values[0].is_nothing() ? Value() : Value::text(text::trimmed(values[0].as_text()));
}

FieldType text_from_markup(const FieldType& input) {
  return only_if(is_plain(input) || input.is(Kind::html), FieldType::text());
}

Value without_tags(Values values, Context& context) {
  return built(Kind::text, values[0], context, append_without_tags);
}

FieldType json_type(const FieldType& input) {
  const FieldType& inner = input.is(Kind::list) ? input.element() : input;
  const bool known = is_plain(inner) || inner.is(Kind::integer) || inner.is(Kind::boolean) || inner.is(Kind::json);
  return only_if(known, FieldType::of_kind(Kind::json));
}

Value json(Values values, Context& context) {
  std::string text;  // not the builder: elements of a list may use it
  append_json(text, values[0], context);
  return Value::bytes(Kind::json, context.scratch().keep(text));
}

std::vector<Builtin> make_builtins() {
  const Parameter input{"value", FieldType(), Need::required};
  const Parameter separator{"separator", FieldType::text(), Need::optional};
  const Parameter fallback{"fallback", FieldType(), Need::required};
  std::vector<Builtin> table{
      {"default", {input, fallback}, same, "@template-anything", or_default},
      {"escape", {input}, html_from_any, "@template-a-text-or-number", escape},
      {"first", {input}, element_of, "@template-a-list", first},
      {"join", {input, separator}, joined_type, "@template-a-list-of-texts", join},
      {"json", {input}, json_type, "@template-a-text-number-or-list", json},
      {"last", {input}, element_of, "@template-a-list", last},
      {"length", {input}, length_of, "@template-a-list-or-text", length},
      {"safe", {input}, html_from_text, "@template-a-text", safe},
      {"striptags", {input}, text_from_markup, "@template-a-markup", without_tags},
      {"trim", {input}, text_from_text, "@template-a-text", trim},
      {"url", {input}, text_from_text, "@template-a-text", url},
      {"urlencode", {input}, text_from_text, "@template-a-text", url},
  };
  return table;
}

}  // namespace

std::span<const Builtin> builtins() {
  static const std::vector<Builtin> table = make_builtins();
  return table;
}

const Builtin* find_builtin(std::string_view name) {
  const auto table = builtins();
  const auto found = std::find_if(table.begin(), table.end(), [&](const Builtin& entry) { return entry.name == name; });
  return found != table.end() ? &*found : nullptr;
}

}  // namespace gaceta::templating
