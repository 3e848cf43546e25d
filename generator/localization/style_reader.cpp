#include "localization/style_reader.hpp"

#include <charconv>

#include "localization/invisible.hpp"

namespace gaceta::localization {
namespace {

std::string listed(std::initializer_list<Slot> slots) {
  std::string out;
  for (const Slot slot : slots) out.append(out.empty() ? "{" : ", {").append(slot_name(slot)).append("}");
  return out;
}

}  // namespace

std::optional<std::string> StyleReader::as_text(const yaml::Node& node) {
  if (node.is_scalar()) return unspelled(node.scalar());
  if (node.is_null()) return std::string();
  yaml::report_wrong_type(node, "@yaml-text", source_.path, source_.diagnostics);
  return std::nullopt;
}

std::optional<Pattern> StyleReader::as_pattern(const yaml::Node& node, std::initializer_list<Slot> slots) {
  if (!node.is_scalar()) {
    yaml::report_wrong_type(node, "@yaml-text", source_.path, source_.diagnostics);
    return std::nullopt;
  }
  std::string wrong;
  std::optional<Pattern> pattern = Pattern::parse(node.scalar(), slots, wrong);
  if (!pattern) {
    source_.diagnostics.push_back(
        diagnostics::make("unknown-slot", fields_.place_of(node), {"{" + wrong + "}"}, {"one-of", {listed(slots)}}));
  }
  return pattern;
}

std::optional<int> StyleReader::as_number(const yaml::Node& key, int least, int most) {
  const std::string_view text = key.scalar();
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size() && value >= least && value <= most) return value;
  source_.diagnostics.push_back(diagnostics::make("number-out-of-range", fields_.place_of(key),
                                                  {std::string(text), std::to_string(least), std::to_string(most)}));
  return std::nullopt;
}

void StyleReader::text(std::string_view key, std::string& target) {
  if (auto text = fields_.string(key)) target = unspelled(*text);
}

void StyleReader::texts(std::string_view key, std::vector<std::string>& target) {
  if (!fields_.has(key)) return fields_.know(key);
  target.clear();
  for (const yaml::Text& text : fields_.strings(key)) target.push_back(unspelled(text.value));
}

void StyleReader::integer(std::string_view key, int& target, int least, int most) {
  const yaml::Node* node = fields_.node(key);
  if (node == nullptr) return;
  if (!yaml::integer(*node)) {
    yaml::report_wrong_type(*node, "@yaml-integer", source_.path, source_.diagnostics);
  } else if (const std::optional<int> value = as_number(*node, least, most)) {
    target = *value;
  }
}

void StyleReader::flag(std::string_view key, bool& target) {
  target = fields_.boolean(key).value_or(target);
}

void StyleReader::pattern(std::string_view key, Pattern& target, std::initializer_list<Slot> slots) {
  const yaml::Node* node = fields_.node(key);
  if (node == nullptr) return;
  if (auto pattern = as_pattern(*node, slots)) target = *std::move(pattern);
}

void StyleReader::pattern(std::string_view key, std::optional<Pattern>& target, std::initializer_list<Slot> slots) {
  const yaml::Node* node = fields_.node(key);
  if (node == nullptr) return;
  if (auto pattern = as_pattern(*node, slots)) target = std::move(pattern);
}

void StyleReader::text_map(std::string_view key, std::map<std::string, std::string>& target) {
  const yaml::Node* map = fields_.map(key);
  if (map == nullptr) return;
  for (const yaml::Entry& entry : map->entries()) {
    if (auto text = as_text(entry.value)) target[unspelled(entry.key.scalar())] = *std::move(text);
  }
}

void StyleReader::numbered_texts(std::string_view key, std::map<int, std::string>& target, int least, int most) {
  const yaml::Node* map = fields_.map(key);
  if (map == nullptr) return;
  for (const yaml::Entry& entry : map->entries()) {
    const std::optional<int> number = as_number(entry.key, least, most);
    std::optional<std::string> text = as_text(entry.value);
    if (number && text) target[*number] = *std::move(text);
  }
}

void StyleReader::numbered_patterns(std::string_view key, std::map<int, Pattern>& target, int least, int most,
                                    std::initializer_list<Slot> slots) {
  const yaml::Node* map = fields_.map(key);
  if (map == nullptr) return;
  for (const yaml::Entry& entry : map->entries()) {
    const std::optional<int> number = as_number(entry.key, least, most);
    std::optional<Pattern> pattern = as_pattern(entry.value, slots);
    if (number && pattern) target[*number] = *std::move(pattern);
  }
}

}  // namespace gaceta::localization
