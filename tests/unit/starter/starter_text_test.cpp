// Comments for one reader, slots, and values that read back.
#include "starter/starter_text.hpp"

#include "catch.hpp"
#include "yaml/parse.hpp"

using namespace gaceta::starter;
using gaceta::diagnostics::Language;

TEST_CASE("only the comments in the wanted language stay, and lose their mark") {
  const std::string text = "#es Fecha\n#en Date\ndate: 2026\nevents:\n  #es Uno\n  #en One\n  - id: x\n# both\n";
  CHECK(with_comments_in(Language::english, text) == "# Date\ndate: 2026\nevents:\n  # One\n  - id: x\n# both\n");
  CHECK(with_comments_in(Language::spanish, text) == "# Fecha\ndate: 2026\nevents:\n  # Uno\n  - id: x\n# both\n");
}

TEST_CASE("what only looks like a marked comment stays") {
  const std::string text = "#esto\nkey: '#en x'\n#es\n";
  CHECK(with_comments_in(Language::english, text) == text);
}

TEST_CASE("the last line need not end") {
  CHECK(with_comments_in(Language::english, "a\n#es b") == "a\n");
  CHECK(with_comments_in(Language::english, "a\n#en b") == "a\n# b");
  CHECK(with_comments_in(Language::english, "").empty());
}

TEST_CASE("slots are filled, take their default, or stay") {
  const Slots slots{{"date", "2026-01-31"}, {"title", "{{date}}"}};
  CHECK(filled("date: {{date}} {{slug}} {{title|none}} {{note|none}}\n", slots) ==
        "date: 2026-01-31 {{slug}} {{date}} none\n");
  CHECK(filled("{{date", slots) == "{{date");
  CHECK(filled("", slots).empty());
}

TEST_CASE("a value is quoted only where it would be read as something else, and reads back") {
  CHECK(as_yaml("Reporte 12, segunda parte") == "Reporte 12, segunda parte");
  CHECK(as_yaml("Uno: dos") == "'Uno: dos'");
  for (const char* value :
       {"Primero: sí", "It's", "'x'", "# no", "a # b", "[x]", "{es: x}", "\"x\"", "~",          "null",   "- x", "? x",
        "*x",          "&x",   "!x",  "%x",   "@x",    "`x`", "x:",      "true",  "2026-01-31", "a: 'b'", "|",   ">"}) {
    CAPTURE(value);
    gaceta::diagnostics::Diagnostics mistakes;
    const std::string line = "title: " + as_yaml(value) + "\nnext: x\n";
    const auto node = gaceta::yaml::parse(line, "", 1, mistakes);
    REQUIRE(node);
    CHECK(mistakes.empty());
    REQUIRE(node->entries().size() == 2);
    CHECK(node->find("title")->scalar() == value);
  }
}
