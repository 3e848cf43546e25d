#include "diagnostics/record.hpp"

#include <nlohmann/json.hpp>

#include "diagnostics/catalogue.hpp"

namespace gaceta::diagnostics {
namespace {

using Json = nlohmann::json;

Json as_json(const Diagnostic& one) {
  return {{"id", one.id},
          {"severity", static_cast<int>(one.severity)},
          {"path", one.place.path},
          {"line", one.place.line},
          {"column", one.place.column},
          {"length", one.place.length},
          {"arguments", one.arguments},
          {"help", one.help.id},
          {"help_arguments", one.help.arguments}};
}

/// Throws Json::exception for anything but what as_json() wrote; nothing for a rule that is no longer there.
std::optional<Diagnostic> diagnostic_of(const Json& json) {
  const Rule* rule = find_rule(json.at("id").get<std::string>());
  const std::string help_name = json.at("help").get<std::string>();
  const auto help = help_id(help_name);
  if (rule == nullptr || (!help && !help_name.empty())) return std::nullopt;
  Diagnostic one;
  one.id = rule->id;
  one.severity = static_cast<Severity>(json.at("severity").get<int>());
  one.place = {json.at("path").get<std::string>(), json.at("line").get<std::uint32_t>(),
               json.at("column").get<std::uint32_t>(), json.at("length").get<std::uint32_t>()};
  json.at("arguments").get_to(one.arguments);
  one.help.id = help.value_or("");
  json.at("help_arguments").get_to(one.help.arguments);
  return one;
}

}  // namespace

std::string as_record(const Diagnostics& diagnostics) {
  Json list = Json::array();
  for (const Diagnostic& one : diagnostics) list.push_back(as_json(one));
  return list.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<Diagnostics> from_record(std::string_view record) {
  try {
    Diagnostics diagnostics;
    for (const Json& json : Json::parse(record)) {
      std::optional<Diagnostic> one = diagnostic_of(json);
      if (!one) return std::nullopt;
      diagnostics.push_back(*std::move(one));
    }
    return diagnostics;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

}  // namespace gaceta::diagnostics
