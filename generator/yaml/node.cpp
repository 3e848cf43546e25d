#include "yaml/node.hpp"

#include <algorithm>

namespace gaceta::yaml {

diagnostics::Place place(std::string_view path, Position position) {
  return {std::string(path), position.line, position.column, position.length};
}

Node Node::null(Position position) {
  Node node;
  node.position_ = position;
  return node;
}

Node Node::scalar(std::string text, Style style, Position position) {
  Node node;
  node.value_ = std::move(text);
  node.style_ = style;
  node.position_ = position;
  return node;
}

Node Node::list(std::vector<Node> items, Position position) {
  Node node;
  node.value_ = std::move(items);
  node.position_ = position;
  return node;
}

Node Node::map(std::vector<Entry> entries, Position position) {
  Node node;
  node.value_ = std::move(entries);
  node.position_ = position;
  return node;
}

Position Node::text_position() const {
  const bool has_quote = style_ == Style::single_quoted || style_ == Style::double_quoted;
  if (!has_quote || position_.length == 0) return position_;
  const auto length = static_cast<std::uint32_t>(scalar().size());
  return {position_.line, position_.column + 1, std::min(length, position_.length - 1)};
}

std::string_view Node::scalar() const {
  const std::string* text = std::get_if<std::string>(&value_);
  return text != nullptr ? std::string_view(*text) : std::string_view();
}

std::span<const Node> Node::items() const {
  const auto* items = std::get_if<std::vector<Node>>(&value_);
  return items != nullptr ? std::span<const Node>(*items) : std::span<const Node>();
}

std::span<const Entry> Node::entries() const {
  const auto* entries = std::get_if<std::vector<Entry>>(&value_);
  return entries != nullptr ? std::span<const Entry>(*entries) : std::span<const Entry>();
}

const Node* Node::find(std::string_view key) const {
  for (const Entry& entry : entries()) {
    if (entry.key.scalar() == key) return &entry.value;
  }
  return nullptr;
}

std::string_view kind_word(const Node& node) {
  switch (node.kind()) {
    case Kind::null:
      return "@yaml-nothing";
    case Kind::list:
      return "@yaml-list";
    case Kind::map:
      return "@yaml-map";
    case Kind::scalar:
      break;
  }
  return "@yaml-text";
}

}  // namespace gaceta::yaml
