#include "yaml/plain_subset.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "text/scan.hpp"

namespace gaceta::yaml {
namespace {

constexpr std::size_t kDeepest = 48;            // well below the general parser's bound
constexpr std::size_t kLargestText = 8u << 20;  // bytes; so many values cannot break the general parser's bound
constexpr std::size_t kLongestKey = 512;        // YAML: a key takes at most 1,024 characters
constexpr std::size_t kKeysComparedOneByOne = 32;

enum class Context : std::uint8_t { block, flow };

bool is_null_word(std::string_view text) {
  return text == "~" || text == "null" || text == "Null" || text == "NULL";
}

/// Control characters, tabs and carriage returns among them, and the rarer characters that end a line or mark an order.
bool has_odd_characters(std::string_view text) {
  constexpr auto may_begin_odd = [](auto c) {
    return ((c < 0x20) & (c != '\n')) | (c == 0x7F) | (c == 0xC2) | (c == 0xE2) | (c == 0xEF);
  };
  for (std::size_t i = 0;; ++i) {
    i = text::find_byte(text, i, may_begin_odd);
    if (i == text.size()) return false;
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) return true;
    if (byte == 0xC2 && text.substr(i + 1, 1) < "\xA0") return true;
    if (byte == 0xE2 && (text.substr(i, 3) == "\xE2\x80\xA8" || text.substr(i, 3) == "\xE2\x80\xA9")) return true;
    if (byte == 0xEF && (text.substr(i, 3) == "\xEF\xBB\xBF" || text.substr(i, 2) == "\xEF\xBF")) return true;
  }
}

class Keys {
 public:
  /// Whether `key` is new among the keys of `entries`.
  bool add(const std::vector<Entry>& entries, std::string_view key) {
    if (entries.size() < kKeysComparedOneByOne) {
      return std::none_of(entries.begin(), entries.end(),
                          [key](const Entry& entry) { return entry.key.scalar() == key; });
    }
    if (many_.empty()) {
      for (const Entry& entry : entries) many_.emplace(entry.key.scalar());
    }
    return many_.emplace(key).second;
  }

 private:
  std::unordered_set<std::string> many_;
};

/// Reads from the front to the back; `ok_` turns false at the first thing that is not in the subset and stays so.
class Reader {
 public:
  Reader(std::string_view text, std::uint32_t first_line) : text_(text), line_(first_line) {}

  std::optional<Node> read() {
    const Position top{line_, 1, 0};
    const std::optional<std::size_t> indent = next_line();
    if (!ok_) return std::nullopt;
    if (!indent) return Node::null(top);
    Node root = block_value(*indent);
    if (!ok_ || at_ < text_.size()) return std::nullopt;
    return root;
  }

 private:
  Node stop() {
    ok_ = false;
    return {};
  }
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\n'; }
  [[nodiscard]] char behind(std::size_t distance) const {
    return at_ + distance < text_.size() ? text_[at_ + distance] : '\n';
  }
  [[nodiscard]] std::size_t column() const { return at_ - line_start_; }
  [[nodiscard]] Position position(std::size_t offset, std::size_t length) const {
    return {line_, static_cast<std::uint32_t>(offset - line_start_ + 1), static_cast<std::uint32_t>(length)};
  }
  void skip_blanks() {
    while (here() == ' ') ++at_;
  }
  void begin_line(std::size_t offset) {
    at_ = line_start_ = offset;
    ++line_;
  }

