#include "publishing/path_store.hpp"

#include "catch.hpp"

using gaceta::publishing::PathStore;

TEST_CASE("paths stay where they are and what they were, however many there are and however long") {
  PathStore store;
  std::vector<std::string_view> kept;
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < 20'000; ++i) {
    paths.push_back("es/serie/" + std::to_string(i * i) + "/index.html");
    if (i % 5'000 == 0) paths.back() += std::string(100'000, 'x');
    kept.push_back(store.keep(std::string(paths.back())));
  }
  kept.push_back(store.keep(""));
  paths.emplace_back();
  for (std::size_t i = 0; i < paths.size(); ++i) REQUIRE(kept[i] == paths[i]);
}
