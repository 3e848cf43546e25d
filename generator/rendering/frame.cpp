#include "rendering/frame.hpp"

#include <algorithm>

#include "rendering/feed.hpp"

namespace gaceta::rendering {

using catalog::Catalog;
using localization::Locale;
using model::Language;

Host host_for(const Catalog& catalog, Language language, const Locale& locale, std::string address) {
  std::string prefix = prefix_of(address);
  return {catalog, language, locale, std::move(address), std::move(prefix)};
}

void fill_frame(Frame& frame, const Host& host, std::string title, std::string description, std::string page_class,
                const AddressIn& address_in) {
  frame.title = std::move(title);
  frame.description = std::move(description);
  frame.page_class = std::move(page_class);
  frame.canonical = absolute_url(host.settings(), host.address);
  std::size_t existing = 0;
  for (std::size_t i = 0; i < host.catalog.language_count(); ++i) {
    const auto language = static_cast<Language>(i);
    const content::LanguageSettings& settings = host.settings().languages[i];
    const std::string address = address_in(language);
    LanguageView view;
    view.code = settings.code;
    view.locale = settings.locale;
    view.name = settings.name;
    view.exists = !address.empty();
    view.is_current = language == host.language;
    view.index = language;
    view.url = href(host, view.exists ? address : host.catalog.home_address(language));
    if (view.exists) view.absolute = absolute_url(host.settings(), address), ++existing;
    frame.languages.push_back(std::move(view));
  }
  // The version of the default language answers readers of languages that the site does not have.
  if (existing > 1) frame.x_default = frame.languages.front().absolute;
  const std::string feed = feed_address(host.catalog, std::nullopt, host.language);
  if (!feed.empty()) frame.feeds.push_back({host.settings().title[host.language], host.prefix + feed});
}

std::string page_title(const Host& host, const std::string& title, std::size_t number) {
  if (number == 1) return title;
  const std::string digits = std::to_string(number);
  return host.locale.message("title-of-page",
                             {{"title", std::string_view(title)}, {"number", std::string_view(digits)}});
}

void add_feed(Frame& frame, const Host& host, std::size_t series) {
  const std::string feed = feed_address(host.catalog, series, host.language);
  if (!feed.empty()) frame.feeds.push_back({host.settings().series[series].name[host.language], host.prefix + feed});
}

void add_cite_files(Frame& frame, const Host& host, const std::string& address) {
  if (!host.settings().outputs.citations) return;
  for (const auto& [name, file] : {std::pair{"BibTeX", "cite.bib"}, {"CSL-JSON", "cite.json"}, {"RIS", "cite.ris"}}) {
    frame.cite_files.push_back({name, host.prefix + address + file});
  }
}

bool has_texts(const Catalog& catalog, std::optional<std::size_t> series, Language language) {
  const auto& bulletins = series ? catalog.in_series(*series) : catalog.newest_first();
  return std::any_of(bulletins.begin(), bulletins.end(),
                     [&](catalog::BulletinIndex index) { return catalog.bulletin(index).texts[language].has_value(); });
}

}  // namespace gaceta::rendering
