// References as numbers: what is added comes out again, forwards and backwards.
#include "catalog/reference_graph.hpp"

#include "catch.hpp"

using namespace gaceta;
using namespace gaceta::catalog;

namespace {

constexpr auto kFirst = static_cast<BulletinIndex>(0);
constexpr auto kSecond = static_cast<BulletinIndex>(1);
constexpr model::Language kSpanish{0}, kEnglish{1};

}  // namespace

TEST_CASE("every kind of target comes out as it was added, with its place and its role") {
  const Target targets[] = {BulletinTarget{kSecond, "p-12"},
                            BulletinTarget{kSecond, ""},
                            DocumentTarget{DocumentIndex{3}, DocumentTarget::Part::annex, "II"},
                            EventTarget{EventIndex{4}},
                            PageTarget{PageIndex{5}},
                            FactTarget{kSecond, 6},
                            OtherTarget{1, {7, 8}},
                            OtherTarget{1, {7, {}}}};
  ReferenceGraph graph(2, 4, 5, 2);
  graph.begin(kFirst);
  for (const Target& target : targets) graph.add({kFirst, kEnglish, "p-9", target, Role::source}, {});
  graph.begin(kSecond);
  CHECK(graph.edge_count() == std::size(targets));
  const auto edges = graph.edges(kFirst);
  REQUIRE(edges.size() == std::size(targets));
  for (std::size_t i = 0; i < edges.size(); ++i) {
    INFO(i);
    CHECK((edges[i].target == targets[i]));
    CHECK(edges[i].from == kFirst);
    CHECK(edges[i].language == kEnglish);
    CHECK(edges[i].anchor == "p-9");
    CHECK(edges[i].role == Role::source);
  }
  CHECK(graph.edges(kSecond).empty());
}

TEST_CASE("what a bulletin refers to is listed once, without itself and what is only to be seen also") {
  ReferenceGraph graph(2, 1, 0, 2);
  graph.begin(kFirst);
  for (const model::Language language : {kSpanish, kEnglish}) {
    graph.add({kFirst, language, "p-1", DocumentTarget{DocumentIndex{0}, {}, "5"}, Role::text}, {});
    graph.add({kFirst, language, "p-2", BulletinTarget{kFirst, "p-1"}, Role::text}, {});
    graph.add({kFirst, language, "", BulletinTarget{kSecond, ""}, Role::see_also}, {});
    graph.add({kFirst, language, "p-3", DocumentTarget{DocumentIndex{0}, {}, "5"}, Role::text}, {});
  }
  CHECK((graph.references(kFirst) == std::vector<Target>{DocumentTarget{DocumentIndex{0}, {}, "5"}}));
  CHECK((graph.see_also(kFirst) == std::vector<BulletinIndex>{kSecond}));
  CHECK(graph.citations(kFirst).empty());
  REQUIRE(graph.citations(kSecond).size() == 1);
  CHECK(graph.citations(DocumentIndex{0}).size() == 2);
}

TEST_CASE("a passage cites once, with the first words of each language") {
  ReferenceGraph graph(2, 1, 1, 2);
  const Target event = EventTarget{EventIndex{0}};
  graph.begin(kFirst);
  graph.add({kFirst, kSpanish, "p-1", event, Role::text}, {100, 10});
  graph.add({kFirst, kSpanish, "p-1", event, Role::text}, {200, 20});
  graph.add({kFirst, kEnglish, "p-1", event, Role::text}, {std::uint64_t{1} << 39, 30});
  graph.begin(kSecond);
  graph.add({kSecond, kSpanish, "p-1", event, Role::text}, {});
  const auto citations = graph.citations(EventIndex{0});
  REQUIRE(citations.size() == 2);
  CHECK(citations[0].from == kFirst);
  CHECK(citations[1].from == kSecond);
  CHECK(graph.context(citations[0], kSpanish).offset == 100);
  CHECK(graph.context(citations[0], kSpanish).size == 10);
  CHECK(graph.context(citations[0], kEnglish).offset == std::uint64_t{1} << 39);
  CHECK(graph.context(citations[0], kEnglish).size == 30);
  CHECK(graph.context(citations[1], kSpanish).size == 0);
}
