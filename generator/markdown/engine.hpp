// cmark-gfm, set up once for the process and safe on any number of threads. Not part of the room's door.
//
// The trap: stock cmark-gfm keeps the table of "special" characters, at which the inline parser stops, in one global
// that every parse fills from its extensions and clears again. With two threads, up to half of all texts come out
// wrong, and nobody is told (upstream pull request 176). The cure: the characters are set once, before any parse,
// through extensions that no parser is ever given; the extensions that parsers are given list no characters, or one
// that never occurs.
#pragma once

#include <cmark-gfm.h>

#include <string_view>

namespace gaceta::markdown {

/// The tree of `text`, allocated in this thread's arena: the caller holds an ArenaScope for as long as it is used.
/// Never null. Footnotes are Gaceta's own: see is_footnote_definition and is_footnote_label.
cmark_node* parse_tree(std::string_view text);

/// A block `[^label]: …`. It stays where it was written, used or not; its label is read from the source.
bool is_footnote_definition(const cmark_node* node);

/// The `^label` within what may be `[^label]`; the brackets are ordinary text around it.
bool is_footnote_label(const cmark_node* node);

bool is_strikethrough(const cmark_node* node);
bool is_table(const cmark_node* node);
bool is_table_row(const cmark_node* node);
bool is_table_cell(const cmark_node* node);

}  // namespace gaceta::markdown
