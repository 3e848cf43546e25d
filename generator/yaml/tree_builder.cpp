#include "yaml/tree_builder.hpp"

#include <algorithm>

namespace gaceta::yaml {
namespace {

constexpr std::size_t kDeepest = 64;           // lists and maps within each other
constexpr std::size_t kMostNodes = 1'000'000;  // in one file
constexpr std::size_t kMostAliased = 100'000;  // weight that aliases may add: a value, or 32 bytes of text
constexpr std::size_t kKeysComparedOneByOne = 32;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

struct Size {
  std::size_t weight;
  std::size_t depth;
};

/// Recursion is as deep as the value, which is bounded.
Size measure(const Node& node) {
  Size size{1 + node.scalar().size() / 32, 0};
  auto add = [&size](const Node& child) {
    const Size inner = measure(child);
    size = {size.weight + inner.weight, std::max(size.depth, inner.depth + 1)};
  };
  for (const Node& item : node.items()) add(item);
  for (const Entry& entry : node.entries()) {
    add(entry.key);
    add(entry.value);
  }
  return size;
}

/// The offset behind the quoted scalar that begins at `offset`, if it ends.
std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t offset) {
  const char quote = text[offset];
  for (std::size_t i = offset + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 >= text.size() || text[i + 1] != quote) return i + 1;
      ++i;  // '' stands for one '
    }
  }
  return std::nullopt;
}

bool is_written_null(std::string_view rest) {
  for (std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (!rest.starts_with(word)) continue;
    const std::size_t next = rest.find_first_not_of(" \t", word.size());
    if (next == std::string_view::npos) return true;
    // Other words behind it make it a text, and may make that a key: what is missing before a key '~ a' is not written.
    constexpr std::string_view kEnds = "\r\n,]}";
    if (kEnds.find(rest[next]) != std::string_view::npos || (rest[next] == '#' && next > word.size())) return true;
  }
  return false;
}

}  // namespace

Source::Source(std::string_view source_text, std::string_view source_path, std::uint32_t first_line)
    : text(source_text), path(source_path), first_line_(first_line) {
  starts_.push_back(0);
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    starts_.push_back(at + 1);
  }
}

std::size_t Source::offset(const YAML::Mark& mark) const {
  return mark.pos < 0 ? text.size() : std::min(static_cast<std::size_t>(mark.pos), text.size());
}

Position Source::position(std::size_t offset, std::size_t length) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(after - starts_.begin() - 1);
  const auto column = static_cast<std::uint32_t>(offset - starts_[line] + 1);
  return {first_line_ + line, column, static_cast<std::uint32_t>(length)};
}

std::size_t Source::start_of_line(std::size_t offset) const {
  return *(std::upper_bound(starts_.begin(), starts_.end(), offset) - 1);
}

std::size_t Source::end_of_line(std::size_t offset) const {
  std::size_t end = std::min(text.find('\n', offset), text.size());
  while (end > offset && is_space(text[end - 1])) --end;
  return end;
}

std::string_view Source::line(std::size_t offset) const {
  const std::size_t start = start_of_line(offset);
  return text.substr(start, end_of_line(start) - start);
}

std::optional<Position> TreeBuilder::open_flow() const {
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    if (open->is_flow) return open->position;
  }
  return std::nullopt;
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (!root_) return;
  const std::size_t offset = source_.offset(mark);
  if (source_.text.substr(offset).starts_with("---")) refuse("yaml-second-document", source_.position(offset, 3));
  const std::size_t end = std::max(source_.end_of_line(offset), std::min(offset + 1, source_.text.size()));
  refuse("yaml-text-after-value", source_.position(offset, end - offset));
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::size_t offset = skip_properties(source_.offset(mark));
  add(Node::null(null_position(offset)), anchor);
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::size_t offset = source_.offset(mark);
  std::size_t end = offset + 1;
  while (end < source_.text.size() && !is_space(source_.text[end]) &&
         std::string_view(",[]{}").find(source_.text[end]) == std::string_view::npos) {
    ++end;
  }
  const Position position = source_.position(offset, end - offset);
  last_end_ = end;
  const auto found = anchored_.find(anchor);
  if (found == anchored_.end()) {
    refuse("yaml-alias-in-itself", position, {std::string(source_.text.substr(offset, end - offset))});
  }
  if (open_.size() + found->second.depth > kDeepest) {
    refuse("yaml-too-deep", position, {std::to_string(kDeepest)});
  }
  alias_weight_ += found->second.weight;
  if (alias_weight_ > kMostAliased) refuse("yaml-too-large", position);
  add(found->second.node, YAML::NullAnchor);
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  const std::size_t offset = source_.offset(mark);
  refuse_tag(tag, offset);
  add(written_scalar(skip_properties(offset), value), anchor);
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value style) {
  open(Kind::list, mark, tag, anchor, style);
}

