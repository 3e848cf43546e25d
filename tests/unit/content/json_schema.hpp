// As much of JSON Schema (draft 2020-12) as docs/schemas uses, and YAML as programs that check with it see it. A
// keyword that is not known here fails the test: nothing is passed over.
#pragma once

#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "yaml/node.hpp"

namespace gaceta::content::testing {

using Json = nlohmann::ordered_json;

/// A plain scalar is what YAML 1.2 (core schema) says: 2010 a number, 2021-07-14 a string.
inline Json to_json(const yaml::Node& node) {
  if (node.is_null()) return nullptr;
  if (node.is_list()) {
    Json list = Json::array();
    for (const yaml::Node& item : node.items()) list.push_back(to_json(item));
    return list;
  }
  if (node.is_map()) {
    Json map = Json::object();
    for (const yaml::Entry& entry : node.entries()) map[std::string(entry.key.scalar())] = to_json(entry.value);
    return map;
  }
  static const std::regex kInteger("[-+]?[0-9]{1,18}"), kFloat("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  const std::string text(node.scalar());
  if (node.is_quoted()) return text;
  if (text == "true" || text == "false") return text == "true";
  if (std::regex_match(text, kInteger)) return std::stoll(text);
  if (std::regex_match(text, kFloat)) return std::stod(text);
  return text;
}

class Schema {
 public:
  explicit Schema(Json root) : root_(std::move(root)) {}

  const Json& root() const { return root_; }

  /// What is wrong with `value` according to the part `schema` of this document, each with its path.
  std::vector<std::string> faults(const Json& schema, const Json& value, const std::string& path = "") const {
    std::vector<std::string> found;
    if (schema.is_boolean()) {
      if (!schema.get<bool>()) found.push_back(path + ": is not allowed");
      return found;
    }
    for (const auto& [keyword, argument] : schema.items()) check(keyword, argument, schema, value, path, found);
    return found;
  }
  std::vector<std::string> faults(const Json& value) const { return faults(root_, value); }
  bool allows(const Json& schema, const Json& value) const { return faults(schema, value).empty(); }

 private:
  using Found = std::vector<std::string>;

  void check(const std::string& keyword, const Json& argument, const Json& schema, const Json& value,
             const std::string& path, Found& found) const {
    static const std::set<std::string> kSilent = {
        "$schema", "title", "description",       "default",    "$defs",
        "then",    "else",  "patternProperties", "properties", "additionalProperties"};
    const auto wrong = [&](const std::string& what) { found.push_back(path + ": " + what); };
    const auto add = [&](const Found& more) { found.insert(found.end(), more.begin(), more.end()); };
    if (keyword == "type") {
      if (!has_type(argument, value)) wrong("is not " + argument.dump() + ": " + value.dump());
    } else if (keyword == "$ref") {
      add(faults(root_.at(Json::json_pointer(argument.get<std::string>().substr(1))), value, path));
    } else if (keyword == "enum") {
      if (std::find(argument.begin(), argument.end(), value) == argument.end()) wrong("is none of " + argument.dump());
    } else if (keyword == "pattern") {
      if (value.is_string() && !std::regex_search(value.get<std::string>(), std::regex(argument.get<std::string>()))) {
        wrong("does not fit " + argument.dump() + ": " + value.dump());
      }
    } else if (keyword == "minLength") {
      if (value.is_string() && value.get<std::string>().size() < argument.get<std::size_t>()) wrong("is too short");
    } else if (keyword == "minimum") {
      if (value.is_number() && value.get<double>() < argument.get<double>()) wrong("is too small");
    } else if (keyword == "maximum") {
      if (value.is_number() && value.get<double>() > argument.get<double>()) wrong("is too large");
    } else if (keyword == "minProperties") {
      if (value.is_object() && value.size() < argument.get<std::size_t>()) wrong("has too few keys");
    } else if (keyword == "required") {
      for (const Json& key : argument) {
        if (value.is_object() && !value.contains(key.get<std::string>())) wrong("lacks " + key.dump());
      }
    } else if (keyword == "propertyNames") {
      for (const auto& [key, unused] : object(value).items()) add(faults(argument, key, path + "/" + key));
    } else if (keyword == "items") {
      for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
        add(faults(argument, value[i], path + "/" + std::to_string(i)));
      }
    } else if (keyword == "anyOf") {
      const bool any =
          std::any_of(argument.begin(), argument.end(), [&](const Json& one) { return allows(one, value); });
      if (!any) wrong("fits none of the shapes: " + value.dump());
    } else if (keyword == "if") {
      const char* way = allows(argument, value) ? "then" : "else";
      if (schema.contains(way)) add(faults(schema[way], value, path));
    } else {
      CAPTURE(keyword);
      REQUIRE(kSilent.contains(keyword));
    }
    if (keyword == "type") check_members(schema, value, path, found);
  }

  /// Every map in docs/schemas says its type; its members are checked with it.
  void check_members(const Json& schema, const Json& value, const std::string& path, Found& found) const {
    for (const auto& [key, member] : object(value).items()) {
      for (const Json* one : schemas_of(key, schema)) {
        const Found wrong = faults(*one, member, path + "/" + key);
        found.insert(found.end(), wrong.begin(), wrong.end());
      }
    }
  }

  static std::vector<const Json*> schemas_of(const std::string& key, const Json& schema) {
    std::vector<const Json*> all;
    if (schema.contains("properties") && schema["properties"].contains(key)) all.push_back(&schema["properties"][key]);
    if (schema.contains("patternProperties")) {
      for (const auto& [pattern, one] : schema["patternProperties"].items()) {
        if (std::regex_search(key, std::regex(pattern))) all.push_back(&one);
      }
    }
    if (all.empty() && schema.contains("additionalProperties")) all.push_back(&schema["additionalProperties"]);
    return all;
  }

  static const Json& object(const Json& value) {
    static const Json kNone = Json::object();
    return value.is_object() ? value : kNone;
  }

  static bool has_type(const Json& types, const Json& value) {
    if (types.is_array()) {
      return std::any_of(types.begin(), types.end(), [&](const Json& one) { return has_type(one, value); });
    }
    const std::string type = types.get<std::string>();
    if (type == "null") return value.is_null();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    if (type == "string") return value.is_string();
    if (type == "array") return value.is_array();
    REQUIRE(type == "object");
    return value.is_object();
  }

  Json root_;
};

}  // namespace gaceta::content::testing
