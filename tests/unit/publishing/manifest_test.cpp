#include "publishing/manifest.hpp"

#include "catch.hpp"

using namespace gaceta::publishing;

TEST_CASE("the manifest has one line per file: hash, size, path") {
  const Manifest manifest{{"es/a b.html", 2, hash_of("hi")}, {"es/ñ.html", 0, hash_of("")}};
  CHECK(as_text(manifest) ==
        "7d596ce5fcabaf622a2300bbd7ea6e9a 2 es/a b.html\n"
        "99aa06d3014798d86001c324468d497f 0 es/ñ.html\n");
  CHECK(parse_manifest(as_text(manifest)) == manifest);
}

TEST_CASE("an empty site has an empty manifest") {
  CHECK(as_text({}).empty());
  CHECK(parse_manifest("") == Manifest{});
}

TEST_CASE("a manifest that is not whole is none") {
  const std::string hash = "99aa06d3014798d86001c324468d497f";
  for (const std::string& text : {hash + " 0 a",                            // no line end
                                  hash + " 0 \n",                           // no path
                                  hash + " 0 ../a\n",                       // out of the folder
                                  hash + " 0 /etc/passwd\n",                //
                                  hash + " a\n",                            // no size
                                  hash + " -1 a\n",                         //
                                  hash.substr(1) + " 0 a\n",                // short hash
                                  "G" + hash.substr(1) + " 0 a\n",          // not hexadecimal
                                  hash + " 0 b\n" + hash + " 0 a\n",        // not sorted
                                  hash + " 0 a\n" + hash + " 0 a\n",        // twice
                                  hash + " 0 a\n\n", std::string("\n")}) {  // an empty line
    INFO(text);
    CHECK_FALSE(parse_manifest(text).has_value());
  }
}

TEST_CASE("a line is found by its path") {
  const Manifest manifest{{"a", 1, {}}, {"b/c", 2, {}}, {"d", 3, {}}};
  REQUIRE(find_line(manifest, "b/c") != nullptr);
  CHECK(find_line(manifest, "b/c")->size == 2);
  CHECK(find_line(manifest, "b") == nullptr);
  CHECK(find_line(manifest, "e") == nullptr);
  CHECK(find_line({}, "a") == nullptr);
}

TEST_CASE("a hash survives being written") {
  std::string digits;
  append_hex(digits, {0x0123456789abcdefu, 0xfedcba9876543210u});
  CHECK(digits == "0123456789abcdeffedcba9876543210");
  CHECK(hash_from_hex(digits) == Hash{0x0123456789abcdefu, 0xfedcba9876543210u});
  CHECK_FALSE(hash_from_hex("0123456789ABCDEFfedcba9876543210").has_value());
}
