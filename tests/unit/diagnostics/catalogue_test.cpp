// The sentences of all rules: both languages say the same with the same blanks, and each file is in order.
#include "diagnostics/catalogue.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "catch.hpp"

using namespace gaceta::diagnostics;

namespace {

struct Entry {
  std::string file, kind, id, english, spanish;
};

/// The lines of messages/*.inc, as they are written.
std::vector<Entry> entries() {
  static const std::regex kLine(
      R"re((RULE|HELP|WORD)\("([^"]+)"(?:, \w+)?, "((?:[^"\\]|\\.)*)", "((?:[^"\\]|\\.)*)"\))re");
  std::vector<Entry> all;
  const std::filesystem::path folder = std::filesystem::path(GACETA_SOURCE_DIR) / "generator/diagnostics/messages";
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    std::ifstream stream(file.path());
    for (std::string line; std::getline(stream, line);) {
      std::smatch match;
      if (!std::regex_match(line, match, kLine)) continue;
      all.push_back({file.path().filename().string(), match[1], match[2], match[3], match[4]});
    }
  }
  return all;
}

std::multiset<std::string> blanks(const std::string& sentence) {
  static const std::regex kBlank(R"(\{[0-9]\})");
  return {std::sregex_token_iterator(sentence.begin(), sentence.end(), kBlank), std::sregex_token_iterator()};
}

}  // namespace

TEST_CASE("every sentence exists in both languages with the same blanks") {
  REQUIRE(entries().size() > 200);
  for (const Entry& entry : entries()) {
    INFO(entry.file << ": " << entry.id);
    CHECK_FALSE(entry.english.empty());
    CHECK_FALSE(entry.spanish.empty());
    CHECK(blanks(entry.english) == blanks(entry.spanish));
  }
}

TEST_CASE("every line of the message files is read by this test") {
  const std::filesystem::path folder = std::filesystem::path(GACETA_SOURCE_DIR) / "generator/diagnostics/messages";
  std::size_t written = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    std::ifstream stream(file.path());
    for (std::string line; std::getline(stream, line);) {
      written += line.starts_with("RULE(") || line.starts_with("HELP(") || line.starts_with("WORD(");
    }
  }
  CHECK(entries().size() == written);
}

TEST_CASE("sentences keep to the house: no full stop, no capital at the start, quotation marks of their language") {
  for (const Entry& entry : entries()) {
    INFO(entry.file << ": " << entry.id);
    for (const std::string* sentence : {&entry.english, &entry.spanish}) {
      CHECK(sentence->back() != '.');
      CHECK(((*sentence)[0] < 'A' || (*sentence)[0] > 'Z' || sentence->starts_with("HTML")));
    }
    CHECK(entry.spanish.find("'{") == std::string::npos);  // «{0}», not '{0}'
    CHECK(entry.english.find("illegal") == std::string::npos);
  }
}

TEST_CASE("rules are sorted by id, so that one is found by halving") {
  CHECK(std::is_sorted(rules().begin(), rules().end(), [](const Rule& a, const Rule& b) { return a.id < b.id; }));
  REQUIRE(find_rule("unknown-topic") != nullptr);
  CHECK(find_rule("unknown-topic")->id == "unknown-topic");
  CHECK(find_rule("no-such-rule") == nullptr);
}

TEST_CASE("rules of the same id agree on their severity") {
  for (std::size_t i = 0; i + 1 < rules().size(); ++i) {
    if (rules()[i].id != rules()[i + 1].id) continue;
    INFO(rules()[i].id);
    CHECK(rules()[i].severity == rules()[i + 1].severity);
    CHECK(blanks(std::string(rules()[i].english)) == blanks(std::string(rules()[i + 1].english)));
  }
}