void TreeBuilder::OnSequenceEnd() {
  close();
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style) {
  open(Kind::map, mark, tag, anchor, style);
}

void TreeBuilder::OnMapEnd() {
  close();
}

void TreeBuilder::open(Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) {
  const std::size_t start = source_.offset(mark);
  refuse_tag(tag, start);
  const std::size_t offset = skip_properties(start);
  const Position position = source_.position(offset, offset < source_.text.size() ? 1 : 0);
  if (open_.size() >= kDeepest) refuse("yaml-too-deep", position, {std::to_string(kDeepest)});
  const char bracket = kind == Kind::list ? '[' : '{';
  const bool is_flow =
      style == YAML::EmitterStyle::Flow && offset < source_.text.size() && source_.text[offset] == bracket;
  open_.push_back({kind, is_flow, anchor, offset, position, {}, {}, {}, {}});
}

/// Ends the innermost list or map. A flow collection is as long as its brackets reach on the first line.
void TreeBuilder::close() {
  Open done = std::move(open_.back());
  open_.pop_back();
  if (done.is_flow) {
    const char bracket = done.kind == Kind::list ? ']' : '}';
    const std::size_t found = source_.text.find(bracket, std::max(last_end_, done.offset + 1));
    last_end_ = found == std::string_view::npos ? source_.text.size() : found + 1;
    const std::size_t end = std::min(last_end_, source_.end_of_line(done.offset));
    done.position.length = static_cast<std::uint32_t>(end - done.offset);
  } else if (done.kind == Kind::map && !done.entries.empty()) {
    done.position = done.entries.front().key.position();
  }
  Node node = done.kind == Kind::list ? Node::list(std::move(done.items), done.position)
                                      : Node::map(std::move(done.entries), done.position);
  add(std::move(node), done.anchor);
}

void TreeBuilder::add(Node node, YAML::anchor_t anchor) {
  if (++node_count_ > kMostNodes) refuse("yaml-too-large", node.position());
  if (anchor != YAML::NullAnchor) {
    const Size size = measure(node);
    // A value may be kept once per anchor, so anchors within anchors count like aliases.
    alias_weight_ += size.weight;
    if (alias_weight_ > kMostAliased) refuse("yaml-too-large", node.position());
    anchored_.insert_or_assign(anchor, Anchored{node, size.weight, size.depth});
  }
  if (open_.empty()) {
    root_ = std::move(node);
  } else if (Open& parent = open_.back(); parent.kind == Kind::list) {
    parent.items.push_back(std::move(node));
  } else if (!parent.key) {
    add_key(parent, std::move(node));
  } else {
    add_entry(parent, std::move(node));
  }
}

void TreeBuilder::add_key(Open& map, Node key) {
  if (!key.is_scalar()) refuse("yaml-key-not-text", key.position(), {std::string(kind_word(key))});
  if (!map.is_flow) require_colon(key);
  map.key = std::move(key);
}

/// yaml-cpp takes a line without a colon for a key without a value, which YAML does not know.
void TreeBuilder::require_colon(const Node& key) {
  const std::string_view text = source_.text;
  std::size_t offset = last_end_;
  while (offset < text.size() && is_space(text[offset])) ++offset;
  if (offset < text.size() && text[offset] == ':') return;
  diagnostics::Help help;
  if (key.scalar().find(':') != std::string_view::npos) help = {"yaml-space-after-colon", {}};
  diagnostics_.push_back(
      diagnostics::make("yaml-expected-key", place(source_.path, key.position()), {}, std::move(help)));
  throw Refused{};
}

void TreeBuilder::add_entry(Open& map, Node value) {
  const Position place = map.key->position();
  if (const std::uint32_t line = line_of_same_key(map, map.key->scalar()); line != 0) {
    diagnostics_.push_back(diagnostics::make("duplicate-key", yaml::place(source_.path, place),
                                             {std::string(map.key->scalar()), std::to_string(line)}));
  } else {
    map.entries.push_back({*std::move(map.key), std::move(value)});
  }
  map.key.reset();
}

