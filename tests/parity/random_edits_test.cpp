// Edits that change no word must not make a translation stale; one changed word must make exactly its block so.
#include <algorithm>
#include <cstdio>
#include <random>
#include <set>

#include "catch.hpp"
#include "workbench.hpp"

namespace parity {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t bound) {
  return random() % bound;
}

bool is_stale_rule(std::string_view id) {
  return id.starts_with("stale-translation");
}

std::vector<gaceta::diagnostics::Diagnostic> stale(const Comparison& comparison) {
  std::vector<gaceta::diagnostics::Diagnostic> out;
  for (const auto& one : comparison.found) {
    if (is_stale_rule(one.id)) out.push_back(one);
  }
  return out;
}

std::string head(const std::string& file) {
  return file.substr(0, file.find("\n---\n") + 5);
}

/// A paragraph of running text: no list, table, fence, heading, note, picture.
bool is_plain(const Chunk& chunk) {
  const std::string_view text = chunk.text;
  if (text.starts_with("#") || text.starts_with("- ") || text.starts_with("|") || text.starts_with("```")) return false;
  if (text.starts_with("[^") || text.starts_with("![") || text.starts_with("{")) return false;
  return !(text[0] >= '0' && text[0] <= '9') && text.find("\n    ") == std::string_view::npos && chunk.text.size() > 60;
}

/// A word that begins a line must not turn the line into something else.
bool may_begin_line(const std::string& word) {
  const char first = word.front();
  return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
}

/// Breaks the lines of a paragraph anew, at random; inside roles and links nothing is broken.
std::string rewrapped(const std::string& text, Random& random) {
  std::string flat = text;
  std::replace(flat.begin(), flat.end(), '\n', ' ');
  std::string out;
  int depth = 0;
  bool in_ticks = false;
  for (std::size_t i = 0; i < flat.size(); ++i) {
    const char c = flat[i];
    if (c == '`') in_ticks = !in_ticks;
    if (c == '<' || c == '(' || c == '[') ++depth;
    if (c == '>' || c == ')' || c == ']') --depth;
    if (c != ' ') {
      out += c;
      continue;
    }
    if (!out.empty() && (out.back() == ' ' || out.back() == '\n')) continue;  // indentation of the line before
    const std::size_t word = flat.find_first_not_of(' ', i);
    const bool can_break = word != std::string::npos && !in_ticks && depth <= 0 &&
                           may_begin_line(flat.substr(word, flat.find(' ', word) - word));
    out += can_break && below(random, 8) == 0 ? "\n" : below(random, 12) == 0 && !in_ticks && depth <= 0 ? "  " : " ";
  }
  return out;
}

struct Piece {
  std::string text;  ///< with its marks
  bool is_movable = false;
};

std::vector<Piece> pieces(const std::string& file) {
  std::vector<Piece> out;
  for (const Chunk& chunk : chunks(file)) {
    out.push_back({file.substr(chunk.start, chunk.end - chunk.start), chunk.block == chunk.start && is_plain(chunk)});
  }
  return out;
}

std::string joined(const std::string& head, const std::vector<Piece>& pieces) {
  std::string out = head;
  for (const Piece& piece : pieces) out += "\n" + piece.text + "\n";
  return out;
}

/// Re-wraps, re-indents and moves; changes no word.
std::string shuffled(const std::string& file, Random& random) {
  std::vector<Piece> all = pieces(file);
  for (Piece& piece : all) {
    if (!piece.is_movable || below(random, 3) == 0) continue;
    piece.text = std::string(below(random, 4), ' ') + rewrapped(piece.text, random);
  }
  for (int moves = 0; moves < 4; ++moves) {
    const std::size_t a = below(random, all.size()), b = below(random, all.size());
    if (all[a].is_movable && all[b].is_movable) std::swap(all[a], all[b]);
  }
  return joined(head(file), all);
}

