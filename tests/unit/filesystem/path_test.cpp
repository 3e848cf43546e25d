#include "filesystem/path.hpp"

#include "catch.hpp"

using namespace gaceta::filesystem;

TEST_CASE("only a relative path without empty parts and dots is inside a folder") {
  for (const char* path : {"a", "a/b", ".a/..b", "a..b/...", "es/año/í.md", " /x"}) {
    INFO(path);
    CHECK(is_inside(path));
  }
  for (const char* path : {"", "/", "/a", "a/", "a//b", ".", "..", "./a", "a/.", "a/../b", "a/.."}) {
    INFO(path);
    CHECK_FALSE(is_inside(path));
  }
  CHECK_FALSE(is_inside(std::string_view("a\0b", 3)));
}

TEST_CASE("a path is taken apart at its last slash and joined again") {
  CHECK(parent_of("a/b/c") == "a/b");
  CHECK(parent_of("a").empty());
  CHECK(name_of("a/b/c") == "c");
  CHECK(name_of("a") == "a");
  CHECK(joined("a/b", "c") == "a/b/c");
  CHECK(joined("", "c") == "c");
  CHECK(joined("a", "") == "a");
}

TEST_CASE("below means below by parts, not by letters") {
  CHECK(is_below("a/b", "a"));
  CHECK(is_below("a/b/c", "a"));
  CHECK(is_below("a", ""));
  CHECK_FALSE(is_below("a", "a"));
  CHECK_FALSE(is_below("ab/c", "a"));
  CHECK_FALSE(is_below("", ""));
}
