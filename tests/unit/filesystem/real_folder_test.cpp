#include "filesystem/real_folder.hpp"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "catch.hpp"
#include "temporary_folder.hpp"

using namespace gaceta::filesystem;
namespace fs = std::filesystem;
using Kind = Error::Kind;

namespace {

std::string content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a missing folder is an error or made, with the folders above it") {
  TemporaryFolder place;
  CHECK(open_folder(place / "a/b").error().kind == Kind::not_found);
  CHECK(open_folder(place / "a/b").error().path == place / "a/b");
  CHECK(open_folder(place / "a/b/", Missing::make_it).ok());
  CHECK(fs::is_directory(place / "a/b"));
  std::ofstream(place / "file") << "x";
  CHECK(open_folder(place / "file").error().kind == Kind::not_a_directory);
  CHECK_FALSE(open_folder(place / "file/x", Missing::make_it).ok());
}

TEST_CASE("a folder stays open when the current folder changes or the folder is renamed") {
  TemporaryFolder place;
  const fs::path before = fs::current_path();
  fs::create_directory(place / "a");
  fs::current_path(place.path());
  auto folder = open_folder("a").value();
  fs::current_path(before);
  fs::rename(place / "a", place / "b");
  CHECK(folder->write("x", "1").ok());
  CHECK(content(place / "b/x") == "1");
}

TEST_CASE("a link to a file is read, any other link is neither file nor directory") {
  TemporaryFolder outside, place;
  std::ofstream(outside / "secret") << "12345";
  fs::create_symlink(outside / "secret", place / "file");
  fs::create_directory_symlink(outside.path(), place / "folder");
  fs::create_symlink("nowhere", place / "dangling");
  auto folder = open_folder(place.path().string()).value();
  CHECK(folder->read("file").value() == "12345");
  const std::vector<Entry> tree = folder->tree().value();
  REQUIRE(tree.size() == 3);
  CHECK(tree[0] == Entry{"dangling", Entry::Type::other, 0, 0});
  CHECK(tree[1].type == Entry::Type::file);
  CHECK(tree[1].size == 5);
  CHECK(tree[2] == Entry{"folder", Entry::Type::other, 0, 0});
  CHECK(folder->stat("folder").value() == tree[2]);
  CHECK(folder->stat("file").value() == tree[1]);
}

TEST_CASE("nothing is ever written, moved or removed through a link") {
  TemporaryFolder outside, place;
  std::ofstream(outside / "secret") << "secret";
  fs::create_symlink(outside / "secret", place / "file");
  fs::create_directory_symlink(outside.path(), place / "folder");
  auto folder = open_folder(place.path().string()).value();
  CHECK_FALSE(folder->write("file", "x").ok());
  CHECK(folder->create("file", "x").error().kind == Kind::already_exists);
  CHECK(folder->write("folder/secret", "x").error().kind == Kind::not_a_directory);
  CHECK(folder->write("folder/secret", "x").error().message.find("symbolic link") != std::string::npos);
  CHECK_FALSE(folder->create("folder/new/x", "x").ok());
  CHECK_FALSE(folder->remove("folder/secret").ok());
  CHECK_FALSE(folder->remove_all("folder/secret").ok());
  CHECK_FALSE(folder->rename("folder/secret", "here").ok());
  REQUIRE(folder->write("mine", "mine").ok());
  CHECK_FALSE(folder->rename("mine", "folder/mine").ok());
  CHECK_FALSE(folder->open("folder").ok());
  CHECK(content(outside / "secret") == "secret");
  CHECK(std::distance(fs::directory_iterator(outside.path()), {}) == 1);

  SECTION("rename replaces the link itself") {
    CHECK(folder->rename("mine", "file").ok());
    CHECK_FALSE(fs::is_symlink(place / "file"));
    CHECK(content(outside / "secret") == "secret");
  }
  SECTION("removing a tree removes the links in it, not what they lead to") {
    REQUIRE(folder->write("tree/x", "1").ok());
    fs::create_directory_symlink(outside.path(), place / "tree/link");
    CHECK(folder->remove_all("tree").ok());
    CHECK(folder->remove("folder").ok());
    CHECK_FALSE(fs::exists(fs::symlink_status(place / "tree")));
    CHECK(content(outside / "secret") == "secret");
  }
}

