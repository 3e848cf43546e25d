// The everyday subset is trusted because the general parser says the same of every text: the examples here, every YAML
// file of the repository, and many thousand texts that are made at random and then damaged.
#include "yaml/plain_subset.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "catch.hpp"
#include "yaml/general_parser.hpp"

using namespace gaceta;
using yaml::Kind;
using yaml::Node;

namespace {

std::string shown(const Node& node) {
  const yaml::Position at = node.position();
  std::string out = std::to_string(at.line) + ":" + std::to_string(at.column) + "+" + std::to_string(at.length);
  if (node.is_scalar())
    return out + "=" + std::to_string(static_cast<int>(node.style())) + "<" + std::string(node.scalar()) + ">";
  if (node.is_null()) return out + "=null";
  out += node.is_list() ? "[" : "{";
  for (const Node& item : node.items()) out += shown(item) + ",";
  for (const yaml::Entry& entry : node.entries()) out += shown(entry.key) + ":" + shown(entry.value) + ",";
  return out + (node.is_list() ? "]" : "}");
}

/// Whether the subset holds `text`. If it does, the general parser must agree in every value and place.
bool agrees(const std::string& text) {
  const std::optional<Node> plain = yaml::read_plain_subset(text, 2);
  if (!plain) return false;
  diagnostics::Diagnostics diagnostics;
  const std::optional<Node> general = yaml::parse_general(text, "f.yaml", 2, diagnostics);
  INFO(text);
  REQUIRE(diagnostics.empty());
  REQUIRE(general);
  REQUIRE(shown(*plain) == shown(*general));
  return true;
}

/// Makes texts of the kind that editors write, with everything that the subset knows and some things that it does not.
class Writer {
 public:
  explicit Writer(std::uint32_t seed) : random_(seed) {}

  std::string document() {
    std::string out;
    block(out, 0, 0);
    if (one_in(8)) out.pop_back();
    for (std::size_t damages = below(3); damages > 0; --damages) damage(out);
    return out;
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }
  bool one_in(std::size_t n) { return below(n) == 0; }
  std::string pick(std::initializer_list<const char*> words) { return *(words.begin() + below(words.size())); }

  std::string word() {
    return pick({"título",
                 "a",
                 "es",
                 "en",
                 "53e9",
                 "-5",
                 "1.50",
                 "2021-07-14",
                 "08:30",
                 "tmec#25.5",
                 "null",
                 "~",
                 "Año",
                 "x y",
                 "a  b",
                 "it's",
                 "yes",
                 "c: d",
                 "a:b",
                 "#n",
                 "a #n",
                 "-",
                 "- a",
                 "?",
                 "? b",
                 "a?b",
                 "!t",
                 "&a",
                 "*a",
                 "@x",
                 "[",
                 "]",
                 "{",
                 "}",
                 "a, b",
                 "%",
                 "|",
                 ">",
                 "...",
                 "---",
                 "\xC2\xA0",
                 "\xE2\x80\x94",
                 "\xE2\x80\xA8",
                 "\"q",
                 "'q"});
  }
  std::string value() {
    if (one_in(4)) return "'" + pick({"a", "it''s", "a: b # c", "", " b ", "ñ"}) + "'";
    if (one_in(4)) return "\"" + pick({"a", "\\\"q\\\"", "a\\\\", "", "\\n", "[x]", "é"}) + "\"";
    return one_in(3) ? word() : pick({"plain", "de la Ciudad", "2015-10-05/2015-10-06", "T-MEC", "x", "10", "¿Qué?"});
  }
  std::string flow(std::size_t depth) {
    const bool is_list = one_in(2);
    std::string out = is_list ? "[" : "{";
    const std::string gap = one_in(6) ? "\n      " : one_in(8) ? "\n" : one_in(4) ? "" : " ";
    const std::size_t count = below(4);
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) out += "," + gap;
      if (!is_list) out += (one_in(5) ? word() : "k" + std::to_string(i)) + (one_in(8) ? ":" : one_in(8) ? "" : ": ");
      if (!one_in(6)) out += depth < 3 && one_in(4) ? flow(depth + 1) : value();
    }
    if (one_in(12)) out += ",";
    return out + (is_list ? "]" : "}");
  }
  std::string end() {
    return std::string(one_in(6) ? "  " : "") + (one_in(8) ? " # note: x" : "") + "\n" +
           (one_in(10)   ? "\n"
            : one_in(12) ? "   \n"
            : one_in(12) ? "# line\n"
                         : "");
  }
  void inline_value(std::string& out, std::size_t indent, std::size_t depth) {
    if (one_in(5)) {
      out += flow(depth) + end();
    } else if (one_in(8)) {
      out += pick({"|", ">", "|-", ">-", "|+", ">2"}) + "\n";
      const std::size_t inner = indent + 1 + below(3);
      for (std::size_t lines = 1 + below(4); lines > 0; --lines) {
        if (one_in(4)) out += one_in(4) ? "  \n" : "\n";
        out += std::string(inner + (one_in(9) ? 1 : 0), ' ') + pick({"Una línea", "- a", "k: v", "# no", "x "}) + "\n";
      }
    } else {
      out += value() + end();
      if (one_in(15)) out += std::string(indent + 2, ' ') + "more\n";
    }
  }
  void block(std::string& out, std::size_t indent, std::size_t depth) {
    const bool is_list = one_in(3);
    const std::size_t count = 1 + below(4);
    for (std::size_t i = 0; i < count; ++i) {
      out += std::string(indent, ' ');
      is_list ? item(out, indent, depth) : entry(out, indent, depth, i);
    }
  }
  void item(std::string& out, std::size_t indent, std::size_t depth) {
    out += "-";
    if (depth < 4 && one_in(4)) {
      out += end();
      if (!one_in(4)) block(out, indent + 1 + below(3), depth + 1);
    } else if (depth < 4 && one_in(2)) {
      out += " ";
      entry(out, indent + 2, depth, 0);
      if (one_in(2)) {
        out += std::string(indent + 2, ' ');
        entry(out, indent + 2, depth, 1);
      }
    } else if (one_in(12)) {
      out += " - ";
      inline_value(out, indent + 2, depth);
    } else {
      out += one_in(9) ? "   " : " ";
      inline_value(out, indent, depth);
    }
  }
  void entry(std::string& out, std::size_t indent, std::size_t depth, std::size_t index) {
    out += one_in(10) ? value() : "key" + std::to_string(one_in(20) ? 0 : index);
    out += one_in(15) ? " :" : ":";
    if (depth < 4 && one_in(3)) {
      out += end();
      if (!one_in(5)) block(out, indent + (one_in(5) ? 0 : 1 + below(3)), depth + 1);
    } else {
      out += one_in(9) ? "   " : " ";
      inline_value(out, indent, depth);
    }
  }
  void damage(std::string& text) {
    if (text.empty()) return;
    const std::size_t at = below(text.size());
    if (static_cast<unsigned char>(text[at]) >= 0x80) return;  // the texts stay UTF-8
    switch (below(3)) {
      case 0:
        text.erase(at, 1);
        break;
      case 1:
        text.insert(at, 1, "\n :-,#[]{}'\"|>?"[below(15)]);
        break;
      default:
        text[at] = " \n:-a"[below(5)];
    }
  }

  std::mt19937 random_;
};

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("the everyday subset holds what editors write") {
  for (const char* text :
       {"title: Informe\n", "a: 1\nb: {es: Año, en: Year} # x\n\nc:\n  - d: '1'\n    e: \"2\"\n  - f\n",
        "- [a, b]\n- c", "a:\n- b\n- c\nd:\n", "a: |\n  uno\n  dos\n\n  tres\nb: >-\n  uno\n  dos\n\n  tres\n", "",
        "# nothing\n", "- - a\n  - b\n- c: d\n  e: f\n", "'a b': \"c \\\" d\"\n", "a: [\n  b,\n  c\n  ]\n",
        "a: ~\nb: [null, ~]\nc: {d: }\n", "a:\n~ b: 1\nc:\nnull d:\n", "a: ~ # x\nb: null \nc: [~ , null ]\n"}) {
    INFO(text);
    CHECK(agrees(text));
  }
}

