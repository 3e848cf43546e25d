#include "publishing/output_names.hpp"

#include <algorithm>

#include "catch.hpp"
#include "diagnostics/catalogue.hpp"

using namespace gaceta;
using namespace gaceta::publishing;

namespace {

std::string said(const diagnostics::Diagnostics& problems) {
  std::string all;
  for (const auto& problem : problems) all += diagnostics::message(problem, diagnostics::Language::english) + "\n";
  return all;
}

std::string collisions(std::vector<std::string> paths) {
  std::sort(paths.begin(), paths.end());
  Pages pages;
  for (const std::string& path : paths) pages.push_back({path, {}, 0, 0});
  return said(name_collisions(pages, "site"));
}

}  // namespace

TEST_CASE("pages that differ only in case or normal form collide") {
  CHECK(collisions({"es/a.html", "es/b.html", "en/a.html"}).empty());
  CHECK(collisions({"es/A.html", "es/a.html"}) ==
        "'es/A.html' and 'es/a.html' would be the same file on some computers\n");
  CHECK(collisions({"es/STRASSE", "es/straße"}) ==
        "'es/STRASSE' and 'es/straße' would be the same file on some computers\n");
  CHECK(collisions({"an\xCC\x83o", "a\xC3\xB1o"}) ==
        "'an\xCC\x83o' and 'a\xC3\xB1o' would be the same file on some computers\n");
}

TEST_CASE("the same page twice is said as such") {
  CHECK(collisions({"es/a.html", "es/a.html"}) == "'es/a.html' would be written twice\n");
}

TEST_CASE("a file and a folder of one name collide") {
  CHECK(collisions({"es/a", "es/a-b", "es/a/index.html"}) ==
        "'es/a' would be a file and 'es/a/index.html' a file inside it\n");
  CHECK(collisions({"ES", "es/a/b/index.html"}) == "'ES' would be a file and 'es/a/b/index.html' a file inside it\n");
}

TEST_CASE("names of our own and names that cannot be printed are refused") {
  const auto of = [](std::string_view path) {
    const auto problem = name_problem(path, "site");
    return problem ? said({*problem}) : "";
  };
  CHECK(of("es/a b ñ.html").empty());
  CHECK(of("es/.gaceta-manifest").empty());
  CHECK(of(".gaceta-manifest") == "the name '.gaceta-manifest' is one that Gaceta keeps for itself\n");
  CHECK(of(".gaceta-staging/x") == "the name '.gaceta-staging/x' is one that Gaceta keeps for itself\n");
  CHECK(of("es/a\nb") == "the file name 'es/a?b' contains letters that cannot be printed\n");
  CHECK(of("es/a\xF1o") == "the file name 'es/a?o' contains letters that cannot be printed\n");
}
