// The index of all bulletins, by title and by year: one page while they are few, a page per initial letter and per year
// (in pages of their own where they are long) when they are many. Made once before rendering; then const, for any
// thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.hpp"
#include "localization/locale.hpp"

namespace gaceta::rendering {

/// The bulletins under one letter, or of one year.
struct IndexPart {
  std::string label;  ///< 'A', '2021'
  std::string slug;   ///< last part of its address: 'a', '2021'
  std::vector<catalog::BulletinIndex> bulletins;
};

/// The index in one language.
struct LanguageIndex {
  std::vector<IndexPart> letters;
  std::vector<IndexPart> years;
};

struct IndexPlan {
  bool is_split = false;
  model::PerLanguage<LanguageIndex> languages;  ///< empty parts unless it is split

  /// The address of page `number` of the part called `slug`, or empty if the language has no such page.
  std::string address(const catalog::Catalog& catalog, model::Language language, std::string_view slug,
                      std::size_t number = 1) const;
};

/// Everything but the order of titles under a letter.
IndexPlan plan_index(const catalog::Catalog& catalog);

/// Puts the titles under one letter into the language's order.
void sort_titles(IndexPart& letter, const catalog::Catalog& catalog, const localization::Locale& locale,
                 model::Language language);

/// The title under which a bulletin is listed for readers of `language`.
const std::string& listed_title(const catalog::Catalog& catalog, catalog::BulletinIndex index,
                                model::Language language);

}  // namespace gaceta::rendering