class Corpus {
 public:
  Corpus() {
    std::map<std::string, Files> all = own_bulletins();
    // The longest takes a tenth of a second each in a debug build: it comes once among many.
    for (const auto& [id, files] : all) {
      if (files.contains("bulletin.yaml")) stamped_.push_back(bench_.stamped(files));
    }
    for (unsigned seed = 1; seed <= 20; ++seed) stamped_.push_back(bench_.stamped(generated_bulletin(seed)));
  }
  const Files& any(Random& random) const {
    const std::size_t i = below(random, stamped_.size() * 3);
    return stamped_[i < stamped_.size() ? i : 5 + i % (stamped_.size() - 5)];
  }
  const Workbench& bench() const { return bench_; }

 private:
  Workbench bench_;
  std::vector<Files> stamped_;
};

TEST_CASE("re-wrapping, re-indenting and moving blocks never makes a translation stale") {
  const Corpus corpus;
  std::size_t alarms = 0;
  for (unsigned edit = 0; edit < 1000; ++edit) {
    Random random(edit);
    Files files = corpus.any(random);
    files["es.md"] = shuffled(files.at("es.md"), random);
    const Comparison comparison = corpus.bench().compare(files);
    REQUIRE(comparison.translation.has_value());
    REQUIRE(comparison.translation->blocks > 10);
    const auto found = stale(comparison);
    alarms += found.size();
    INFO("edit " << edit
                 << (found.empty() ? "" : " " + found.front().arguments[0] + " / " + found.front().arguments[1]));
    CHECK(found.empty());
  }
  std::printf("1000 edits without a word: %zu alarms\n", alarms);
}

TEST_CASE("one changed word makes exactly its block stale, with the old and the new text") {
  const Corpus corpus;
  std::size_t exact = 0;
  constexpr unsigned kEdits = 300;
  for (unsigned edit = 0; edit < kEdits; ++edit) {
    Random random(edit + 5000);
    Files files = corpus.any(random);
    std::vector<Piece> all = pieces(files.at("es.md"));
    std::vector<std::size_t> plain;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].is_movable) plain.push_back(i);
    }
    const std::size_t chosen = plain[below(random, plain.size())];
    const std::size_t space = all[chosen].text.find(' ', all[chosen].text.size() / 4);
    all[chosen].text.insert(space, " nuevamente");
    files["es.md"] = joined(head(files.at("es.md")), all);
    const auto found = stale(corpus.bench().compare(files));
    // The counterpart has the same place among the blocks of the translation.
    const Spot expected = spot(files, "en.md", chunks(files.at("en.md"))[chosen].block);
    const bool is_exact = found.size() == 1 && found[0].id == "stale-translation" && found[0].place.path == "en.md" &&
                          found[0].place.line == expected.line && found[0].place.column == expected.column &&
                          found[0].arguments[0].find("nuevamente") == std::string::npos &&
                          found[0].arguments[1].find("nuevamente") != std::string::npos;
    exact += is_exact;
    INFO("edit " << edit << ", expected line " << expected.line << ", found " << found.size());
    CHECK(is_exact);
  }
  std::printf("%u edits of one word: %zu found exactly\n", kEdits, exact);
}

TEST_CASE("a stale translation stops a release") {
  const Workbench bench;
  Files files = bench.stamped(generated_bulletin(7));
  CHECK(bench.compare(files, gaceta::checks::Stage::release).found.empty());
  std::string& text = files["es.md"];
  const std::size_t paragraph = text.find("\n\nL");
  text.insert(text.find(' ', paragraph + 4), " nuevamente");
  const Comparison draft = bench.compare(files), release = bench.compare(files, gaceta::checks::Stage::release);
  REQUIRE(draft.found.size() == 1);
  CHECK(draft.found[0].severity == gaceta::diagnostics::Severity::warning);
  REQUIRE(release.found.size() == 1);
  CHECK(release.found[0].severity == gaceta::diagnostics::Severity::error);
  CHECK(release.translation->stale == 1);
  CHECK(release.translation->outdated == std::vector<std::string>{"p-1"});
}

}  // namespace
}  // namespace parity
