// What each check of prose says, and what it leaves alone.
#include "prose_site.hpp"

using namespace gaceta;
using namespace gaceta::checks::testing;

namespace {

std::string in_spanish(const std::string& body) {
  ProseSite site;
  site.es = body;
  return listed(site);
}

std::string in_english(const std::string& body) {
  ProseSite site;
  site.en = body;
  return listed(site);
}

struct Example {
  std::string language, written, rule, help;
};

std::string trimmed_cell(std::string cell) {
  while (!cell.empty() && cell.front() == ' ') cell.erase(0, 1);
  while (!cell.empty() && cell.back() == ' ') cell.pop_back();
  const std::string ticks(cell.starts_with("``") ? 2 : cell.starts_with("`") ? 1 : 0, '`');
  cell = cell.substr(ticks.size(), cell.size() - 2 * ticks.size());
  while (!cell.empty() && cell.back() == ' ') cell.pop_back();
  return cell;
}

/// The rows of the manual's tables of examples.
std::vector<Example> manual_examples() {
  std::vector<Example> examples;
  std::istringstream lines(file_text("docs/manual/prose-checks.md"));
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("| es |") && !line.starts_with("| en |")) continue;
    std::vector<std::string> cells;
    for (std::size_t at = 1, end = 0; (end = line.find('|', at)) != std::string::npos; at = end + 1) {
      cells.push_back(trimmed_cell(line.substr(at, end - at)));
    }
    REQUIRE(cells.size() == 4);
    examples.push_back({cells[0], cells[1], cells[2], cells[3]});
  }
  return examples;
}

}  // namespace

TEST_CASE("the examples of the manual do what the manual says") {
  const std::vector<Example> examples = manual_examples();
  REQUIRE(examples.size() >= 25);
  for (const Example& example : examples) {
    INFO(example.written);
    ProseSite site;
    (example.language == "es" ? site.es : site.en) = example.written + "\n";
    const diagnostics::Diagnostics found = check_prose(site);
    REQUIRE(!found.empty());
    CHECK(found.front().id == example.rule);
    CHECK(diagnostics::help(found.front(), diagnostics::Language::english) == example.help);
  }
}

TEST_CASE("a figure that a fact states is replaced by the fact") {
  ProseSite site;
  site.es = "El comercio sumó 53 mil millones de dólares.\n";
  site.bulletin = "date: 2021-07-20\nfacts:\n  comercio: {value: 53e9, unit: USD}\n";
  CHECK(listed(site) ==
        "es.md:5:19 typed-figure '53 mil millones de dólares' > the fact says the same: write {fact}`comercio`\n");
}

TEST_CASE("an amount that is a thousand times its fact is reported, one with other digits is not") {
  ProseSite site;
  site.es = "Sumó 53 billones de dólares.\n\nY otros 77 billones de dólares.\n";
  site.bulletin = "date: 2021-07-20\nfacts:\n  comercio: {value: 53e9, unit: USD}\n";
  const std::string found = listed(site);
  CHECK(found.find("es.md:5:7 magnitude-against-fact '53 billones' > write {fact}`comercio`") != std::string::npos);
  CHECK(found.find("es.md:7:10 magnitude") == std::string::npos);
}

TEST_CASE("a swapped word of scale names the value, the file and the line of the other text") {
  ProseSite site;
  site.es = "Sumó 1.8 billones de dólares.\n";
  site.en = "It came to $1.8 billion.\n";
  std::vector<std::string> said;
  for (const diagnostics::Diagnostic& one : check_prose(site)) {
    if (one.id == "magnitude-mismatch") said.push_back(diagnostics::message(one, diagnostics::Language::english));
  }
  REQUIRE(said.size() == 2);
  CHECK(said[0] ==
        "this amount is 1\u202F800\u202F000\u202F000, and in the same paragraph of es.md (line 5) it is "
        "1\u202F800\u202F000\u202F000\u202F000");
}

TEST_CASE("titles and summaries are read where they stand, and need no roles") {
  ProseSite site;
  site.es = "Nada.\n";
  site.es_front =
      "title: Junta del 14 de julio de 2021, con el 65% y el 9 %\nsummary: >-\n  Una línea entera de palabras\n  y "
      "July 14, 2021 en la segunda.\n";
  CHECK(listed(site) ==
        "es.md:2:55 percent-spacing '9 %' > write 9%\n"
        "es.md:5:5 foreign-date 'July 14, 2021' > write 14 de julio de 2021\n");
}

