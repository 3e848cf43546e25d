#include "yaml/fields.hpp"

#include <string>

#include "catch.hpp"
#include "diagnostics/report.hpp"
#include "yaml/parse.hpp"

using namespace gaceta;
using yaml::Fields;

namespace {

enum class Status { published, draft };
constexpr yaml::Choice<Status> kStatuses[] = {{"published", Status::published}, {"draft", Status::draft}};

struct Read {
  std::string text;
  diagnostics::Diagnostics diagnostics;
  yaml::Node node;

  explicit Read(std::string source) : text(std::move(source)) {
    auto parsed = yaml::parse(text, "f.yaml", 1, diagnostics);
    REQUIRE(parsed);
    node = *std::move(parsed);
  }
  Fields fields() { return {node, "f.yaml", diagnostics}; }
  std::string report() {
    return diagnostics::as_text(
        diagnostics, [&](std::string_view) { return std::optional<std::string>(text); }, diagnostics::Language::english,
        diagnostics::Style::plain);
  }
};

}  // namespace

TEST_CASE("fields of the right type are read") {
  Read read("s: uno\nn: 117\nb: true\nl: [a, b]\nm: {k: v}\nc: draft\nz: ~\n");
  Fields fields = read.fields();
  CHECK(fields.required_string("s") == "uno");
  CHECK(fields.integer("n") == 117);
  CHECK(fields.string("n") == "117");
  CHECK(fields.boolean("b") == true);
  const auto strings = fields.strings("l");
  REQUIRE(strings.size() == 2);
  CHECK(strings[1] == yaml::Text{"b", {4, 8, 1}});
  CHECK(fields.map("m")->find("k")->scalar() == "v");
  CHECK(fields.choice("c", kStatuses) == Status::draft);
  CHECK_FALSE(fields.string("z"));
  CHECK_FALSE(fields.string("missing"));
  CHECK(fields.has("s"));
  CHECK_FALSE(fields.has("z"));
  CHECK(fields.place("n") == diagnostics::Place{"f.yaml", 2, 4, 3});
  fields.finish();
  CHECK(read.report().empty());
}

TEST_CASE("every mistake of a map is reported in one run, each at its own place") {
  Read read("numero: 1\nnumber: uno\nb: yes\nl: x\nm: [a]\nc: drft\ns: {a: b}\nt:\nu: \"\"\nq: \"7\"\nv: [a, [b]]\n");
  Fields fields = read.fields();
  fields.integer("number");
  fields.boolean("b");
  fields.list("l");
  fields.map("m");
  fields.choice("c", kStatuses);
  fields.string("s");
  fields.required_string("t");
  fields.required_string("u");
  fields.integer("q");
  CHECK(fields.strings("v").size() == 1);
  fields.required_string("title");
  fields.finish();
  diagnostics::sort_and_deduplicate(read.diagnostics);
  CHECK(read.report() ==
        "f.yaml:1:1: error: key 'title' is missing [missing-key]\n"
        "  1 | numero: 1\n"
        "    | ^^^^^^\n"
        "f.yaml:1:1: error: no key is called 'numero' here [unknown-key]\n"
        "  1 | numero: 1\n"
        "    | ^^^^^^\n"
        "    help: did you mean 'number'?\n"
        "f.yaml:2:9: error: expected a whole number, found a text [wrong-type]\n"
        "  2 | number: uno\n"
        "    |         ^^^\n"
        "f.yaml:3:4: error: expected true or false, found a text [wrong-type]\n"
        "  3 | b: yes\n"
        "    |    ^^^\n"
        "    help: use one of: true, false\n"
        "f.yaml:4:4: error: expected a list, found a text [wrong-type]\n"
        "  4 | l: x\n"
        "    |    ^\n"
        "f.yaml:5:4: error: expected a map of keys and values, found a list [wrong-type]\n"
        "  5 | m: [a]\n"
        "    |    ^^^\n"
        "f.yaml:6:4: error: 'drft' is not a value that 'c' can have [unknown-value]\n"
        "  6 | c: drft\n"
        "    |    ^^^^\n"
        "    help: did you mean 'draft'?\n"
        "f.yaml:7:4: error: expected a text, found a map of keys and values [wrong-type]\n"
        "  7 | s: {a: b}\n"
        "    |    ^^^^^^\n"
        "f.yaml:8:1: error: key 't' needs a value [empty-value]\n"
        "  8 | t:\n"
        "    | ^\n"
        "f.yaml:9:4: error: key 'u' needs a value [empty-value]\n"
        "  9 | u: \"\"\n"
        "    |    ^^\n"
        "f.yaml:10:4: error: expected a whole number, found a text in quotes [wrong-type]\n"
        "  10 | q: \"7\"\n"
        "     |    ^^^\n"
        "f.yaml:11:8: error: expected a text, found a list [wrong-type]\n"
        "  11 | v: [a, [b]]\n"
        "     |        ^^^\n");
}

TEST_CASE("a choice that resembles none of the names lists them") {
  Read read("c: xyz\n");
  Fields fields = read.fields();
  fields.choice("c", kStatuses);
  CHECK(read.report() ==
        "f.yaml:1:4: error: 'xyz' is not a value that 'c' can have [unknown-value]\n"
        "  1 | c: xyz\n"
        "    |    ^^^\n"
        "    help: use one of: published, draft\n");
}

TEST_CASE("something that is no map is reported once, and its fields are absent") {
  Read read("- a\n");
  Fields fields = read.fields();
  CHECK_FALSE(fields.required_string("title"));
  CHECK_FALSE(fields.integer("number"));
  fields.finish();
  CHECK(read.report() ==
        "f.yaml:1:1: error: expected a map of keys and values, found a list [wrong-type]\n"
        "  1 | - a\n"
        "    | ^\n");
}
