// Bulletins in, a catalog out: order, references, who cites whom over all languages, addresses.
#include "catalog/assemble.hpp"

#include "../content/tiny_site.hpp"

using namespace gaceta;
using namespace gaceta::catalog;
using namespace gaceta::content::testing;

namespace {

struct Assembled {
  Catalog catalog;
  std::string said;
};

Assembled assembled(const Files& files) {
  content::Options options;
  options.scratch = std::make_shared<filesystem::Scratch>(1);
  Read read = content::testing::read(files, options);
  REQUIRE(read.said == "");
  REQUIRE(read.site);
  diagnostics::Diagnostics found;
  Catalog catalog = assemble(*std::move(read.site), found);
  return {std::move(catalog), as_text(std::move(found))};
}

/// A bulletin with the same text in both languages.
void add(Files& files, const std::string& id, const std::string& yaml, const std::string& body) {
  files["content/" + id + "/bulletin.yaml"] = yaml;
  files["content/" + id + "/es.md"] = article(id.substr(2), body);
  files["content/" + id + "/en.md"] = article("the " + id.substr(2), body);
}

std::string id_of(const Catalog& catalog, BulletinIndex index) {
  return catalog.bulletin(index).id.text;
}

}  // namespace

TEST_CASE("bulletins stand newest first, then by number, then by id") {
  Files files;
  add(files, "a/uno", "date: 2021-05\nnumber: 1\n", "x\n");
  add(files, "a/dos", "date: 2021-05\nnumber: 2\n", "x\n");
  add(files, "b/tres", "date: 2022\n", "x\n");
  add(files, "b/cero", "date: 2020\n", "x\n");
  const Assembled result = assembled(files);
  CHECK(result.said == "");
  std::string order;
  for (const BulletinIndex index : result.catalog.newest_first()) order += id_of(result.catalog, index) + " ";
  CHECK(order == "b/tres a/dos a/uno b/cero ");
}

TEST_CASE("citations are pooled over the languages, each with its own words") {
  Files files;
  add(files, "a/uno", "date: 2021\n", "x\n\ny\n");
  add(files, "a/dos", "date: 2022\n", "x\n\nSee <ref:a/uno#p-2> now\n");
  const Assembled result = assembled(files);
  CHECK(result.said == "");
  const auto uno = result.catalog.find_bulletin("a/uno");
  REQUIRE(uno);
  const auto cited_by = result.catalog.citations(*uno);
  REQUIRE(cited_by.size() == 1);
  CHECK(cited_by[0].anchor == "p-2");
  CHECK((cited_by[0].target == Target(BulletinTarget{*uno, "p-2"})));
  CHECK(result.catalog.words_around(cited_by[0], model::Language{0}) == "See \uFFFC now");
  CHECK(result.catalog.words_around(cited_by[0], model::Language{1}) == "See \uFFFC now");
}

TEST_CASE("the headings of a text are put aside and come again") {
  Files files;
  add(files, "a/uno", "date: 2021\nsection_numbers: roman\n", "## Antecedentes\n\nx\n\n## Cierre\n\ny\n");
  const Assembled result = assembled(files);
  const auto& text = result.catalog.bulletin(*result.catalog.find_bulletin("a/uno")).texts[model::Language{1}];
  REQUIRE(text);
  const auto headings = result.catalog.headings(*text);
  REQUIRE(headings.size() == 2);
  CHECK(headings[0].text == "Antecedentes");
  CHECK(headings[1].number == "II");
}

TEST_CASE("a bulletin that speaks of its own paragraphs cites nobody") {
  Files files;
  add(files, "a/uno", "date: 2021\n", "x <ref:#p-1> <ref:a/uno>\n");
  const Assembled result = assembled(files);
  CHECK(result.said == "");
  CHECK(result.catalog.citations(*result.catalog.find_bulletin("a/uno")).empty());
}

