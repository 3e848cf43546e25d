#include "rendering/citation_record.hpp"

#include <algorithm>
#include <cstdio>

#include "rendering/link.hpp"
#include "rendering/value_html.hpp"
#include "rendering/views.hpp"

namespace gaceta::rendering {
namespace {

std::string key_of(const model::Bulletin& bulletin, const std::string& language) {
  std::string key = bulletin.id.text + "." + language;
  std::replace(key.begin(), key.end(), '/', '.');
  return key;
}

const std::string& name_of(const content::Organisation& organisation, model::Language language) {
  return organisation.name[language];
}

}  // namespace

std::string publisher_name(const Host& host) {
  const auto& issuer = host.settings().issuer;
  const content::Organisation* found = issuer ? host.settings().find_organisation({issuer->text}) : nullptr;
  return found != nullptr ? name_of(*found, host.language) : host.settings().title[host.language];
}

std::string iso_date(const model::Date& date, char separator) {
  char buffer[48];
  switch (date.precision) {
    case model::DatePrecision::day:
      std::snprintf(buffer, sizeof buffer, "%04d%c%02d%c%02d", date.year, separator, int{date.month}, separator,
                    int{date.day});
      break;
    case model::DatePrecision::month:
      std::snprintf(buffer, sizeof buffer, "%04d%c%02d", date.year, separator, int{date.month});
      break;
    default:
      std::snprintf(buffer, sizeof buffer, "%04d", date.year);
      break;
  }
  return buffer;
}

std::string iso_date(const model::Date& date) {
  return iso_date(date, '-');
}

CitationRecord citation_record(const Host& host, catalog::BulletinIndex index) {
  const model::Bulletin& bulletin = host.catalog.bulletin(index);
  const model::Text& text = *bulletin.texts[host.language];
  const content::Settings& settings = host.settings();
  CitationRecord record;
  record.key = key_of(bulletin, host.language_code());
  record.title = text.title;
  record.summary = text.summary;
  record.publisher = publisher_name(host);
  for (const model::Mention& issuer : bulletin.issuers) {
    const content::Organisation* found = settings.find_organisation({issuer.text});
    if (found != nullptr) record.authors.push_back(name_of(*found, host.language));
  }
  if (record.authors.empty()) record.authors.push_back(record.publisher);
  record.series = settings.series[host.catalog.series_of(index)].name[host.language];
  record.kind = host.locale.message(kind_key(bulletin.kind));
  if (bulletin.number) record.number = std::to_string(*bulletin.number);
  record.symbol = bulletin.symbol;
  record.date = bulletin.date.start;
  record.language = settings.languages[model::index(host.language)].locale;
  record.url = absolute_url(settings, host.catalog.address(index, host.language));
  for (const model::Mention& topic : bulletin.topics) {
    const content::Topic* found = settings.find_topic({topic.text});
    if (found != nullptr) record.keywords.push_back(found->name[host.language]);
  }
  return record;
}

std::string cite_as(const Host& host, const CitationRecord& record, const model::Bulletin& bulletin) {
  const std::string authors = host.locale.list_and(record.authors);
  const std::string date = date_text(host.locale, bulletin.date);
  const std::string report = bulletin.number ? bulletin_citation(host, bulletin) : record.series;
  return host.locale.message("cite-as", {{"author", std::string_view(authors)},
                                         {"date", std::string_view(date)},
                                         {"title", std::string_view(record.title)},
                                         {"report", std::string_view(report)},
                                         {"symbol", std::string_view(record.symbol.empty() ? "none" : record.symbol)},
                                         {"url", std::string_view(record.url)}});
}

}  // namespace gaceta::rendering