/// The line on which `map` already has `key`, or 0. Small maps are searched, large ones are indexed.
std::uint32_t TreeBuilder::line_of_same_key(Open& map, std::string_view key) {
  if (map.entries.size() < kKeysComparedOneByOne) {
    for (const Entry& entry : map.entries) {
      if (entry.key.scalar() == key) return entry.key.position().line;
    }
    return 0;
  }
  if (map.lines.empty()) {
    for (const Entry& entry : map.entries) map.lines.emplace(entry.key.scalar(), entry.key.position().line);
  }
  const auto [found, is_new] = map.lines.emplace(key, map.key->position().line);
  return is_new ? 0 : found->second;
}

void TreeBuilder::refuse_tag(const std::string& tag, std::size_t offset) {
  if (tag.empty() || tag == "?" || tag == "!") return;
  const std::string_view text = source_.text;
  std::size_t start = text[offset] == '!' ? offset : std::min(text.find('!', offset), offset);
  std::size_t end = start;
  while (end < text.size() && !is_space(text[end])) ++end;
  refuse("yaml-tag", source_.position(start, end - start), {std::string(text.substr(start, end - start))});
}

void TreeBuilder::refuse(std::string_view rule, Position position, std::vector<std::string> arguments) {
  diagnostics_.push_back(diagnostics::make(rule, place(source_.path, position), std::move(arguments)));
  throw Refused{};
}

/// `offset` behind anchors and tags: a value never begins with '&' or '!', its properties do.
std::size_t TreeBuilder::skip_properties(std::size_t offset) const {
  const std::string_view text = source_.text;
  while (offset < text.size() && (text[offset] == '&' || text[offset] == '!')) {
    while (offset < text.size() && !is_space(text[offset])) ++offset;
    while (offset < text.size() && (is_space(text[offset]) || text[offset] == '#')) {
      offset = text[offset] == '#' ? std::min(text.find('\n', offset), text.size()) : offset + 1;
    }
  }
  return offset;
}

/// A null that is written stands where it is written; one that is missing, at its key or its dash.
Position TreeBuilder::null_position(std::size_t offset) const {
  const std::string_view text = source_.text;
  if (is_written_null(text.substr(offset))) return source_.position(offset, text[offset] == '~' ? 1 : 4);
  if (!open_.empty() && open_.back().kind == Kind::map && open_.back().key) return open_.back().key->position();
  if (!open_.empty() && open_.back().kind == Kind::list) {
    std::size_t before = offset;
    while (before > 0 && is_space(text[before - 1])) --before;
    if (before > 0 && text[before - 1] == '-') return source_.position(before - 1, 1);
  }
  return source_.position(offset, 0);
}

/// The scalar that is written at `offset`, with its style and the length that it takes on its first line.
Node TreeBuilder::written_scalar(std::size_t offset, const std::string& value) {
  const std::string_view text = source_.text;
  const char first = offset < text.size() ? text[offset] : '\0';
  last_start_ = offset;
  if (first == '"' || first == '\'') {
    const std::optional<std::size_t> closed = end_of_quoted(text, offset);
    const std::size_t end = std::min(closed.value_or(text.size()), source_.end_of_line(offset));
    // yaml-cpp takes the end of the text for the end of the quotation.
    if (!closed) refuse("yaml-unclosed-quote", source_.position(offset, end - offset));
    last_end_ = *closed;
    const Style style = first == '"' ? Style::double_quoted : Style::single_quoted;
    return Node::scalar(value, style, source_.position(offset, end - offset));
  }
  if (first == '|' || first == '>') {
    std::size_t start = std::min(text.find('\n', offset), text.size());
    while (start < text.size() && is_space(text[start])) ++start;
    if (value.find_first_not_of(" \n") == std::string::npos) start = offset;
    last_end_ = source_.end_of_line(start);
    return Node::scalar(value, Style::block, source_.position(start, last_end_ - start));
  }
  const bool is_on_one_line = text.substr(offset, value.size()) == value;
  last_end_ = is_on_one_line ? offset + value.size() : source_.end_of_line(offset);
  while (last_end_ > offset && is_blank(text[last_end_ - 1])) --last_end_;
  return Node::scalar(value, Style::plain, source_.position(offset, last_end_ - offset));
}

}  // namespace gaceta::yaml
