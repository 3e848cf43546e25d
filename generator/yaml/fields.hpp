// Typed reading of a map: every mistake is reported at its own place, all of them in one run. Ask for each key once,
// then call finish(), which reports the keys that nobody asked for.
//
//   Fields fields(node, path, diagnostics);
//   bulletin.number = fields.integer("number");
//   bulletin.kind = fields.choice<Kind>("kind", kKinds).value_or(Kind::bulletin);
//   fields.finish();
//
// Refers to the node, the path and the diagnostics: all must outlive it. One thread at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "yaml/node.hpp"

namespace gaceta::yaml {

/// A string with the place where it was written.
struct Text {
  std::string value;
  Position position;

  friend bool operator==(const Text&, const Text&) = default;
};

/// One name that a choice may have.
template <typename Enum>
struct Choice {
  std::string_view name;
  Enum value;
};

class Fields {
 public:
  /// `map` must be a map; anything else is reported here, and then every field is absent without further complaints.
  Fields(const Node& map, std::string_view path, diagnostics::Diagnostics& diagnostics);

  // A field that is missing or null is absent: nothing. A value of the wrong type is reported, and then absent too.
  // The required_ forms report a missing field at the map's place and an empty value at the key's.

  std::optional<std::string> string(std::string_view key);
  std::optional<std::string> required_string(std::string_view key);
  /// The same with its position.
  std::optional<Text> text(std::string_view key);
  std::optional<Text> required_text(std::string_view key);
  std::optional<std::int64_t> integer(std::string_view key);
  std::optional<bool> boolean(std::string_view key);  ///< 'true' or 'false', unquoted
  const Node* list(std::string_view key);
  const Node* required_list(std::string_view key);
  const Node* map(std::string_view key);
  const Node* required_map(std::string_view key);
  /// The items of a list of strings; empty when absent. Items that are no strings are reported one by one.
  std::vector<Text> strings(std::string_view key);
  /// Whatever stands there, unless it is missing or null.
  const Node* node(std::string_view key);
  const Node* required_node(std::string_view key);

  /// One of the names; anything else is reported with the candidates.
  template <typename Enum>
  std::optional<Enum> choice(std::string_view key, std::span<const Choice<Enum>> choices) {
    std::vector<std::string_view> names;
    names.reserve(choices.size());
    for (const Choice<Enum>& one : choices) names.push_back(one.name);
    const std::optional<std::size_t> index = choice_index(key, names);
    return index ? std::optional<Enum>(choices[*index].value) : std::nullopt;
  }
  template <typename Enum, std::size_t size>
  std::optional<Enum> choice(std::string_view key, const Choice<Enum> (&choices)[size]) {
    return choice<Enum>(key, std::span<const Choice<Enum>>(choices));
  }

  /// Counts `key` as asked for, so that finish() knows it (and suggests it), and does nothing else.
  void know(std::string_view key);
  /// Reports every key that was not asked for, with the nearest of those that were. All that were asked for are among
  /// the diagnostic's arguments, behind the key.
  void finish();

  [[nodiscard]] bool has(std::string_view key) const;  ///< written and not null; does not count as asked for
  /// The place of a key's value, or the map's when the key is missing; a null value has its key's place.
  [[nodiscard]] diagnostics::Place place(std::string_view key) const;
  [[nodiscard]] diagnostics::Place place() const;
  [[nodiscard]] diagnostics::Place place_of(const Node& node) const { return yaml::place(path_, node.position()); }
  [[nodiscard]] std::string_view path() const { return path_; }
  [[nodiscard]] diagnostics::Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  const Node* optional(std::string_view key);
  const Node* required(std::string_view key);
  std::optional<Text> as_text(const Node* node);
  const Node* as_kind(const Node* node, Kind kind);
  std::optional<std::size_t> choice_index(std::string_view key, std::span<const std::string_view> names);
  void report_wrong_type(const Node& node, std::string_view expected_word);

  const Node& map_;
  std::string_view path_;
  diagnostics::Diagnostics& diagnostics_;
  std::vector<std::string_view> known_;  ///< views of the callers' keys, alive until finish()
};

/// The text of `node` as an integer, a boolean, exactly as Fields reads them: for items of lists.
std::optional<std::int64_t> integer(const Node& node);
std::optional<bool> boolean(const Node& node);

/// Reports that `node` is not what `expected_word` (a WORD such as '@yaml-list') says.
void report_wrong_type(const Node& node, std::string_view expected_word, std::string_view path,
                       diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::yaml
