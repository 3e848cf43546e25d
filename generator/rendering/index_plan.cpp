#include "rendering/index_plan.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "rendering/host.hpp"
#include "text/unicode.hpp"

namespace gaceta::rendering {
namespace {

using catalog::BulletinIndex;
using catalog::Catalog;
using model::Language;

constexpr std::size_t kPagesOnOne = 4;  // an index of so many list pages is still one page

/// The letter a title is filed under: without accents, small; '0-9' for figures and for what has no Latin letter.
std::string initial(std::string_view title) {
  for (std::size_t at = 0; at < title.size();) {
    const auto lead = static_cast<unsigned char>(title[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const std::string slug = text::slugify(title.substr(at, length));
    if (!slug.empty()) return slug[0] >= 'a' ? slug.substr(0, 1) : "0-9";
    at += length;
  }
  return "0-9";
}

std::string label_of(const std::string& slug) {
  if (slug.size() > 1) return "0–9";
  return {static_cast<char>(slug[0] - 'a' + 'A')};
}

std::vector<IndexPart> letters(const Catalog& catalog, Language language) {
  std::map<std::string, std::vector<BulletinIndex>> by_letter;
  for (const BulletinIndex index : catalog.newest_first()) {
    by_letter[initial(listed_title(catalog, index, language))].push_back(index);
  }
  std::vector<IndexPart> parts;
  for (auto& [slug, bulletins] : by_letter) parts.push_back({label_of(slug), slug, std::move(bulletins)});
  return parts;
}

std::vector<IndexPart> years(const Catalog& catalog) {
  std::vector<IndexPart> parts;
  for (const BulletinIndex index : catalog.newest_first()) {
    const std::string year = std::to_string(catalog.bulletin(index).date.start.year);
    if (parts.empty() || parts.back().slug != year) parts.push_back({year, year, {}});
    parts.back().bulletins.push_back(index);
  }
  return parts;
}

}  // namespace

std::string IndexPlan::address(const Catalog& catalog, Language language, std::string_view slug,
                               std::size_t number) const {
  for (const auto* parts : {&languages[language].letters, &languages[language].years}) {
    for (const IndexPart& part : *parts) {
      if (part.slug != slug || number > catalog.page_count(part.bulletins.size())) continue;
      const std::string list = catalog.section_address(catalog::Section::index, language) + part.slug + "/";
      return catalog.page_address(list, language, number);
    }
  }
  return {};
}

IndexPlan plan_index(const Catalog& catalog) {
  IndexPlan plan;
  plan.languages = model::PerLanguage<LanguageIndex>(catalog.language_count());
  plan.is_split = catalog.page_count(catalog.bulletins().size()) > kPagesOnOne;
  if (!plan.is_split) return plan;
  for (std::size_t l = 0; l < catalog.language_count(); ++l) {
    const auto language = static_cast<Language>(l);
    plan.languages[language] = {letters(catalog, language), years(catalog)};
  }
  return plan;
}

void sort_titles(IndexPart& letter, const Catalog& catalog, const localization::Locale& locale, Language language) {
  std::vector<std::pair<std::string_view, BulletinIndex>> titles;
  titles.reserve(letter.bulletins.size());
  for (const BulletinIndex index : letter.bulletins) titles.emplace_back(listed_title(catalog, index, language), index);
  std::stable_sort(titles.begin(), titles.end(),
                   [&](const auto& a, const auto& b) { return locale.compare(a.first, b.first) < 0; });
  std::transform(titles.begin(), titles.end(), letter.bulletins.begin(), [](const auto& one) { return one.second; });
}

const std::string& listed_title(const Catalog& catalog, BulletinIndex index, Language language) {
  const auto& texts = catalog.bulletin(index).texts;
  return texts[shown_language(texts, language)]->title;
}

}  // namespace gaceta::rendering
