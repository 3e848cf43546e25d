// The starter site into a folder: what may be there already, and a disk that fails.
#include "starter/plan_site.hpp"

#include "catch.hpp"
#include "filesystem/memory_folder.hpp"

using namespace gaceta::filesystem;
using namespace gaceta::starter;
using gaceta::diagnostics::Language;

namespace {

MemoryFolder shipped() {
  MemoryFolder folder;
  REQUIRE(folder.write(".gitignore", "#en ours\n#es nuestro\n/site/\n").ok());
  REQUIRE(folder.write(".gaceta/published", "x").ok());
  REQUIRE(folder.write("site/index.html", "x").ok());
  REQUIRE(folder.write("content/site.yaml", "#en title\n#es título\ntitle: x\n").ok());
  REQUIRE(folder.write("content/a/b/logo.svg", "#es <svg/>\n").ok());
  return folder;
}

NewSite site(Language language = Language::english) {
  return plan_site(shipped(), language).value();
}

std::vector<std::string> files(const Folder& folder) {
  std::vector<std::string> paths;
  for (const Entry& entry : folder.tree().value()) {
    if (entry.type == Entry::Type::file) paths.push_back(entry.path);
  }
  return paths;
}

}  // namespace

TEST_CASE("content and hidden files make the site, with the comments in one language") {
  MemoryFolder root;
  const std::vector<std::string> wanted{".gitignore", "content/a/b/logo.svg", "content/site.yaml"};
  CHECK(put_new_site(root, site()).value() == wanted);
  CHECK(files(root) == wanted);
  CHECK(root.read("content/site.yaml").value() == "# title\ntitle: x\n");
  CHECK(root.read(".gitignore").value() == "# ours\n/site/\n");
  CHECK(root.read("content/a/b/logo.svg").value() == "#es <svg/>\n");
  CHECK(site(Language::spanish).content.back().bytes == "# título\ntitle: x\n");
}

TEST_CASE("a hidden file that is there stays, and is not said to be made") {
  MemoryFolder root;
  REQUIRE(root.write(".gitignore", "mine\n").ok());
  CHECK(put_new_site(root, site()).value() == std::vector<std::string>{"content/a/b/logo.svg", "content/site.yaml"});
  CHECK(root.read(".gitignore").value() == "mine\n");
}

TEST_CASE("only what a new repository begins with may be there") {
  MemoryFolder root;
  for (const char* path : {".git/HEAD", ".gitignore", "README.md", "LICENSE", "Licence.txt", "COPYING"}) {
    REQUIRE(root.write(path, "x").ok());
  }
  CHECK(in_the_way(root).value().empty());
  for (const char* path : {"templates/page.html", "notes.txt", "content/x", "site/index.html"}) {
    REQUIRE(root.write(path, "x").ok());
  }
  CHECK(in_the_way(root).value() == std::vector<std::string>{"content", "notes.txt", "site", "templates"});
}

TEST_CASE("a disk that fails at any step leaves the folder as it was") {
  std::size_t failures = 0;
  for (std::size_t n = 1;; ++n) {
    MemoryFolder root;
    REQUIRE(root.write("README.md", "mine").ok());
    root.fail_change(n);
    if (put_new_site(root, site()).ok()) break;
    ++failures;
    CAPTURE(n);
    CHECK(root.tree().value().size() == 1);
  }
  CHECK(failures >= 4);
}
