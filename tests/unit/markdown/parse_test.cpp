#include "markdown/parse.hpp"

#include "catch.hpp"
#include "outline.hpp"

using namespace gaceta::markdown;

TEST_CASE("lists know their order, first number, delimiter and tightness") {
  const Parsed parsed("3) a\n4) b\n\n- c\n\n- d\n");
  const auto lists = parsed.all(Kind::list);
  REQUIRE(lists.size() == 2);
  const Node& first = parsed.document[lists[0]];
  CHECK(first.is_ordered);
  CHECK(first.is_tight);
  CHECK(first.start == 3);
  CHECK(first.delimiter == ')');
  const Node& second = parsed.document[lists[1]];
  CHECK_FALSE(second.is_ordered);
  CHECK_FALSE(second.is_tight);
  CHECK(second.delimiter == '-');
}

TEST_CASE("tables know their alignments and header") {
  const Parsed parsed("|a|b|c|d|\n|:-|:-:|-:|-|\n|1|2|3|4|\n");
  const Index table = parsed.all(Kind::table).at(0);
  const auto alignments = parsed.document.alignments(table);
  REQUIRE(alignments.size() == 4);
  CHECK(alignments[0] == Alignment::left);
  CHECK(alignments[1] == Alignment::center);
  CHECK(alignments[2] == Alignment::right);
  CHECK(alignments[3] == Alignment::none);
  const auto rows = parsed.all(Kind::table_row);
  CHECK(parsed.document[rows.at(0)].is_header);
  CHECK_FALSE(parsed.document[rows.at(1)].is_header);
  CHECK(parsed.document[parsed.all(Kind::table_cell).at(6)].alignment == Alignment::right);
}

TEST_CASE("code blocks keep their text and info string") {
  const Parsed parsed("```cpp x\nint a;\n\nint b;\n```\n\n    sangrado\n");
  const auto blocks = parsed.all(Kind::code_block);
  REQUIRE(blocks.size() == 2);
  CHECK(parsed.document.info(blocks[0]) == "cpp x");
  CHECK(parsed.document.text(blocks[0]) == "int a;\n\nint b;\n");
  CHECK(parsed.document[blocks[0]].value_position == Position{2, 1, 6});
  CHECK(parsed.document[blocks[0]].end_line == 5);
  CHECK(parsed.document.text(blocks[1]) == "sangrado\n");
}

TEST_CASE("links are plain, bare or pointed; plain quotes stay plain") {
  const Parsed parsed(
      "\"a\" <https://a.org/x> www.b.org (https://c.org/~u_v_w) yo@d.org [e](https://e.org \"t\") --\n");
  const auto links = parsed.all(Kind::link);
  REQUIRE(links.size() == 5);
  const Document& document = parsed.document;
  CHECK(document.url(links[0]) == "https://a.org/x");
  CHECK(document[links[0]].is_autolink);
  CHECK(document.url(links[1]) == "http://www.b.org");
  CHECK(document[links[1]].is_autolink);
  CHECK(document.url(links[2]) == "https://c.org/~u_v_w");
  CHECK(document.url(links[3]) == "mailto:yo@d.org");
  CHECK(document.url(links[4]) == "https://e.org");
  CHECK(document.title(links[4]) == "t");
  CHECK_FALSE(document[links[4]].is_autolink);
  CHECK(document.plain_text(1) == "\"a\" https://a.org/x www.b.org (https://c.org/~u_v_w) yo@d.org e --");
}

TEST_CASE("a word in braces directly before a code span is a role") {
  const Parsed parsed("{num}`1.8e12 USD` x{date}``a`b`` {lang=pt}`Olá`");
  const auto roles = parsed.all(Kind::role);
  REQUIRE(roles.size() == 3);
  CHECK(parsed.document.name(roles[0]) == "num");
  CHECK(parsed.document.text(roles[0]) == "1.8e12 USD");
  CHECK(parsed.document.argument(roles[0]).empty());
  CHECK(parsed.document.text(roles[1]) == "a`b");
  CHECK(parsed.document.name(roles[2]) == "lang");
  CHECK(parsed.document.argument(roles[2]) == "pt");
  CHECK(parsed.report().empty());
}

TEST_CASE("braces that are escaped, in code, or away from a code span are text") {
  const Parsed parsed("\\{num}`1` {num\\}`2` {num} `3` `{num}`  {a b}`4`\n\n    {num}`5`\n");
  CHECK(parsed.all(Kind::role).empty());
  CHECK(parsed.report().empty());
}

TEST_CASE("an unknown role is reported at its name, with the nearest") {
  CHECK(Parsed("La cifra {nmu}`5`\n").report() ==
        "es.md:1:11: error: no role is called 'nmu' [unknown-role]\n"
        "  1 | La cifra {nmu}`5`\n"
        "    |           ^^^\n"
        "    help: did you mean 'num'?\n");
}