TEST_CASE("a pipe among the files does not make a reader wait") {
  TemporaryFolder place;
  REQUIRE(::mkfifo((place / "pipe").c_str(), 0666) == 0);
  auto folder = open_folder(place.path().string()).value();
  CHECK(folder->tree().value().at(0).type == Entry::Type::other);
  CHECK(folder->read("pipe").error().message == "Not a regular file");
  CHECK_FALSE(folder->holds("pipe", ""));
}

TEST_CASE("names with any letters are kept byte by byte") {
  TemporaryFolder place;
  auto folder = open_folder(place.path().string()).value();
  const std::string decomposed = "an\xCC\x83o \\ * \n";
  REQUIRE(folder->write(decomposed, "1").ok());
  CHECK(folder->tree().value().at(0).path == decomposed);
}

TEST_CASE("a file that cannot be written whole is not left in half") {
  TemporaryFolder place;
  auto folder = open_folder(place.path().string()).value();
  struct ::rlimit before;
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  auto* handler = std::signal(SIGXFSZ, SIG_IGN);
  const struct ::rlimit small { 1000, before.rlim_max };
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  const Result<Entry> created = folder->create("a/page", std::string(5000, 'x'));
  const Result<Entry> in_pieces = folder->create("a/pieces", [](const Sink& sink) {
    for (int i = 0; i < 5; ++i) sink(std::string(999, 'x'));
  });
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  REQUIRE_FALSE(created.ok());
  CHECK(created.error().path == "a/page");
  CHECK(created.error().message == "File too large");
  CHECK(folder->stat("a/page").error().kind == Kind::not_found);
  REQUIRE_FALSE(in_pieces.ok());
  CHECK(in_pieces.error().path == "a/pieces");
  CHECK(in_pieces.error().message == "File too large");
  CHECK(folder->stat("a/pieces").error().kind == Kind::not_found);
}

TEST_CASE("what the permissions forbid is said") {
  if (::geteuid() == 0) {
    SUCCEED("root may do everything");
    return;
  }
  TemporaryFolder place;
  std::ofstream(place / "secret") << "x";
  fs::permissions(place / "secret", fs::perms::none);
  auto folder = open_folder(place.path().string()).value();
  CHECK(folder->read("secret").error().kind == Kind::permission_denied);
  CHECK(folder->read("secret").error().message == "Permission denied");
  fs::permissions(place.path(), fs::perms::owner_read | fs::perms::owner_exec);
  CHECK(folder->write("new", "x").error().kind == Kind::permission_denied);
  fs::permissions(place.path(), fs::perms::owner_all);
}

TEST_CASE("a path that people type is resolved as far as it exists") {
  TemporaryFolder place;
  const std::string real = fs::canonical(place.path()).string();
  fs::create_directory(place / "a");
  fs::create_directory_symlink(place / "a", place / "link");
  CHECK(resolved_path(place / "a/../a/").value() == real + "/a");
  CHECK(resolved_path(place / "link").value() == real + "/a");
  CHECK(resolved_path(place / "link/none/../new/").value() == real + "/a/new");
  CHECK(resolved_path("").value() == fs::canonical(".").string());
  CHECK(resolved_path("/").value() == "/");
}

TEST_CASE("a directory that becomes a file is noticed when it was not used before") {
  TemporaryFolder place;
  auto folder = open_folder(place.path().string()).value();
  REQUIRE(folder->write("a/x", "1").ok());
  REQUIRE(folder->remove_all("a").ok());
  REQUIRE(folder->write("a", "file").ok());
  CHECK(folder->create("a/x", "1").error().kind == Kind::not_a_directory);
}
