// Every node points at its own bytes, wherever cmark's columns go wrong: after line breaks, in lists, quotes, notes,
// tables and directives, behind escapes and entities.
#include "catch.hpp"
#include "outline.hpp"

using namespace gaceta::markdown;

TEST_CASE("inlines point at their bytes on every line of a paragraph") {
  const Parsed parsed(
      "Año **muy *grande*** con {num}`647766`\n"
      "  y <ref:tmec/2022-05>, [el *primer* diálogo](ref:tmec/2022-05#p-3 \"t\")\n"
      "~~viejo~~ ![alt](a.svg)\\\n"
      "{lang=pt}`Mercado Comum`\n");
  CHECK(parsed.outline() ==
        "paragraph «Año **muy *grande*** con {num}`647766`»\n"
        "  text «Año »\n"
        "  strong «**muy *grande***»\n"
        "    text «muy »\n"
        "    emphasis «*grande*»\n"
        "      text «grande»\n"
        "  text « con »\n"
        "  role «{num}`647766`» → 647766\n"
        "  soft «»\n"
        "  text «y »\n"
        "  reference «<ref:tmec/2022-05>» → tmec/2022-05\n"
        "  text «, »\n"
        "  reference «[el *primer* diálogo](ref:tmec/2022-05#p-3 \"t\")» → tmec/2022-05#p-3\n"
        "    text «el »\n"
        "    emphasis «*primer*»\n"
        "      text «primer»\n"
        "    text « diálogo»\n"
        "  soft «»\n"
        "  strike «~~viejo~~»\n"
        "    text «viejo»\n"
        "  text « »\n"
        "  image «![alt](a.svg)» → a.svg\n"
        "    text «alt»\n"
        "  hard «»\n"
        "  role «{lang=pt}`Mercado Comum`» → Mercado Comum\n");
}

TEST_CASE("lines count from where the text begins in its file") {
  const Parsed parsed("uno\n\ndos {num}`3`\n", 8);
  const Index role = parsed.all(Kind::role).at(0);
  CHECK(parsed.document[role].position == Position{10, 5, 8});
  CHECK(parsed.document[role].value_position == Position{10, 11, 1});
}

TEST_CASE("escapes and entities take the bytes that were typed") {
  const Parsed parsed("A&amp;B &eacute;&#233; \\*no\\* &copy; &fjlig; x&y {num}`1`\n");
  CHECK(parsed.document.text(2) == "A&B éé *no* © fj x&y ");
  CHECK(parsed.outline() ==
        "paragraph «A&amp;B &eacute;&#233; \\*no\\* &copy; &fjlig; x&y {num}`1`»\n"
        "  text «A&amp;B &eacute;&#233; \\*no\\* &copy; &fjlig; x&y »\n"
        "  role «{num}`1`» → 1\n");
}

TEST_CASE("entities in bare links are bytes of the address") {
  const Parsed parsed("http://e.org?a=1&amp;b=2 y &colon; {num}`1`\n");
  CHECK(parsed.outline() ==
        "paragraph «http://e.org?a=1&amp;b=2 y &colon; {num}`1`»\n"
        "  link «http://e.org?a=1&amp;b=2» → http://e.org?a=1&amp;b=2\n"
        "    text «http://e.org?a=1&amp;b=2»\n"
        "  text « y &colon; »\n"
        "  role «{num}`1`» → 1\n");
}

TEST_CASE("inlines in lists and quotes point past the marks of their containers") {
  const Parsed parsed(
      "> Cita con\n"
      "> {num}`5`\n"
      "> - punto {num}`6`\n"
      ">   sigue {num}`7`\n"
      "perezosa {num}`8`\n"
      "\n"
      "10. diez\n"
      "\n"
      "    segundo {num}`9`\n");
  CHECK(parsed.outline() ==
        "quote «> Cita con»\n"
        "  paragraph «Cita con»\n"
        "    text «Cita con»\n"
        "    soft «»\n"
        "    role «{num}`5`» → 5\n"
        "  list «- punto {num}`6`»\n"
        "    item «- punto {num}`6`»\n"
        "      paragraph «punto {num}`6`»\n"
        "        text «punto »\n"
        "        role «{num}`6`» → 6\n"
        "        soft «»\n"
        "        text «sigue »\n"
        "        role «{num}`7`» → 7\n"
        "        soft «»\n"
        "        text «perezosa »\n"
        "        role «{num}`8`» → 8\n"
        "list «10. diez»\n"
        "  item «10. diez»\n"
        "    paragraph «diez»\n"
        "      text «diez»\n"
        "    paragraph «segundo {num}`9`»\n"
        "      text «segundo »\n"
        "      role «{num}`9`» → 9\n");
}

