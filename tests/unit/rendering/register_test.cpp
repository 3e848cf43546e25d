// Which page of a register an entry stands on, as links to it see it.
#include "edition.hpp"
#include "rendering/citing_bulletins.hpp"
#include "rendering/data_files.hpp"
#include "rendering/frame.hpp"
#include "rendering/link.hpp"

using namespace gaceta;
using namespace gaceta::rendering;
using namespace gaceta::rendering::testing;

namespace {

/// Five documents whose titles have different orders in the two languages, and five facts, two on a page.
catalog::Catalog registers() {
  Files files;
  files["content/site.yaml"] =
      "title: t\nbase_url: https://x.example/\nlanguages: {es: {locale: es-MX}, en: {locale: en-US}}\n"
      "series: {a: {name: A}}\nper_page: 2\n";
  files["content/documents.yaml"] =
      "d1: {title: {es: Álamo, en: Poplar}}\nd2: {title: {es: Nogal, en: Walnut}}\nd3: {title: {es: Ñandú, en: Rhea}}\n"
      "d4: {title: {es: Oso, en: Bear}}\nd5: {title: {es: Zorro, en: Fox}}\n";
  add_bulletin(files, "viejo",
               "date: 2020\nfacts:\n  uno: {value: 1, label: x}\n  mudo: {value: 2}\n  dos: {value: 3, label: y}\n");
  add_bulletin(files, "nuevo", "date: 2021\nfacts:\n  tres: {value: 4, label: z}\n");
  return edition(files);
}

std::string url_of(const catalog::Catalog& catalog, model::Language language, const std::string& reference) {
  const localization::Locale words = locale(catalog, language);
  const Host host = host_for(catalog, language, words, "");
  const auto target = catalog.resolve(reference, std::nullopt);
  REQUIRE(std::holds_alternative<catalog::Target>(target));
  return link_to(host, std::get<catalog::Target>(target)).url;
}

}  // namespace

TEST_CASE("a link to a document leads to its page of the register, by the order of the reader's language") {
  const catalog::Catalog catalog = registers();
  CHECK(url_of(catalog, kSpanish, "d1") == "./es/documentos/index.html#doc-d1");
  CHECK(url_of(catalog, kSpanish, "d3") == "./es/documentos/pagina-2/index.html#doc-d3");
  CHECK(url_of(catalog, kSpanish, "d5") == "./es/documentos/pagina-3/index.html#doc-d5");
  CHECK(url_of(catalog, kEnglish, "d4") == "./en/documents/index.html#doc-d4");
  CHECK(url_of(catalog, kEnglish, "d1") == "./en/documents/page-2/index.html#doc-d1");
  CHECK(url_of(catalog, kEnglish, "d2") == "./en/documents/page-3/index.html#doc-d2");
}

TEST_CASE("the register of facts holds those with a label, of the newest bulletin first") {
  const catalog::Catalog catalog = registers();
  REQUIRE(catalog.register_of_facts().size() == 3);
  CHECK(catalog.fact(catalog.register_of_facts()[0]).id.text == "tres");
  CHECK(catalog.register_address(catalog.register_of_facts()[1], kSpanish) == "es/cifras/");
  CHECK(catalog.register_address(catalog.register_of_facts()[2], kSpanish) == "es/cifras/pagina-2/");
  CHECK(catalog.register_address(catalog.register_of_facts()[2], kEnglish) == "en/figures/page-2/");
}

TEST_CASE(
    "a document that more bulletins cite than stand on a page has pages of its own, which list them newest first") {
  Files files;
  files["content/site.yaml"] =
      "title: t\nbase_url: https://x.example/\nlanguages: {es: {locale: es-MX}, en: {locale: en-US}}\n"
      "series: {a: {name: A}}\nper_page: 2\n";
  files["content/documents.yaml"] = "d1: {title: {es: Uno, en: One}}\nd2: {title: {es: Dos, en: Two}}\n";
  for (const auto& [name, year] : {std::pair("x", "2019"), std::pair("y", "2021"), std::pair("z", "2020")}) {
    add_bulletin(files, name, std::string("date: ") + year + "\n");
    for (const char* language : {"es", "en"}) {
      files[std::string("content/a/") + name + "/" + language + ".md"] =
          std::string("---\ntitle: T\nsummary: s\nslug: ") + name + "\n---\n<ref:d1>\n\n<ref:d1>" +
          (name == std::string("x") ? "" : " <ref:d2>") + "\n";
    }
  }
  const catalog::Catalog catalog = edition(files);
  const auto often = *catalog.find_document("d1"), twice = *catalog.find_document("d2");
  CHECK(catalog.citing(often) == 3);
  CHECK(catalog.citing(twice) == 2);
  CHECK(catalog.address(often, kSpanish) == "es/documentos/d1/");
  CHECK(catalog.address(often, kEnglish) == "en/documents/d1/");
  CHECK(catalog.address(twice, kSpanish).empty());

  const CitingBulletins citing(catalog, often);
  const auto shown = [&](PageRange range) {
    std::string out;
    for (const catalog::Citation& one : citing.citations(range)) {
      out += catalog.bulletin(one.from).id.text + "#" + std::string(one.anchor) + " ";
    }
    return out;
  };
  REQUIRE(citing.size() == 3);
  CHECK(shown({0, 2}) == "a/y#p-1 a/y#p-2 a/z#p-1 a/z#p-2 ");
  CHECK(shown({2, 1}) == "a/x#p-1 a/x#p-2 ");
  CHECK(shown({3, 2}).empty());

  std::string sitemap;
  const IndexPlan plan = plan_index(catalog);
  for (const StreamedFile& file : sitemaps(catalog, plan)) {
    file.pieces([&](std::string_view piece) { sitemap += piece; });
  }
  CHECK(sitemap.find("<loc>https://x.example/es/documentos/d1/pagina-2/</loc>") != std::string::npos);
  CHECK(sitemap.find("<loc>https://x.example/en/documents/d1/</loc>") != std::string::npos);
  CHECK(sitemap.find("documentos/d1/pagina-3/") == std::string::npos);
  CHECK(sitemap.find("documentos/d2/") == std::string::npos);
}
