#include "markdown/safety.hpp"

#include <chrono>

#include "catch.hpp"
#include "outline.hpp"

using namespace gaceta::markdown;

namespace {

std::string repeated(std::string_view piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += piece;
  return out;
}

std::size_t depth_of(const Document& document) {
  std::size_t deepest = 0;
  std::vector<std::size_t> depths(document.nodes().size(), 0);
  for (Index i = 1; i < document.nodes().size(); ++i) {
    depths[i] = depths[document[i].parent] + 1;
    deepest = std::max(deepest, depths[i]);
  }
  return deepest;
}

}  // namespace

TEST_CASE("raw HTML is removed with a warning at its place, comments in silence") {
  const Parsed parsed("a <b>c</b> <!-- d --> </i><br/> e\n\n<div>\nf\n</div>\n\n<!-- g\n\nh -->\n");
  CHECK(parsed.report() ==
        "es.md:1:3: warning: HTML is not allowed in texts, and '<b>' is removed [raw-html]\n"
        "  1 | a <b>c</b> <!-- d --> </i><br/> e\n"
        "    |   ^^^\n"
        "es.md:1:23: warning: HTML is not allowed in texts, and '</i>' is removed [raw-html]\n"
        "  1 | a <b>c</b> <!-- d --> </i><br/> e\n"
        "    |                       ^^^^\n"
        "es.md:1:27: warning: HTML is not allowed in texts, and '<br/>' is removed [raw-html]\n"
        "  1 | a <b>c</b> <!-- d --> </i><br/> e\n"
        "    |                           ^^^^^\n"
        "es.md:3:1: warning: HTML is not allowed in texts, and '<div>' is removed [raw-html]\n"
        "  3 | <div>\n"
        "    | ^^^^^\n");
  CHECK(parsed.document.plain_text(0) == "a c   e");
}

TEST_CASE("control characters are reported, and are spaces to the text") {
  const Parsed parsed("uno\n\ndos\x0Ctres\x01 {num}`4`\n");
  REQUIRE(parsed.diagnostics.size() == 2);
  CHECK(parsed.diagnostics[0].id == "control-character");
  CHECK(parsed.diagnostics[0].place == gaceta::diagnostics::Place{"es.md", 3, 4, 1});
  CHECK(parsed.diagnostics[1].place == gaceta::diagnostics::Place{"es.md", 3, 9, 1});
  CHECK(parsed.document.plain_text(0) == "unodos tres  4");
}

TEST_CASE("a comment that nothing closes would swallow the text, so it is an error") {
  CHECK(Parsed("a\n\n<!-- b\n\nc\n").report() ==
        "es.md:3:1: error: nothing closes this comment; expected '-->' [unclosed-comment]\n"
        "  3 | <!-- b\n"
        "    | ^^^^^^\n");
}

TEST_CASE("dangerous addresses are removed with a warning, however they are disguised") {
  for (const char* url : {"javascript:alert(1)", "JaVaScRiPt:x", "java&#115;cript:x", "java&Tab;script:x", "vbscript:x",
                          "data:text/html,x", "file:///etc/passwd", "javascript&colon;x", "&#1;javascript:x"}) {
    INFO(url);
    const Parsed link("ver [esto](" + std::string(url) + ") y\n");
    CHECK(link.all(Kind::link).empty());
    CHECK(link.document.plain_text(0) == "ver esto y");
    REQUIRE(link.diagnostics.size() == 1);
    CHECK(link.diagnostics[0].id == "dangerous-url");
    CHECK(link.diagnostics[0].place.column == 5);
    const Parsed image("![esto](" + std::string(url) + ")\n");
    CHECK(image.all(Kind::image).empty());
    CHECK(image.diagnostics.size() == 1);
  }
  CHECK(Parsed("<javascript:x>\n").all(Kind::link).empty());
  CHECK(Parsed("[a]\n\n[a]: javascript:x\n").all(Kind::link).empty());
  CHECK(is_dangerous_url("\tjava\nscript\r: x"));
  for (const char* url :
       {"https://a.org/javascript:x", "ref:x", "mailto:a@b.c", "datos/x", "a:b", "#data:x", "x.csv"}) {
    CHECK_FALSE(is_dangerous_url(url));
  }
}

