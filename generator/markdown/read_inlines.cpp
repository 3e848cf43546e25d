#include <algorithm>
#include <utility>

#include "markdown/characters.hpp"
#include "markdown/engine.hpp"
#include "markdown/reader.hpp"
#include "markdown/safety.hpp"
#include "markdown/tree.hpp"
#include "text/nearest.hpp"

namespace gaceta::markdown {
namespace {

constexpr std::string_view kReferenceScheme = "ref:";

/// Whether the byte at `offset` is taken by a backslash before it.
bool is_escaped(std::string_view text, std::size_t offset) {
  std::size_t slashes = 0;
  while (slashes < offset && text[offset - slashes - 1] == '\\') ++slashes;
  return slashes % 2 == 1;
}

/// A role's name and argument as they stand before a code span: {name} or {name=argument}.
struct RoleHead {
  std::size_t begin;  ///< of the opening brace
  std::string_view name;
  std::string_view argument;
};

/// The role head that ends at `end` in `content`.
std::optional<RoleHead> role_head(std::string_view content, std::size_t end) {
  if (end == 0 || end > content.size() || content[end - 1] != '}' || is_escaped(content, end - 1)) return std::nullopt;
  const std::size_t begin = content.rfind('{', end - 1);
  if (begin == std::string_view::npos || is_escaped(content, begin)) return std::nullopt;
  const std::string_view group = content.substr(begin + 1, end - begin - 2);
  if (group.empty() || group.find_first_of(" \t\n{}`\\") != std::string_view::npos) return std::nullopt;
  const std::size_t equals = std::min(group.find('='), group.size());
  if (equals == 0) return std::nullopt;
  return RoleHead{begin, group.substr(0, equals), group.substr(std::min(equals + 1, group.size()))};
}

}  // namespace

void Reader::enter_inline(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      return read_text(view(cmark_node_get_literal(node)));
    case CMARK_NODE_SOFTBREAK:
      return read_break(Kind::soft_break);
    case CMARK_NODE_LINEBREAK:
      return read_break(Kind::line_break);
    case CMARK_NODE_CODE:
      return read_code(view(cmark_node_get_literal(node)));
    case CMARK_NODE_HTML_INLINE:
      return drop_inline_html(view(cmark_node_get_literal(node)));
    case CMARK_NODE_EMPH:
      return enter_emphasis_or_own(node);
    case CMARK_NODE_STRONG:
      return enter_emphasis(node, Kind::strong, 2);
    case CMARK_NODE_LINK:
      return enter_link(node, Kind::link);
    case CMARK_NODE_IMAGE:
      return enter_link(node, Kind::image);
    default:
      break;
  }
  open_transparent(node, cursor_.offset());
}

/// Emphasis, or what Gaceta's extensions make of it.
void Reader::enter_emphasis_or_own(cmark_node* node) {
  if (is_strikethrough(node)) return enter_emphasis(node, Kind::strikethrough, 2);
  if (!is_footnote_label(node)) return enter_emphasis(node, Kind::emphasis, 1);
  read_footnote_label();
  skip(node);
}

void Reader::read_text(std::string_view literal) {
  if (literal.empty()) return;
  // The words of a bare link are its bytes, with entities as they are.
  const bool is_bare = cmark_node_get_type(open_.back().source) == CMARK_NODE_LINK && open_.back().delimiter != '[';
  Span span = is_bare ? cursor_.raw(literal) : cursor_.text(literal);
  if (span.begin < hidden_until_) return;
  if (std::exchange(is_bracket_due_, false) && literal.starts_with(']')) {
    literal.remove_prefix(1);
    ++span.begin;
  }
  append_text(literal, span);
}

/// Adds to the text before it, if there is one.
void Reader::append_text(std::string_view literal, Span span) {
  if (literal.empty()) return;
  const Index before = work_.builder.last_child(parent());
  if (work_.builder.open_text(before)) {
    work_.builder.extend_text(before, literal);
    work_.builder.node(before).position = content_.position(text_begin_, span.end);
    return;
  }
  const Position position = content_.position(span.begin, span.end);
  if (is_too_deep(position)) return;
  text_begin_ = span.begin;
  const Index index = work_.builder.append(parent(), Kind::text, position);
  work_.builder.node(index).text = work_.builder.store(literal);
}

