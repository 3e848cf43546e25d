// How something is cited in the reader's language, and where the link goes: bulletins and their paragraphs, documents
// and their articles, events, pages.
#pragma once

#include <string>

#include "catalog/target.hpp"
#include "rendering/host.hpp"

namespace gaceta::rendering {

struct Link {
  std::string url;       ///< relative or absolute; empty if there is nothing to link to
  std::string text;      ///< the target's own citation, plain text
  std::string language;  ///< BCP 47 tag of the target when it is not the reader's; else empty
  bool is_external = false;
  std::size_t foreign = 0;  ///< bytes at the beginning of `text` that are in `language`
  bool is_symbol = false;   ///< `text` is a document's symbol, which is never broken
};

/// The citation of `target` for the reader of this page.
Link link_to(const Host& host, const catalog::Target& target);

/// 'párr. 12', 'sección II', 'conclusión 5'; empty for places that are not counted.
std::string place_label(const Host& host, model::Anchor::Kind kind, std::string_view number);

/// The same for a place of a bulletin by its anchor; a section whose number is not printed goes by its title. Empty for
/// a passage that has only a name.
std::string place_label(const Host& host, catalog::BulletinIndex bulletin, std::string_view anchor);

/// Which part of the target is meant, in words: 'párr. 12', 'artículo 25.5', the label of a figure; empty for the
/// whole.
std::string part_label(const Host& host, const catalog::Target& target);

/// The label of a figure in the reader's language, or else its value.
std::string fact_label(const Host& host, const model::Fact& fact);

/// The id of a figure on the page that lists all of them.
std::string fact_id(const model::Bulletin& bulletin, const model::Fact& fact);

/// 'Reporte T-MEC No. 117', or the title when the bulletin has no number.
std::string bulletin_citation(const Host& host, const model::Bulletin& bulletin);

/// '(en español)' as words for a link that leaves the reader's language; empty when it does not.
std::string language_label(const Host& host, std::string_view language);

/// The words of a link without an author's own, as markup: what is in another language says so.
std::string words_html(const Link& link);

/// Appends <a …>words</a> with hreflang, rel and the visible language label; `words_html` is markup.
void append_link(std::string& out, const Host& host, const Link& link, std::string_view words_html,
                 std::string_view css_class = {});

}  // namespace gaceta::rendering
