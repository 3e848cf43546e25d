// The report as an editor, an editor's program and a code host read it.
#include "diagnostics/report.hpp"

#include "catch.hpp"

using namespace gaceta::diagnostics;

namespace {

SourceText source(std::string text) {
  return [text = std::move(text)](std::string_view path) -> std::optional<std::string> {
    if (path != "content/a.md") return std::nullopt;
    return text;
  };
}

Diagnostic unknown_topic(std::uint32_t line, std::uint32_t column, std::uint32_t length) {
  return make("unknown-topic", {"content/a.md", line, column, length}, {"pime"}, did_you_mean("pymes"));
}

std::string text_of(const Diagnostics& all, std::string text, Language language = Language::english,
                    Style style = Style::plain) {
  return as_text(all, source(std::move(text)), language, style);
}

}  // namespace

TEST_CASE("a diagnostic shows its place, its line, carets below the letters, and what to do") {
  CHECK(text_of({unknown_topic(2, 9, 4)}, "a\ntopics: pime\n") ==
        "content/a.md:2:9: error: topic 'pime' is not in the list of topics [unknown-topic]\n"
        "  2 | topics: pime\n"
        "    |         ^^^^\n"
        "    help: did you mean 'pymes'?\n");
}

TEST_CASE("the same in Spanish") {
  CHECK(text_of({unknown_topic(1, 1, 4)}, "pime\n", Language::spanish) ==
        "content/a.md:1:1: error: el tema «pime» no está en la lista de temas [unknown-topic]\n"
        "  1 | pime\n"
        "    | ^^^^\n"
        "    ayuda: ¿quiso decir «pymes»?\n");
}

TEST_CASE("columns and carets count letters, not bytes, and a tab is as wide as its caret") {
  const std::string report = text_of({unknown_topic(1, 8, 5)}, "año\t: pímé\n");
  CHECK(report.find("content/a.md:1:7:") == 0);
  CHECK(report.find("  1 | año : pímé\n    |       ^^^^\n") != std::string::npos);
}

TEST_CASE("a place without a column, without a line, or in a file that cannot be read shows no line") {
  CHECK(text_of({unknown_topic(1, 0, 0)}, "pime\n").find("content/a.md:1: error:") == 0);
  CHECK(text_of({unknown_topic(0, 0, 0)}, "pime\n").find("content/a.md: error:") == 0);
  Diagnostic elsewhere = unknown_topic(1, 1, 4);
  elsewhere.place.path = "content/b.md";
  CHECK(text_of({elsewhere}, "pime\n").find(" | ") == std::string::npos);
  CHECK(text_of({unknown_topic(9, 1, 4)}, "pime\n").find(" | ") == std::string::npos);
  CHECK(text_of({unknown_topic(1, 1, 0)}, "").find(" | ") == std::string::npos);
}

TEST_CASE("a long line is shown around the place") {
  const std::string report =
      text_of({unknown_topic(1, 301, 4)}, std::string(300, 'x') + "pime" + std::string(300, 'y'));
  CHECK(report.find("  1 | … xxx") != std::string::npos);
  CHECK(report.find("xpimey") != std::string::npos);
  CHECK(report.find(" …\n") != std::string::npos);
  const std::size_t line = report.find("… x"), carets = report.find("^^^^");
  const std::size_t caret_line = report.rfind('\n', carets);
  // '…' takes three bytes and one column.
  CHECK(carets - caret_line - 1 == report.find("pime", line) - (report.rfind('\n', line) + 1) - 2);
}

TEST_CASE("what a terminal would obey is not printed") {
  Diagnostic escape = make("unknown-topic", {"content/a.md", 1, 1, 1}, {"a\x1b[31mb\n\u009bc"});
  const std::string report = text_of({escape}, "\x1b[2J\u0085x\n");
  CHECK(report.find('\x1b') == std::string::npos);
  CHECK(report.find("\u009b") == std::string::npos);
  CHECK(report.find("\u0085") == std::string::npos);
  CHECK(report.find("'a\uFFFD[31mb\uFFFD\uFFFDc'") != std::string::npos);
}

TEST_CASE("colours are for terminals only") {
  CHECK(text_of({unknown_topic(1, 1, 4)}, "pime\n", Language::english, Style::colour).find("\x1b[1;31merror\x1b[0m:") !=
        std::string::npos);
}

TEST_CASE("JSON holds every field, with columns in letters") {
  CHECK(as_json({unknown_topic(1, 3, 4)}, source("ñpime\n"), Language::english) == R"json([
  {
    "file": "content/a.md",
    "line": 1,
    "column": 2,
    "end_column": 6,
    "severity": "error",
    "id": "unknown-topic",
    "message": "topic 'pime' is not in the list of topics",
    "help": "did you mean 'pymes'?"
  }
]
)json");
  CHECK(as_json({}, source(""), Language::english) == "[]\n");
}

TEST_CASE("SARIF names the tool, its rules and each place") {
  const std::string log =
      as_sarif({unknown_topic(2, 1, 4), unknown_topic(1, 0, 0)}, source("a\npime\n"), Language::english, "9.9");
  for (const char* part :
       {R"("version": "2.1.0")", R"("name": "gaceta")", R"("version": "9.9")", R"("columnKind": "unicodeCodePoints")",
        R"("ruleId": "unknown-topic")", R"("level": "error")", R"("uri": "content/a.md")", R"("startLine": 2)",
        R"("startColumn": 1)", R"("endColumn": 5)", "(did you mean 'pymes'?)"}) {
    INFO(part);
    CHECK(log.find(part) != std::string::npos);
  }
  CHECK(log.find("\"id\": \"unknown-topic\"") == log.rfind("\"id\": \"unknown-topic\""));
}

TEST_CASE("reports are in the order of files, lines and columns, each once") {
  Diagnostics all{unknown_topic(10, 1, 1), unknown_topic(2, 5, 1), unknown_topic(2, 1, 1), unknown_topic(2, 5, 1)};
  all.push_back(make("unknown-event", {"content/A.md", 50, 1, 1}, {"x"}));
  sort_and_deduplicate(all);
  REQUIRE(all.size() == 4);
  CHECK(all[0].place.path == "content/A.md");
  CHECK(all[1].place.column == 1);
  CHECK(all[2].place.column == 5);
  CHECK(all[3].place.line == 10);
}
