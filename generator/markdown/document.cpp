#include "markdown/document.hpp"

#include <algorithm>

namespace gaceta::markdown {

diagnostics::Place place(std::string_view path, Position position) {
  return {std::string(path), position.line, position.column, position.length};
}

bool Marks::has(std::string_view word) const {
  return std::any_of(words.begin(), words.end(), [&](const Located& one) { return one.text == word; });
}

const Located* Marks::value(std::string_view key) const {
  for (const Pair& pair : pairs) {
    if (pair.key.text == key) return &pair.value;
  }
  return nullptr;
}

std::span<const Alignment> Document::alignments(Index table) const {
  const Node& found = nodes_[table];
  if (found.kind != Kind::table || found.extra == kNone) return {};
  return alignments_[found.extra];
}

std::span<const DirectiveOption> Document::options(Index directive) const {
  const Node& found = nodes_[directive];
  if (found.kind != Kind::directive || found.extra == kNone) return {};
  return options_[found.extra];
}

const Located* Document::option(Index directive, std::string_view key) const {
  for (const DirectiveOption& one : options(directive)) {
    if (one.key.text == key) return &one.value;
  }
  return nullptr;
}

const Marks* Document::marks(Index block) const {
  const std::uint32_t index = nodes_[block].marks;
  return index != kNone ? &marks_[index] : nullptr;
}

Index Document::definition(Index footnote_reference) const {
  const Node& found = nodes_[footnote_reference];
  return found.kind == Kind::footnote_reference ? found.extra : kNone;
}

/// Nodes lie in document order, so those below `index` follow it up to the first that has another ancestor.
std::string Document::plain_text(Index index) const {
  std::string out;
  Index end = index + 1;
  for (Index up = index; up != kNone; up = nodes_[up].parent) {
    if (nodes_[up].next_sibling == kNone) {
      if (nodes_[up].parent == kNone) end = static_cast<Index>(nodes_.size());
      continue;
    }
    end = nodes_[up].next_sibling;
    break;
  }
  for (Index i = index; i < end; ++i) {
    const Node& found = nodes_[i];
    const bool is_break = found.kind == Kind::soft_break || found.kind == Kind::line_break;
    const bool is_words = found.kind == Kind::text || found.kind == Kind::code || found.kind == Kind::role;
    if (is_break) out.push_back(' ');
    if (is_words) out += view(found.text);
  }
  return out;
}

}  // namespace gaceta::markdown
