// Anchors and numbers: what is stable, what prints, what collides.
#include "content/numbering.hpp"

#include "content/vocabulary.hpp"
#include "markdown/parse.hpp"
#include "tiny_site.hpp"

using namespace gaceta;
using namespace gaceta::content;

namespace {

/// "anchor=number" of each anchor in order, with the numbers that are printed, then the diagnostics.
std::string anchors(std::string_view text, bool are_printed = false,
                    model::SectionNumbers sections = model::SectionNumbers::none) {
  diagnostics::Diagnostics found;
  const auto document = markdown::parse(text, "f", 1, kMarkdownOptions, found);
  model::Bulletin bulletin;
  bulletin.numbered_paragraphs = are_printed;
  bulletin.section_numbers = sections;
  std::string out;
  const Numbering numbering = number_blocks(document, &bulletin, "f", found);
  for (const model::Anchor& anchor : numbering.anchors()) {
    out += (out.empty() ? "" : " ") + anchor.name + (anchor.is_printed ? "=" + anchor.number : "");
  }
  const std::string said = testing::as_text(found);
  return said.empty() ? out : out + "\n" + said;
}

}  // namespace

TEST_CASE("paragraphs count through the whole text, printed or not, and not inside lists and quotes") {
  CHECK(anchors("a\n\n## h\n\nb\n\n- x\n\n  y\n\n> z\n\nc\n") == "p-1 s-1 p-2 l-1 q-1 p-3");
  CHECK(anchors("a\n\nb\n", true) == "p-1=1 p-2=2");
}

TEST_CASE("an inserted paragraph has its own number and moves no other") {
  CHECK(anchors("a\n\n{number=\"1 bis\"}\n\nb\n\nc\n", true) == "p-1=1 p-1-bis=1 bis p-2=2");
  CHECK(anchors("{number=\"7\"}\n\na\n\nb\n", true) == "p-7=7 p-8=8");
  CHECK(anchors("{unnumbered}\n\na\n\nb\n", true) == "u-1 p-1=1");
}

TEST_CASE("every block has an anchor, and knows its number under whatever name") {
  diagnostics::Diagnostics found;
  const auto document = markdown::parse(
      "## a\n\n### b\n\n{#x}\n\nc\n\n{#y number=\"2 bis\"}\n\nd\n\n{unnumbered}\n\ne\n\n    code\n\n{#z}\n- "
      "f\n\n{#t}\n\n|a|\n|-|\n|b|\n",
      "f", 1, kMarkdownOptions, found);
  std::string out;
  const Numbering numbering = number_blocks(document, nullptr, "f", found);
  for (const model::Anchor& anchor : numbering.anchors()) out += anchor.name + "=" + anchor.number + " ";
  CHECK(out == "s-1=1 s-1-1=1.1 x=1 y=2 bis u-1= k-1= z=1 t=1 ");
  CHECK(testing::as_text(found) == "");
}

TEST_CASE("sections are counted by level and printed as the bulletin says") {
  CHECK(anchors("## a\n\n### b\n\n### c\n\n## d\n\n### e\n") == "s-1 s-1-1 s-1-2 s-2 s-2-1");
  CHECK(anchors("## a\n\n{unnumbered}\n\n## b\n\n## c\n", false, model::SectionNumbers::roman) == "s-1=I s-2 s-3=II");
}

TEST_CASE("sections of which a level is missing have names of their own") {
  const auto names = [](std::string_view text) { return anchors(text).substr(0, anchors(text).find('\n')); };
  CHECK(names("## a\n\n#### b\n\n### c\n\n#### d\n") == "s-1 s-1-1-1 s-1-2 s-1-2-1");
  CHECK(names("### a\n\n## b\n\n### c\n") == "s-1-1 s-2 s-2-1");
  CHECK(names("###### a\n\n##### b\n\n###### c\n\n### d\n") == "s-1-1-1-1-1 s-1-1-1-2 s-1-1-1-2-1 s-1-2");
}

TEST_CASE("conclusions and recommendations count on from list to list") {
  CHECK(anchors("{conclusions}\n1. a\n2. b\n\nx\n\n{conclusions}\n\n3. c\n\n{recommendations}\n1. d\n") ==
        "c-1=1 c-2=2 p-1 c-3=3 r-1=1");
}

TEST_CASE("notes are numbered by their first call") {
  CHECK(anchors("x[^b] y[^a] z[^b]\n\n[^a]: A\n\n[^b]: B\n") == "p-1 fn-1=1 fn-2=2");
}

TEST_CASE("two places may not have the same anchor") {
  CHECK(anchors("{#a}\n\nx\n\n{#a}\n\ny\n").find("f:5:1: error: two places of this text have the anchor 'a'") !=
        std::string::npos);
  CHECK(anchors("{number=\"2\"}\n\nx\n\n{number=\"2\"}\n\ny\n").find("[duplicate-anchor]") != std::string::npos);
}

TEST_CASE("a mark that says nothing about its block is reported") {
  CHECK(anchors("{conclusions}\n\nx\n").find("f:1:1: error: the mark 'conclusions' needs a list") != std::string::npos);
  CHECK(anchors("{unnumbered}\n- x\n").find("[mark-without-paragraph]") != std::string::npos);
  CHECK(anchors("{number=\"x\"}\n\na\n").find("[bad-paragraph-number]") != std::string::npos);
}

TEST_CASE("roman numbers") {
  CHECK(roman(1) == "I");
  CHECK(roman(14) == "XIV");
  CHECK(roman(1994) == "MCMXCIV");
  CHECK(roman(3999) == "MMMCMXCIX");
  CHECK(roman(0) == "0");
  CHECK(roman(4000) == "4000");
}
