#include "yaml/parse.hpp"

#include <string>
#include <thread>

#include "catch.hpp"
#include "diagnostics/report.hpp"

using namespace gaceta;
using yaml::Kind;
using yaml::Node;
using yaml::Position;

namespace {

Node parsed(std::string_view text, std::uint32_t first_line = 1) {
  diagnostics::Diagnostics diagnostics;
  const std::optional<Node> node = yaml::parse(text, "f.yaml", first_line, diagnostics);
  INFO(text);
  CHECK(diagnostics.empty());
  REQUIRE(node);
  return *node;
}

std::string complaint(const std::string& text, diagnostics::Language language = diagnostics::Language::english) {
  diagnostics::Diagnostics diagnostics;
  yaml::parse(text, "f.yaml", 1, diagnostics);
  return diagnostics::as_text(
      diagnostics, [&](std::string_view) { return std::optional<std::string>(text); }, language,
      diagnostics::Style::plain);
}

/// The first line of the report of the only mistake in `text`.
std::string headline(const std::string& text) {
  const std::string all = complaint(text);
  return all.substr(0, all.find('\n'));
}

std::string repeated(std::string_view piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += piece;
  return out;
}

}  // namespace

TEST_CASE("scalars keep their text, exact decimals included") {
  const Node node = parsed("a: 53e9\nb: 1250.50\nc: 2021-07-14\nd: yes\ne: 08:30\nf: \"1\"\n");
  CHECK(node.find("a")->scalar() == "53e9");
  CHECK(node.find("b")->scalar() == "1250.50");
  CHECK(node.find("c")->scalar() == "2021-07-14");
  CHECK(node.find("d")->scalar() == "yes");
  CHECK(node.find("e")->scalar() == "08:30");
  CHECK_FALSE(node.find("a")->is_quoted());
  CHECK(node.find("f")->is_quoted());
  CHECK(node.find("g") == nullptr);
}

TEST_CASE("columns are bytes of the line, after letters of several bytes too") {
  const Node node = parsed("título: {es: Año, en: 'Year'} # ñ\n");
  CHECK(node.entries()[0].key.position() == Position{1, 1, 7});
  const Node& value = node.entries()[0].value;
  CHECK(value.position() == Position{1, 10, 22});
  CHECK(value.find("es")->position() == Position{1, 15, 4});
  CHECK(value.find("en")->position() == Position{1, 25, 6});
  CHECK(value.find("en")->text_position() == Position{1, 26, 4});
}

TEST_CASE("lines count from the first line of the front matter") {
  const Node node = parsed("title: a\nsummary: b\n", 2);
  CHECK(node.find("summary")->position() == Position{3, 10, 1});
}

TEST_CASE("carriage returns do not move columns") {
  const Node node = parsed("a: b\r\nc: [d, e]\r\n");
  CHECK(node.find("a")->scalar() == "b");
  CHECK(node.find("c")->position() == Position{2, 4, 6});
  CHECK(node.find("c")->items()[1].position() == Position{2, 8, 1});
}

TEST_CASE("a block scalar stands where its text begins") {
  const Node node = parsed("a: |\n  línea\n  dos\nb: >-\n\n  uno\n  dos\n");
  CHECK(node.find("a")->scalar() == "línea\ndos\n");
  CHECK(node.find("a")->style() == yaml::Style::block);
  CHECK(node.find("a")->position() == Position{2, 3, 6});
  CHECK(node.find("b")->position() == Position{6, 3, 3});
}

TEST_CASE("a scalar over several lines is as long as its first line") {
  const Node node = parsed("a: uno dos\n  tres\nb: \"x\n  y\"\n");
  CHECK(node.find("a")->scalar() == "uno dos tres");
  CHECK(node.find("a")->position() == Position{1, 4, 7});
  CHECK(node.find("b")->position() == Position{3, 4, 2});
}

TEST_CASE("missing values stand at their key, written ones where they are") {
  const Node node = parsed("a:\nb: ~\nc: null\nd:\n  - x\n  -\n");
  CHECK(node.find("a")->position() == Position{1, 1, 1});
  CHECK(node.find("b")->position() == Position{2, 4, 1});
  CHECK(node.find("c")->position() == Position{3, 4, 4});
  CHECK(node.find("d")->items()[1].is_null());
  CHECK(node.find("d")->items()[1].position() == Position{6, 3, 1});
}

