#include "localization/case_input.hpp"

#include <algorithm>
#include <charconv>

#include "localization/invisible.hpp"
#include "localization/locale.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"
#include "yaml/fields.hpp"

namespace gaceta::localization {
namespace {

constexpr yaml::Choice<Scale> kScales[] = {{"thousand", Scale::thousand},
                                           {"million", Scale::million},
                                           {"billion", Scale::billion},
                                           {"trillion", Scale::trillion}};
constexpr yaml::Choice<Gender> kGenders[] = {{"m", Gender::masculine}, {"f", Gender::feminine}};
constexpr yaml::Choice<Preposition> kPrepositions[] = {
    {"in", Preposition::in}, {"of", Preposition::of}, {"to", Preposition::to}, {"from", Preposition::from}};
constexpr yaml::Choice<bool> kNumberStyles[] = {{"digits", true}, {"text", false}};

std::string with_hyphens(std::string text) {
  std::replace(text.begin(), text.end(), '_', '-');
  return text;
}

class InputReader {
 public:
  InputReader(const yaml::Node& input, std::string_view language, const Units& units, std::string_view path,
              diagnostics::Diagnostics& diagnostics)
      : input_(input),
        language_(language),
        units_(units),
        path_(path),
        diagnostics_(diagnostics),
        before_(diagnostics.size()),
        fields_(input, path, diagnostics) {}

  std::optional<Phrase> read(IntentId intent) {
    Phrase phrase;
    phrase.intent = intent;
    phrase.options = options();
    switch (localization::intent(intent).kind) {
      case ValueKind::number:
        phrase.value = number(intent);
        break;
      case ValueKind::date:
        phrase.value = dates();
        break;
      case ValueKind::time:
        phrase.value = times();
        break;
      case ValueKind::ordinal:
        phrase.value = ordinal();
        break;
      case ValueKind::country:
        phrase.value = country();
        break;
      case ValueKind::list:
        phrase.value = list();
        break;
      case ValueKind::words:
        phrase.value = words();
        break;
    }
    fields_.finish();
    if (diagnostics_.size() != before_) return std::nullopt;
    return phrase;
  }

 private:
  void report(std::string_view rule, const yaml::Position& position, std::string argument,
              diagnostics::Help help = {}) {
    diagnostics_.push_back(
        diagnostics::make(rule, yaml::place(path_, position), {std::move(argument)}, std::move(help)));
  }

  /// A text, or a map from languages to texts.
  TextMap text_map(std::string_view key) {
    TextMap texts;
    const yaml::Node* node = fields_.node(key);
    if (node == nullptr) return texts;
    if (node->is_scalar()) return {unspelled(node->scalar())};
    for (const yaml::Entry& entry : node->entries()) {
      texts.set(std::string(entry.key.scalar()), unspelled(entry.value.scalar()));
    }
    return texts;
  }

  TextMap first_of(std::initializer_list<std::string_view> keys) {
    TextMap found;
    for (const std::string_view key : keys) {
      TextMap texts = text_map(key);
      if (found.empty()) found = std::move(texts);
    }
    return found;
  }

  Options options() {
    Options options;
    if (const auto digits = fields_.integer("fraction_digits")) options.fraction_digits = static_cast<int>(*digits);
    if (const auto digits = fields_.integer("max_fraction_digits")) {
      options.max_fraction_digits = static_cast<int>(*digits);
    }
    options.scale = fields_.choice("force_scale", kScales).value_or(Scale::automatic);
    options.in_digits = fields_.choice("style", kNumberStyles).value_or(false);
    options.capital = fields_.boolean("capital").value_or(false);
    options.place = text_map("place");
    return options;
  }

  std::optional<model::Decimal> decimal(std::string_view key) {
    const std::optional<yaml::Text> text = fields_.text(key);
    if (!text) return std::nullopt;
    std::optional<model::Decimal> value = model::parse_decimal(text->value);
    if (!value) report("bad-number", text->position, text->value, {"plain-number", {}});
    return value;
  }

  Unit unit(IntentId intent) {
    const std::string_view name = localization::intent(intent).name;
    Unit unit;
    if (name.starts_with("percent/")) unit.kind = UnitKind::percent;
    if (intent == IntentId::percent_points) unit.kind = UnitKind::points;
    for (const std::string_view key : {"unit", "noun", "message"}) {
      const std::optional<yaml::Text> word = fields_.text(key);
      if (!word) continue;
      std::optional<Unit> found = units_.find(word->value);
      if (!found) found = units_.find(with_hyphens(word->value));
      if (found && found->kind == UnitKind::year && key != "unit") found = Unit{UnitKind::noun, "years"};
      if (found) {
        unit = *std::move(found);
        continue;
      }
      const std::vector<std::string> known = units_.words();
      report("unknown-unit", word->position, word->value,
             diagnostics::did_you_mean(text::nearest(word->value, std::span<const std::string>(known))));
    }
    return unit;
  }

