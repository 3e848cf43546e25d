// What every piece of rendering may ask while one page is made: the catalog, the reader's language, where the page
// lives. A small bundle of references, made per page; one thread at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "catalog/catalog.hpp"
#include "localization/locale.hpp"
#include "model/bulletin.hpp"
#include "model/language.hpp"

namespace gaceta::rendering {

struct Host {
  const catalog::Catalog& catalog;
  model::Language language{};
  const localization::Locale& locale;
  std::string address;  ///< of the page: 'es/temas/pymes/'; empty for the root
  std::string prefix;   ///< from the page back to the root: '../../../'; './' at the root
  /// Of the text that this page shows, when that has a page of its own: links to it stay here.
  std::string text_address = {};
  /// The event whose fields a template asks for, one after the other. A host belongs to one page, and so to one thread.
  struct LookedAt {
    std::optional<catalog::EventIndex> index;
    model::Event event;
  };
  mutable LookedAt looked_at = {};

  const content::Settings& settings() const { return catalog.settings(); }
  const std::string& language_code() const { return settings().languages[model::index(language)].code; }
};

/// '../' for every folder of `address`, or './'.
std::string prefix_of(std::string_view address);

/// The relative address of another page. Ends in index.html so that it also works without a server; `anchor` may be
/// empty.
std::string href(const Host& host, std::string_view address, std::string_view anchor = {});

/// The absolute address of a page, below the site's base_url, as it is published: without index.html.
std::string absolute_url(const content::Settings& settings, std::string_view address);

/// The language in which something is shown to a reader of `language`: the same if it has a text there, else the first.
template <typename Texts>
model::Language shown_language(const Texts& texts, model::Language language) {
  if (texts[language]) return language;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[static_cast<model::Language>(i)]) return static_cast<model::Language>(i);
  }
  return language;
}

}  // namespace gaceta::rendering