TEST_CASE("lists and maps know their places and keep their order") {
  const Node node = parsed("items:\n  - {z: 1, a: [2,\n      3]}\n  - b: 4\n");
  const Node& items = *node.find("items");
  CHECK(items.position() == Position{2, 3, 1});
  CHECK(items.items()[0].position() == Position{2, 5, 13});
  CHECK(items.items()[0].entries()[0].key.scalar() == "z");
  CHECK(items.items()[0].find("a")->items()[1].position() == Position{3, 7, 1});
  CHECK(items.items()[1].position() == Position{4, 5, 1});
}

TEST_CASE("a value behind an anchor stands at the value, an alias repeats it") {
  const Node node = parsed("a: &x uno\nb: &y\n  c: d\ne: *y\nf: [*x, *x]\n");
  CHECK(node.find("a")->position() == Position{1, 7, 3});
  CHECK(node.find("e")->find("c")->scalar() == "d");
  CHECK(node.find("f")->items()[1].scalar() == "uno");
}

TEST_CASE("an empty text, or one of comments, is null") {
  CHECK(parsed("").is_null());
  CHECK(parsed("# nada\n").is_null());
  CHECK(parsed("---\n").is_null());
}

TEST_CASE("every duplicate key is reported with the line of the first, and the first stays") {
  diagnostics::Diagnostics diagnostics;
  const auto node = yaml::parse("a: 1\nb: 2\na: 3\na: 4\n", "f.yaml", 1, diagnostics);
  REQUIRE(node);
  CHECK(node->find("a")->scalar() == "1");
  REQUIRE(diagnostics.size() == 2);
  CHECK(complaint("a: 1\na: 2\n") ==
        "f.yaml:2:1: error: key 'a' is written twice; the first is on line 1 [duplicate-key]\n"
        "  2 | a: 2\n"
        "    | ^\n");
}

TEST_CASE("a duplicate key is found in a large map") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "key" + std::to_string(i) + ": x\n";
  CHECK(headline(text + "key3: y\n") ==
        "f.yaml:101:1: error: key 'key3' is written twice; the first is on line 4 [duplicate-key]");
  CHECK(headline(text + "key99: y\n") ==
        "f.yaml:101:1: error: key 'key99' is written twice; the first is on line 100 [duplicate-key]");
}

TEST_CASE("what editors get wrong is explained at its own place") {
  const std::pair<std::string, std::string> cases[] = {
      {"a: b: c\n", "f.yaml:1:4: error: a value that contains ': ' must be in quotes [yaml-colon-in-value]"},
      {"title: x\n summary: y\n",
       "f.yaml:2:2: error: this line is indented further than the lines it belongs to [yaml-indentation]"},
      {"a:\n\tb: 1\n", "f.yaml:2:1: error: a tab is used for indentation, where only spaces are allowed [yaml-tab]"},
      {"a: |\n\tx\n", "f.yaml:2:1: error: a tab is used for indentation, where only spaces are allowed [yaml-tab]"},
      {"a: \"foo\nb: 2\n", "f.yaml:1:4: error: nothing closes this quotation mark [yaml-unclosed-quote]"},
      {"a: 'it\nb: 1\n", "f.yaml:1:4: error: nothing closes this quotation mark [yaml-unclosed-quote]"},
      {"a: \"x\nb: \"y\"\n", "f.yaml:1:4: error: nothing closes this quotation mark [yaml-unclosed-quote]"},
      {"a: [1, 2\nb: 3\n", "f.yaml:1:4: error: nothing closes this bracket; expected ']' [yaml-unclosed-bracket]"},
      {"a: {b: 1", "f.yaml:1:4: error: nothing closes this bracket; expected '}' [yaml-unclosed-bracket]"},
      {"a: [{b: c} d]\n",
       "f.yaml:1:12: error: expected ',' or ']' to continue or close what begins on line 1 [yaml-expected-comma]"},
      {"a: [1]]\n", "f.yaml:1:7: error: this bracket closes nothing [yaml-stray-bracket]"},
      {"a: @foo\n", "f.yaml:1:4: error: a value that begins with '@' must be in quotes [yaml-special-character]"},
      {"a: `x`\n", "f.yaml:1:4: error: a value that begins with '`' must be in quotes [yaml-special-character]"},
      {"a: %x\n", "f.yaml:1:4: error: a value that begins with '%' must be in quotes [yaml-special-character]"},
      {"a: **b** c\n", "f.yaml:1:4: error: the alias '**b**' has no anchor before it [yaml-unknown-alias]"},
      {"a: {num}`5` x\n", "f.yaml:1:9: error: the value has ended before this text [yaml-text-after-value]"},
      {"a: \"x\" y\n", "f.yaml:1:8: error: the value has ended before this text [yaml-text-after-value]"},
      {"[a] b\n", "f.yaml:1:5: error: the value has ended before this text [yaml-text-after-value]"},
      {"a: !foo b\n",
       "f.yaml:1:4: error: the tag '!foo' is not allowed; a text that begins with '!' must be in quotes [yaml-tag]"},
      {"a: 1\nfoo\nb: 2\n", "f.yaml:2:1: error: expected a line of the form 'key: value' [yaml-expected-key]"},
      {"a: 1\nfoo:bar\n", "f.yaml:2:1: error: expected a line of the form 'key: value' [yaml-expected-key]"},
      {"a:\n  - b\n c: d\n", "f.yaml:3:2: error: expected a line of the form 'key: value' [yaml-expected-key]"},
      {"a: - b\n", "f.yaml:1:4: error: a list item must begin on a line of its own [yaml-item-not-on-own-line]"},
      {"a: 1\n- b\n", "f.yaml:2:1: error: a list item stands among the keys of a map [yaml-item-in-map]"},
      {"a: \"\\q\"\n", "f.yaml:1:5: error: '\\q' means nothing in double quotes [yaml-escape]"},
      {"a: 1\n---\nb: 2\n",
       "f.yaml:2:1: error: a file holds one document; '---' begins a second one [yaml-second-document]"},
      {"? [a]\n: b\n", "f.yaml:1:3: error: a key must be a word, found a list [yaml-key-not-text]"},
      {"a: &x [*x]\n",
       "f.yaml:1:8: error: the alias '*x' stands inside the value that it repeats [yaml-alias-in-itself]"},
      {"a: b\x01\n",
       "f.yaml:1:5: error: the text contains the control character number 1, which cannot be seen "
       "[control-character]"},
      {"a: b\x04\n",
       "f.yaml:1:5: error: the text contains the control character number 4, which cannot be seen "
       "[control-character]"},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(headline(text) == expected);
  }
}

