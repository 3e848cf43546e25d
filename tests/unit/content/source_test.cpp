// From bytes to text, and a Markdown file into its two parts.
#include "content/source.hpp"

#include "content/csv.hpp"
#include "tiny_site.hpp"

using namespace gaceta;
using namespace gaceta::content;
using content::testing::as_text;

namespace {

std::string text_of(std::string bytes) {
  diagnostics::Diagnostics found;
  const auto text = to_text(std::move(bytes), "f", found);
  return text ? *text : as_text(found);
}

std::string split_of(std::string_view text) {
  diagnostics::Diagnostics found;
  const auto split = split_front_matter(text, "f", found);
  if (!split) return as_text(found);
  return std::string(split->front_matter) + "|" + std::string(split->body) + "|" + std::to_string(split->body_line);
}

std::string csv_of(std::string_view text) {
  diagnostics::Diagnostics found;
  std::string out;
  for (const CsvRow& row : parse_csv(text, "f", found)) {
    out += std::to_string(row.line) + ":";
    for (const std::string& cell : row.cells) out += "[" + cell + "]";
  }
  return out + as_text(found);
}

}  // namespace

TEST_CASE("line ends, byte-order mark and normal form are made one") {
  CHECK(text_of("\xEF\xBB\xBF"
                "a\r\nb\rc\n") == "a\nb\nc\n");
  CHECK(text_of("cancio\u0301n") == "canción");
  CHECK(text_of("") == "");
}

TEST_CASE("bytes that are no text are reported with their offset, line and column") {
  CHECK(text_of("a\nb\xF1") ==
        "f:2:2: error: the byte at offset 3 is not UTF-8 [invalid-utf8]\n"
        "    help: save the file as UTF-8\n");
  CHECK(text_of(std::string("a\n\0b", 4)) ==
        "f:2:1: error: the byte at offset 2 is zero: this is no text [nul-byte]\n");
}

TEST_CASE("front matter stands between two lines of three dashes") {
  CHECK(split_of("---\na: b\n---\nx\n") == "a: b\n|x\n|4");
  CHECK(split_of("--- \n---  \nx") == "|x|3");
  CHECK(split_of("---\na: b\n---") == "a: b\n||4");
  CHECK(split_of("---\na: '--- x'\n---\n---\n") == "a: '--- x'\n|---\n|4");
}

TEST_CASE("front matter that is missing or never ends is reported") {
  CHECK(split_of("x\n---\n").find("[missing-front-matter]") != std::string::npos);
  CHECK(split_of("\n---\na: b\n---\n").find("[missing-front-matter]") != std::string::npos);
  CHECK(split_of("---\na: b\n").find("[unclosed-front-matter]") != std::string::npos);
  CHECK(split_of(" \n\t\n").find("[empty-file]") != std::string::npos);
}

TEST_CASE("a file is found in any normal form, and never outside its folder") {
  filesystem::MemoryFolder folder;
  content::testing::write_all(folder, {{"content/a/x/cancio\u0301n.png", ""}, {"content/a/secret", ""}});
  CHECK(find_file(folder, "content/a/x", "canción.png") == "content/a/x/cancio\u0301n.png");
  for (const char* wrong : {"", "otro.png", "../secret", "/content/a/secret"}) {
    INFO(wrong);
    CHECK_FALSE(find_file(folder, "content/a/x", wrong));
  }
}

TEST_CASE("cells may be quoted and hold commas, quotes and line ends") {
  CHECK(csv_of("a,b\n1,\"x, \"\"y\"\"\nz\"\n\n2,\n") == "1:[a][b]2:[1][x, \"y\"\nz]5:[2][]");
  CHECK(csv_of("a\n") == "1:[a]");
  CHECK(csv_of("\n\n") == "");
  CHECK(csv_of("a,b") == "1:[a][b]");
}

TEST_CASE("rows of another length and open quotes are reported at their line") {
  CHECK(csv_of("a,b\n1\n1,2,3\n") ==
        "1:[a][b]2:[1][]3:[1][2]"
        "f:2: error: this row has 1 cells where the first row has 2 [csv-row-length]\n"
        "f:3: error: this row has 3 cells where the first row has 2 [csv-row-length]\n");
  CHECK(csv_of("a\n\"b\n") == "1:[a]f:2: error: a quotation mark in this row is never closed [csv-unclosed-quote]\n");
}