TEST_CASE("what is not for certain is left to the general parser") {
  for (const char* text : {"a: 1\na: 2\n",
                           "a: b\n  c\n",
                           "a: &x 1\nb: *x\n",
                           "a:\t1\n",
                           "a: 1\r\n",
                           "a: b: c\n",
                           "--- \na: 1\n",
                           "a: !t 1\n",
                           "? a\n: b\n",
                           "a: [b\n",
                           "a: 'b\n",
                           "a: \"b\\n\"\n",
                           "a: |+\n  b\n",
                           "a: >\n  b\n   c\n",
                           "a: >\n b\n  ",
                           "{a: 1, a: 2}\n",
                           "a:\n    b: 1\n  c: 2\n",
                           " a: 1\nb: 2\n",
                           "~: 1\n",
                           "a: %b\n",
                           "a: [b: c]\n",
                           "a: [b,]\n",
                           "a: 1\n...\n"}) {
    INFO(text);
    CHECK_FALSE(yaml::read_plain_subset(text, 1));
  }
  CHECK_FALSE(yaml::read_plain_subset(std::string(100, '[') + std::string(100, ']'), 1));
  CHECK_FALSE(yaml::read_plain_subset(std::string(600, 'k') + ": v\n", 1));
  std::string many;
  for (int i = 0; i < 50; ++i) many += "k" + std::to_string(i) + ": v\n";
  CHECK(agrees(many));
  CHECK_FALSE(yaml::read_plain_subset(many + "k3: v\n", 1));
}

TEST_CASE("50,000 random texts, many of them damaged: the subset never differs from the general parser") {
  int held = 0;
  for (std::uint32_t seed = 1; seed <= 50'000; ++seed) held += agrees(Writer(seed).document()) ? 1 : 0;
  CHECK(held > 5'000);
}

TEST_CASE("every YAML file of the repository reads the same both ways") {
  int files = 0;
  int held = 0;
  for (const char* folder : {"content", "generator/localization", "tests/golden", "tests/localization"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(GACETA_SOURCE_DIR) / folder)) {
      if (!entry.is_regular_file()) continue;
      std::string text;
      if (entry.path().extension() == ".yaml") text = bytes_of(entry.path());
      if (entry.path().extension() == ".md") {
        text = bytes_of(entry.path());
        const std::size_t end = text.find("\n---\n");
        if (!text.starts_with("---\n") || end == std::string::npos) continue;
        text = text.substr(4, end - 3);
      }
      if (text.empty() || text.find('\0') != std::string::npos) continue;
      ++files;
      held += agrees(text) ? 1 : 0;
    }
  }
  INFO(held << " of " << files);
  CHECK(files > 200);
  CHECK(held > files * 3 / 4);
}
