#include "rendering/absolute_links.hpp"

#include "catch.hpp"

using namespace gaceta::rendering;

TEST_CASE("a relative address is what it means on its page") {
  const std::string page = "https://example.org/prefix/es/serie/boletin/";
  CHECK(absolute_reference(page, "#p-1") == page + "#p-1");
  CHECK(absolute_reference(page, "../../temas/index.html") == "https://example.org/prefix/es/temas/");
  CHECK(absolute_reference(page, "../otro/index.html#p-3") == "https://example.org/prefix/es/serie/otro/#p-3");
  CHECK(absolute_reference(page, "../../../files/a/b.svg") == "https://example.org/prefix/files/a/b.svg");
  CHECK(absolute_reference(page, "./index.html") == page);
  CHECK(absolute_reference(page, "/raiz.css") == "https://example.org/raiz.css");
  CHECK(absolute_reference(page, "?q=1") == page + "?q=1");
}

TEST_CASE("no relative address leads above the host") {
  CHECK(absolute_reference("https://example.org/es/", "../../../../x/index.html") == "https://example.org/x/");
}

TEST_CASE("an absolute address stays as it is") {
  for (const char* address : {"https://other.example/a/../b", "http://a.example/index.html", "mailto:a@b.example",
                              "//cdn.example/x", "tel:+52"}) {
    CHECK(absolute_reference("https://example.org/es/", address) == address);
  }
}

TEST_CASE("markup keeps all but its relative addresses") {
  const std::string page = "https://example.org/es/a/";
  CHECK(with_absolute_links(
            "<p id=\"p-1\">href=\"x\" <a href=\"#fn-1\" class=\"y\">1</a> <img src=\"../b.svg\" alt=\"\"></p>", page) ==
        "<p id=\"p-1\">href=\"x\" <a href=\"https://example.org/es/a/#fn-1\" class=\"y\">1</a> "
        "<img src=\"https://example.org/es/b.svg\" alt=\"\"></p>");
}

TEST_CASE("words in the text that look like an attribute are not one") {
  const std::string html = "<p>write href=&quot;x&quot; or  src=\"y\" here</p>";
  CHECK(with_absolute_links(html, "https://example.org/") == html);
}