TEST_CASE("the whole report shows the line, the place and the advice, in Spanish too") {
  CHECK(complaint("resumen: Reporte: el T-MEC\n", diagnostics::Language::spanish) ==
        "f.yaml:1:10: error: un valor que contiene «: » debe ir entre comillas [yaml-colon-in-value]\n"
        "  1 | resumen: Reporte: el T-MEC\n"
        "    |          ^^^^^^^^^^^^^^^^^\n"
        "    ayuda: ponga el valor completo entre comillas\n");
}

TEST_CASE("nesting beyond 64 levels is refused, whichever way it is written") {
  CHECK(headline(repeated("[", 64) + repeated("]", 64)).empty());
  CHECK(headline(repeated("[", 65) + repeated("]", 65)) ==
        "f.yaml:1:65: error: lists and maps are nested more than 64 levels deep [yaml-too-deep]");
  CHECK(headline(repeated("- ", 65) + "x").find("[yaml-too-deep]") != std::string::npos);
  CHECK(headline(repeated("[", 100'000)).find("[yaml-too-deep]") != std::string::npos);
  CHECK(headline(repeated("{a: ", 10'000)).find("[yaml-too-deep]") != std::string::npos);
  const std::string half = repeated("[", 40) + repeated("]", 40);
  CHECK(headline("- &a " + half + "\n- [[" + "*a]]\n").empty());
  CHECK(
      headline("- &a " + half + "\n- " + repeated("[", 40) + "*a" + repeated("]", 40) + "\n").find("[yaml-too-deep]") !=
      std::string::npos);
}

TEST_CASE("aliases that multiply are refused before they fill the memory") {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    const std::string name = "a" + std::to_string(i);
    bomb += name + ": &" + name + " [" + before + repeated(", " + before, 9) + "]\n";
  }
  CHECK(headline(bomb).find("[yaml-too-large]") != std::string::npos);
  std::string large = "a: &a " + std::string(1'000'000, 'x') + "\nb: [*a" + repeated(", *a", 100) + "]\n";
  CHECK(headline(large).find("[yaml-too-large]") != std::string::npos);
}

TEST_CASE("the same text gives the same value in every thread") {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "k" + std::to_string(i) + ": {es: [a, b], en: \"c\"}\n";
  auto work = [&] {
    for (int i = 0; i < 50; ++i) {
      diagnostics::Diagnostics diagnostics;
      const auto node = yaml::parse(text, "f.yaml", 1, diagnostics);
      if (!node || node->entries().size() != 50 || node->find("k49")->find("en")->scalar() != "c") return false;
    }
    return true;
  };
  bool first = false, second = false;
  std::thread other([&] { first = work(); });
  second = work();
  other.join();
  CHECK(first);
  CHECK(second);
}
