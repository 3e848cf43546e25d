#include "rendering/index_plan.hpp"

#include "edition.hpp"

using namespace gaceta;
using namespace gaceta::rendering;
using namespace gaceta::rendering::testing;

namespace {

catalog::Catalog many(int per_page) {
  Files files;
  files["content/site.yaml"] =
      "title: t\nbase_url: https://x.example/\nlanguages: {es: {locale: es-MX}, en: {locale: en-US}}\n"
      "series: {a: {name: A}}\nper_page: " +
      std::to_string(per_page) + "\n";
  const char* titles[] = {"'«Árboles»'", "Ñandú", "zorro", "'2021 en cifras'", "Nogal", "árbol", "'¿Y?'"};
  for (int i = 0; i < 7; ++i) {
    add_bulletin(files, "b" + std::to_string(i), "date: " + std::to_string(2020 + i / 4) + "-0" + std::to_string(i + 1),
                 titles[i]);
  }
  return edition(files);
}

std::vector<std::string> slugs(const std::vector<IndexPart>& parts) {
  std::vector<std::string> all;
  for (const IndexPart& part : parts) all.push_back(part.slug + ":" + std::to_string(part.bulletins.size()));
  return all;
}

}  // namespace

TEST_CASE("an index that four list pages hold stays one page") {
  CHECK_FALSE(plan_index(many(2)).is_split);
  CHECK(plan_index(many(1)).is_split);
}

TEST_CASE("letters are those without accents and marks, figures have a part of their own, years come newest first") {
  const catalog::Catalog catalog = many(1);
  const IndexPlan plan = plan_index(catalog);
  CHECK(slugs(plan.languages[kSpanish].letters) == std::vector<std::string>{"0-9:1", "a:2", "n:2", "y:1", "z:1"});
  CHECK(slugs(plan.languages[kSpanish].years) == std::vector<std::string>{"2021:3", "2020:4"});
  CHECK(plan.address(catalog, kSpanish, "a", 2) == "es/indice/a/pagina-2/");
  CHECK(plan.address(catalog, kEnglish, "2020") == "en/index/2020/");
  CHECK(plan.address(catalog, kSpanish, "a", 3).empty());
  CHECK(plan.address(catalog, kSpanish, "b").empty());
}

TEST_CASE("titles under a letter are in the order of the language") {
  const catalog::Catalog catalog = many(1);
  IndexPart part = plan_index(catalog).languages[kSpanish].letters[2];
  sort_titles(part, catalog, locale(catalog, kSpanish), kSpanish);
  CHECK(listed_title(catalog, part.bulletins[0], kSpanish) == "Nogal");
  CHECK(listed_title(catalog, part.bulletins[1], kSpanish) == "Ñandú");
}
