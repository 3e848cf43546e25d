// All files of a new folder or none, whatever the disk does.
#include "starter/put_new_folder.hpp"

#include "../filesystem/temporary_folder.hpp"
#include "catch.hpp"
#include "filesystem/memory_folder.hpp"
#include "filesystem/real_folder.hpp"

using namespace gaceta::filesystem;
using namespace gaceta::starter;

namespace {

const std::vector<NewFile> kFiles{{"bulletin.yaml", "date: 2026\n"}, {"es.md", "texto\n"}, {"data/x.csv", "a,b\n"}};
constexpr std::string_view kFolder = "content/tmec/2026-11-feria";

std::vector<std::string> paths(const Folder& folder) {
  std::vector<std::string> paths;
  for (const Entry& entry : folder.tree().value()) paths.push_back(entry.path);
  return paths;
}

}  // namespace

TEST_CASE("the folder has its files, and nothing else is left") {
  MemoryFolder root;
  REQUIRE(put_new_folder(root, kFolder, kFiles).ok());
  CHECK(root.read("content/tmec/2026-11-feria/es.md").value() == "texto\n");
  CHECK(paths(root) ==
        std::vector<std::string>{"content", "content/tmec", "content/tmec/2026-11-feria",
                                 "content/tmec/2026-11-feria/bulletin.yaml", "content/tmec/2026-11-feria/data",
                                 "content/tmec/2026-11-feria/data/x.csv", "content/tmec/2026-11-feria/es.md"});
}

TEST_CASE("the same on the disk") {
  const TemporaryFolder place;
  const auto root = open_folder(place.path().string()).value();
  REQUIRE(root->write(".gaceta/published", "times").ok());
  REQUIRE(put_new_folder(*root, kFolder, kFiles).ok());
  CHECK(root->read("content/tmec/2026-11-feria/data/x.csv").value() == "a,b\n");
  CHECK(root->children(".gaceta").value().size() == 1);
  CHECK(put_new_folder(*root, kFolder, kFiles).error().kind == Error::Kind::already_exists);
}

TEST_CASE("what is there stays as it is, even an empty folder") {
  MemoryFolder root;
  REQUIRE(root.write("content/tmec/2026-11-feria/es.md", "mine").ok());
  CHECK(put_new_folder(root, kFolder, kFiles).error().kind == Error::Kind::already_exists);
  CHECK(root.read("content/tmec/2026-11-feria/es.md").value() == "mine");
  CHECK_FALSE(root.stat("content/tmec/2026-11-feria/bulletin.yaml").ok());
  REQUIRE(root.open("content/tmec/vacia").ok());
  CHECK(put_new_folder(root, "content/tmec/vacia", kFiles).error().kind == Error::Kind::already_exists);
}

TEST_CASE("a disk that fails at any step leaves everything as it was") {
  std::size_t failures = 0;
  for (std::size_t n = 1;; ++n) {
    MemoryFolder root;
    REQUIRE(root.write("content/site.yaml", "title: x\n").ok());
    root.fail_change(n);
    const Status put = put_new_folder(root, kFolder, kFiles);
    if (put.ok()) {
      CHECK(root.stat("content/tmec/2026-11-feria/data/x.csv").ok());
      break;
    }
    ++failures;
    CAPTURE(n);
    CHECK(put.error().kind == Error::Kind::no_space);
    CHECK(paths(root) == std::vector<std::string>{"content", "content/site.yaml"});
  }
  CHECK(failures >= kFiles.size() + 1);
}

TEST_CASE("half a file that a full disk keeps goes too") {
  MemoryFolder root;
  root.on_operation([](Operation operation, std::string_view path) -> std::optional<Fault> {
    if (operation != Operation::create || !path.ends_with("es.md")) return std::nullopt;
    return Fault{{Error::Kind::no_space, "es.md", "No space left on device"}, 2};
  });
  CHECK(put_new_folder(root, kFolder, kFiles).error().message == "No space left on device");
  CHECK(paths(root).empty());
}

TEST_CASE("what a killed process left aside does no harm") {
  MemoryFolder root;
  REQUIRE(root.write(".gaceta/new/files/old.md", "old").ok());
  REQUIRE(put_new_folder(root, kFolder, kFiles).ok());
  CHECK_FALSE(root.stat("content/tmec/2026-11-feria/old.md").ok());
  CHECK_FALSE(root.stat(".gaceta/new").ok());
}

TEST_CASE("two at once do not mix") {
  MemoryFolder root;
  const auto staging = root.open(".gaceta/new").value();
  const auto lock = staging->lock();
  REQUIRE(lock.ok());
  CHECK(put_new_folder(root, kFolder, kFiles).error().kind == Error::Kind::in_use);
  CHECK_FALSE(root.stat("content").ok());
}