TEST_CASE("references have a target, and words unless they are pointed") {
  const Parsed parsed("<ref:#c-5> [<b>](ref:usmca#25.5) [](<ref:a b>) <REF:x> `<ref:y>`\n");
  const auto references = parsed.all(Kind::reference);
  REQUIRE(references.size() == 3);
  CHECK(parsed.document.target(references[0]) == "#c-5");
  CHECK(parsed.document[references[0]].is_autolink);
  CHECK(parsed.document.target(references[1]) == "usmca#25.5");
  CHECK_FALSE(parsed.document[references[1]].is_autolink);
  CHECK(parsed.document.target(references[2]) == "a b");
  CHECK(parsed.covered(parsed.document[references[2]].value_position) == "a b");
}

TEST_CASE("footnotes keep their labels, find their definitions and stay where they are") {
  const Parsed parsed("a[^uno] b[^DOS] c[^uno]\n\n[^dos]: Dos\n\n## Fin\n\n[^uno]: Uno\n");
  const auto references = parsed.all(Kind::footnote_reference);
  const auto definitions = parsed.all(Kind::footnote_definition);
  REQUIRE(references.size() == 3);
  REQUIRE(definitions.size() == 2);
  CHECK(parsed.document.label(references[0]) == "uno");
  CHECK(parsed.document.definition(references[0]) == definitions[1]);
  CHECK(parsed.document.definition(references[1]) == definitions[0]);
  CHECK(parsed.document.definition(references[2]) == definitions[1]);
  CHECK(parsed.document.plain_text(definitions[0]) == "Dos");
  CHECK(parsed.report().empty());
}

TEST_CASE("footnotes and strikethrough work in tables, headings, links and emphasis") {
  const Parsed parsed(
      "## A[^n] ~~b~~\n\n| ~~c~~ d[^n] |\n|---|\n| *e[^n]* ~f~ |\n\n[g[^n]](https://h.org) ~~i *j*~~\n\n[^n]: k\n");
  CHECK(parsed.all(Kind::footnote_reference).size() == 4);
  CHECK(parsed.all(Kind::strikethrough).size() == 4);
  for (Index strike : parsed.all(Kind::strikethrough)) {
    CHECK(parsed.covered(parsed.document[strike].position).starts_with('~'));
  }
  CHECK(parsed.report().empty());
}

TEST_CASE("what looks like a footnote and is none stays text") {
  const Parsed parsed("\\[^a] [^] [^a b] ![^c](d.svg) [^e](https://f.org) `[^g]` x^2\n");
  CHECK(parsed.all(Kind::footnote_reference).empty());
  CHECK(parsed.document.plain_text(1) == "[^a] [^] [^a b] !^c ^e [^g] x^2");
}

TEST_CASE("footnotes that are undefined, unused or defined twice are reported") {
  CHECK(Parsed("a[^ntoa] b[^x] c[^x]\n\n[^nota]: A\n\n[^nota]: B\n").report() ==
        "es.md:1:2: error: no footnote is called 'ntoa' [undefined-footnote]\n"
        "  1 | a[^ntoa] b[^x] c[^x]\n"
        "    |  ^^^^^^^\n"
        "    help: did you mean 'nota'?\n"
        "es.md:1:11: error: no footnote is called 'x' [undefined-footnote]\n"
        "  1 | a[^ntoa] b[^x] c[^x]\n"
        "    |           ^^^^\n"
        "es.md:3:3: warning: nothing in the text refers to the footnote 'nota' [unused-footnote]\n"
        "  3 | [^nota]: A\n"
        "    |   ^^^^\n"
        "es.md:5:3: error: footnote 'nota' is defined twice; the first definition is on line 3 [duplicate-footnote]\n"
        "  5 | [^nota]: B\n"
        "    |   ^^^^\n");
}

TEST_CASE("headings of the first level belong to the front matter") {
  CHECK(Parsed("# Título\n\nOtro\n====\n").report() ==
        "es.md:1:1: error: headings in the text start at '##', because the title of the page is in the front matter "
        "[heading-level-one]\n"
        "  1 | # Título\n"
        "    | ^^^^^^^^\n"
        "es.md:3:1: error: headings in the text start at '##', because the title of the page is in the front matter "
        "[heading-level-one]\n"
        "  3 | Otro\n"
        "    | ^^^^\n");
}

TEST_CASE("an empty text is an empty document") {
  CHECK(Parsed("").document.nodes().size() == 1);
  CHECK(Parsed("\n\n").document.children(0).empty());
}
