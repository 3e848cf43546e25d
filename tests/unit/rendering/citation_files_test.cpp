#include "rendering/citation_files.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"

using namespace gaceta::rendering;
using gaceta::model::DatePrecision;

namespace {

CitationRecord record() {
  CitationRecord record;
  record.key = "tmec.2023-09.es";
  record.title = "Pymes & 50 % del {T-MEC}";
  record.authors = {"Secretaría de Economía", "Oficina A and B"};
  record.publisher = "Gaceta";
  record.series = "Reporte T-MEC";
  record.kind = "Boletín";
  record.number = "117";
  record.date = {2023, 9, 0, 0, DatePrecision::month};
  record.language = "es-MX";
  record.url = "https://example.org/es/a_b/#p%201";
  record.summary = "Dos\nlíneas.";
  record.keywords = {"Pymes", "Medio ambiente"};
  return record;
}

std::string bibtex(const CitationRecord& of) {
  std::string out;
  append_bibtex(out, of, "spanish");
  return out;
}

std::string ris(const CitationRecord& of) {
  std::string out;
  append_ris(out, of);
  return out;
}

std::string csl_text(const CitationRecord& of) {
  std::string out;
  append_csl_json(out, of);
  return out;
}

nlohmann::json csl(const CitationRecord& of) {
  return nlohmann::json::parse(csl_text(of));
}

/// Every byte that JSON must escape, those next to them, and letters of two, three and four bytes.
std::string odd_characters() {
  std::string odd;
  for (char c = 0; c < 0x30; ++c) odd += c;
  return odd + "[\\]\x7f\u00e9\u2028\U0001F600 and so on, for longer than a block of bytes";
}

/// The same record through a tree of values: which fields there are, in which order, and how they are indented.
std::string as_tree(const CitationRecord& of) {
  nlohmann::ordered_json item = {{"id", of.key}, {"type", "report"}, {"title", of.title}};
  for (const std::string& author : of.authors) item["author"].push_back({{"literal", author}});
  item["publisher"] = of.publisher;
  item["genre"] = of.kind;
  item["collection-title"] = of.series;
  if (!of.number.empty()) item["collection-number"] = of.number;
  if (!of.report_number().empty()) item["number"] = of.report_number();
  nlohmann::ordered_json parts = {of.date.year};
  if (of.date.month != 0) parts.push_back(int{of.date.month});
  if (of.date.day != 0) parts.push_back(int{of.date.day});
  item["issued"]["date-parts"].push_back(parts);
  item["language"] = of.language;
  item["abstract"] = of.summary;
  std::string keywords;
  for (const std::string& keyword : of.keywords) keywords += (keywords.empty() ? "" : ", ") + keyword;
  if (!keywords.empty()) item["keyword"] = keywords;
  item["URL"] = of.url;
  return item.dump(1, ' ', false);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("BibTeX escapes what TeX would read as a command, and keeps the capitals") {
  const std::string entry = bibtex(record());
  CHECK(contains(entry, "@techreport{tmec.2023-09.es,\n"));
  CHECK(contains(entry, "  title = {{Pymes \\& 50 \\% del \\{T-MEC\\}}},\n"));
  CHECK(contains(entry, "  author = {{Secretaría de Economía} and {Oficina A and B}},\n"));
  CHECK(contains(entry, "  abstract = {Dos líneas.},\n"));
}

TEST_CASE("BibTeX leaves the address alone: it is read literally") {
  CHECK(contains(bibtex(record()), "  url = {https://example.org/es/a_b/#p%201}\n}\n"));
}

TEST_CASE("a backslash, a tilde and a circumflex are signs, not commands") {
  CitationRecord odd = record();
  odd.title = "a\\b~c^d_e#f$g";
  CHECK(contains(bibtex(odd), "{{a\\textbackslash{}b\\textasciitilde{}c\\textasciicircum{}d\\_e\\#f\\$g}}"));
}

TEST_CASE("whatever TeX does not read as a command stands as it is, in a field of any length") {
  CitationRecord odd = record();
  odd.summary.clear();
  std::string expected;
  for (char c = ' '; c < 0x7f; ++c) {
    odd.summary += c;
    if (std::string_view("#$%&_{}").find(c) != std::string_view::npos) expected += '\\';
    expected += c == '\\'  ? "\\textbackslash{}"
                : c == '^' ? "\\textasciicircum{}"
                : c == '~' ? "\\textasciitilde{}"
                           : std::string(1, c);
  }
  odd.summary += "\n\x7f\t\r«ñ»";
  CHECK(contains(bibtex(odd), "  abstract = {" + expected + " \x7f \r«ñ»},\n"));
}

TEST_CASE("a field without a value is left out") {
  CitationRecord bare = record();
  bare.number = bare.series = bare.summary = "";
  bare.keywords.clear();
  CHECK(bibtex(bare) ==
        "@techreport{tmec.2023-09.es,\n  title = {{Pymes \\& 50 \\% del \\{T-MEC\\}}},\n"
        "  author = {{Secretaría de Economía} and {Oficina A and B}},\n"
        "  institution = {{Secretaría de Economía, Oficina A and B}},\n  year = {2023},\n  month = sep,\n"
        "  date = {2023-09},\n  langid = {spanish},\n  url = {https://example.org/es/a_b/#p%201}\n}\n");
  CHECK_FALSE(contains(ris(bare), "AB  -"));
}

TEST_CASE("a date is cited with the precision that is known") {
  CitationRecord day = record();
  day.date = {2023, 9, 21, 0, DatePrecision::day};
  CitationRecord year = record();
  year.date = {2010, 0, 0, 0, DatePrecision::year};
  CHECK(contains(bibtex(day), "date = {2023-09-21}"));
  CHECK(contains(bibtex(record()), "month = sep,\n  date = {2023-09}"));
  CHECK_FALSE(contains(bibtex(year), "month"));
  CHECK(contains(ris(day), "DA  - 2023/09/21/\r\n"));
  CHECK(contains(ris(record()), "DA  - 2023/09//\r\n"));
  CHECK(contains(ris(year), "DA  - 2010///\r\n"));
  CHECK(csl(day)["issued"]["date-parts"] == nlohmann::json::parse("[[2023,9,21]]"));
  CHECK(csl(record())["issued"]["date-parts"] == nlohmann::json::parse("[[2023,9]]"));
  CHECK(csl(year)["issued"]["date-parts"] == nlohmann::json::parse("[[2010]]"));
}

TEST_CASE("a half-year, which ISO 8601 cannot say, is cited as its year") {
  CHECK(iso_date({2010, 0, 0, 2, DatePrecision::half}) == "2010");
}

TEST_CASE("a date has a year of four digits, whatever the year") {
  CHECK(iso_date({45, 1, 2, 0, DatePrecision::day}) == "0045-01-02");
  CHECK(iso_date({12345, 10, 31, 0, DatePrecision::day}, '/') == "12345/10/31");
  CHECK(iso_date({-44, 3, 0, 0, DatePrecision::month}) == "-044-03");
}

TEST_CASE("the symbol goes before the number in the series") {
  CitationRecord with_symbol = record();
  with_symbol.symbol = "GC/INF/7";
  CHECK(csl(with_symbol)["number"] == "GC/INF/7");
  CHECK(csl(with_symbol)["collection-number"] == "117");
  CHECK(csl(record())["number"] == "117");
  CHECK(contains(ris(with_symbol), "SN  - GC/INF/7\r\n"));
}

TEST_CASE("CSL-JSON written by hand is, byte for byte, what a tree of values gives") {
  CHECK(csl_text(record()) == as_tree(record()));
  CitationRecord odd = record();
  odd.date = {2023, 9, 21, 0, DatePrecision::day};
  for (std::string* text : {&odd.key, &odd.title, &odd.publisher, &odd.series, &odd.kind, &odd.symbol, &odd.summary,
                            &odd.language, &odd.url, &odd.authors[0], &odd.keywords[1]}) {
    *text = odd_characters();
  }
  CHECK(csl_text(odd) == as_tree(odd));
  CHECK(csl(odd)["abstract"] == odd.summary);
  CHECK(csl(odd)["author"][0]["literal"] == odd.authors[0]);
}

TEST_CASE("CSL-JSON leaves out what a record does not have") {
  CitationRecord bare;
  bare.key = "a";
  bare.date = {-44, 0, 0, 0, DatePrecision::year};
  CHECK(csl_text(bare) == as_tree(bare));
}

TEST_CASE("every line of RIS is a tag and a value, whatever the text holds") {
  const std::string text = ris(record());
  CHECK(text.starts_with("TY  - RPT\r\n"));
  CHECK(text.ends_with("ER  - \r\n\r\n"));
  CHECK(contains(text, "AB  - Dos líneas.\r\n"));
  CitationRecord odd = record();
  odd.title = "Un título más largo que un bloque de bytes\r\ncon\ttodo";
  CHECK(contains(ris(odd), "TI  - Un título más largo que un bloque de bytes  con todo\r\n"));
}
