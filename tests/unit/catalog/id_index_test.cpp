// Ids and what they name, as many as a large site has.
#include "catalog/id_index.hpp"

#include <string>
#include <vector>

#include "catalog/target.hpp"
#include "catch.hpp"

using gaceta::catalog::BulletinIndex;
using gaceta::catalog::IdIndex;

TEST_CASE("an empty index knows no id") {
  const IdIndex<BulletinIndex> index;
  CHECK_FALSE(index.find("tmec/2021-07-pymes"));
  CHECK_FALSE(index.find(""));
}

TEST_CASE("who has an id first keeps it") {
  IdIndex<BulletinIndex> index;
  CHECK_FALSE(index.insert("a", BulletinIndex{3}));
  CHECK(index.insert("a", BulletinIndex{5}) == BulletinIndex{3});
  CHECK(index.find("a") == BulletinIndex{3});
}

TEST_CASE("every id is found among very many, and nothing else") {
  std::vector<std::string> ids = {""};
  for (int i = 0; i < 5000; ++i) ids.push_back("serie/" + std::to_string(i * 7919));
  IdIndex<BulletinIndex> index;
  for (std::size_t i = 0; i < ids.size(); ++i) REQUIRE_FALSE(index.insert(ids[i], static_cast<BulletinIndex>(i)));
  for (std::size_t i = 0; i < ids.size(); ++i) CHECK(index.find(ids[i]) == static_cast<BulletinIndex>(i));
  for (const char* other : {"serie/1", "serie/", "s", "serie/7919 "}) CHECK_FALSE(index.find(other));
}
