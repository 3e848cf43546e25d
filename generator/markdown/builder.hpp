// Puts a Document together, node by node, in document order. Not part of the room's door.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "markdown/document.hpp"

namespace gaceta::markdown {

class Builder {
 public:
  Builder();

  /// A new last child of `parent`.
  Index append(Index parent, Kind kind, Position position);
  [[nodiscard]] Node& node(Index index) { return document_.nodes_[index]; }
  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] Index last_child(Index parent) const { return last_child_[parent]; }

  Slice store(std::string_view text);
  /// The text of `index` if it is a text whose bytes were stored last, so that it can still grow and shrink.
  [[nodiscard]] std::optional<std::string_view> open_text(Index index) const;
  void extend_text(Index index, std::string_view more);
  /// Takes `count` bytes off the end of an open text.
  void shorten_text(Index index, std::size_t count);

  std::uint32_t add_marks(Marks marks);
  void set_alignments(Index table, std::vector<Alignment> alignments);
  void set_options(Index directive, std::vector<DirectiveOption> options);

  Document take() { return std::move(document_); }

 private:
  Document document_;
  std::vector<Index> last_child_;
};

}  // namespace gaceta::markdown
