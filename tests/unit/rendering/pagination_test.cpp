#include "rendering/pagination.hpp"

#include "edition.hpp"
#include "rendering/frame.hpp"

using namespace gaceta;
using namespace gaceta::rendering;
using namespace gaceta::rendering::testing;

namespace {

/// Seven bulletins, two of each year from 2020, three on a page.
catalog::Catalog seven() {
  Files files;
  files["content/site.yaml"] =
      "title: t\nbase_url: https://x.example/\nlanguages: {es: {locale: es-MX}, en: {locale: en-US}}\n"
      "series: {a: {name: A}}\nper_page: 3\n";
  for (int i = 0; i < 7; ++i) {
    add_bulletin(files, "b" + std::to_string(i),
                 "date: " + std::to_string(2020 + i / 2) + "-0" + std::to_string(i + 1));
  }
  return edition(files);
}

std::vector<std::string> shown(const Pagination& pages) {
  std::vector<std::string> words;
  for (const PageNumber& page : pages.numbers) {
    words.push_back((page.follows_gap ? "… " : "") + std::to_string(page.number) + (page.is_current ? "*" : ""));
  }
  return words;
}

}  // namespace

TEST_CASE("a list is cut into pages of the size that site.yaml wants, the last one shorter") {
  const catalog::Catalog catalog = seven();
  const auto& list = catalog.in_series(0);
  CHECK(catalog.page_count(list.size()) == 3);
  CHECK(entries_on(catalog, list, 1).size() == 3);
  CHECK(entries_on(catalog, list, 3).size() == 1);
  CHECK(entries_on(catalog, list, 4).empty());
  CHECK(range_on(catalog, 7, 2).first == 3);
  CHECK(range_on(catalog, 0, 1).count == 0);
}

TEST_CASE("a page knows the one before, the one behind and the page on which a year begins") {
  const catalog::Catalog catalog = seven();
  const localization::Locale spanish = locale(catalog, kSpanish);
  const Host host = host_for(catalog, kSpanish, spanish, catalog.page_address("es/a/", kSpanish, 2));
  const Pagination pages = pagination_by_year(host, "es/a/", catalog.in_series(0), 2);
  CHECK(pages.count == 3);
  CHECK(pages.previous_url == "../../../es/a/index.html");
  CHECK(pages.next_url == "../../../es/a/pagina-3/index.html");
  CHECK(shown(pages) == std::vector<std::string>{"1", "2*", "3"});
  REQUIRE(pages.years.size() == 4);
  CHECK(pages.years[0].year == 2023);
  CHECK(pages.years[0].url == "../../../es/a/index.html#y-2023");
  CHECK(pages.years[2].url == "#y-2021");
}

TEST_CASE("far numbers are left out, and a list of one page has none") {
  const catalog::Catalog catalog = seven();
  const localization::Locale english = locale(catalog, kEnglish);
  const Host host = host_for(catalog, kEnglish, english, "en/documents/");
  CHECK(shown(pagination(host, "en/documents/", 60, 10)) ==
        std::vector<std::string>{"1", "… 8", "9", "10*", "11", "12", "… 20"});
  CHECK(pagination(host, "en/documents/", 60, 10).next_url == "../../en/documents/page-11/index.html");
  CHECK(pagination(host, "en/documents/", 3, 1).numbers.empty());
  CHECK(pagination(host, "en/documents/", 60, 10).years.empty());
}
