#include "localization/messages.hpp"

#include "localization/message_pattern.hpp"
#include "shipped.hpp"
#include "yaml/parse.hpp"

using namespace gaceta;
using namespace gaceta::localization;

namespace {

std::string print(std::string_view pattern, std::initializer_list<MessageArgument> arguments) {
  MessageFault fault;
  const auto compiled = compile_message(pattern, fault);
  if (!compiled) return "fault " + std::string(fault.rule) + " at " + std::to_string(fault.offset);
  const MessageVoice voice{
      [](const model::Decimal& number) { return number.to_plain_string(); },
      [](const model::Decimal& number) -> std::string_view { return number == model::Decimal(1) ? "one" : "other"; }};
  std::string out;
  append_message(out, *compiled, {arguments.begin(), arguments.size()}, voice);
  return out;
}

yaml::Node parsed(std::string_view text) {
  diagnostics::Diagnostics diagnostics;
  auto node = yaml::parse(text, "site.yaml", 1, diagnostics);
  REQUIRE(node.has_value());
  return *std::move(node);
}

}  // namespace

TEST_CASE("a message is filled with its arguments") {
  CHECK(print("Cited by", {}) == "Cited by");
  CHECK(print("Report No. {number}", {{"number", std::int64_t{117}}}) == "Report No. 117");
  CHECK(print("{a} and {b}", {{"a", "one"}, {"b", "two"}}) == "one and two");
  CHECK(print("{missing}", {}) == "{missing}");
}

TEST_CASE("a plural chooses by exact number first, then by the language's category") {
  constexpr std::string_view kPattern = "{n, plural, =0 {no notes} one {# note} other {# notes}} in {where}";
  CHECK(print(kPattern, {{"n", std::int64_t{0}}, {"where", "all"}}) == "no notes in all");
  CHECK(print(kPattern, {{"n", std::int64_t{1}}, {"where", "all"}}) == "1 note in all");
  CHECK(print(kPattern, {{"n", std::int64_t{12}}, {"where", "all"}}) == "12 notes in all");
}

TEST_CASE("a select chooses by word, and cases may be nested") {
  constexpr std::string_view kPattern =
      "{kind, select, held {{n, plural, one {held once} other {held # times}}} other {unknown}}";
  CHECK(print(kPattern, {{"kind", "held"}, {"n", std::int64_t{3}}}) == "held 3 times");
  CHECK(print(kPattern, {{"kind", "lost"}, {"n", std::int64_t{3}}}) == "unknown");
}

TEST_CASE("apostrophes follow ICU: doubled or alone they stand, before a brace they quote") {
  CHECK(print("it''s", {}) == "it's");
  CHECK(print("it's", {}) == "it's");
  CHECK(print("'{n}' is {n}", {{"n", "5"}}) == "{n} is 5");
  CHECK(print("{n, plural, other {'#' #}}", {{"n", std::int64_t{2}}}) == "# 2");
}

TEST_CASE("patterns that cannot be read are refused") {
  CHECK(print("{n", {}) == "fault message-brace at 0");
  CHECK(print("a } b", {}) == "fault message-brace at 2");
  CHECK(print("{}", {}) == "fault message-brace at 0");
  CHECK(print("{n, date}", {}) == "fault message-argument-type at 3");
  CHECK(print("{n, plural, one {#}}", {}).starts_with("fault message-other"));
  CHECK(print("{n, plural, one {#} other {#}", {}).starts_with("fault message-"));
}

TEST_CASE("a wrong message is reported at its own place") {
  Messages messages;
  diagnostics::Diagnostics diagnostics;
  messages.add(parsed("good: Hello\nbad: '{n, plural, one {#}}'\nlist: [a]\n"), "site.yaml", diagnostics);
  REQUIRE(diagnostics.size() == 2);
  CHECK(diagnostics[0].id == "message-other");
  CHECK(diagnostics[0].place.line == 2);
  CHECK(diagnostics::message(diagnostics[0], diagnostics::Language::english) ==
        "the choice on 'n' needs a case called 'other'");
  CHECK(diagnostics[1].id == "wrong-type");
  CHECK(messages.find("good") != nullptr);
  CHECK(messages.find("bad") == nullptr);
}

TEST_CASE("a key that one language lacks is reported by name") {
  Messages spanish;
  Messages english;
  diagnostics::Diagnostics diagnostics;
  spanish.add(parsed("search: Buscar\ncontents: Contenido\n"), "es", diagnostics);
  english.add(parsed("search: Search\n"), "en", diagnostics);
  report_missing_messages({{"es", &spanish}, {"en", &english}}, "locales", diagnostics);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics::message(diagnostics[0], diagnostics::Language::english) ==
        "the message 'contents' is missing in language 'en'");
  CHECK(diagnostics::message(diagnostics[0], diagnostics::Language::spanish) ==
        "falta el mensaje «contents» en el idioma «en»");
}

TEST_CASE("numbers in messages print in the house style, and the site may replace a message") {
  diagnostics::Diagnostics diagnostics;
  const yaml::Node own =
      parsed("test.pages: '{n, plural, one {# página} other {# páginas}} de {site}'\ntest.plain: Hola\n");
  LocaleOverrides overrides;
  overrides.messages = &own;
  overrides.path = "site.yaml";
  const Locale locale(
      load_locale("es-UY", testing::shipped_file, overrides, testing::shipped_units(), {}, diagnostics));
  CHECK(diagnostics.empty());
  CHECK(locale.message("test.pages", {{"n", std::int64_t{1234}}, {"site", "la Gaceta"}}) ==
        "1.234 páginas de la Gaceta");
  CHECK(locale.message("test.pages", {{"n", std::int64_t{1}}, {"site", "X"}}) == "1 página de X");
  CHECK(locale.message("test.plain") == "Hola");
  CHECK(locale.has_message("test.plain"));
  CHECK_FALSE(locale.has_message("test.nothing"));
}

TEST_CASE("both languages that Gaceta ships have the same messages") {
  diagnostics::Diagnostics diagnostics;
  const Locale* spanish = testing::shipped_locale("es-MX");
  const Locale* english = testing::shipped_locale("en-US");
  report_missing_messages({{"es", &spanish->data().messages}, {"en", &english->data().messages}}, "locales",
                          diagnostics);
  INFO(testing::as_text(diagnostics));
  CHECK(diagnostics.empty());
}
