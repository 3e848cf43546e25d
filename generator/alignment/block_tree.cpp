// The tree is made in one walk over the document. Inlines are written back in one fixed way, so that two texts which
// differ in line breaks, indentation or the choice of '*' or '_' have equal sources.
#include "alignment/block_tree.hpp"

#include <algorithm>

#include "alignment/hash.hpp"
#include "content/roles.hpp"
#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace gaceta::alignment {
namespace {

using markdown::Document;
using markdown::Index;
using markdown::Kind;

model::Span span(markdown::Position position) {
  return {position.line, position.column, position.length};
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The first place from `from` on that is not as it will be: two blanks, or white space of another kind.
std::size_t first_uncollapsed(std::string_view text, std::size_t from) {
  return text::find_pair(text, from, [](auto c, auto next) {
    return (c == '\t') | (c == '\n') | (c == '\r') | ((c == ' ') & (next == ' '));
  });
}

/// Texts come nearly collapsed: what lies between two places that are not is copied as a whole, to each of `out`.
template <typename... Out>
void append_collapsed(std::string_view text, Out&... out) {
  const auto append_space = [](std::string& one) {
    if (!one.empty() && one.back() != ' ') one += ' ';
  };
  for (std::size_t start = 0; start < text.size();) {
    if (is_space(text[start])) {
      (append_space(out), ...);
      ++start;
      continue;
    }
    const std::size_t end = first_uncollapsed(text, start);
    (out.append(text, start, end - start), ...);
    start = end;
  }
}

void drop_last_space(std::string& text) {
  if (!text.empty() && text.back() == ' ') text.pop_back();
}

/// What a role prints, in no language: two roles with one value say the same, however they are typed.
std::string value_of(const localization::Value& value, std::string_view typed) {
  using namespace localization;
  if (const auto* number = std::get_if<Number>(&value)) {
    std::string out = number->value.to_plain_string();
    if (number->to) out += ".." + number->to->to_plain_string();
    if (number->unit.kind == UnitKind::percent) return out + "%";
    if (number->unit.kind == UnitKind::points) return out + " points";
    return number->unit.id.empty() ? out : out + " " + number->unit.id;
  }
  if (const auto* date = std::get_if<model::DateRange>(&value)) return model::to_string(*date);
  if (const auto* time = std::get_if<TimeRange>(&value)) {
    return model::to_string(time->start) + (time->end ? "/" + model::to_string(*time->end) : "");
  }
  if (const auto* ordinal = std::get_if<Ordinal>(&value)) return std::to_string(ordinal->number) + ".";
  if (const auto* country = std::get_if<Country>(&value)) return country->code;
  return std::string(typed);
}

TokenKind kind_of_role(std::string_view name) {
  if (name == "fact") return TokenKind::fact;
  if (name == "date") return TokenKind::date;
  if (name == "country") return TokenKind::country;
  return name == "term" ? TokenKind::term : TokenKind::figure;
}

class TreeBuilder {
 public:
  TreeBuilder(const content::Body& body, const content::Reading* reading) : body_(body), reading_(reading) {
    if (reading_ != nullptr) code_ = reading_->settings.languages[model::index(reading_->language)].code;
  }

  BlockTree run() {
    BlockTree tree;
    const auto children = text().children(Document::root());
    tree.blocks.reserve(static_cast<std::size_t>(std::distance(children.begin(), children.end())));
    for (const Index child : text().children(Document::root())) {
      const bool is_note = text()[child].kind == Kind::footnote_definition;
      add(is_note ? tree.notes : tree.blocks, child, "");
    }
    return tree;
  }

 private:
  const Document& text() const { return body_.document; }

  void add(std::vector<Block>& blocks, Index node, const std::string& anchor_around) {
    Block& block = blocks.emplace_back();
    block.node = node;
    block.span = span(text()[node].position);
    const model::Anchor* anchor = body_.numbering.anchor(node);
    block.anchor = anchor != nullptr ? anchor->name : anchor_around;
    add_marks(block);
    fill(block);
    finish(block);
  }

  void fill(Block& block) {
    const markdown::Node& node = text()[block.node];
    switch (node.kind) {
      case Kind::heading:
        block.kind = BlockKind::heading;
        block.level = node.level;
        return add_inlines(block, block.node);
      case Kind::paragraph:
        block.kind = is_picture(block.node) ? BlockKind::picture : BlockKind::paragraph;
        return add_inlines(block, block.node);
      case Kind::list:
        block.kind = BlockKind::list;
        block.is_ordered = node.is_ordered;
        return add_children(block);
      case Kind::item:
        block.kind = BlockKind::item;
        return add_with_first_paragraph(block);
      case Kind::footnote_definition:
        block.kind = BlockKind::note;
        block.name = std::string(text().label(block.node));
        return add_with_first_paragraph(block);
      case Kind::quote:
        block.kind = BlockKind::quote;
        return add_children(block);
      case Kind::code_block:
        block.kind = BlockKind::code;
        append_collapsed(text().text(block.node), block.source);
        return;
      case Kind::table:
        block.kind = BlockKind::table;
        block.columns = static_cast<std::uint32_t>(text().alignments(block.node).size());
        return add_children(block);
      case Kind::table_row:
        block.kind = BlockKind::row;
        return add_cells(block);
      case Kind::directive:
        block.kind = BlockKind::directive;
        return add_directive(block);
      default:
        block.kind = BlockKind::rule;
        return;
    }
  }

  bool is_picture(Index paragraph) const {
    const Index child = text()[paragraph].first_child;
    return child != markdown::kNone && text()[child].kind == Kind::image &&
           text()[child].next_sibling == markdown::kNone;
  }

  /// Blocks are large: room for all of them is made at once.
  void add_children(Block& block) {
    const auto children = text().children(block.node);
    block.children.reserve(static_cast<std::size_t>(std::distance(children.begin(), children.end())));
    for (const Index child : text().children(block.node)) add(block.children, child, block.anchor);
  }

  void add_with_first_paragraph(Block& block) {
    bool is_first = true;
    for (const Index child : text().children(block.node)) {
      const bool is_own = is_first && text()[child].kind == Kind::paragraph;
      is_first = false;
      is_own ? add_inlines(block, child) : add(block.children, child, block.anchor);
    }
  }

  void add_cells(Block& block) {
    for (const Index cell : text().children(block.node)) {
      if (block.columns++ > 0) append_collapsed(" | ", block.source);
      add_inlines(block, cell);
    }
  }

  void add_marks(Block& block) {
    const markdown::Marks* marks = text().marks(block.node);
    if (marks == nullptr) return;
    block.name = marks->anchor.text;
    for (const markdown::Located& word : marks->words) add_token(block, TokenKind::mark, word.text, word.position);
    for (const markdown::Marks::Pair& pair : marks->pairs) {
      if (pair.key.text == "caption") {
        add_token(block, TokenKind::mark, pair.key.text, pair.key.position);
        add_words(block, pair.value.text);
      } else {
        add_token(block, TokenKind::mark, pair.key.text + "=" + pair.value.text, pair.key.position);
        if (block.name.empty()) block.name = pair.value.text;
      }
    }
  }

  /// Options that hold words in the text's language; the others must have the same value in both.
  static bool holds_words(std::string_view option) {
    return option == "role" || option == "organisation" || option == "by" || option == "caption" ||
           option == "source" || option == "columns";
  }

  void add_directive(Block& block) {
    block.name = std::string(text().name(block.node));
    if (const auto argument = text().argument(block.node); !argument.empty()) {
      (block.name += ' ') += without_language(argument);
    }
    for (const markdown::DirectiveOption& option : text().options(block.node)) {
      const bool words = holds_words(option.key.text);
      add_token(block, TokenKind::option, words ? option.key.text : option.key.text + "=" + option.value.text,
                option.key.position);
      if (!words) continue;
      if (!block.source.empty()) block.source += " · ";
      add_words(block, option.value.text);
    }
    add_children(block);
    if (const content::Block* data = body_.block(block.node)) add_data(block, *data);
  }

  void add_data(Block& block, const content::Block& data) {
    if (std::holds_alternative<content::FactList>(data.data)) return add_fact_lines(block);
    if (reading_ == nullptr) return;
    content::for_each_inline(data, [&](const Document& document, std::string_view path) {
      Block& string = block.children.emplace_back();
      string.kind = BlockKind::string;
      string.anchor = block.anchor;
      string.path = path;
      for (const Index child : document.children(Document::root())) {
        if (string.span.line == 0) string.span = span(document[child].position);
        add_inline(string, document, child);
      }
      finish(string);
    });
  }

  /// One fact per line of the directive.
  void add_fact_lines(Block& block) {
    const markdown::Position start = text()[block.node].value_position;
    const std::string_view lines = text().text(block.node);
    std::uint32_t line = start.line;
    for (std::size_t from = 0; from < lines.size(); ++line) {
      const std::size_t end = std::min(lines.find('\n', from), lines.size());
      const std::string_view id = text::trimmed(lines.substr(from, end - from));
      if (!id.empty()) {
        const auto indent = static_cast<std::uint32_t>(id.data() - lines.data() - static_cast<std::ptrdiff_t>(from));
        add_token(block, TokenKind::fact, std::string(id),
                  {line, start.column + indent, static_cast<std::uint32_t>(id.size())});
      }
      from = end + 1;
    }
  }

  // ---- inlines

  void add_inlines(Block& block, Index parent) {
    for (const Index child : text().children(parent)) add_inline(block, text(), child);
  }

  void add_words(Block& block, std::string_view words) { append_collapsed(words, block.source, block.prose); }

  static void add_token(Block& block, TokenKind kind, std::string value, markdown::Position position) {
    block.tokens.push_back({kind, std::move(value), span(position)});
  }

  void add_inline(Block& block, const Document& document, Index index) {
    const markdown::Node& node = document[index];
    switch (node.kind) {
      case Kind::text:
        return add_words(block, document.text(index));
      case Kind::soft_break:
      case Kind::line_break:
        return add_words(block, " ");
      case Kind::code:
        append_collapsed(document.text(index), block.source.append("`"));
        block.source += '`';
        return add_token(block, TokenKind::code, std::string(document.text(index)), node.position);
      case Kind::emphasis:
        return add_wrapped(block, document, index, "*", "*");
      case Kind::strong:
        return add_wrapped(block, document, index, "**", "**");
      case Kind::strikethrough:
        return add_wrapped(block, document, index, "~~", "~~");
      case Kind::link:
        add_token(block, TokenKind::link, std::string(document.url(index)), place_of(node));
        return add_wrapped(block, document, index, "[", "](" + std::string(document.url(index)) + ")");
      case Kind::reference:
        return add_reference(block, document, index);
      case Kind::image:
        return add_picture(block, document, index);
      case Kind::footnote_reference:
        (block.source += "[^").append(document.label(index)) += ']';
        return add_token(block, TokenKind::note, std::string(document.label(index)), node.position);
      case Kind::role:
        return add_role(block, document, index);
      default:
        return;
    }
  }

  void add_wrapped(Block& block, const Document& document, Index index, std::string_view open, std::string_view close) {
    block.source += open;
    for (const Index child : document.children(index)) add_inline(block, document, child);
    block.source += close;
  }

  static markdown::Position place_of(const markdown::Node& node) {
    return node.value_position.line != 0 ? node.value_position : node.position;
  }

  void add_reference(Block& block, const Document& document, Index index) {
    const std::string target(document.target(index));
    add_token(block, TokenKind::reference, target, place_of(document[index]));
    if (document[index].is_autolink) {
      block.source += "<ref:" + target + ">";
    } else {
      add_wrapped(block, document, index, "[", "](ref:" + target + ")");
    }
  }

  /// 'chart.es.svg' and 'chart.en.svg' are one picture in two languages.
  std::string without_language(std::string_view file) const {
    const std::size_t dot = file.rfind('.');
    if (code_.empty() || dot == std::string_view::npos || dot < code_.size() + 1) return std::string(file);
    const std::string_view stem = file.substr(0, dot);
    const char mark = stem[stem.size() - code_.size() - 1];
    if (!stem.ends_with(code_) || (mark != '.' && mark != '-' && mark != '_')) return std::string(file);
    return std::string(stem.substr(0, stem.size() - code_.size() - 1)) + std::string(file.substr(dot));
  }

  void add_picture(Block& block, const Document& document, Index index) {
    const markdown::Node& node = document[index];
    add_token(block, TokenKind::picture, without_language(document.url(index)), place_of(node));
    add_wrapped(block, document, index, "![", "](" + std::string(document.url(index)) + ")");
  }

  void add_role(Block& block, const Document& document, Index index) {
    const std::string_view name = document.name(index);
    const std::string_view typed = text::trimmed(document.text(index));
    ((block.source += '{') += name);
    if (name == "lang") (block.source += '=').append(document.argument(index));
    append_collapsed(typed, block.source += "}`");
    block.source += '`';
    if (name == "lang") return;
    const TokenKind kind = kind_of_role(name);
    add_token(block, kind, role_value(document, index, kind, typed), place_of(document[index]));
  }

  std::string role_value(const Document& document, Index index, TokenKind kind, std::string_view typed) const {
    const std::string first(typed.substr(0, typed.find(' ')));
    if (reading_ == nullptr || kind == TokenKind::fact || kind == TokenKind::term) return first;
    if (&document == &text()) {
      if (const content::RoleMeaning* known = body_.meaning(index)) return value_of(*known, typed, first);
    }
    return value_of(content::role_meaning(document, index, reading_->settings, reading_->formats, reading_->bulletin),
                    typed, first);
  }

  static std::string value_of(const content::RoleMeaning& meaning, std::string_view typed, const std::string& first) {
    const auto* value = std::get_if<content::RoleValue>(&meaning);
    return value != nullptr ? alignment::value_of(value->phrase.value, typed) : first;
  }

  // ---- evidence

  static void finish(Block& block) {
    drop_last_space(block.source);
    drop_last_space(block.prose);
    block.words = block.beginnings.add_words(block.prose);
    for (const Token& token : block.tokens) {
      block.neutral.push_back(hash(token.value, static_cast<std::uint32_t>(token.kind) + 1));
    }
    for (const Block& child : block.children) {
      block.words += child.words;
      block.neutral.insert(block.neutral.end(), child.neutral.begin(), child.neutral.end());
      block.beginnings.add(child.beginnings);
    }
    std::sort(block.neutral.begin(), block.neutral.end());
  }

  const content::Body& body_;
  const content::Reading* reading_;
  std::string code_;
};

}  // namespace

BlockTree block_tree(const content::Body& body, const content::Reading* reading) {
  return TreeBuilder(body, reading).run();
}

}  // namespace gaceta::alignment
