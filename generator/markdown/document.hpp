// A Markdown text as Gaceta's own tree: flat, compact, free of cmark's types. Nodes refer to each other by index and to
// their texts by offset into one buffer, so a Document is two allocations and a few rare side tables. Built by
// parse.hpp; afterwards const and safe for any thread. Views returned here live as long as the Document and are not
// moved with it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"

namespace gaceta::markdown {

/// Where something stands in its file: from 1, `column` and `length` in bytes; `length` ends with the first line.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 0;

  friend auto operator<=>(const Position&, const Position&) = default;
};

diagnostics::Place place(std::string_view path, Position position);

enum class Kind : std::uint8_t {
  // blocks
  document,
  paragraph,
  heading,
  list,
  item,
  quote,
  code_block,
  table,
  table_row,
  table_cell,
  directive,
  footnote_definition,
  thematic_break,
  // inlines
  text,
  soft_break,
  line_break,
  code,
  emphasis,
  strong,
  strikethrough,
  link,
  reference,
  image,
  footnote_reference,
  role,
};

constexpr bool is_block(Kind kind) {
  return kind <= Kind::thematic_break;
}

enum class Alignment : std::uint8_t { none, left, center, right };

using Index = std::uint32_t;
constexpr Index kNone = 0xFFFFFFFF;

/// The most ancestors that a node can have; what is deeper is reported and left out.
constexpr std::size_t kDeepest = 100;

/// A piece of a Document's text buffer.
struct Slice {
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
};

/// What a node of each kind carries; read it through the Document, which turns slices into text.
///
/// | kind                | text          | name         | detail   | value_position          |
/// | text, code          | what it says  |              |          |                         |
/// | code_block          | the code      | info string  |          | first line of the code  |
/// | directive           | body          | name         | argument | first line of the body  |
/// | footnote_definition |               | label        |          |                         |
/// | footnote_reference  |               | label        |          | the label               |
/// | link, image         |               | URL          | title    | URL, if it was found    |
/// | reference           |               | target       | title    | target, without 'ref:'  |
/// | role                | in the ticks  | name         | argument | what is in the ticks    |
struct Node {
  Kind kind = Kind::document;
  std::uint8_t level = 0;    ///< heading: 1 to 6
  bool is_ordered = false;   ///< list
  bool is_tight = false;     ///< list: no blank lines between items
  bool is_header = false;    ///< table_row
  bool is_autolink = false;  ///< link, reference: written bare or as <…>; a reference then has no words of its own
  char delimiter = 0;        ///< list: '-', '*', '+', '.', ')'
  Alignment alignment = Alignment::none;  ///< table_cell
  Index parent = kNone;
  Index first_child = kNone;
  Index next_sibling = kNone;
  std::uint32_t start = 0;      ///< ordered list: its first number
  std::uint32_t end_line = 0;   ///< block: the last line of the file that belongs to it
  std::uint32_t extra = kNone;  ///< into the Document's side tables
  std::uint32_t marks = kNone;
  Position position;
  Position value_position;
  Slice text;
  Slice name;
  Slice detail;
};

/// One word of a mark, or one side of key="value", with its place.
struct Located {
  std::string text;
  Position position;
};

/// What a line of braces before a block says of it: {#anchor word key="value"}.
struct Marks {
  struct Pair {
    Located key;
    Located value;
  };
  Position position;  ///< of the whole group
  Located anchor;     ///< empty when there is none
  std::vector<Located> words;
  std::vector<Pair> pairs;

  [[nodiscard]] bool has(std::string_view word) const;
  [[nodiscard]] const Located* value(std::string_view key) const;
};

/// An option line `:key: value` of a directive.
struct DirectiveOption {
  Located key;
  Located value;
};

class Document {
 public:
  /// The children of a node, in order: for (Index child : document.children(parent)).
  class Children;

  static constexpr Index root() { return 0; }
  [[nodiscard]] const Node& node(Index index) const { return nodes_[index]; }
  [[nodiscard]] const Node& operator[](Index index) const { return nodes_[index]; }
  [[nodiscard]] std::span<const Node> nodes() const { return nodes_; }  ///< in document order, parents first
  [[nodiscard]] Children children(Index parent) const;

  [[nodiscard]] std::string_view view(Slice slice) const { return {texts_.data() + slice.offset, slice.size}; }
  [[nodiscard]] std::string_view text(Index index) const { return view(nodes_[index].text); }
  [[nodiscard]] std::string_view name(Index index) const { return view(nodes_[index].name); }
  [[nodiscard]] std::string_view detail(Index index) const { return view(nodes_[index].detail); }

  // The same by what they are.
  [[nodiscard]] std::string_view url(Index link_or_image) const { return name(link_or_image); }
  [[nodiscard]] std::string_view title(Index link_or_image) const { return detail(link_or_image); }
  [[nodiscard]] std::string_view target(Index reference) const { return name(reference); }
  [[nodiscard]] std::string_view label(Index footnote) const { return name(footnote); }
  [[nodiscard]] std::string_view info(Index code_block) const { return name(code_block); }
  [[nodiscard]] std::string_view argument(Index role_or_directive) const { return detail(role_or_directive); }

  [[nodiscard]] std::span<const Alignment> alignments(Index table) const;
  [[nodiscard]] std::span<const DirectiveOption> options(Index directive) const;
  [[nodiscard]] const Located* option(Index directive, std::string_view key) const;  ///< its value, or null
  [[nodiscard]] const Marks* marks(Index block) const;                               ///< or null

  /// The definition that a footnote_reference means, or kNone: then that was reported as an error.
  [[nodiscard]] Index definition(Index footnote_reference) const;

  /// The words of everything below `index` without markup: breaks are spaces, roles and code as typed, notes left out.
  [[nodiscard]] std::string plain_text(Index index) const;

 private:
  friend class Builder;
  friend class Packer;
  std::vector<Node> nodes_;
  std::string texts_;
  std::vector<Marks> marks_;
  std::vector<std::vector<Alignment>> alignments_;
  std::vector<std::vector<DirectiveOption>> options_;
};

class Document::Children {
 public:
  class iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Index;
    using difference_type = std::ptrdiff_t;
    using pointer = const Index*;
    using reference = Index;

    iterator() = default;
    iterator(const Document* document, Index index) : document_(document), index_(index) {}
    Index operator*() const { return index_; }
    iterator& operator++() {
      index_ = document_->node(index_).next_sibling;
      return *this;
    }
    iterator operator++(int) {
      iterator before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(const iterator& a, const iterator& b) { return a.index_ == b.index_; }

   private:
    const Document* document_ = nullptr;
    Index index_ = kNone;
  };

  Children(const Document& document, Index first) : document_(&document), first_(first) {}
  [[nodiscard]] iterator begin() const { return {document_, first_}; }
  [[nodiscard]] iterator end() const { return {document_, kNone}; }
  [[nodiscard]] bool empty() const { return first_ == kNone; }

 private:
  const Document* document_;
  Index first_;
};

inline Document::Children Document::children(Index parent) const {
  return {*this, nodes_[parent].first_child};
}

}  // namespace gaceta::markdown
