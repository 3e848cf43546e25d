#include "preview/page_script.hpp"

#include "catch.hpp"
#include "preview/content_type.hpp"

using gaceta::preview::content_type;
using gaceta::preview::script_element;
using gaceta::preview::with_script;

TEST_CASE("the script goes before the last end of the body") {
  CHECK(with_script("<body>a</body></html>", "<s>") == "<body>a<s></body></html>");
  CHECK(with_script("<pre>&lt;/body></pre></BODY >", "<s>") == "<pre>&lt;/body></pre></BODY ><s>");
  CHECK(with_script("<!-- </body> --><body>a</Body>", "<s>") == "<!-- </body> --><body>a<s></Body>");
  CHECK(with_script("<p>no body", "<s>") == "<p>no body<s>");
  CHECK(with_script("", "<s>") == "<s>");
}

TEST_CASE("a policy of the page itself is left out, and nothing else") {
  const std::string_view page =
      "<meta charset=\"utf-8\"><META content='script-src \"x>y\"' HTTP-EQUIV='Content-Security-Policy'>\n"
      "<meta name=\"description\" content=\"Content-Security-Policy\"><meta http-equiv=\"refresh\" content=\"0\">";
  CHECK(with_script(page, "") ==
        "<meta charset=\"utf-8\">\n"
        "<meta name=\"description\" content=\"Content-Security-Policy\"><meta http-equiv=\"refresh\" content=\"0\">");
  CHECK(with_script("<meta http-equiv=content-security-policy content=\"never ends", "<s>") == "<s>");
}

TEST_CASE("a version cannot leave its attribute") {
  CHECK(script_element("\"><b>").find("data-version=\"&quot;&gt;&lt;b&gt;\"") != std::string::npos);
}

TEST_CASE("types of what a site holds") {
  CHECK(content_type("es/index.html") == "text/html; charset=utf-8");
  CHECK(content_type("assets/gaceta.css") == "text/css; charset=utf-8");
  CHECK(content_type("es/feed.xml") == "application/xml; charset=utf-8");
  CHECK(content_type("x/cite.bib") == "application/x-bibtex; charset=utf-8");
  CHECK(content_type("x/cite.ris") == "application/x-research-info-systems; charset=utf-8");
  CHECK(content_type("data/facts.csv") == "text/csv; charset=utf-8");
  CHECK(content_type("FOTO.JPG") == "image/jpeg");
  CHECK(content_type("a.woff2") == "font/woff2");
  CHECK(content_type("pagefind/wasm.es.pagefind") == "application/octet-stream");
  CHECK(content_type("es/objects.inv") == "application/octet-stream");
  CHECK(content_type("_headers") == "text/plain; charset=utf-8");
  CHECK(content_type("folder.html/file") == "application/octet-stream");
}
