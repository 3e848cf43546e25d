// A YAML value with the place where somebody wrote it. Not yaml-cpp's node tree: plain values that own their text, are
// cheap to move and may be read by any thread. Numbers, dates and booleans stay text as written, so decimals stay
// exact.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "diagnostics/diagnostic.hpp"

namespace gaceta::yaml {

/// Where a value stands in its file. `line` and `column` count from 1, `column` and `length` in bytes.
/// `length` is what the value takes on its first line: a scalar with its quotes, a list or map up to its first item's
/// end.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 0;

  friend auto operator<=>(const Position&, const Position&) = default;
};

/// The same as a place for a diagnostic.
diagnostics::Place place(std::string_view path, Position position);

enum class Kind : std::uint8_t { null, scalar, list, map };

/// How a scalar was written. A block scalar ('|', '>') has the position of the first line of its text.
enum class Style : std::uint8_t { plain, single_quoted, double_quoted, block };

struct Entry;

class Node {
 public:
  Node() = default;  ///< null, nowhere
  static Node null(Position position);
  static Node scalar(std::string text, Style style, Position position);
  static Node list(std::vector<Node> items, Position position);
  static Node map(std::vector<Entry> entries, Position position);

  [[nodiscard]] Kind kind() const { return static_cast<Kind>(value_.index()); }
  [[nodiscard]] bool is_null() const { return kind() == Kind::null; }
  [[nodiscard]] bool is_scalar() const { return kind() == Kind::scalar; }
  [[nodiscard]] bool is_list() const { return kind() == Kind::list; }
  [[nodiscard]] bool is_map() const { return kind() == Kind::map; }

  [[nodiscard]] Position position() const { return position_; }
  [[nodiscard]] Style style() const { return style_; }
  /// Written in quotes or as a block: text, whatever it looks like.
  [[nodiscard]] bool is_quoted() const { return style_ != Style::plain; }
  /// Where a scalar's text begins: behind the opening quote. For inline Markdown in data files.
  [[nodiscard]] Position text_position() const;

  /// The text of a scalar; empty for anything else. Valid as long as this node is neither changed nor moved.
  [[nodiscard]] std::string_view scalar() const;
  /// The items of a list, the entries of a map in the order of the file; empty for anything else.
  [[nodiscard]] std::span<const Node> items() const;
  [[nodiscard]] std::span<const Entry> entries() const;
  /// The value of `key` in a map, or null. Does not search deeper.
  [[nodiscard]] const Node* find(std::string_view key) const;

 private:
  std::variant<std::monostate, std::string, std::vector<Node>, std::vector<Entry>> value_;
  Position position_;
  Style style_ = Style::plain;
};

/// One line of a map. The key is always a scalar.
struct Entry {
  Node key;
  Node value;
};

/// The catalogue's WORD for what `node` is ('@yaml-list', '@yaml-text', …), for messages such as "found a list".
std::string_view kind_word(const Node& node);

}  // namespace gaceta::yaml
