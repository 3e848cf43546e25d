#include "markdown/directive.hpp"

#include "catch.hpp"
#include "outline.hpp"

using namespace gaceta::markdown;

TEST_CASE("a directive has a name, an argument, options and a body, each with its place") {
  const Parsed parsed(
      "```{table} exports.csv\n"
      ":caption: Exportaciones: 2021\n"
      ":source:\n"
      "\n"
      "cuerpo\n"
      "  más\n"
      "```\n");
  CHECK(parsed.report().empty());
  const Index directive = parsed.all(Kind::directive).at(0);
  const Document& document = parsed.document;
  CHECK(document.name(directive) == "table");
  CHECK(document.argument(directive) == "exports.csv");
  REQUIRE(document.options(directive).size() == 2);
  CHECK(document.option(directive, "caption")->text == "Exportaciones: 2021");
  CHECK(document.option(directive, "caption")->position == Position{2, 11, 19});
  CHECK(document.option(directive, "source")->text.empty());
  CHECK(document.option(directive, "other") == nullptr);
  CHECK(document.text(directive) == "cuerpo\n  más\n");
  CHECK(document[directive].value_position == Position{5, 1, 6});
  CHECK(document.children(directive).empty());
}

TEST_CASE("the body of a directive with Markdown is a tree at its place in the file, however deep the fence stands") {
  const Parsed parsed(
      "> - ```{quote}\n"
      ">   :by: Juan Pérez\n"
      ">\n"
      ">   Palabras **citadas** {num}`8`\n"
      ">   y <ref:q>[^n]\n"
      ">   ```\n"
      "\n"
      "[^n]: nota\n");
  CHECK(parsed.report().empty());
  const Index directive = parsed.all(Kind::directive).at(0);
  CHECK(parsed.document.option(directive, "by")->position == Position{2, 10, 11});
  CHECK(parsed.outline(directive) ==
        "paragraph «Palabras **citadas** {num}`8`»\n"
        "  text «Palabras »\n"
        "  strong «**citadas**»\n"
        "    text «citadas»\n"
        "  text « »\n"
        "  role «{num}`8`» → 8\n"
        "  soft «»\n"
        "  text «y »\n"
        "  reference «<ref:q>» → q\n"
        "  footnote «[^n]» → n\n");
}

TEST_CASE("directives within directives need longer fences, and end somewhere") {
  std::string text = "x {num}`1`\n";
  for (int depth = 0; depth < 7; ++depth) {
    const std::string fence(static_cast<std::size_t>(3 + depth), '`');
    text = fence + "{quote}\n" + text + fence + "\n";
  }
  const Parsed seven(text);
  CHECK(seven.report().empty());
  CHECK(seven.document[seven.all(Kind::role).at(0)].position == Position{8, 3, 8});
  for (int depth = 7; depth < 40; ++depth) {
    const std::string fence(static_cast<std::size_t>(3 + depth), '`');
    text = fence + "{quote}\n" + text + fence + "\n";
  }
  CHECK(Parsed(text).report().find("[markdown-too-deep]") != std::string::npos);
}

TEST_CASE("an unknown directive, an option written twice and a fence that nothing closes are reported") {
  CHECK(Parsed("```{quot} x\n```\n\n```{facts}\n:a: 1\n:a: 2\n```\n\n````{facts}\nuno\n```\n").report() ==
        "es.md:1:5: error: no block is called 'quot' [unknown-directive]\n"
        "  1 | ```{quot} x\n"
        "    |     ^^^^\n"
        "    help: did you mean 'quote'?\n"
        "es.md:6:2: error: option 'a' is written twice; the first is on line 5 [duplicate-option]\n"
        "  6 | :a: 2\n"
        "    |  ^\n"
        "es.md:9:1: error: nothing closes this block; expected a line with '````' [unclosed-fence]\n"
        "  9 | ````{facts}\n"
        "    | ^^^^^^^^^^^\n");
}