TEST_CASE("the warning about a dangerous address shows the whole link") {
  CHECK(Parsed("ver [a *b*](javascript:x) y\n").report(gaceta::diagnostics::Language::spanish) ==
        "es.md:1:5: aviso: la dirección «javascript:x» podría ejecutar un programa o abrir un archivo del lector y se "
        "elimina [dangerous-url]\n"
        "  1 | ver [a *b*](javascript:x) y\n"
        "    |     ^^^^^^^^^^^^^^^^^^^^^\n");
}

TEST_CASE("texts made to break a parser neither crash nor take long, and no tree is deep") {
  const std::string texts[] = {
      repeated(">", 50'000) + "a",
      repeated("> ", 10'000) + "a\nb\n",
      repeated("- ", 10'000) + "a",
      repeated("1. ", 10'000) + "a",
      repeated("[", 50'000),
      repeated("[", 20'000) + "a" + repeated("](b)", 20'000),
      repeated("![", 20'000) + "a" + repeated("](b)", 20'000),
      repeated("*a ", 50'000),
      repeated("*a **b ", 20'000) + repeated("c* d**", 20'000),
      repeated("_", 50'000) + "a" + repeated("_", 50'000),
      repeated("~~a ", 20'000) + repeated("b~~ ", 20'000),
      repeated("a@", 50'000),
      repeated("www.", 50'000),
      repeated("http://a.b/_", 20'000),
      "|a|\n|-|\n" + repeated("|", 50'000),
      "|" + repeated("a|", 150) + "\n|" + repeated("-|", 150) + "\n" + repeated("|\n", 20'000),
      repeated("[^a", 20'000),
      repeated("[^a]: ", 10'000),
      repeated("[^a]: b\n\n", 10'000) + repeated("[^a] ", 10'000),
      repeated("`a``", 20'000),
      repeated("{", 50'000) + "}`a`",
      repeated("{num}`1`", 20'000),
      repeated("{a ", 20'000),
      repeated("{#a}\n", 20'000),
      repeated("<a ", 20'000) + repeated("<!-- ", 20'000),
      repeated("&amp;&a;&", 20'000),
      repeated("\\", 50'001),
      repeated("```{quote}\n", 5'000),
      repeated("[a]: b\n", 20'000) + "[a]",
      repeated("[a](ref:b) ", 10'000),
  };
  for (const std::string& text : texts) {
    INFO(text.substr(0, 40));
    const auto start = std::chrono::steady_clock::now();
    const Parsed parsed(text);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    CHECK(depth_of(parsed.document) <= kDeepest);
    CHECK(seconds.count() < 5.0);  // a sanitizer on a busy machine; quadratic time would be minutes
  }
}

TEST_CASE("what is nested too deep is reported once and left out") {
  const Parsed parsed(repeated(">", 1'000) + "a\n\nb\n");
  REQUIRE(parsed.diagnostics.size() == 1);
  CHECK(parsed.diagnostics[0].id == "markdown-too-deep");
  CHECK(parsed.diagnostics[0].place.column == 100);
  CHECK(parsed.document.plain_text(0) == "b");
}

TEST_CASE("tables that cmark would take too long for are refused at their line") {
  CHECK(Parsed("|a|\n|-|\n" + repeated("|", 300) + "\n").diagnostics.at(0).id == "markdown-too-complex");
  CHECK(Parsed("|a|\n|-|\n" + repeated("|", 300) + "\n").diagnostics.at(0).place.line == 3);
  std::string table = "| a | b | c |\n|---|---|---|\n" + repeated("| 1 | 2 | 3 |\n", 2'000);
  CHECK(Parsed(table).diagnostics.empty());
}
