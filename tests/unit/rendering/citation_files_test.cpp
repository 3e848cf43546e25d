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

nlohmann::json csl(const CitationRecord& of) {
  std::string out;
  append_csl_json(out, of);
  return nlohmann::json::parse(out);
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

TEST_CASE("the symbol goes before the number in the series") {
  CitationRecord with_symbol = record();
  with_symbol.symbol = "GC/INF/7";
  CHECK(csl(with_symbol)["number"] == "GC/INF/7");
  CHECK(csl(with_symbol)["collection-number"] == "117");
  CHECK(csl(record())["number"] == "117");
  CHECK(contains(ris(with_symbol), "SN  - GC/INF/7\r\n"));
}

TEST_CASE("every line of RIS is a tag and a value, whatever the text holds") {
  const std::string text = ris(record());
  CHECK(text.starts_with("TY  - RPT\r\n"));
  CHECK(text.ends_with("ER  - \r\n\r\n"));
  CHECK(contains(text, "AB  - Dos líneas.\r\n"));
}
