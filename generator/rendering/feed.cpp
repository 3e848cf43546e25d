#include "rendering/feed.hpp"

#include <algorithm>

#include "rendering/absolute_links.hpp"
#include "rendering/frame.hpp"
#include "rendering/pages.hpp"
#include "rendering/text_html.hpp"
#include "rendering/value_html.hpp"
#include "text/html.hpp"

namespace gaceta::rendering {
namespace {

using catalog::BulletinIndex;
using catalog::Catalog;
using model::Language;
using templating::object_type;
using templating::ObjectType;

/// RFC 4151 wants a date at which the authority was the site's; one that site.yaml does not give is the year in which
/// Gaceta began.
constexpr std::string_view kAuthorityDate = "2026";

std::string tag_uri(const content::Settings& settings, const std::string& specific) {
  std::string uri = "tag:" + settings.feed_authority;
  if (settings.feed_authority.find(',') == std::string::npos) uri += "," + std::string(kAuthorityDate);
  return uri + ":" + specific;
}

/// The first instant of a date that may be known to the month or year only.
std::string rfc3339(const model::DateRange& date) {
  return model::to_string(model::first_day(date)) + "T00:00:00Z";
}

/// When the bulletin last had something new for its readers: minor changes have not.
const model::DateRange& changed(const model::Bulletin& bulletin) {
  const auto major = std::find_if(bulletin.changes.begin(), bulletin.changes.end(), [](const model::Change& change) {
    return change.weight == model::ChangeWeight::major;
  });
  return major != bulletin.changes.end() ? major->date : bulletin.date;
}

/// What a reader who knows the bulletin must know: the notes of its major changes.
std::string changes_html(TextContext& context, const model::Bulletin& bulletin) {
  std::string html;
  for (const model::Change& change : bulletin.changes) {
    if (change.weight == model::ChangeWeight::minor || change.note.text.empty()) continue;
    const localization::Locale& locale = context.host.locale;
    html += "<p><strong>" + text::html_escaped(locale.message("updated")) + ", " +
            text::html_escaped(date_text(locale, change.date)) + ":</strong> " + remark_html(context, change.note) +
            "</p>\n";
  }
  return html;
}

const std::vector<BulletinIndex>& candidates(const Catalog& catalog, FeedScope scope) {
  return scope ? catalog.in_series(*scope) : catalog.newest_first();
}

/// The entries of a feed: what changed last comes first.
std::vector<BulletinIndex> latest(const Host& host, FeedScope scope) {
  std::vector<BulletinIndex> found;
  for (const BulletinIndex index : candidates(host.catalog, scope)) {
    if (host.catalog.bulletin(index).texts[host.language]) found.push_back(index);
  }
  const std::size_t count = std::min(found.size(), kFeedEntries);
  const auto is_later = [&](BulletinIndex a, BulletinIndex b) {
    const model::Bulletin& left = host.catalog.bulletin(a);
    const model::Bulletin& right = host.catalog.bulletin(b);
    const auto left_day = model::first_day(changed(left));
    const auto right_day = model::first_day(changed(right));
    return left_day != right_day ? left_day > right_day : left.id < right.id;
  };
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count), found.end(), is_later);
  found.resize(count);
  return found;
}

template <typename AddressIn>
std::vector<Translation> alternates(const Host& host, const AddressIn& address_in) {
  std::vector<Translation> all;
  for (std::size_t i = 0; i < host.catalog.language_count(); ++i) {
    const std::string address = address_in(static_cast<Language>(i));
    if (!address.empty()) {
      all.push_back({absolute_url(host.settings(), address), host.settings().languages[i].code});
    }
  }
  return all;
}

std::string content_html(const Host& host, BulletinIndex index, const content::Body& body) {
  const model::Bulletin& bulletin = host.catalog.bulletin(index);
  const std::string address = host.catalog.address(index, host.language);
  const Host page = host_for(host.catalog, host.language, host.locale, address);
  TextContext context{page, &bulletin, index, media_address(bulletin), {}};
  std::string html = changes_html(context, bulletin);
  html += body_html(context, body);
  if (const std::string notes = notes_html(context, body); !notes.empty()) html += "<ol>\n" + notes + "</ol>\n";
  return with_absolute_links(html, absolute_url(host.settings(), address));
}

