#include "rendering/metadata.hpp"

#include "edition.hpp"
#include "rendering/frame.hpp"

using namespace gaceta;
using namespace gaceta::rendering;
using namespace gaceta::rendering::testing;

namespace {

Metadata of(const catalog::Catalog& catalog, model::Language language, const std::string& id) {
  const localization::Locale words = locale(catalog, language);
  const auto index = *catalog.find_bulletin(id);
  const Host host = host_for(catalog, language, words, catalog.address(index, language));
  return metadata(host, index);
}

}  // namespace

TEST_CASE("the date of change is that of the last one, whatever its weight") {
  Files files;
  add_bulletin(files, "uno",
               "date: 2020-02\nsymbol: X/1\nupdated:\n  - {date: 2020-03-01, note: n}\n"
               "  - {date: 2021-05, change: minor, note: n}\n");
  const Metadata data = of(edition(files), kSpanish, "a/uno");
  CHECK(data.published == "2020-02");
  CHECK(data.highwire_date == "2020/02");
  CHECK(data.modified == "2021-05");
  CHECK(data.year == "2020");
  CHECK(data.search_words == "2020-02 X/1 2021-05");
}

TEST_CASE("one text is the original, the others are translations of it, and each work is cited once") {
  Files files;
  add_bulletin(files, "uno", "date: 2020\n");
  add_bulletin(files, "dos", "date: 2021\nlegal_basis: [tlc#1.2, tlc#1.3, a/uno]\n");
  const catalog::Catalog catalog = edition(files);
  const Metadata spanish = of(catalog, kSpanish, "a/dos");
  CHECK(spanish.original.empty());
  REQUIRE(spanish.translations.size() == 1);
  CHECK(spanish.translations[0].url == "https://x.example/en/a/dos/");
  CHECK(of(catalog, kEnglish, "a/dos").original == "https://x.example/es/a/dos/");
  REQUIRE(spanish.citations.size() == 2);
  CHECK(spanish.citations[0].name == "T");
  CHECK_FALSE(spanish.citations[0].is_report);
  CHECK(spanish.citations[1].url == "https://x.example/es/a/uno/");
}
