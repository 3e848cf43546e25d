#include "rendering/functions.hpp"

#include "rendering/value_html.hpp"
#include "rendering/views.hpp"
#include "text/nearest.hpp"

namespace gaceta::rendering {
namespace {

using templating::Arguments;
using templating::Call;
using templating::Complaint;
using templating::Context;
using templating::FieldType;
using templating::Function;
using templating::Need;
using templating::Value;
using Locales = model::PerLanguage<std::shared_ptr<const localization::LocaleData>>;

constexpr std::size_t kMostArguments = 8;  // named arguments of one message

const Host& host(Context& context) {
  return context.host<const Host>();
}

/// A key must exist in every language of the site.
std::optional<Complaint> check_key(const Locales& locales, const Call& call) {
  const std::string key(call.arguments[0].constant->as_text());
  for (const auto& locale : locales) {
    if (locale->messages.find(key) != nullptr) continue;
    return Complaint{"unknown-message",
                     {key, locale->language},
                     diagnostics::did_you_mean(text::nearest(key, locale->messages.keys())),
                     0};
  }
  return std::nullopt;
}

Function message_function(Locales locales) {
  Function function;
  function.name = "t";
  function.parameters = {{"key", FieldType::text(), Need::constant}};
  function.takes_further = true;
  function.check = [locales = std::move(locales)](const Call& call) { return check_key(locales, call); };
  function.append = [](Context& context, const Arguments& arguments, std::string& out) {
    const auto& locale = host(context).locale;
    const std::string_view key = arguments[0].as_text();
    if (arguments.names.empty()) {
      out += locale.message(key);
      return;
    }
    localization::MessageArgument named[kMostArguments];
    const std::size_t count = std::min(arguments.names.size(), kMostArguments);
    for (std::size_t i = 0; i < count; ++i) {
      const Value& value = arguments.further(i);
      named[i].name = arguments.names[i];
      if (value.has_bytes()) {
        named[i].value = value.as_text();
      } else {
        named[i].value = value.as_integer();
      }
    }
    out += locale.message(key, std::span(named, count));
  };
  return function;
}

std::optional<Complaint> check_intent(const Call& call) {
  const std::string name(call.arguments[1].constant->as_text());
  const auto intent = localization::find_intent(name);
  if (intent && localization::intent(*intent).kind == localization::ValueKind::date) return std::nullopt;
  return Complaint{
      "unknown-date-intent", {name}, diagnostics::did_you_mean(text::nearest(name, localization::intent_names())), 1};
}

Function format_function() {
  Function function;
  function.name = "format";
  function.parameters = {{"value", FieldType::value(date_value)}, {"intent", FieldType::text(), Need::constant}};
  function.check = check_intent;
  function.append = [](Context& context, const Arguments& arguments, std::string& out) {
    const model::DateRange* date = arguments[0].as(date_value);
    if (date == nullptr) return;
    host(context).locale.append(out, *localization::find_intent(arguments[1].as_text()), *date);
  };
  return function;
}

Function date_function(std::string name, void (*append)(const Host&, const model::DateRange&, std::string&)) {
  Function function;
  function.name = std::move(name);
  function.parameters = {{"value", FieldType::value(date_value)}};
  function.append = [append](Context& context, const Arguments& arguments, std::string& out) {
    if (const model::DateRange* date = arguments[0].as(date_value)) append(host(context), *date, out);
  };
  return function;
}

}  // namespace

templating::Registry functions(const catalog::Catalog& catalog) {
  templating::Registry registry;
  registry.add(message_function(catalog.site().locales));
  registry.add(format_function());
  registry.add(date_function("date_text", [](const Host& page, const model::DateRange& date, std::string& out) {
    out += date_text(page.locale, date);
  }));
  registry.add(date_function(
      "iso", [](const Host&, const model::DateRange& date, std::string& out) { out += model::to_string(date); }));
  Function element = date_function(
      "time", [](const Host& page, const model::DateRange& date, std::string& out) { append_date(out, page, date); });
  element.result = templating::Kind::html;
  registry.add(std::move(element));
  return registry;
}

}  // namespace gaceta::rendering