  Number number(IntentId intent) {
    Number number;
    number.value = decimal("value").value_or(model::Decimal());
    for (const char* key : {"from", "n"}) {
      if (const auto value = decimal(key)) number.value = *value;
    }
    number.to = decimal("to");
    number.unit = unit(intent);
    number.whole = text_map("of");
    if (const auto word = fields_.text("qualifier")) {
      const std::optional<Qualifier> qualifier = parse_qualifier(with_hyphens(word->value));
      if (!qualifier) report("unknown-qualifier", word->position, word->value);
      number.qualifier = qualifier.value_or(Qualifier::exact);
    }
    return number;
  }

  model::DateRange dates() {
    std::string text;
    yaml::Position position = input_.position();
    for (const std::string_view key : {"date", "start", "end"}) {
      const std::optional<yaml::Text> part = fields_.text(key);
      if (!part) continue;
      if (text.empty()) position = part->position;
      text.append(text.empty() ? "" : "/").append(part->value);
    }
    const std::optional<model::DateRange> range = model::parse_edtf(text);
    if (!range) report("bad-date", position, text, {"iso-date", {}});
    return range.value_or(model::DateRange{});
  }

  std::optional<model::Time> time(std::string_view key) {
    const std::optional<yaml::Text> text = fields_.text(key);
    if (!text) return std::nullopt;
    const std::optional<model::Time> time = model::parse_time(text->value);
    if (!time) report("bad-time", text->position, text->value, {"iso-time", {}});
    return time;
  }

  TimeRange times() {
    const std::optional<model::Time> only = time("time");
    const std::optional<model::Time> start = time("start");
    return {only.value_or(start.value_or(model::Time{})), time("end")};
  }

  Ordinal ordinal() {
    Ordinal ordinal;
    ordinal.number = fields_.integer("n").value_or(1);
    ordinal.gender = fields_.choice("gender", kGenders).value_or(Gender::masculine);
    ordinal.before_noun = fields_.boolean("before_noun").value_or(false);
    ordinal.noun = text_map("noun");
    return ordinal;
  }

  Country country() {
    Country country;
    const std::optional<yaml::Text> code = fields_.required_text("code");
    country.preposition = fields_.choice("prep", kPrepositions).value_or(Preposition::none);
    if (!code) return country;
    country.code = code->value;
    if (!is_country(country.code)) report("unknown-country", code->position, country.code);
    return country;
  }

  TextList list() {
    TextList list;
    fields_.know("type");
    for (const yaml::Entry& entry : input_.entries()) {
      if (entry.key.scalar().starts_with("items")) fields_.know(entry.key.scalar());
    }
    std::vector<yaml::Text> items = fields_.strings("items_" + std::string(language_));
    if (items.empty()) items = fields_.strings("items");
    for (const yaml::Text& item : items) list.items.emplace_back(unspelled(item.value));
    return list;
  }

  /// "compan + U+0303 + i": letters and code points.
  std::string code_points(std::string_view text) {
    std::string out;
    while (!text.empty()) {
      const std::size_t plus = std::min(text.find(" + "), text.size());
      const std::string_view part = text.substr(0, plus);
      std::uint32_t code = 0;
      const bool is_code = part.starts_with("U+") &&
                           std::from_chars(part.data() + 2, part.data() + part.size(), code, 16).ec == std::errc();
      if (is_code) {
        text::append_code_point(out, static_cast<char32_t>(code));
      } else {
        out += part;
      }
      text.remove_prefix(std::min(plus + 3, text.size()));
    }
    return out;
  }

  std::optional<std::int64_t> whole_number(const TextMap& text) {
    const std::optional<model::Decimal> value = model::parse_decimal(text.in(language_));
    return value ? value->to_integer() : std::nullopt;
  }

  Words words() {
    Words words;
    words.text = first_of({"text", "quoted", "outer", "before", "article", "chapter", "annex", "paragraph", "symbol",
                           "id", "status", "series", "name"});
    words.second = first_of({"inner", "aside", "attribution"});
    words.third = text_map("after");
    const TextMap number = first_of({"n", "number"});
    words.number = whole_number(number);
    if (words.second.empty()) words.second = number;
    if (const auto codes = fields_.string("codepoints")) words.text = code_points(*codes);
    if (input_.find("es") == nullptr && input_.find("en") == nullptr) return words;
    for (const yaml::Entry& entry : input_.entries()) {  // {es: Resolución, en: Resolution, number: 73(XV)}
      if (entry.key.scalar().size() != 2) continue;
      fields_.know(entry.key.scalar());
      words.text.set(std::string(entry.key.scalar()), unspelled(entry.value.scalar()));
    }
    return words;
  }

  const yaml::Node& input_;
  std::string_view language_;
  const Units& units_;
  std::string_view path_;
  diagnostics::Diagnostics& diagnostics_;
  std::size_t before_;
  yaml::Fields fields_;
};

}  // namespace

std::optional<Phrase> read_case_input(const yaml::Node& input, IntentId intent, std::string_view language,
                                      const Units& units, std::string_view path,
                                      diagnostics::Diagnostics& diagnostics) {
  return InputReader(input, language, units, path, diagnostics).read(intent);
}

}  // namespace gaceta::localization
