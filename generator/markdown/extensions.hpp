// Gaceta's own cmark-gfm extensions. Not part of the room's door; engine.cpp owns what is made here.
#pragma once

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

namespace gaceta::markdown {

/// ~strikethrough~ and ~~strikethrough~~ as cmark-gfm has them, but safe on several threads: the parser's delimiter is
/// character 1, which does not occur in texts, so '~' need not be in the list that each parse toggles.
/// Its nodes are emphasis that has this extension.
cmark_syntax_extension* make_strikethrough();

/// Footnotes as nodes that keep their labels and their places. cmark-gfm's own footnotes replace labels by numbers,
/// move definitions to the end, and drop what is unused, undefined or defined twice without a word.
/// Labels are emphasis that has this extension.
struct Footnotes {
  cmark_syntax_extension* extension;
  cmark_node_type definition;
};
Footnotes make_footnotes();

}  // namespace gaceta::markdown