TEST_CASE("inlines in table cells point at their bytes, behind escaped pipes too") {
  const Parsed parsed(
      "antes\n"
      "| a | b \\| c |\n"
      "|---|:-:|\n"
      "| {num}`1` | x \\| <ref:y> `a\\|b` {num}`2` https://example.org |\n"
      "| solo |\n");
  CHECK(parsed.outline() ==
        "paragraph «antes»\n"
        "  text «antes»\n"
        "table «| a | b \\| c |»\n"
        "  row «| a | b \\| c |»\n"
        "    cell «a»\n"
        "      text «a»\n"
        "    cell «b \\| c»\n"
        "      text «b \\| c»\n"
        "  row «| {num}`1` | x \\| <ref:y> `a\\|b` {num}`2` https://example.org |»\n"
        "    cell «{num}`1`»\n"
        "      role «{num}`1`» → 1\n"
        "    cell «x \\| <ref:y> `a\\|b` {num}`2` https://example.org»\n"
        "      text «x \\| »\n"
        "      reference «<ref:y>» → y\n"
        "      text « »\n"
        "      code «`a\\|b`» → a\\|b\n"
        "      text « »\n"
        "      role «{num}`2`» → 2\n"
        "      text « »\n"
        "      link «https://example.org» → https://example.org\n"
        "        text «https://example.org»\n"
        "  row «| solo |»\n"
        "    cell «solo»\n"
        "      text «solo»\n"
        "    cell «»\n");
}

TEST_CASE("a table in a list or a quote has its places too") {
  const Parsed parsed("> | a | b |\n> |---|---|\n> | c | {num}`1` |\n\n- | d |\n  |---|\n  | {num}`2` |\n");
  const auto roles = parsed.all(Kind::role);
  REQUIRE(roles.size() == 2);
  CHECK(parsed.document[roles[0]].position == Position{3, 9, 8});
  CHECK(parsed.document[roles[1]].position == Position{7, 5, 8});
}

TEST_CASE("inlines in footnotes point at their bytes, in later lines and paragraphs too") {
  const Parsed parsed("Texto[^n].\n\n[^n]: Nota <ref:z>\n    y {num}`9`.\n\n    Otro {num}`10`.\n");
  CHECK(parsed.outline() ==
        "paragraph «Texto[^n].»\n"
        "  text «Texto»\n"
        "  footnote «[^n]» → n\n"
        "  text «.»\n"
        "definition «[^n]: Nota <ref:z>» → n\n"
        "  paragraph «Nota <ref:z>»\n"
        "    text «Nota »\n"
        "    reference «<ref:z>» → z\n"
        "    soft «»\n"
        "    text «y »\n"
        "    role «{num}`9`» → 9\n"
        "    text «.»\n"
        "  paragraph «Otro {num}`10`.»\n"
        "    text «Otro »\n"
        "    role «{num}`10`» → 10\n"
        "    text «.»\n");
}

TEST_CASE("link definitions before the words of a paragraph do not move them") {
  const Parsed parsed("[a]: https://example.org/a \"t\"\n[b]:\n  <https://example.org/b>\nve [x][a] y [b] {num}`1`\n");
  CHECK(parsed.outline() ==
        "paragraph «ve [x][a] y [b] {num}`1`»\n"
        "  text «ve »\n"
        "  link «[x][a]» → [x][a]\n"
        "    text «x»\n"
        "  text « y »\n"
        "  link «[b]» → [b]\n"
        "    text «b»\n"
        "  text « »\n"
        "  role «{num}`1`» → 1\n");
}

TEST_CASE("a link whose words or address go over lines does not move what follows") {
  const Parsed parsed("[uno\ndos](https://example.org\n\"título\") {num}`1` `a\nb` {num}`2`\n");
  const auto roles = parsed.all(Kind::role);
  REQUIRE(roles.size() == 2);
  CHECK(parsed.document[roles[0]].position == Position{3, 12, 8});
  CHECK(parsed.document[roles[1]].position == Position{4, 4, 8});
}

TEST_CASE("headings of both kinds have the place of their words") {
  const Parsed parsed("##   Uno {num}`1` ##\n\nDos\n{num}`2`\n---\n");
  CHECK(parsed.outline() ==
        "heading «##   Uno {num}`1` ##»\n"
        "  text «Uno »\n"
        "  role «{num}`1`» → 1\n"
        "heading «Dos»\n"
        "  text «Dos»\n"
        "  soft «»\n"
        "  role «{num}`2`» → 2\n");
  CHECK(parsed.document[1].level == 2);
  CHECK(parsed.document[4].end_line == 5);
}

TEST_CASE("carriage returns count as ends of lines and never as columns") {
  const Parsed parsed("uno\r\ndos {num}`1`\r\n");
  CHECK(parsed.document[parsed.all(Kind::role).at(0)].position == Position{2, 5, 8});
}

TEST_CASE("a string of a data file is read as inlines, at its own place") {
  gaceta::diagnostics::Diagnostics diagnostics;
  const gaceta::diagnostics::Place start{"programme.yaml", 7, 20, 0};
  const Document document = parse_inline("# 1. *Sesión* {num}`5` <ref:x> #", start, kOptions, diagnostics);
  std::string kinds;
  for (Index child : document.children(Document::root())) kinds += std::string(kind_name(document[child].kind)) + " ";
  CHECK(kinds == "text emphasis text role text reference text ");
  CHECK(document.plain_text(Document::root()) == "# 1. Sesión 5  #");
  CHECK(document[5].position == Position{7, 35, 8});
  CHECK(document.text(1) == "# 1. ");
  CHECK(diagnostics.empty());
  CHECK(parse_inline("", start, kOptions, diagnostics).children(0).empty());
}
