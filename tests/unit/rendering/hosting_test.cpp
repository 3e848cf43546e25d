#include "rendering/hosting.hpp"

#include "edition.hpp"

using namespace gaceta;
using namespace gaceta::rendering;
using namespace gaceta::rendering::testing;

namespace {

/// The policy that a host gives to `path`: every rule that matches, as hosts join them.
std::vector<std::string> policies(const std::string& file, const std::string& path) {
  std::vector<std::string> found;
  std::istringstream lines(file);
  bool matches = false;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(' ')) {
      matches = line == path || (line.ends_with('*') && path.starts_with(line.substr(0, line.size() - 1)));
    } else if (matches && line.find("Content-Security-Policy") != std::string::npos) {
      found.push_back(line);
    }
  }
  return found;
}

catalog::Catalog site(const std::string& more) {
  Files files;
  files["content/site.yaml"] =
      "title: t\nbase_url: https://x.example/p/\nlanguages: {es: {locale: es-MX}, en: {locale: en-US}}\n"
      "series: {a: {name: A}}\n" +
      more;
  files["content/organisations.yaml"] = "org: {name: O}\n";
  add_bulletin(files, "uno", "date: 2020\nissuers: [org]\n");
  return edition(files);
}

}  // namespace

TEST_CASE("each address has one policy, and only those of the search may run a script") {
  const std::string file = headers(site("")).bytes;
  for (const char* path : {"/p/", "/p/es/", "/p/es/a/uno/", "/p/en/issuers/org/", "/p/es/emisores/", "/p/es/cifras/",
                           "/p/en/documents/page-2/", "/p/404.html"}) {
    const auto found = policies(file, path);
    INFO(path);
    REQUIRE(found.size() == 1);
    CHECK(found[0].find("script-src") == std::string::npos);
    CHECK(found[0].find("default-src 'none'") != std::string::npos);
  }
  REQUIRE(policies(file, "/p/es/buscar/").size() == 1);
  CHECK(policies(file, "/p/es/buscar/")[0].find("script-src 'self'") != std::string::npos);
}

TEST_CASE("without a search nothing may run a script") {
  const std::string file = headers(site("outputs: {search: false}\n")).bytes;
  CHECK(file.find("script-src") == std::string::npos);
  CHECK(file.find("pagefind") == std::string::npos);
}