  /// From the beginning of a line to the first one that holds a value; its indentation, or nothing at the end.
  std::optional<std::size_t> next_line() {
    while (!at_end()) {
      skip_blanks();
      if (at_end()) break;
      if (here() == '#') {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (here() != '\n') {
        if (column() == 0 && begins_marker()) {
          ok_ = false;
          return std::nullopt;
        }
        return column();
      }
      if (!at_end()) begin_line(at_ + 1);
    }
    return std::nullopt;
  }
  /// '---', '...' and '%' at the beginning of a line.
  [[nodiscard]] bool begins_marker() const {
    const std::string_view rest = text_.substr(at_);
    return rest.front() == '%' || rest.starts_with("---") || rest.starts_with("...");
  }

  /// Behind a value: nothing but blanks and a comment up to the end of the line; then the next line that holds a value.
  std::optional<std::size_t> end_line() {
    const std::size_t before = at_;
    skip_blanks();
    if (here() == '#' && at_ > before) at_ = std::min(text_.find('\n', at_), text_.size());
    if (here() != '\n') {
      ok_ = false;
      return std::nullopt;
    }
    if (at_end()) return std::nullopt;
    begin_line(at_ + 1);
    return next_line();
  }
  [[nodiscard]] bool at_dash() const { return here() == '-' && (behind(1) == ' ' || behind(1) == '\n'); }
  /// After the blanks behind a colon or dash: whether the value stands on another line.
  [[nodiscard]] bool at_end_of_line() const { return here() == '\n' || (here() == '#' && text_[at_ - 1] == ' '); }

  /// The value that begins a line here, at column `indent`. Ends at the beginning of a line that is indented less.
  Node block_value(std::size_t indent) {
    if (++depth_ > kDeepest) return stop();
    Node node = at_dash() ? block_list(indent) : map_or_single(indent);
    --depth_;
    return node;
  }

  Node map_or_single(std::size_t indent) {
    if (here() == '[' || here() == '{') return single(flow_value(), indent);
    Node first = scalar(Context::block);
    skip_blanks();
    return ok_ && is_colon() ? block_map(indent, std::move(first)) : single(as_value(std::move(first)), indent);
  }

  Node block_list(std::size_t indent) {
    std::vector<Node> items;
    const Position place = position(at_, 1);
    while (ok_) {
      ++at_;
      skip_blanks();
      if (at_end_of_line()) {
        next_indent_ = end_line();
        if (!ok_ || !next_indent_ || *next_indent_ <= indent) return stop();
        items.push_back(block_value(*next_indent_));
      } else {
        items.push_back(list_item(indent));
      }
      if (!ok_) return {};
      if (!next_indent_ || *next_indent_ != indent || !at_dash()) break;
    }
    if (next_indent_ && *next_indent_ > indent) return stop();
    return Node::list(std::move(items), place);
  }

  /// What stands on its line behind a dash at column `dash`: a list, a map or a single value.
  Node list_item(std::size_t dash) {
    if (here() == '|' || here() == '>') return block_scalar(dash);
    return block_value(column());
  }
  /// `node`, if its line holds nothing else and the next one does not go on with it.
  Node single(Node node, std::size_t indent) {
    if (!ok_) return {};
    next_indent_ = end_line();
    return ok_ && (!next_indent_ || *next_indent_ < indent) ? std::move(node) : stop();
  }

  [[nodiscard]] bool is_colon() const { return here() == ':' && (behind(1) == ' ' || behind(1) == '\n'); }

  /// A map whose first key, which began at column `indent`, has been read.
  Node block_map(std::size_t indent, Node key) {
    std::vector<Entry> entries;
    Keys keys;
    while (ok_) {
      skip_blanks();
      if (!is_key(key) || !is_colon() || !keys.add(entries, key.scalar())) return stop();
      ++at_;
      skip_blanks();
      Node value = entry_value(indent, key.position());
      entries.push_back({std::move(key), std::move(value)});
      if (!ok_ || !next_indent_ || *next_indent_ != indent) break;
      if (at_dash()) return stop();
      key = scalar(Context::block);
    }
    if (!ok_ || (next_indent_ && *next_indent_ > indent)) return stop();
    const Position place = entries.front().key.position();
    return Node::map(std::move(entries), place);
  }
  [[nodiscard]] bool is_key(const Node& key) const {
    return ok_ && key.is_scalar() && key.position().length <= kLongestKey &&
           (key.is_quoted() || !is_null_word(key.scalar()));
  }

  Node entry_value(std::size_t indent, Position key) {
    if (at_end_of_line()) {
      next_indent_ = end_line();
      if (!ok_ || !next_indent_) return Node::null(key);
      if (*next_indent_ > indent || (*next_indent_ == indent && at_dash())) return block_value(*next_indent_);
      return Node::null(key);
    }
    if (here() == '|' || here() == '>') return block_scalar(indent);
    if (at_dash()) return stop();
    Node value = here() == '[' || here() == '{' ? flow_value() : as_value(scalar(Context::block));
    return single(std::move(value), indent + 1);
  }

  /// A plain '~' or 'null' is no text.
  static Node as_value(Node node) {
    return node.is_scalar() && !node.is_quoted() && is_null_word(node.scalar()) ? Node::null(node.position())
                                                                                : std::move(node);
  }

  Node scalar(Context context) {
    if (here() == '"') return double_quoted();
    if (here() == '\'') return single_quoted();
    return plain(context);
  }

  [[nodiscard]] bool may_follow_quotes() const {
    return std::string_view("\n :,]}").find(here()) != std::string_view::npos;
  }

  Node single_quoted() {
    const std::size_t start = at_;
    std::string value;
    for (++at_; here() != '\n'; ++at_) {
      if (here() == '\'') {
        if (behind(1) != '\'') break;
        ++at_;
      }
      value += here();
    }
    return quoted(start, std::move(value), Style::single_quoted);
  }

  Node double_quoted() {
    const std::size_t start = at_;
    std::string value;
    for (++at_; here() != '\n' && here() != '"'; ++at_) {
      if (here() == '\\') {
        ++at_;
        if (here() != '"' && here() != '\\') return stop();
      }
      value += here();
    }
    return quoted(start, std::move(value), Style::double_quoted);
  }

  Node quoted(std::size_t start, std::string value, Style style) {
    if (here() == '\n') return stop();
    ++at_;
    if (!may_follow_quotes()) return stop();
    return Node::scalar(std::move(value), style, position(start, at_ - start));
  }

  Node plain(Context context) {
    const std::size_t start = at_;
    const std::string_view never_first = ",[]{}#&*!|>'\"%@`?:\n ";
    if (at_end() || never_first.find(here()) != std::string_view::npos) return stop();
    if (here() == '-' && (behind(1) < '0' || behind(1) > '9')) return stop();
    std::size_t end = start;  // behind the last character that is no blank
    for (; here() != '\n'; ++at_) {
      const char c = here();
      if (c == ' ') continue;
      if (c == '#' && text_[at_ - 1] == ' ') break;
      if (c == ':' && ends_plain(context)) break;
      if (context == Context::flow && (c == ',' || c == ']' || c == '}' || c == '[' || c == '{' || c == '?')) break;
      end = at_ + 1;
    }
    if (here() == '#') at_ = end;
    const std::string_view value = text_.substr(start, end - start);
    return Node::scalar(std::string(value), Style::plain, position(start, value.size()));
  }
  [[nodiscard]] bool ends_plain(Context context) const {
    const char next = behind(1);
    return next == ' ' || next == '\n' || (context == Context::flow && (next == ',' || next == ']' || next == '}'));
  }
  /// Blanks and line ends between the parts of a flow value. What goes on stands indented, or closes.
  void skip_in_flow() {
    skip_blanks();
    while (ok_ && here() == '\n' && !at_end()) {
      begin_line(at_ + 1);
      skip_blanks();
      if (here() == '#' || (column() == 0 && here() != ']' && here() != '}' && here() != '\n')) ok_ = false;
    }
    if (at_end() || here() == '#') ok_ = false;
  }

  Node flow_value() {
    if (++depth_ > kDeepest) return stop();
    const bool is_list = here() == '[';
    const std::size_t start = at_++;
    const std::size_t line_end = std::min(text_.find('\n', start), text_.size());
    Position place = position(start, 0);
    std::vector<Node> items;
    std::vector<Entry> entries;
    if (is_list) {
      read_flow_items(items);
    } else {
      read_flow_entries(entries);
    }
    --depth_;
    if (!ok_) return {};
    std::size_t end = std::min(++at_, line_end);
    while (text_[end - 1] == ' ') --end;
    place.length = static_cast<std::uint32_t>(end - start);
    return is_list ? Node::list(std::move(items), place) : Node::map(std::move(entries), place);
  }

  void read_flow_items(std::vector<Node>& items) {
    skip_in_flow();
    if (here() == ']') return;
    do {
      items.push_back(flow_item());
    } while (ok_ && goes_on(']'));
  }

  void read_flow_entries(std::vector<Entry>& entries) {
    Keys keys;
    skip_in_flow();
    if (here() == '}') return;
    do {
      Node key = scalar(Context::flow);
      if (!is_key(key) || here() != ':' || !ends_plain(Context::flow) || !keys.add(entries, key.scalar())) {
        ok_ = false;
        return;
      }
      ++at_;
      skip_in_flow();
      if (!ok_) return;
      Node value = here() == ',' || here() == '}' ? Node::null(key.position()) : flow_item();
      entries.push_back({std::move(key), std::move(value)});
    } while (ok_ && goes_on('}'));
  }
  Node flow_item() { return here() == '[' || here() == '{' ? flow_value() : as_value(scalar(Context::flow)); }

  /// Whether another item follows; if not, the closing bracket stands here. A comma before the bracket is left alone.
  bool goes_on(char bracket) {
    skip_in_flow();
    if (!ok_ || here() == bracket) return false;
    ok_ = here() == ',';
    if (ok_) ++at_;
    skip_in_flow();
    ok_ = ok_ && here() != bracket;
    return ok_;
  }

  /// '|' or '>' under a value at column `indent`. Left alone: other indicators, blanks at the end of a line, and in
  /// folded text lines that are indented further.
  Node block_scalar(std::size_t indent) {
    const bool is_folded = here() == '>';
    const bool is_stripped = behind(1) == '-';
    at_ += is_stripped ? 2 : 1;
    if (here() != '\n' || at_end()) return stop();
    begin_line(at_ + 1);
    const std::size_t text_indent = std::min(text_.find_first_not_of(' ', at_), text_.size()) - at_;
    at_ += text_indent;
    if (text_indent <= indent || here() == '\n') return stop();
    const std::size_t first_end = std::min(text_.find('\n', at_), text_.size());
    const Position place = position(at_, first_end - at_);
    std::string value = lines_of_block(text_indent, is_folded);
    if (!is_stripped) value += '\n';
    if (!ok_) return {};
    next_indent_ = next_line();
    return Node::scalar(std::move(value), Style::block, place);
  }

  /// The lines from here on that are indented by `indent`; ends at the beginning of the line behind them.
  std::string lines_of_block(std::size_t indent, bool is_folded) {
    std::string value;
    std::size_t empty_lines = 0;
    while (true) {
      const std::size_t end = text_.find('\n', at_);
      if (end == std::string_view::npos || text_[end - 1] == ' ' || (is_folded && here() == ' ')) {
        ok_ = false;
        return {};
      }
      if (!value.empty()) {
        const bool is_joined = is_folded && empty_lines == 0;
        value.append(is_joined ? 1 : empty_lines + (is_folded ? 0 : 1), is_joined ? ' ' : '\n');
      }
      value.append(text_, at_, end - at_);
      begin_line(end + 1);
      for (empty_lines = 0; !at_end() && here() == '\n'; ++empty_lines) begin_line(at_ + 1);
      const std::size_t text = std::min(text_.find_first_not_of(' ', at_), text_.size());
      if (text == text_.size() ? text > at_ : text_[text] == '\n') ok_ = false;  // a line of blanks
      if (!ok_ || text - at_ < indent || text == text_.size()) return value;
      at_ += indent;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  std::uint32_t line_;
  std::size_t depth_ = 0;
  std::optional<std::size_t> next_indent_;  ///< of the line that follows the value just read
  bool ok_ = true;
};

}  // namespace

std::optional<Node> read_plain_subset(std::string_view text, std::uint32_t first_line) {
  if (text.size() > kLargestText || has_odd_characters(text)) return std::nullopt;
  return Reader(text, first_line).read();
}

}  // namespace gaceta::yaml
