#include "markdown/builder.hpp"

namespace gaceta::markdown {

Builder::Builder() {
  document_.nodes_.emplace_back();
  last_child_.push_back(kNone);
}

Index Builder::append(Index parent, Kind kind, Position position) {
  const auto index = static_cast<Index>(document_.nodes_.size());
  Node& added = document_.nodes_.emplace_back();
  added.kind = kind;
  added.parent = parent;
  added.position = position;
  const Index before = std::exchange(last_child_[parent], index);
  (before == kNone ? node(parent).first_child : node(before).next_sibling) = index;
  last_child_.push_back(kNone);
  return index;
}

Slice Builder::store(std::string_view text) {
  const Slice slice{static_cast<std::uint32_t>(document_.texts_.size()), static_cast<std::uint32_t>(text.size())};
  document_.texts_ += text;
  return slice;
}

std::optional<std::string_view> Builder::open_text(Index index) const {
  if (index == kNone || document_[index].kind != Kind::text) return std::nullopt;
  const Slice slice = document_[index].text;
  if (slice.offset + slice.size != document_.texts_.size()) return std::nullopt;
  return document_.view(slice);
}

void Builder::extend_text(Index index, std::string_view more) {
  document_.texts_ += more;
  node(index).text.size += static_cast<std::uint32_t>(more.size());
}

void Builder::shorten_text(Index index, std::size_t count) {
  document_.texts_.resize(document_.texts_.size() - count);
  node(index).text.size -= static_cast<std::uint32_t>(count);
}

std::uint32_t Builder::add_marks(Marks marks) {
  document_.marks_.push_back(std::move(marks));
  return static_cast<std::uint32_t>(document_.marks_.size() - 1);
}

void Builder::set_alignments(Index table, std::vector<Alignment> alignments) {
  node(table).extra = static_cast<std::uint32_t>(document_.alignments_.size());
  document_.alignments_.push_back(std::move(alignments));
}

void Builder::set_options(Index directive, std::vector<DirectiveOption> options) {
  if (options.empty()) return;
  node(directive).extra = static_cast<std::uint32_t>(document_.options_.size());
  document_.options_.push_back(std::move(options));
}

}  // namespace gaceta::markdown