TEST_CASE("every kind of target is understood") {
  Files files;
  add(files, "a/uno", "date: 2021\nevents: [{id: foro, title: F}]\n", "## h\n\nx\n");
  const Assembled result = assembled(files);
  for (const char* good : {"a/uno", "a/uno#p-1", "a/uno#s-1", "tlc", "tlc#25.5", "tlc#article-25.5", "event:foro"}) {
    INFO(good);
    CHECK(std::holds_alternative<Target>(result.catalog.resolve(good, std::nullopt)));
  }
  const auto rule = [&](std::string_view text) {
    const auto resolved = result.catalog.resolve(text, std::nullopt);
    return std::get<Unresolved>(resolved).rule;
  };
  CHECK(rule("a/dos") == "unknown-reference");
  CHECK(rule("a/uno#p-2") == "unknown-anchor");
  CHECK(rule("tlc#25") == "unknown-article");
  CHECK(rule("tlc#chapter-1") == "unknown-article");
  CHECK(rule("event:otro") == "unknown-event");
  CHECK(rule("pages/otra") == "unknown-page");
}

TEST_CASE("a fact is a target where a text prints it or the list of figures shows it") {
  Files files;
  add(files, "a/uno",
      "date: 2021\nfacts:\n  printed: {value: 5}\n  labelled: {value: 6, label: L}\n  hidden: {value: 7}\n"
      "  sourced: {value: 8, source: a/dos}\n",
      "x {fact}`printed` and {fact}`sourced`\n");
  add(files, "a/dos", "date: 2022\nlegal_basis: [tlc]\nsee_also: [a/uno]\n", "x <ref:a/uno#fact-printed>\n");
  const Assembled result = assembled(files);
  CHECK(result.said == "");
  const auto uno = *result.catalog.find_bulletin("a/uno"), dos = *result.catalog.find_bulletin("a/dos");
  CHECK((std::get<Target>(result.catalog.resolve("#fact-labelled", uno)) == Target(FactTarget{uno, 1})));
  CHECK(std::get<Unresolved>(result.catalog.resolve("#fact-hidden", uno)).rule == "fact-without-place");
  CHECK(std::get<Unresolved>(result.catalog.resolve("#fact-none", uno)).rule == "unknown-anchor");
  SECTION("who cites a fact cites its bulletin") {
    const auto cited_by = result.catalog.citations(uno);
    REQUIRE(cited_by.size() == 2);
    CHECK((cited_by[0].target == Target(FactTarget{uno, 0})));
    CHECK(cited_by[1].anchor.empty());  // see also
  }
  SECTION("the source of a fact is cited by the passage that prints it") {
    REQUIRE(result.catalog.citations(dos).size() == 1);
    CHECK(result.catalog.citations(dos)[0].anchor == "p-1");
  }
  SECTION("a legal basis is cited by the bulletin as a whole") {
    const auto citations = result.catalog.citations(*result.catalog.find_document("tlc"));
    REQUIRE(citations.size() == 1);
    CHECK(citations[0].from == dos);
    CHECK(citations[0].anchor.empty());
  }
}

TEST_CASE("two sources of one address are reported, by case too") {
  Files files;
  add(files, "a/uno", "date: 2021\n", "x\n");
  add(files, "a/dos", "date: 2022\n", "x\n");
  files["content/a/dos/es.md"] = article("UNO", "x\n");
  const Assembled result = assembled(files);
  CHECK(result.said.find("content/a/uno/es.md:2:8: error: the address 'es/a/uno/' already belongs to "
                         "content/a/dos/es.md [address-collision]") != std::string::npos);
}

TEST_CASE("no bulletin has the name of a page for an id") {
  Files files;
  add(files, "a/uno", "date: 2021\nid: pages/about\n", "x\n");
  CHECK(assembled(files).said == "");
  files["content/pages/about/es.md"] = article("Sobre esto", "x\n");
  CHECK(assembled(files).said ==
        "content/a/uno/bulletin.yaml: error: the id 'pages/about' already belongs to content/pages/about "
        "[duplicate-id]\n");
}

TEST_CASE("all broken references are reported in one run") {
  Files files;
  add(files, "a/uno", "date: 2021\ntopics: [pime]\nlegal_basis: [tcl]\n", "x <ref:nada> <ref:a/uno#p-7>\n");
  const Assembled result = assembled(files);
  for (const char* part : {"[unknown-topic]", "'tcl'", "'nada'", "'#p-7'"}) {
    INFO(part << "\n" << result.said);
    CHECK(result.said.find(part) != std::string::npos);
  }
}
