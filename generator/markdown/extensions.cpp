#include "markdown/extensions.hpp"

#include <cstdint>

#include "markdown/arena.hpp"

namespace gaceta::markdown {
namespace {

constexpr unsigned char kStrikethroughDelimiter = 1;
constexpr int kMostTildes = 100;
// Inlines of ours are emphasis with our extension: a table cell refuses types that it does not know.
constexpr cmark_node_type kInline = CMARK_NODE_EMPH;
constexpr int kMostAncestors = 32;       // a footnote deeper than this is text
constexpr int kFootnoteIndentation = 4;  // columns, of the lines that belong to a definition

cmark_node_type definition_type;  // set once, by make_footnotes

// ---- strikethrough, after cmark-gfm's strikethrough.c

cmark_node* match_tildes(cmark_syntax_extension*, cmark_parser*, cmark_node*, unsigned char character,
                         cmark_inline_parser* inlines) {
  if (character != '~') return nullptr;
  int is_left = 0, is_right = 0, is_punctuation_before = 0, is_punctuation_after = 0;
  const int count = cmark_inline_parser_scan_delimiters(inlines, kMostTildes, '~', &is_left, &is_right,
                                                        &is_punctuation_before, &is_punctuation_after);
  char tildes[kMostTildes + 1] = {};
  for (int i = 0; i < count; ++i) tildes[i] = '~';
  cmark_node* text = cmark_node_new_with_mem(CMARK_NODE_TEXT, arena_memory());
  cmark_node_set_literal(text, tildes);
  if ((is_left || is_right) && (count == 1 || count == 2)) {
    cmark_inline_parser_push_delimiter(inlines, kStrikethroughDelimiter, is_left, is_right, text);
  }
  return text;
}

delimiter* insert_strikethrough(cmark_syntax_extension* extension, cmark_parser*, cmark_inline_parser* inlines,
                                delimiter* opener, delimiter* closer) {
  delimiter* const next = closer->next;
  if (opener->length == closer->length) {
    cmark_node* node = opener->inl_text;
    if (!cmark_node_set_type(node, kInline)) return next;
    cmark_node_set_syntax_extension(node, extension);
    for (cmark_node* inner = cmark_node_next(node); inner != nullptr && inner != closer->inl_text;) {
      cmark_node* after = cmark_node_next(inner);
      cmark_node_append_child(node, inner);
      inner = after;
    }
    cmark_node_free(closer->inl_text);
  }
  for (delimiter* between = closer; between != nullptr && between != opener;) {
    delimiter* before = between->previous;
    cmark_inline_parser_remove_delimiter(inlines, between);
    between = before;
  }
  cmark_inline_parser_remove_delimiter(inlines, opener);
  return next;
}

int is_inline(cmark_syntax_extension*, cmark_node*, cmark_node_type child) {
  return (child & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE;
}

// ---- footnotes

/// The length of `[^label]:` at the start of `input`, or 0.
int definition_length(const unsigned char* input, int length) {
  if (length < 5 || input[0] != '[' || input[1] != '^') return 0;
  int end = 2;
  while (end < length && input[end] > ' ' && input[end] != ']' && input[end] != '[') ++end;
  if (end == 2 || end + 1 >= length || input[end] != ']' || input[end + 1] != ':') return 0;
  return end + 2;
}

/// Definitions do not stand within each other, nor very deep.
bool may_hold_definition(cmark_node* parent) {
  int ancestors = 0;
  for (cmark_node* node = parent; node != nullptr; node = cmark_node_parent(node)) {
    if (cmark_node_get_type(node) == definition_type || ++ancestors > kMostAncestors) return false;
  }
  return true;
}

cmark_node* open_definition(cmark_syntax_extension* extension, int is_indented, cmark_parser* parser,
                            cmark_node* parent, unsigned char* input, int length) {
  const int start = cmark_parser_get_first_nonspace(parser);
  if (is_indented || start >= length) return nullptr;
  const int matched = definition_length(input + start, length - start);
  if (matched == 0 || !may_hold_definition(parent)) return nullptr;
  cmark_node* node = cmark_parser_add_child(parser, parent, definition_type, start + 1);
  cmark_node_set_syntax_extension(node, extension);
  const int advance = start + matched - cmark_parser_get_offset(parser);
  cmark_parser_advance_offset(parser, reinterpret_cast<const char*>(input), advance, 0);
  return node;
}

int continues_definition(cmark_syntax_extension*, cmark_parser* parser, unsigned char* input, int, cmark_node*) {
  if (cmark_parser_is_blank(parser)) return 1;
  if (cmark_parser_get_indent(parser) < kFootnoteIndentation) return 0;
  cmark_parser_advance_offset(parser, reinterpret_cast<const char*>(input), kFootnoteIndentation, 1);
  return 1;
}

int can_footnote_contain(cmark_syntax_extension*, cmark_node* node, cmark_node_type child) {
  if (cmark_node_get_type(node) != definition_type) return 0;
  return (child & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK && child != CMARK_NODE_ITEM;
}

/// Whether the byte at `offset` is taken by a backslash before it.
bool is_escaped(cmark_inline_parser* inlines, int offset) {
  int slashes = 0;
  while (offset - slashes > 0 && cmark_inline_parser_peek_at(inlines, offset - slashes - 1) == '\\') ++slashes;
  return slashes % 2 == 1;
}

cmark_node* match_label(cmark_syntax_extension* extension, cmark_parser*, cmark_node*, unsigned char character,
                        cmark_inline_parser* inlines) {
  if (character != '^') return nullptr;
  const int start = cmark_inline_parser_get_offset(inlines);
  if (start == 0 || cmark_inline_parser_peek_at(inlines, start - 1) != '[' || is_escaped(inlines, start - 1)) {
    return nullptr;
  }
  int end = start + 1;
  for (unsigned char c; (c = cmark_inline_parser_peek_at(inlines, end)) > ' ' && c != ']' && c != '[' && c != '`';) {
    ++end;
  }
  if (end == start + 1 || cmark_inline_parser_peek_at(inlines, end) != ']') return nullptr;
  cmark_inline_parser_set_offset(inlines, end);
  cmark_node* node = cmark_node_new_with_mem(kInline, arena_memory());
  cmark_node_set_syntax_extension(node, extension);
  return node;
}

const char* footnote_type(cmark_syntax_extension*, cmark_node*) {
  return "gaceta_footnote";
}
const char* strikethrough_type(cmark_syntax_extension*, cmark_node*) {
  return "gaceta_strikethrough";
}

}  // namespace

cmark_syntax_extension* make_strikethrough() {
  cmark_syntax_extension* strikethrough = cmark_syntax_extension_new("gaceta_strikethrough");
  cmark_syntax_extension_set_get_type_string_func(strikethrough, strikethrough_type);
  cmark_syntax_extension_set_can_contain_func(strikethrough, is_inline);
  cmark_syntax_extension_set_match_inline_func(strikethrough, match_tildes);
  cmark_syntax_extension_set_inline_from_delim_func(strikethrough, insert_strikethrough);
  void* const delimiter_character = reinterpret_cast<void*>(std::uintptr_t{kStrikethroughDelimiter});
  cmark_syntax_extension_set_special_inline_chars(
      strikethrough, cmark_llist_append(cmark_get_default_mem_allocator(), nullptr, delimiter_character));
  return strikethrough;
}

Footnotes make_footnotes() {
  definition_type = cmark_syntax_extension_add_node(0);
  const Footnotes footnotes{cmark_syntax_extension_new("gaceta_footnotes"), definition_type};
  cmark_syntax_extension_set_get_type_string_func(footnotes.extension, footnote_type);
  cmark_syntax_extension_set_can_contain_func(footnotes.extension, can_footnote_contain);
  cmark_syntax_extension_set_open_block_func(footnotes.extension, open_definition);
  cmark_syntax_extension_set_match_block_func(footnotes.extension, continues_definition);
  cmark_syntax_extension_set_match_inline_func(footnotes.extension, match_label);
  return footnotes;
}

}  // namespace gaceta::markdown