void Reader::read_break(Kind kind) {
  const Span span = cursor_.line_break();
  const Position position = content_.position(span.begin, span.begin);
  if (span.begin < hidden_until_ || is_too_deep(position)) return;
  work_.builder.append(parent(), kind, position);
}

void Reader::read_code(std::string_view literal) {
  const Cursor::Code code = cursor_.code();
  if (code.whole.begin < hidden_until_ || read_role(literal, code)) return;
  const Position position = content_.position(code.whole.begin, code.whole.end);
  if (is_too_deep(position)) return;
  const Index index = work_.builder.append(parent(), Kind::code, position);
  work_.builder.node(index).text = work_.builder.store(literal);
  work_.builder.node(index).value_position = content_.position(code.inner.begin, code.inner.end);
}

/// A new last child of the open node, or the text before it if that has become empty.
Index Reader::reuse_or_append(Index emptied, Kind kind, Position position) {
  if (work_.builder.node(emptied).text.size != 0) return work_.builder.append(parent(), kind, position);
  work_.builder.node(emptied).kind = kind;
  work_.builder.node(emptied).position = position;
  return emptied;
}

/// The code span is a role if the text before it ends with a name in braces.
bool Reader::read_role(std::string_view literal, const Cursor::Code& code) {
  const Index before = work_.builder.last_child(parent());
  const std::optional<std::string_view> words = work_.builder.open_text(before);
  const std::optional<RoleHead> head = role_head(content_.text(), code.whole.begin);
  if (!words || !head) return false;
  const std::size_t length = code.whole.begin - head->begin;
  if (!words->ends_with(content_.text().substr(head->begin, length))) return false;
  work_.builder.shorten_text(before, length);
  work_.builder.node(before).position = content_.position(text_begin_, head->begin);
  const Index index = reuse_or_append(before, Kind::role, content_.position(head->begin, code.whole.end));
  const Slice text = work_.builder.store(literal);
  const Slice name = work_.builder.store(head->name);
  const Slice detail = work_.builder.store(head->argument);
  Node& role = work_.builder.node(index);
  role.text = text;
  role.name = name;
  role.detail = detail;
  role.value_position = content_.position(code.inner.begin, code.inner.end);
  const auto& known = work_.options.role_names;
  if (std::find(known.begin(), known.end(), head->name) == known.end()) {
    work_.report("unknown-role", content_.position(head->begin + 1, head->begin + 1 + head->name.size()),
                 {std::string(head->name)}, diagnostics::did_you_mean(text::nearest(head->name, known)));
  }
  return true;
}

/// `^label` between brackets that cmark left as text: the one before it goes, the one behind it is not taken over.
void Reader::read_footnote_label() {
  const std::size_t begin = cursor_.offset();
  Span label = cursor_.until(']');
  if (begin < hidden_until_) return;
  const std::string_view written = content_.text().substr(label.begin, label.end - label.begin);
  const Index before = work_.builder.last_child(parent());
  const std::optional<std::string_view> words = work_.builder.open_text(before);
  if (!words || !words->ends_with('[') || !written.starts_with('^')) {
    return append_text(written, label);
  }
  ++label.begin;
  work_.builder.shorten_text(before, 1);
  work_.builder.node(before).position = content_.position(text_begin_, begin - 1);
  const Position position = content_.position(begin - 1, label.end + 1);
  const Index index = reuse_or_append(before, Kind::footnote_reference, position);
  work_.builder.node(index).text = {};
  work_.builder.node(index).name = work_.builder.store(written.substr(1));
  work_.builder.node(index).value_position = content_.position(label.begin, label.end);
  is_bracket_due_ = true;
}

void Reader::drop_inline_html(std::string_view literal) {
  const Span span = cursor_.raw(literal);
  if (span.begin < hidden_until_ || is_html_comment(literal)) return;
  if (literal.starts_with("</") && open_html_ > 0) {
    --open_html_;  // its beginning has been reported
    return;
  }
  if (!literal.starts_with("</") && !literal.ends_with("/>")) ++open_html_;
  work_.report("raw-html", content_.position(span.begin, span.end),
               {std::string(literal.substr(0, literal.find('\n')))});
}

