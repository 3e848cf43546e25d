#include "yaml/fields.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "text/nearest.hpp"

namespace gaceta::yaml {
namespace {

using diagnostics::did_you_mean;
using diagnostics::Help;
using diagnostics::make;

constexpr std::size_t kMostCandidatesListed = 12;

std::string joined(std::span<const std::string_view> names) {
  std::string out;
  for (std::string_view name : names) {
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

Help candidates(std::string_view typed, std::span<const std::string_view> names) {
  if (auto suggestion = text::nearest(typed, names)) return did_you_mean(std::move(suggestion));
  if (names.empty() || names.size() > kMostCandidatesListed) return {};
  return {"one-of", {joined(names)}};
}

/// What was found, in words: a scalar that was needed as something else is shown as typed.
std::string found_word(const Node& node) {
  return node.is_scalar() && node.is_quoted() ? "@yaml-quoted-text" : std::string(kind_word(node));
}

}  // namespace

std::optional<std::int64_t> integer(const Node& node) {
  if (!node.is_scalar() || node.is_quoted()) return std::nullopt;
  const std::string_view text = node.scalar();
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<bool> boolean(const Node& node) {
  if (!node.is_scalar() || node.is_quoted()) return std::nullopt;
  if (node.scalar() == "true") return true;
  if (node.scalar() == "false") return false;
  return std::nullopt;
}

void report_wrong_type(const Node& node, std::string_view expected_word, std::string_view path,
                       diagnostics::Diagnostics& diagnostics) {
  Help help;
  if (expected_word == "@yaml-boolean" && node.is_scalar()) help = {"one-of", {"true, false"}};
  diagnostics.push_back(make("wrong-type", yaml::place(path, node.position()),
                             {std::string(expected_word), found_word(node)}, std::move(help)));
}

Fields::Fields(const Node& map, std::string_view path, diagnostics::Diagnostics& diagnostics)
    : map_(map), path_(path), diagnostics_(diagnostics) {
  if (!map.is_map()) report_wrong_type(map, "@yaml-map");
}

void Fields::report_wrong_type(const Node& node, std::string_view expected_word) {
  yaml::report_wrong_type(node, expected_word, path_, diagnostics_);
}

void Fields::know(std::string_view key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.push_back(key);
}

const Node* Fields::optional(std::string_view key) {
  know(key);
  const Node* found = map_.find(key);
  return found != nullptr && !found->is_null() ? found : nullptr;
}

const Node* Fields::required(std::string_view key) {
  know(key);
  const Node* found = map_.find(key);
  if (found == nullptr) {
    if (map_.is_map()) diagnostics_.push_back(make("missing-key", place(), {std::string(key)}));
    return nullptr;
  }
  if (!found->is_null()) return found;
  diagnostics_.push_back(make("empty-value", place(key), {std::string(key)}));
  return nullptr;
}

std::optional<Text> Fields::as_text(const Node* node) {
  if (node == nullptr) return std::nullopt;
  if (node->is_scalar()) return Text{std::string(node->scalar()), node->position()};
  report_wrong_type(*node, "@yaml-text");
  return std::nullopt;
}

const Node* Fields::as_kind(const Node* node, Kind kind) {
  if (node == nullptr || node->kind() == kind) return node;
  report_wrong_type(*node, kind == Kind::list ? "@yaml-list" : "@yaml-map");
  return nullptr;
}

std::optional<Text> Fields::text(std::string_view key) {
  return as_text(optional(key));
}

std::optional<Text> Fields::required_text(std::string_view key) {
  std::optional<Text> text = as_text(required(key));
  if (!text || !text->value.empty()) return text;
  diagnostics_.push_back(make("empty-value", yaml::place(path_, text->position), {std::string(key)}));
  return std::nullopt;
}

std::optional<std::string> Fields::string(std::string_view key) {
  std::optional<Text> found = text(key);
  return found ? std::optional(std::move(found->value)) : std::nullopt;
}

std::optional<std::string> Fields::required_string(std::string_view key) {
  std::optional<Text> found = required_text(key);
  return found ? std::optional(std::move(found->value)) : std::nullopt;
}

std::optional<std::int64_t> Fields::integer(std::string_view key) {
  const Node* found = optional(key);
  if (found == nullptr) return std::nullopt;
  const std::optional<std::int64_t> value = yaml::integer(*found);
  if (!value) report_wrong_type(*found, "@yaml-integer");
  return value;
}

std::optional<bool> Fields::boolean(std::string_view key) {
  const Node* found = optional(key);
  if (found == nullptr) return std::nullopt;
  const std::optional<bool> value = yaml::boolean(*found);
  if (!value) report_wrong_type(*found, "@yaml-boolean");
  return value;
}

const Node* Fields::list(std::string_view key) {
  return as_kind(optional(key), Kind::list);
}
const Node* Fields::required_list(std::string_view key) {
  return as_kind(required(key), Kind::list);
}
const Node* Fields::map(std::string_view key) {
  return as_kind(optional(key), Kind::map);
}
const Node* Fields::required_map(std::string_view key) {
  return as_kind(required(key), Kind::map);
}
const Node* Fields::node(std::string_view key) {
  return optional(key);
}
const Node* Fields::required_node(std::string_view key) {
  return required(key);
}

std::vector<Text> Fields::strings(std::string_view key) {
  std::vector<Text> out;
  const Node* found = list(key);
  if (found == nullptr) return out;
  out.reserve(found->items().size());
  for (const Node& item : found->items()) {
    if (std::optional<Text> text = as_text(&item)) out.push_back(*std::move(text));
  }
  return out;
}

std::optional<std::size_t> Fields::choice_index(std::string_view key, std::span<const std::string_view> names) {
  const std::optional<Text> found = text(key);
  if (!found) return std::nullopt;
  const auto name = std::find(names.begin(), names.end(), found->value);
  if (name != names.end()) return static_cast<std::size_t>(name - names.begin());
  diagnostics_.push_back(make("unknown-value", yaml::place(path_, found->position), {found->value, std::string(key)},
                              candidates(found->value, names)));
  return std::nullopt;
}

void Fields::finish() {
  for (const Entry& entry : map_.entries()) {
    const std::string_view key = entry.key.scalar();
    if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
    std::vector<std::string> words{std::string(key)};
    words.insert(words.end(), known_.begin(), known_.end());
    diagnostics_.push_back(make("unknown-key", place_of(entry.key), std::move(words), candidates(key, known_)));
  }
}

bool Fields::has(std::string_view key) const {
  const Node* found = map_.find(key);
  return found != nullptr && !found->is_null();
}

diagnostics::Place Fields::place(std::string_view key) const {
  const Node* found = map_.find(key);
  return found != nullptr ? place_of(*found) : place();
}

diagnostics::Place Fields::place() const {
  return place_of(map_);
}

}  // namespace gaceta::yaml
