// A corpus of paragraphs with planted faults, and of clean ones full of traps: tests/prose/. A fault is marked in the
// text as ⟦rule|words⟧; the marks are taken out before the text is checked.
#include <map>
#include <set>
#include <tuple>

#include "prose_site.hpp"

using namespace gaceta;
using namespace gaceta::checks::testing;

namespace {

/// A finding: file, line, column, rule.
using Finding = std::tuple<std::string, std::uint32_t, std::uint32_t, std::string>;

struct Marked {
  std::string text;
  std::set<Finding> faults;
};

constexpr std::uint32_t kLinesOfFrontMatter = 4;

/// `source` without its marks, and where they stood in the file called `file`.
Marked unmarked(const std::string& source, const std::string& file) {
  const std::string open = "⟦", close = "⟧";
  Marked marked;
  std::uint32_t line = kLinesOfFrontMatter + 1, column = 1;
  for (std::size_t at = 0; at < source.size();) {
    if (source.compare(at, open.size(), open) == 0) {
      const std::size_t bar = source.find('|', at);
      marked.faults.emplace(file, line, column, source.substr(at + open.size(), bar - at - open.size()));
      at = bar + 1;
    } else if (source.compare(at, close.size(), close) == 0) {
      at += close.size();
    } else {
      column = source[at] == '\n' ? 1 : column + 1;
      line += source[at] == '\n';
      marked.text += source[at++];
    }
  }
  return marked;
}

std::size_t paragraphs(const std::string& text) {
  std::size_t count = 1;
  for (std::size_t at = text.find("\n\n"); at != std::string::npos; at = text.find("\n\n", at + 2)) ++count;
  return count;
}

std::set<Finding> findings(const ProseSite& site) {
  std::set<Finding> found;
  for (const diagnostics::Diagnostic& one : checks::testing::check_prose(site)) {
    found.emplace(one.place.path.substr(one.place.path.rfind('/') + 1), one.place.line, one.place.column, one.id);
  }
  return found;
}

std::string described(const std::set<Finding>& some) {
  std::string out;
  for (const auto& [file, line, column, rule] : some) {
    out += file + ":" + std::to_string(line) + ":" + std::to_string(column) + " " + rule + "\n";
  }
  return out;
}

std::set<Finding> without(const std::set<Finding>& all, const std::set<Finding>& some) {
  std::set<Finding> left;
  std::set_difference(all.begin(), all.end(), some.begin(), some.end(), std::inserter(left, left.end()));
  return left;
}

const char* const kFacts = "date: 2021-07-20\nfacts:\n  share: {value: 97.5, unit: percent}\n";

/// Texts are checked one language at a time: the two files of faults do not translate each other.
ProseSite site_of(const std::string& language, const std::string& body) {
  ProseSite site;
  (language == "en" ? site.en : site.es) = body;
  if (language == "es-UY") site.es_locale = "es-UY";
  site.bulletin = kFacts;
  return site;
}

}  // namespace

TEST_CASE("planted faults are found at their line and column, and clean paragraphs are left alone") {
  std::size_t planted = 0, found_count = 0, clean = 0, false_alarms = 0;
  std::map<std::string, std::pair<int, int>> by_rule;
  std::string report;
  for (const std::string language : {"es", "en", "es-UY"}) {
    const std::string file = language == "en" ? "en.md" : "es.md";
    const Marked marked = unmarked(file_text("tests/prose/faults." + language + ".txt"), file);
    REQUIRE(!marked.faults.empty());
    const std::set<Finding> found = findings(site_of(language, marked.text));
    const std::set<Finding> missed = without(marked.faults, found), extra = without(found, marked.faults);
    planted += marked.faults.size();
    found_count += marked.faults.size() - missed.size();
    false_alarms += extra.size();
    for (const Finding& one : marked.faults) ++by_rule[std::get<3>(one)].first;
    for (const Finding& one : missed) ++by_rule[std::get<3>(one)].second;
    if (!missed.empty()) report += language + ", missed:\n" + described(missed);
    if (!extra.empty()) report += language + ", false alarms beside faults:\n" + described(extra);

    const std::string good = file_text("tests/prose/clean." + language + ".txt");
    clean += paragraphs(good);
    const std::string notes = language == "en" ? "\n[^one]: A note.\n" : "\n[^uno]: Una nota.\n";
    const std::set<Finding> wrong =
        findings(site_of(language, good + (good.find("[^") == std::string::npos ? "" : notes)));
    false_alarms += wrong.size();
    if (!wrong.empty()) report += language + ", false alarms in clean paragraphs:\n" + described(wrong);
  }
  std::string figures = std::to_string(found_count) + " of " + std::to_string(planted) + " faults found, " +
                        std::to_string(false_alarms) + " false alarms in " + std::to_string(clean) +
                        " clean paragraphs\n";
  for (const auto& [rule, counts] : by_rule) {
    figures += "  " + rule + ": " + std::to_string(counts.first - counts.second) + " of " +
               std::to_string(counts.first) + "\n";
  }
  WARN(figures);
  INFO(report);
  CHECK(planted >= 200);
  CHECK(clean >= 200);
  CHECK(found_count * 100 >= planted * 95);
  CHECK(false_alarms * 100 <= clean * 2);
  CHECK(report.empty());
}

TEST_CASE("every amount whose word of scale was swapped is found in both texts, and no other") {
  std::string es, en;
  std::istringstream source(file_text("tests/prose/magnitudes.txt"));
  for (std::string spanish, english, blank; std::getline(source, spanish) && std::getline(source, english);) {
    es += spanish + "\n\n";
    en += english + "\n\n";
    std::getline(source, blank);
  }
  const Marked spanish = unmarked(es, "es.md"), english = unmarked(en, "en.md");
  ProseSite site;
  site.es = spanish.text;
  site.en = english.text;
  std::set<Finding> planted = spanish.faults;
  planted.insert(english.faults.begin(), english.faults.end());
  std::set<Finding> found = findings(site);
  for (auto one = found.begin(); one != found.end();) {
    one = std::get<3>(*one).starts_with("magnitude") ? std::next(one) : found.erase(one);
  }
  WARN(std::to_string(planted.size()) + " places of swapped magnitudes, " + std::to_string(found.size()) + " found");
  REQUIRE(planted.size() >= 60);
  CHECK(described(without(planted, found)) == "");
  CHECK(described(without(found, planted)) == "");
}

TEST_CASE("what the checks find does not depend on the number of workers") {
  ProseSite site;
  site.es = unmarked(file_text("tests/prose/faults.es.txt"), "es.md").text;
  site.en = unmarked(file_text("tests/prose/faults.en.txt"), "en.md").text;
  site.bulletin = kFacts;
  CHECK(check_prose(site, 1) == check_prose(site, 4));
}
