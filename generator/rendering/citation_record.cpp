#include "rendering/citation_record.hpp"

#include <algorithm>
#include <array>
#include <charconv>

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

/// With zeros before it, `width` characters or more. There are several dates on each page.
void append_padded(std::string& out, int number, std::size_t width) {
  std::array<char, 12> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  const std::string_view all(digits.data(), static_cast<std::size_t>(end - digits.data()));
  const std::size_t sign = number < 0 ? 1 : 0;
  out += all.substr(0, sign);
  if (all.size() < width) out.append(width - all.size(), '0');
  out += all.substr(sign);
}

}  // namespace

std::string publisher_name(const Host& host) {
  const auto& issuer = host.settings().issuer;
  const content::Organisation* found = issuer ? host.settings().find_organisation({issuer->text}) : nullptr;
  return found != nullptr ? name_of(*found, host.language) : host.settings().title[host.language];
}

std::string iso_date(const model::Date& date, char separator) {
  using model::DatePrecision;
  std::string out;
  append_padded(out, date.year, 4);
  if (date.precision == DatePrecision::day || date.precision == DatePrecision::month) {
    append_padded(out += separator, date.month, 2);
  }
  if (date.precision == DatePrecision::day) append_padded(out += separator, date.day, 2);
  return out;
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
