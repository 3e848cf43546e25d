#include "model/anchor_set.hpp"

#include <algorithm>
#include <random>
#include <set>

#include "catch.hpp"

using namespace gaceta;
using model::Anchor;
using model::AnchorSet;
using Kind = model::Anchor::Kind;

TEST_CASE("an anchor set gives back what went in, runs or not") {
  const std::vector<Anchor> anchors = {
      {"p-1", Kind::paragraph, true, "1"},
      {"s-1", Kind::section, true, "I"},
      {"p-2", Kind::paragraph, true, "2"},
      {"p-2-bis", Kind::paragraph, true, "2 bis"},
      {"p-3", Kind::paragraph, true, "3"},
      {"p-7", Kind::paragraph, true, "7"},
      {"p-8", Kind::paragraph, false, "8"},
      {"t-1", Kind::table, false, "1"},
      {"s-2", Kind::section, false, "2"},
      {"s-2-1", Kind::section, false, "2.1"},
      {"cuadro-de-pagos", Kind::table, false, "2"},
      {"2015", Kind::block, false, ""},
      {"p-09", Kind::block, false, ""},
      {"p-99999999999", Kind::block, false, ""},
      {"12", Kind::paragraph, false, "12"},
  };
  const AnchorSet set(anchors);
  for (const Anchor& anchor : anchors) {
    INFO(anchor.name);
    CHECK(set.contains(anchor.name));
    CHECK(set.find(anchor.name) == anchor);
  }
  for (const char* name :
       {"", "p-", "p-0", "p-4", "p-6", "p-9", "p-01", "P-1", "t-2", "s", "p-1 ", "p-12345678901234567890"}) {
    INFO(name);
    CHECK_FALSE(set.contains(name));
    CHECK(set.find(name) == std::nullopt);
  }
  const std::vector<std::string> names = set.names();
  CHECK(std::set<std::string>(names.begin(), names.end()).size() == anchors.size());
  CHECK(names.size() == anchors.size());
  std::size_t visited = 0;
  set.for_each([&](const Anchor& anchor) {
    CHECK(anchor.name == names.at(visited++));
    CHECK(std::find(anchors.begin(), anchors.end(), anchor) != anchors.end());
  });
  CHECK(visited == names.size());
}

TEST_CASE("a run of anchors ends, even with the largest number") {
  const AnchorSet set(std::vector<Anchor>{{"p-4294967294", Kind::paragraph, true, "4294967294"},
                                          {"p-4294967295", Kind::paragraph, true, "4294967295"}});
  CHECK(set.names() == std::vector<std::string>{"p-4294967294", "p-4294967295"});
}

TEST_CASE("a thousand random sets of anchors give back what went in, and nothing else") {
  std::mt19937 random(7);
  for (int round = 0; round < 1000; ++round) {
    std::vector<Anchor> anchors;
    std::set<std::string> used;
    for (int i = 0; i < 30; ++i) {
      const std::string number = std::to_string(random() % 20);
      const std::string name = (random() % 3 == 0 ? "s-" : "p-") + number;
      if (!used.insert(name).second) continue;
      anchors.push_back({name, random() % 9 == 0 ? Kind::block : Kind::paragraph, random() % 5 != 0,
                         random() % 7 == 0 ? "" : number});
    }
    const AnchorSet set(anchors);
    for (const Anchor& anchor : anchors) REQUIRE(set.find(anchor.name) == anchor);
    for (const char* prefix : {"p-", "s-"}) {
      for (int i = 0; i < 25; ++i) {
        const std::string name = prefix + std::to_string(i);
        REQUIRE(set.contains(name) == used.contains(name));
      }
    }
  }
}