TEST_CASE("places are right behind escapes, emphasis and accents, and in tables, lists and notes") {
  CHECK(in_spanish("Ñandú \\*y\\* **más** el 34.7 % aquí.\n") ==
        "es.md:5:27 percent-spacing '34.7 %' > write {num}`34.7%`\n");
  CHECK(in_spanish("| a | b |\n|---|---|\n| uno | el 34.7 % |\n") ==
        "es.md:7:12 percent-spacing '34.7 %' > write {num}`34.7%`\n");
  CHECK(in_spanish("- uno\n- dos [^n]\n\n[^n]: Con el 34.7 %.\n") ==
        "es.md:8:14 percent-spacing '34.7 %' > write {num}`34.7%`\n");
}

TEST_CASE("strings of data files are read at their place in the data file") {
  ProseSite site;
  site.es = "```{participants} gente.yaml\n```\n";
  site.files = {{"gente.yaml",
                 "groups:\n  - country: MX\n    rows:\n      - {name: Ana, role: {es: Jefa de PYMES, en: Head}}\n"}};
  CHECK(listed(site) == "gente.yaml:4:40 term-variant 'PYMES' > write pymes\n");
}

TEST_CASE("what is not the author's prose is left alone") {
  CHECK(in_spanish("`1.234.567` {num}`65.3%` {lang=en}`July 14, 2021` <https://example.org/14/07/21>\n") == "");
  CHECK(in_spanish("```{quote}\n:by: X\n:lang: en\n\nIt was 65,3 % on July 14, 2021.\n```\n") == "");
  CHECK(in_spanish("```text\n65,3 % y \"July 14, 2021\"\n```\n") == "");
}

TEST_CASE("numbers that are names are left alone") {
  CHECK(in_spanish("El art. 25.5, los artículos 5, 6.2 y 7, la Resolución 73(XV) y la Decisión 546.\n") == "");
  CHECK(in_spanish("SP/RRCE/Di No. 14-15, NOM-051-SCFI/SSA1-2010, 2014-2020, G20, COP 27, ISO 9001:2015.\n") == "");
  CHECK(in_english("Art. 25.5, Articles 5 and 6.2, Resolution 73(XV), 1-800-555-0199, 2014–2020, Q3 2021.\n") == "");
}

TEST_CASE("Spain writes its own signs, and Mexico's are foreign there") {
  ProseSite site;
  site.es_locale = "es-ES";
  site.es = "El taller «Exportar» y el “otro”; el 34.7\u00A0% y 12,345 empresas.\n";
  CHECK(listed(site) ==
        "es.md:5:44 foreign-number-signs '34.7' > write {num}`34.7%`\n"
        "es.md:5:54 foreign-number-signs '12,345' > write {num}`12345 company`\n");
}

TEST_CASE("the messages speak Spanish") {
  ProseSite site;
  site.es = "El 65,3% exporta.\n";
  const diagnostics::Diagnostics found = check_prose(site);
  REQUIRE(found.size() == 1);
  CHECK(diagnostics::message(found[0], diagnostics::Language::spanish) ==
        "«65,3» lleva signos decimales o de millares que no son los de es-MX");
  CHECK(diagnostics::help(found[0], diagnostics::Language::spanish) == "escriba {num}`65.3%`");
}

TEST_CASE("long runs of numbers, words of scale and brackets are read in linear time") {
  for (const char* piece : {"1 mil ", "111 ", "mil ", "[", "\"", "14 de ", "1-", "$ "}) {
    std::string body = "x ";
    for (int i = 0; i < 20000; ++i) body += piece;
    (void)in_spanish(body + "\n");
  }
  SUCCEED();
}

TEST_CASE("a text of nothing but traps for the reader of tokens ends") {
  for (const char* text : {"\"",       "'",           "$",           "1",       "1,",    "[",    "]",        "%",
                           "millones", "mil mil mil", "1 1 1 1 1 1", "de mayo", "5-",    "5:",   "\xC2\xA0", "XXX",
                           "[[[[[",    "1.1.1.1",     "§§§",         "«»«»",    "14/07", "July", "July 14,", "14 de"}) {
    (void)in_spanish(std::string(text) + "\n");
    (void)in_english(std::string(text) + "\n");
  }
  SUCCEED();
}
