#include "rendering/feed.hpp"

#include "edition.hpp"
#include "rendering/frame.hpp"

using namespace gaceta;
using namespace gaceta::rendering;
using namespace gaceta::rendering::testing;

namespace {

FeedPage feed_of(const catalog::Catalog& catalog, FeedScope scope = std::nullopt) {
  const localization::Locale spanish = locale(catalog, kSpanish);
  const Host host = host_for(catalog, kSpanish, spanish, "es/");
  return feed_page(host, scope, [](catalog::BulletinIndex, const auto&) {});
}

std::vector<std::string> ids(const FeedPage& feed) {
  std::vector<std::string> all;
  for (const FeedEntry& entry : feed.entries) all.push_back(entry.id);
  return all;
}

}  // namespace

TEST_CASE("a major change brings a bulletin to the top of the feed, a minor one does not") {
  Files files;
  add_bulletin(files, "uno", "date: 2020-01-01\nupdated: 2022-05\n");
  add_bulletin(files, "dos",
               "date: 2021-03-04\nupdated:\n  - {date: 2023-01-01, change: minor, note: n}\n"
               "  - {date: 2021-04-01, note: n}\n");
  add_bulletin(files, "tres", "date: 2022-01-01\n");
  const FeedPage feed = feed_of(edition(files));
  CHECK(ids(feed) == std::vector<std::string>{"tag:x.example,2026:es/a/uno", "tag:x.example,2026:es/a/tres",
                                              "tag:x.example,2026:es/a/dos"});
  CHECK(feed.updated == "2022-05-01T00:00:00Z");
  CHECK(feed.entries[0].published == "2020-01-01T00:00:00Z");
  CHECK(feed.entries[2].updated == "2021-04-01T00:00:00Z");
}

TEST_CASE("a feed ends after thirty entries, and a series without bulletins has none") {
  Files files;
  for (int i = 10; i < 45; ++i) add_bulletin(files, "b" + std::to_string(i), "date: 20" + std::to_string(i));
  files["content/site.yaml"] =
      "title: t\nbase_url: https://x.example/\nlanguages: {es: {locale: es-MX}, en: {locale: en-US}}\n"
      "series: {a: {name: A}, b: {name: B}}\n";
  const catalog::Catalog catalog = edition(files);
  const FeedPage feed = feed_of(catalog);
  REQUIRE(feed.entries.size() == kFeedEntries);
  CHECK(feed.entries.front().id == "tag:x.example,2026:es/a/b44");
  CHECK(feed.entries.back().id == "tag:x.example,2026:es/a/b15");
  CHECK(feed_address(catalog, std::nullopt, kSpanish) == "es/feed.xml");
  CHECK(feed_address(catalog, 0, kSpanish) == "es/a/feed.xml");
  CHECK(feed_address(catalog, 1, kSpanish).empty());
}