void Reader::enter_emphasis(cmark_node* node, Kind kind, std::size_t delimiters) {
  const std::size_t begin = cursor_.offset();
  const Position position = content_.position(begin, begin + delimiters);
  if (is_too_deep(position)) return skip(node);
  const char delimiter = cursor_.peek();
  const bool is_delimiter = kind == Kind::strikethrough ? delimiter == '~' : delimiter == '*' || delimiter == '_';
  const Span span = is_delimiter ? cursor_.run(delimiter, delimiters) : Span{begin, begin};
  if (begin < hidden_until_) {
    open_transparent(node, begin);
  } else {
    open(node, work_.builder.append(parent(), kind, position), begin);
  }
  open_.back().delimiter = delimiter;
  open_.back().delimiters = span.end - span.begin;
}

void Reader::enter_link(cmark_node* node, Kind kind) {
  const std::string_view url = view(cmark_node_get_url(node));
  const std::size_t begin = cursor_.offset();
  if (is_too_deep(content_.position(begin, begin))) return skip(node);
  if (kind == Kind::link && cursor_.peek() == '<') return enter_pointed_link(node, url);
  const bool is_bare = kind == Kind::link && cursor_.peek() != '[';
  if (kind == Kind::image) cursor_.run('!', 1);
  cursor_.run('[', 1);
  if (begin < hidden_until_ || is_dangerous_url(url)) {
    open_transparent(node, begin);
  } else {
    const bool is_reference = kind == Kind::link && url.starts_with(kReferenceScheme);
    const Position position = content_.position(begin, begin);
    const Index index = work_.builder.append(parent(), is_reference ? Kind::reference : kind, position);
    work_.builder.node(index).is_autolink = is_bare;
    open(node, index, begin);
  }
  open_.back().delimiter = is_bare ? '\0' : '[';
}

/// <https://…>, or <ref:…>, which has no words of its own.
void Reader::enter_pointed_link(cmark_node* node, std::string_view url) {
  const Span open_bracket = cursor_.run('<', 1);
  const Span inner = cursor_.until('>');
  const Position position = content_.position(open_bracket.begin, inner.end + 1);
  cursor_.run('>', 1);
  skip(node);
  if (open_bracket.begin < hidden_until_) return;
  if (is_dangerous_url(url)) {
    work_.report("dangerous-url", position, {std::string(url)});
    return append_text(view(cmark_node_get_literal(cmark_node_first_child(node))), inner);
  }
  const bool is_reference = url.starts_with(kReferenceScheme);
  const Index index = work_.builder.append(parent(), is_reference ? Kind::reference : Kind::link, position);
  work_.builder.node(index).is_autolink = true;
  set_target(index, url, inner);
  if (is_reference) return;
  const Index words = work_.builder.append(index, Kind::text, content_.position(inner.begin, inner.end));
  work_.builder.node(words).text = work_.builder.store(view(cmark_node_get_literal(cmark_node_first_child(node))));
}

/// `written` is where the URL stands; an empty span means the whole link.
void Reader::set_target(Index index, std::string_view url, Span written) {
  const bool is_reference = work_.builder.node(index).kind == Kind::reference;
  if (is_reference) {
    url.remove_prefix(kReferenceScheme.size());
    const std::string_view source = content_.text().substr(written.begin, written.end - written.begin);
    if (source.starts_with(kReferenceScheme)) written.begin += kReferenceScheme.size();
  }
  const Slice name = work_.builder.store(url);
  Node& node = work_.builder.node(index);
  node.name = name;
  node.value_position = written.end > 0 ? content_.position(written.begin, written.end) : node.position;
}

void Reader::leave_inline(const Open& left) {
  const cmark_node_type type = cmark_node_get_type(left.source);
  if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) return leave_link(left);
  const bool is_emphasis = type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG;
  if (!is_emphasis) return;
  cursor_.run(left.delimiter, left.delimiters);
  if (left.is_own) work_.builder.node(left.index).position = content_.position(left.begin, cursor_.offset());
}

void Reader::leave_link(const Open& left) {
  const std::string_view url = view(cmark_node_get_url(left.source));
  const Span words{left.begin, cursor_.offset()};
  const LinkTail tail = left.delimiter == '[' ? cursor_.link_end() : LinkTail{words.end, words};
  const Position position = content_.position(left.begin, tail.end);
  if (!left.is_own) {
    if (left.begin >= hidden_until_) work_.report("dangerous-url", position, {std::string(url)});
    return;
  }
  work_.builder.node(left.index).position = position;
  set_target(left.index, url, tail.destination.value_or(Span{}));
  work_.builder.node(left.index).detail = work_.builder.store(view(cmark_node_get_title(left.source)));
}

}  // namespace gaceta::markdown
