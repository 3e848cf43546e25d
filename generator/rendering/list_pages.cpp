// The pages that list bulletins: home, series, topics, the index. Long lists go over several pages, and every page says
// at which address it is in the other languages: page k only where the other language has a page k.
#include <algorithm>

#include "rendering/frame.hpp"
#include "rendering/pages.hpp"

namespace gaceta::rendering {
namespace {

using catalog::BulletinIndex;
using catalog::Catalog;
using catalog::Section;
using localization::Locale;
using model::Language;

constexpr std::size_t kLatest = 20;   // bulletins on a home page
constexpr std::size_t kIssuers = 12;  // of those with the most bulletins, on a home page

std::vector<BulletinIndex> to_vector(std::span<const BulletinIndex> entries) {
  return {entries.begin(), entries.end()};
}

std::vector<IndexPartView> views_of(const Host& host, const IndexPlan& plan, const std::vector<IndexPart>& parts) {
  std::vector<IndexPartView> views;
  for (const IndexPart& part : parts) {
    const std::string address = plan.address(host.catalog, host.language, part.slug);
    views.push_back({part.label, href(host, address), part.bulletins.size(), address == host.address});
  }
  return views;
}

/// In the order of the language; `count` of them, those with the most bulletins.
std::vector<OrganisationView> issuer_views(const Catalog& catalog, const Locale& locale, Language language,
                                           std::size_t count) {
  std::vector<std::size_t> issuers = catalog.issuers();
  const auto& organisations = catalog.settings().organisations;
  std::stable_sort(issuers.begin(), issuers.end(), [&](std::size_t a, std::size_t b) {
    return catalog.issued_by(a).size() > catalog.issued_by(b).size();
  });
  issuers.resize(std::min(count, issuers.size()));
  std::stable_sort(issuers.begin(), issuers.end(), [&](std::size_t a, std::size_t b) {
    return locale.compare(organisations[a].name[language], organisations[b].name[language]) < 0;
  });
  std::vector<OrganisationView> views;
  for (const std::size_t issuer : issuers) views.push_back({&organisations[issuer]});
  return views;
}

}  // namespace

void PageWriter::home(const IndexPlan& plan, const Locale& locale, Language language, std::string& out) {
  const Host host = host_for(catalog_, language, locale, catalog_.home_address(language));
  HomePage page;
  const auto& description = catalog_.settings().description;
  fill_frame(page, host, catalog_.settings().title[language], description.empty() ? "" : description[language], "home",
             [&](Language other) { return catalog_.home_address(other); });
  // Readers of other languages are sent where they can choose, and that page lists the same versions as this one.
  page.x_default = absolute_url(catalog_.settings(), "");
  if (has_texts(catalog_, std::nullopt, language)) add_cite_files(page, host, host.address);
  const auto& newest = catalog_.newest_first();
  for (std::size_t i = 0; i < std::min(kLatest, newest.size()); ++i) page.latest.push_back({newest[i]});
  page.issuers = issuer_views(catalog_, locale, language, kIssuers);
  const std::string& index = catalog_.section_address(Section::index, language);
  for (const YearView& year : by_year(catalog_, newest)) {
    const std::string label = std::to_string(year.year);
    const std::string url =
        plan.is_split ? href(host, plan.address(catalog_, language, label)) : href(host, index, "y-" + label);
    page.years.push_back({year.year, year.bulletins.size(), url});
  }
  renderer_->render(templates_.home, page, host, out);
}

void PageWriter::series(std::size_t series, std::size_t number, Language language, const Locale& locale,
                        std::string& out) {
  const content::Series& settings = catalog_.settings().series[series];
  const auto address = [&](Language in) {
    return catalog_.page_address(catalog_.series_address(series, in), in, number);
  };
  const Host host = host_for(catalog_, language, locale, address(language));
  SeriesPage page;
  fill_frame(page, host, page_title(host, settings.name[language], number),
             settings.description.empty() ? settings.name[language] : settings.description[language], "series",
             address);
  add_feed(page, host, series);
  if (has_texts(catalog_, series, language)) add_cite_files(page, host, catalog_.series_address(series, language));
  page.series = {series};
  const auto& list = catalog_.in_series(series);
  page.years = by_year(catalog_, to_vector(entries_on(catalog_, list, number)));
  page.pagination = pagination_by_year(host, catalog_.series_address(series, language), list, number);
  renderer_->render(templates_.series, page, host, out);
}

void PageWriter::topic(std::size_t topic, std::size_t number, Language language, const Locale& locale,
                       std::string& out) {
  const content::Topic& settings = catalog_.settings().topics[topic];
  const auto address = [&](Language in) {
    return catalog_.page_address(catalog_.topic_address(topic, in), in, number);
  };
  const Host host = host_for(catalog_, language, locale, address(language));
  TopicPage page;
  fill_frame(page, host, page_title(host, settings.name[language], number),
             settings.description.empty() ? settings.name[language] : settings.description[language], "topic", address);
  page.topic = {topic};
  const auto& list = catalog_.on_topic(topic);
  page.years = by_year(catalog_, to_vector(entries_on(catalog_, list, number)));
  page.pagination = pagination_by_year(host, catalog_.topic_address(topic, language), list, number);
  renderer_->render(templates_.topic, page, host, out);
}

void PageWriter::issuers(Language language, const Locale& locale, std::string& out) {
  const Host host = host_for(catalog_, language, locale, catalog_.section_address(Section::issuers, language));
  IssuersPage page;
  fill_frame(page, host, std::string(locale.message("issuers")), std::string(locale.message("issuers-description")),
             "issuers", [&](Language other) { return catalog_.section_address(Section::issuers, other); });
  page.issuers = issuer_views(catalog_, locale, language, catalog_.issuers().size());
  renderer_->render(templates_.issuers, page, host, out);
}

void PageWriter::issuer(std::size_t issuer, std::size_t number, Language language, const Locale& locale,
                        std::string& out) {
  const auto& organisations = catalog_.settings().organisations;
  const content::Organisation& organisation = organisations[issuer];
  const auto address = [&](Language in) {
    return catalog_.page_address(catalog_.issuer_address(issuer, in), in, number);
  };
  const Host host = host_for(catalog_, language, locale, address(language));
  IssuerPage page;
  const std::string& name = organisation.name[language];
  fill_frame(page, host, page_title(host, name, number),
             locale.message("issuer-description", {{"name", std::string_view(name)}}), "issuer", address);
  page.issuer = {&organisation};
  if (organisation.parent) {
    page.parent = OrganisationView{catalog_.settings().find_organisation({organisation.parent->text})};
  }
  for (const std::size_t other : catalog_.issuers()) {
    const auto& parent = organisations[other].parent;
    if (parent && parent->text == organisation.id.text) page.parts.push_back({&organisations[other]});
  }
  const auto& list = catalog_.issued_by(issuer);
  page.years = by_year(catalog_, to_vector(entries_on(catalog_, list, number)));
  page.pagination = pagination_by_year(host, catalog_.issuer_address(issuer, language), list, number);
  renderer_->render(templates_.issuer, page, host, out);
}

void PageWriter::index(const IndexPlan& plan, Language language, const Locale& locale, std::string& out) {
  const Host host = host_for(catalog_, language, locale, catalog_.section_address(Section::index, language));
  IndexPage page;
  fill_frame(page, host, std::string(locale.message("index")), std::string(locale.message("index-description")),
             "index", [&](Language other) { return catalog_.section_address(Section::index, other); });
  if (plan.is_split) {
    page.letters = views_of(host, plan, plan.languages[language].letters);
    page.year_parts = views_of(host, plan, plan.languages[language].years);
  } else {
    page.years = by_year(catalog_, catalog_.newest_first());
    IndexPart all{"", "", catalog_.newest_first()};
    sort_titles(all, catalog_, locale, language);
    for (const BulletinIndex index : all.bulletins) page.by_title.push_back({index});
  }
  renderer_->render(templates_.index, page, host, out);
}

void PageWriter::index_part(const IndexPlan& plan, const IndexPart& part, std::size_t number, Language language,
                            const Locale& locale, std::string& out) {
  const Host host = host_for(catalog_, language, locale, plan.address(catalog_, language, part.slug, number));
  const std::string title = locale.message("index-part", {{"part", std::string_view(part.label)}});
  IndexPartPage page;
  fill_frame(page, host, page_title(host, title, number), std::string(locale.message("index-description")), "index",
             [&](Language other) { return plan.address(catalog_, other, part.slug, number); });
  page.heading = title;
  for (const BulletinIndex index : entries_on(catalog_, part.bulletins, number)) page.bulletins.push_back({index});
  page.pagination = pagination(host, plan.address(catalog_, language, part.slug), part.bulletins.size(), number);
  page.letters = views_of(host, plan, plan.languages[language].letters);
  page.year_parts = views_of(host, plan, plan.languages[language].years);
  renderer_->render(templates_.index_part, page, host, out);
}

}  // namespace gaceta::rendering
