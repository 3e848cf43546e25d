#include "markdown/engine.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <initializer_list>

#include "markdown/arena.hpp"
#include "markdown/extensions.hpp"
#include "text/scan.hpp"

#if defined(__SANITIZE_ADDRESS__)
#define GACETA_LEAK_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GACETA_LEAK_SANITIZER 1
#endif
#endif
#ifdef GACETA_LEAK_SANITIZER
#include <sanitizer/lsan_interface.h>
#endif

namespace gaceta::markdown {
namespace {

// SOURCEPOS makes cmark count lines within code spans too.
constexpr int kOptions = CMARK_OPT_DEFAULT | CMARK_OPT_SOURCEPOS;

struct Engine {
  cmark_syntax_extension* table;
  cmark_syntax_extension* autolink;
  cmark_syntax_extension* strikethrough;
  Footnotes footnotes;
};

/// Sets `characters` in cmark's global tables for good, through an extension that is given to no other parser.
void pin_special_characters(std::initializer_list<char> characters, bool are_skipped_around_emphasis) {
  cmark_mem* const memory = cmark_get_default_mem_allocator();
  cmark_syntax_extension* pin = cmark_syntax_extension_new("gaceta_pin");
  cmark_llist* list = nullptr;
  for (char character : characters) {
    list = cmark_llist_append(memory, list,
                              reinterpret_cast<void*>(std::uintptr_t{static_cast<unsigned char>(character)}));
  }
  cmark_syntax_extension_set_special_inline_chars(pin, list);
  cmark_syntax_extension_set_emphasis(pin, are_skipped_around_emphasis ? 1 : 0);
  // Without a function for inlines a parser would not look at the list.
  cmark_syntax_extension_set_match_inline_func(
      pin, [](cmark_syntax_extension*, cmark_parser*, cmark_node*, unsigned char, cmark_inline_parser*) {
        return static_cast<cmark_node*>(nullptr);
      });
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  cmark_parser_attach_syntax_extension(parser, pin);
  cmark_manage_extensions_special_characters(parser, 1);
  cmark_parser_free(parser);
  cmark_syntax_extension_free(memory, pin);
}

Engine make_engine() {
  cmark_gfm_core_extensions_ensure_registered();
  Engine engine{cmark_find_syntax_extension("table"), cmark_find_syntax_extension("autolink"), make_strikethrough(),
                make_footnotes()};
  cmark_syntax_extension_set_special_inline_chars(engine.autolink, nullptr);
  pin_special_characters({'~'}, true);
  pin_special_characters({':', 'w', '^'}, false);
  return engine;
}

/// The first caller makes it, the others wait. It lives until the process ends; autolink's own list cannot be reached
/// any more once it is replaced, which is no leak worth reporting.
const Engine& engine() {
  static const Engine engine = [] {
#ifdef GACETA_LEAK_SANITIZER
    __lsan_disable();
#endif
    Engine made = make_engine();
#ifdef GACETA_LEAK_SANITIZER
    __lsan_enable();
#endif
    return made;
  }();
  return engine;
}

cmark_node_type type_of(const cmark_node* node) {
  return cmark_node_get_type(const_cast<cmark_node*>(node));
}

bool is_inline_of(const cmark_node* node, const cmark_syntax_extension* extension) {
  return type_of(node) == CMARK_NODE_EMPH &&
         cmark_node_get_syntax_extension(const_cast<cmark_node*>(node)) == extension;
}

bool has_type_string(const cmark_node* node, std::initializer_list<const char*> names) {
  cmark_node* mutable_node = const_cast<cmark_node*>(node);
  if (cmark_node_get_syntax_extension(mutable_node) != engine().table) return false;
  const char* type = cmark_node_get_type_string(mutable_node);
  for (const char* name : names) {
    if (std::strcmp(type, name) == 0) return true;
  }
  return false;
}

}  // namespace

cmark_node* parse_tree(std::string_view text) {
  const Engine& own = engine();
  cmark_parser* parser = cmark_parser_new_with_mem(kOptions, arena_memory());
  // Each looks at every line or every text of the document; where its sign does not occur, it would find nothing.
  const auto has = [text](std::string_view sign) { return text.find(sign) != std::string_view::npos; };
  if (has("|")) cmark_parser_attach_syntax_extension(parser, own.table);
  // English is full of 'w': two of them are looked for many bytes at once.
  const auto two_w = [](auto c, auto next) { return (c == 'w') & (next == 'w'); };
  const bool has_www = text::find_pair(text, 0, two_w) != text.size() && has("www.");
  if (has("@") || has("://") || has_www) cmark_parser_attach_syntax_extension(parser, own.autolink);
  if (has("~")) cmark_parser_attach_syntax_extension(parser, own.strikethrough);
  if (has("[^")) cmark_parser_attach_syntax_extension(parser, own.footnotes.extension);
  cmark_parser_feed(parser, text.data(), text.size());
  return cmark_parser_finish(parser);  // the parser's own memory goes with the arena
}

bool is_footnote_definition(const cmark_node* node) {
  return type_of(node) == engine().footnotes.definition;
}
bool is_footnote_label(const cmark_node* node) {
  return is_inline_of(node, engine().footnotes.extension);
}
bool is_strikethrough(const cmark_node* node) {
  return is_inline_of(node, engine().strikethrough);
}
bool is_table(const cmark_node* node) {
  return has_type_string(node, {"table"});
}
bool is_table_row(const cmark_node* node) {
  return has_type_string(node, {"table_row", "table_header"});
}
bool is_table_cell(const cmark_node* node) {
  return has_type_string(node, {"table_cell"});
}

}  // namespace gaceta::markdown
