// Which page of a register an entry stands on, as links to it see it.
#include "edition.hpp"
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
