#include "markdown/marks.hpp"

#include "catch.hpp"
#include "outline.hpp"

using namespace gaceta::markdown;

TEST_CASE("marks are taken off the tree and belong to the next block") {
  const Parsed parsed(
      "{#mi-bloque unnumbered}\n"
      "Un párrafo {num}`1`\n"
      "\n"
      "{number=\"12 bis\"}\n"
      "\n"
      "{unnumbered}\n"
      "Otro\n"
      "\n"
      "{conclusions}\n"
      "1. uno\n"
      "\n"
      "{caption=\"Cuadro 1. *Año* | x\"}\n"
      "| a |\n"
      "|---|\n");
  CHECK(parsed.outline() ==
        "paragraph «Un párrafo {num}`1`»\n"
        "  text «Un párrafo »\n"
        "  role «{num}`1`» → 1\n"
        "paragraph «Otro»\n"
        "  text «Otro»\n"
        "list «1. uno»\n"
        "  item «1. uno»\n"
        "    paragraph «uno»\n"
        "      text «uno»\n"
        "table «| a |»\n"
        "  row «| a |»\n"
        "    cell «a»\n"
        "      text «a»\n");
  CHECK(parsed.report().empty());
  const Document& document = parsed.document;
  const auto paragraphs = parsed.all(Kind::paragraph);
  const Marks* first = document.marks(paragraphs.at(0));
  REQUIRE(first != nullptr);
  CHECK(first->anchor.text == "mi-bloque");
  CHECK(parsed.covered(first->anchor.position) == "mi-bloque");
  CHECK(first->has("unnumbered"));
  CHECK_FALSE(first->has("conclusions"));
  const Marks* second = document.marks(paragraphs.at(1));
  REQUIRE(second != nullptr);
  CHECK(second->value("number")->text == "12 bis");
  CHECK(second->has("unnumbered"));
  CHECK(document.marks(parsed.all(Kind::list).at(0))->has("conclusions"));
  CHECK(document.marks(parsed.all(Kind::item).at(0)) == nullptr);
  const Located* caption = document.marks(parsed.all(Kind::table).at(0))->value("caption");
  REQUIRE(caption != nullptr);
  CHECK(caption->text == "Cuadro 1. *Año* | x");
  CHECK(parsed.covered(caption->position) == "Cuadro 1. *Año* | x");
}

TEST_CASE("marks work before headings, directives, quotes and inside items") {
  const Parsed parsed("{#a}\n## Uno\n\n{#b}\nDos\n---\n\n{#c}\n```{facts}\n```\n\n{#d}\n> cita\n\n- {#e}\n  texto\n");
  CHECK(parsed.report().empty());
  std::string anchors;
  for (Index i = 0; i < parsed.document.nodes().size(); ++i) {
    if (const Marks* marks = parsed.document.marks(i)) {
      anchors += std::string(kind_name(parsed.document[i].kind)) + "#" + marks->anchor.text + " ";
    }
  }
  CHECK(anchors == "heading#a heading#b directive#c quote#d paragraph#e ");
  CHECK(parsed.document.plain_text(parsed.all(Kind::heading).at(1)) == "Dos");
}

TEST_CASE("braces with other text on their line, or escaped, are text") {
  const Parsed parsed("{unnumbered} texto\n\n\\{unnumbered}\n\ntexto\n{unnumbered}\n\n{a} y {b}\n");
  CHECK(parsed.report().empty());
  CHECK(parsed.document.plain_text(Document::root()) == "{unnumbered} texto{unnumbered}texto {unnumbered}{a} y {b}");
}

TEST_CASE("a mark that is unknown, cannot be read or has no block is reported") {
  CHECK(
      Parsed(
          "{unumbered}\na\n\n{captoin=\"x\"}\nb\n\n{}\nc\n\n{number=}\nd\n\n{caption=\"x}\ne\n\n> {#x}\n\nf\n\n{#y}\n")
          .report() ==
      "es.md:1:2: error: no mark is called 'unumbered' [unknown-mark]\n"
      "  1 | {unumbered}\n"
      "    |  ^^^^^^^^^\n"
      "    help: did you mean 'unnumbered'?\n"
      "es.md:4:2: error: no mark is called 'captoin' [unknown-mark]\n"
      "  4 | {captoin=\"x\"}\n"
      "    |  ^^^^^^^\n"
      "    help: did you mean 'caption'?\n"
      "es.md:7:1: error: '{}' cannot be read as a mark [malformed-mark]\n"
      "  7 | {}\n"
      "    | ^^\n"
      "    help: a mark is a word, '#' and an anchor, or key=\"value\", between braces\n"
      "es.md:10:2: error: 'number=' cannot be read as a mark [malformed-mark]\n"
      "  10 | {number=}\n"
      "     |  ^^^^^^^\n"
      "    help: a mark is a word, '#' and an anchor, or key=\"value\", between braces\n"
      "es.md:13:1: error: '{caption=\"x}' cannot be read as a mark [malformed-mark]\n"
      "  13 | {caption=\"x}\n"
      "     | ^^^^^^^^^^^^\n"
      "    help: a mark is a word, '#' and an anchor, or key=\"value\", between braces\n"
      "es.md:16:3: error: no block follows this mark [mark-without-block]\n"
      "  16 | > {#x}\n"
      "     |   ^^^^\n"
      "es.md:20:1: error: no block follows this mark [mark-without-block]\n"
      "  20 | {#y}\n"
      "     | ^^^^\n");
}
