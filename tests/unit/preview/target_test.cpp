#include "preview/target.hpp"

#include "catch.hpp"

using gaceta::preview::is_loopback_host;
using gaceta::preview::parse_target;
using gaceta::preview::path_of_url;
using gaceta::preview::percent_encoded;

TEST_CASE("a target is taken apart and decoded") {
  const auto target = parse_target("/es/a%C3%B1o%20nuevo/?q=caf%C3%A9#resto");
  REQUIRE(target);
  CHECK(target->path == "/es/año nuevo/");
  CHECK(target->query == "?q=caf%C3%A9");
  CHECK(parse_target("/")->path == "/");
  CHECK(parse_target("/a?b?c")->query == "?b?c");
  CHECK(parse_target("/año/")->path == "/año/");
}

TEST_CASE("a target that no page can have is refused") {
  for (const char* raw : {"", "*", "es/", "http://evil.example/", "/%", "/%4", "/%zz", "/%+1", "/a%00b", "/a%0d%0ab",
                          "/%7f", "/%ff", "/%c0%ae%c0%ae/", "/\xC3", "?q"}) {
    INFO(raw);
    CHECK_FALSE(parse_target(raw));
  }
}

TEST_CASE("a query that could split a header is dropped") {
  CHECK(parse_target("/a?b=\x01")->query.empty());
  CHECK(parse_target("/a?b c")->query.empty());
}

TEST_CASE("a path is encoded so that it can be decoded again") {
  CHECK(percent_encoded("/es/año nuevo/50%?#/") == "/es/a%C3%B1o%20nuevo/50%25%3F%23/");
  CHECK(parse_target(percent_encoded("/es/«ñ»\\<>\"'/"))->path == "/es/«ñ»\\<>\"'/");
}

TEST_CASE("the path of a site's address") {
  CHECK(path_of_url("https://example.org/") == "/");
  CHECK(path_of_url("https://example.org") == "/");
  CHECK(path_of_url("https://example.org/p/q/") == "/p/q/");
  CHECK(path_of_url("https://example.org/a%C3%B1o") == "/año/");
  CHECK(path_of_url("https://example.org/%zz/") == "/");
}

TEST_CASE("hosts that are this machine, and hosts that only say so") {
  for (const char* host :
       {"127.0.0.1", "127.0.0.1:8000", "localhost", "LOCALHOST:1", "[::1]", "[::1]:8000", "127.1.2.3:80"}) {
    INFO(host);
    CHECK(is_loopback_host(host));
  }
  for (const char* host : {"",
                           ":8000",
                           "evil.example",
                           "evil.example:8000",
                           "localhost.evil.example",
                           "127.0.0.1.evil.example",
                           "127.0.0.1:",
                           "127.0.0.1:80a",
                           "127.0.0",
                           "127.0.0.1.1",
                           "127.0.0.256",
                           "127..0.1",
                           "128.0.0.1",
                           "0.0.0.0",
                           "localhost:80:90",
                           "[::1",
                           "[::2]",
                           "[::1]evil",
                           "localhost@evil",
                           "127.0.0.1 ",
                           "127.0.0.-1",
                           "127.0.0.",
                           "::1"}) {
    INFO(host);
    CHECK_FALSE(is_loopback_host(host));
  }
}