FeedEntry feed_entry(const Host& host, BulletinIndex index, const BodyReader& read_body) {
  const model::Bulletin& bulletin = host.catalog.bulletin(index);
  const CitationRecord record = citation_record(host, index);
  FeedEntry entry;
  entry.id = tag_uri(host.settings(), host.language_code() + "/" + bulletin.id.text);
  entry.title = record.title;
  entry.summary = record.summary;
  entry.alternates = alternates(host, [&](Language language) { return host.catalog.address(index, language); });
  entry.published = rfc3339(bulletin.date);
  entry.updated = rfc3339(changed(bulletin));
  entry.authors = record.authors;
  entry.categories = record.keywords;
  read_body(index, [&](const content::Body& body) { entry.content = content_html(host, index, body); });
  return entry;
}

const ObjectType& alternate_type() {
  static const ObjectType type =
      object_type<Translation>("alternate").text<&Translation::url>("url").text<&Translation::language>("lang");
  return type;
}

const ObjectType& feed_entry_type() {
  static const ObjectType type = object_type<FeedEntry>("feed_entry")
                                     .text<&FeedEntry::id>("id")
                                     .text<&FeedEntry::title>("title")
                                     .text<&FeedEntry::summary>("summary")
                                     .list<&FeedEntry::alternates>("alternates", alternate_type)
                                     .text<&FeedEntry::published>("published")
                                     .text<&FeedEntry::updated>("updated")
                                     .text_list<&FeedEntry::authors>("authors")
                                     .text_list<&FeedEntry::categories>("categories")
                                     .html<&FeedEntry::content>("content");
  return type;
}

}  // namespace

std::string feed_address(const Catalog& catalog, FeedScope scope, Language language) {
  if (!catalog.settings().outputs.feeds) return {};
  if (!has_texts(catalog, scope, language)) return {};
  return (scope ? catalog.series_address(*scope, language) : catalog.home_address(language)) + "feed.xml";
}

FeedPage feed_page(const Host& host, FeedScope scope, const BodyReader& read_body) {
  const content::Settings& settings = host.settings();
  const model::LocalText& about = scope ? settings.series[*scope].description : settings.description;
  FeedPage feed;
  feed.id = tag_uri(settings, host.language_code() + (scope ? "/series/" + settings.series[*scope].id.text : ""));
  feed.title = settings.title[host.language];
  if (scope) feed.title = settings.series[*scope].name[host.language] + " – " + feed.title;
  if (!about.empty()) feed.subtitle = about[host.language];
  feed.lang = settings.languages[model::index(host.language)].locale;
  feed.self = absolute_url(settings, feed_address(host.catalog, scope, host.language));
  feed.alternates = alternates(host, [&](Language language) {
    return scope ? host.catalog.series_address(*scope, language) : host.catalog.home_address(language);
  });
  feed.author = publisher_name(host);
  for (const BulletinIndex index : latest(host, scope)) feed.entries.push_back(feed_entry(host, index, read_body));
  if (!feed.entries.empty()) feed.updated = feed.entries.front().updated;
  return feed;
}

const ObjectType& feed_page_type() {
  static const ObjectType type = object_type<FeedPage>("feed")
                                     .text<&FeedPage::id>("id")
                                     .text<&FeedPage::title>("title")
                                     .text<&FeedPage::subtitle>("subtitle")
                                     .text<&FeedPage::lang>("lang")
                                     .text<&FeedPage::self>("self")
                                     .list<&FeedPage::alternates>("alternates", alternate_type)
                                     .text<&FeedPage::updated>("updated")
                                     .text<&FeedPage::author>("author")
                                     .list<&FeedPage::entries>("entries", feed_entry_type);
  return type;
}

}  // namespace gaceta::rendering
