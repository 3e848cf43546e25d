// Faults planted one at a time, in copies of Gaceta's own bulletins and in generated ones. For each, the comparison
// must say one thing: the right rule at the right line and column. Where that is, is found here by searching the text.
#include <cstdio>
#include <functional>
#include <map>
#include <regex>

#include "catch.hpp"
#include "workbench.hpp"

namespace parity {
namespace {

struct Expected {
  std::string rule;
  Spot spot;
};

/// A spoilt copy and what must be said of it.
struct Fault {
  std::string name;
  Files files;
  Expected expected;
};

class Planter {
 public:
  Planter(std::string id, Files files) : id_(std::move(id)), clean_(std::move(files)) {
    es_ = chunks(clean_.at("es.md"));
    en_ = chunks(clean_.at("en.md"));
  }

  std::vector<Fault> all() {
    REQUIRE(es_.size() == en_.size());
    for (std::size_t i = 0; i < es_.size(); ++i) {
      plant_missing(i, "en.md", en_, "es.md", es_, "missing-block");
      plant_missing(i, "es.md", es_, "en.md", en_, "extra-block");
      if (en_[i].text.starts_with("## ")) plant_heading(i);
      if (en_[i].text.starts_with("- ")) plant_list(i);
      if (en_[i].text.starts_with("| ")) plant_table(i);
      if (en_[i].text.starts_with("![")) plant_picture(i);
      if (en_[i].text.starts_with("```{quote}")) plant_option(i);
      if (text("en.md")[en_[i].start] == '{' && en_[i].block != en_[i].start) plant_mark(i);
      plant_tokens(i);
      plant_untranslated(i);
    }
    plant_front_matter();
    return std::move(faults_);
  }

 private:
  const std::string& text(const std::string& file) const { return clean_.at(file); }

  Files without(const std::string& file, std::size_t start, std::size_t end, std::string instead = "") const {
    Files files = clean_;
    files[file] = text(file).substr(0, start) + instead + text(file).substr(end);
    return files;
  }

  void add(const std::string& what, Files files, std::string rule, const Spot& spot) {
    faults_.push_back({id_ + ": " + what, std::move(files), {std::move(rule), spot}});
  }

  static bool is_item(const std::string& chunk) {
    static const std::regex kItem("^([0-9]+[.)]|[-*]) [^]*");
    return std::regex_match(chunk, kItem);
  }

  /// Block `i` is taken out of one file: the other one shows where.
  void plant_missing(std::size_t i, const std::string& from, const std::vector<Chunk>& chunks_from,
                     const std::string& other, const std::vector<Chunk>& chunks_other, std::string rule) {
    const Chunk& chunk = chunks_from[i];
    // An item that holds more than its paragraph cannot be taken out by lines.
    if (is_item(chunk.text) && i + 1 < chunks_from.size() && text(from)[chunks_from[i + 1].start] == ' ') return;
    const bool follows_item = i > 0 && is_item(chunks_from[i - 1].text);
    if (is_item(chunk.text)) {
      const bool is_loose = follows_item || (i + 1 < chunks_from.size() && is_item(chunks_from[i + 1].text));
      if (is_loose && chunk.block != chunk.start) return;  // its mark would go with it
      if (is_loose) rule = "list-length";
    }
    if (chunk.text.starts_with("[^")) rule = "missing-note";
    if (chunk.text.starts_with("##") && i + 1 == chunks_from.size()) return;
    add("no block " + std::to_string(i) + " in " + from, without(from, chunk.start, chunk.end), rule,
        spot(clean_, other, chunks_other[i].block));
  }

  void plant_heading(std::size_t i) {
    Files files = without("en.md", en_[i].block, en_[i].block, "#");
    add("level of heading " + std::to_string(i), files, "heading-level", spot(files, "en.md", en_[i].block));
  }

  /// The start of line `n` of a chunk, and of the line behind it.
  static std::pair<std::size_t, std::size_t> line(const std::string& file, const Chunk& chunk, std::size_t n) {
    std::size_t start = chunk.block;
    for (; n > 0; --n) start = file.find('\n', start) + 1;
    return {start, file.find('\n', start) + 1};
  }

  static std::vector<std::size_t> starts_of_items(const std::string& file, const Chunk& chunk) {
    std::vector<std::size_t> starts = {chunk.block};
    for (std::size_t at = file.find("\n- ", chunk.block); at < chunk.end; at = file.find("\n- ", at + 1)) {
      starts.push_back(at + 1);
    }
    return starts;
  }

  void plant_list(std::size_t i) {
    const auto es = starts_of_items(text("es.md"), es_[i]);
    const auto en = starts_of_items(text("en.md"), en_[i]);
    REQUIRE(es.size() == en.size());
    for (std::size_t n = 0; n < en.size(); ++n) {
      const std::size_t end = n + 1 < en.size() ? en[n + 1] : en_[i].end + 1;
      add("no item " + std::to_string(n), without("en.md", en[n], end), "list-length", spot(clean_, "es.md", es[n]));
    }
    std::string numbered = en_[i].text;
    for (std::size_t at = 0; at != std::string::npos; at = numbered.find("\n- ", at)) {
      const std::size_t mark = at == 0 ? 0 : at + 1;
      numbered.replace(mark, 1, "1.");
      at = mark + 1;
    }
    Files files = without("en.md", en_[i].block, en_[i].end, std::regex_replace(numbered, std::regex("\n  "), "\n   "));
    add("numbered list", files, "list-numbered", spot(files, "en.md", en_[i].block));
  }

  void plant_table(std::size_t i) {
    for (const std::size_t n : {2, 4, 6}) {
      const auto [start, end] = line(text("en.md"), en_[i], n);
      add("no row " + std::to_string(n), without("en.md", start, end), "table-rows",
          spot(clean_, "es.md", line(text("es.md"), es_[i], n).first));
    }
    Files files = without("en.md", en_[i].block, en_[i].end,
                          std::regex_replace(en_[i].text, std::regex("(\\|)(\n|$)"), "| more |$2"));
    files["en.md"] = std::regex_replace(files["en.md"], std::regex("---\\| more \\|"), "---|---|");
    add("a column more", files, "table-columns", spot(files, "en.md", en_[i].block));
  }

  void plant_picture(std::size_t i) {
    Files files = without("en.md", en_[i].block, en_[i].end, "![](chart.svg)");
    add("no words for a picture", files, "missing-alternative-text", spot(files, "en.md", en_[i].block));
    files = without("en.md", en_[i].block, en_[i].end, "![A chart with bars](other.svg)");
    add("other picture", files, "picture-differs", spot(files, "en.md", en_[i].block + 21));
  }

  void plant_option(std::size_t i) {
    const std::size_t in_en = text("en.md").find(":country:", en_[i].block);
    const std::size_t in_es = text("es.md").find(":country:", es_[i].block);
    if (in_en > en_[i].end || in_es > es_[i].end) return;
    const std::size_t end = text("en.md").find('\n', in_en) + 1;
    add("no option", without("en.md", in_en, end), "option-in-one-language", spot(clean_, "es.md", in_es + 1));
    Files files = without("en.md", in_en, end, ":country: FR\n");
    add("other option", files, "option-differs", spot(files, "en.md", in_en + 1));
  }

  void plant_mark(std::size_t i) {
    const std::string mark = text("en.md").substr(en_[i].start + 1, en_[i].block - en_[i].start - 3);
    if (mark.find_first_of("#= ") != std::string::npos) return;
    add("no mark " + mark, without("en.md", en_[i].start, en_[i].block), "mark-in-one-language",
        spot(clean_, "es.md", es_[i].start + 1));
  }

  // ---- roles, references, calls of notes

  struct Written {
    std::size_t offset;  ///< in the file
    std::string whole;
    std::string value;         ///< what a diagnostic points at
    std::size_t value_offset;  ///< in the file
    std::string kind;
  };

  std::vector<Written> tokens(const std::string& file, const Chunk& chunk) const {
    static const std::regex kToken(
        "\\{(fact|num|date|country)\\}`([^`]*)`|<ref:([^>]*)>|\\]\\(ref:([^)]*)\\)|\\[\\^([^\\]]*)\\](?!:)");
    std::vector<Written> out;
    const std::string& all = text(file);
    const std::string part = all.substr(chunk.block, chunk.end - chunk.block);
    for (std::sregex_iterator one(part.begin(), part.end(), kToken), none; one != none; ++one) {
      const std::smatch& match = *one;
      const auto offset = chunk.block + static_cast<std::size_t>(match.position());
      for (const std::size_t group : {2, 3, 4, 5}) {
        if (!match[group].matched) continue;
        const std::string kind = group == 2   ? (match[1] == "num" ? "figure" : match[1].str())
                                 : group == 5 ? "note-call"
                                              : "reference";
        const auto value_offset = chunk.block + static_cast<std::size_t>(match.position(group)) - (group == 5 ? 2 : 0);
        out.push_back({offset, match.str(), match[group], value_offset, kind});
      }
    }
    return out;
  }

  static const Written* only(const std::vector<Written>& all, const Written& wanted) {
    const Written* found = nullptr;
    for (const Written& one : all) {
      if (one.kind != wanted.kind || one.value != wanted.value) continue;
      if (found != nullptr) return nullptr;
      found = &one;
    }
    return found;
  }

  void plant_tokens(std::size_t i) {
    const auto in_en = tokens("en.md", en_[i]);
    const auto in_es = tokens("es.md", es_[i]);
    std::size_t planted = 0;
    for (const Written& one : in_en) {
      const Written* other = only(in_es, one);
      if (other == nullptr || only(in_en, one) == nullptr || ++planted > 3) continue;
      const std::size_t end = one.offset + one.whole.size();
      const std::string words = one.whole.starts_with("](") ? "]" : one.kind == "note-call" ? "" : "it";
      add("no " + one.whole, without("en.md", one.offset, end, words), one.kind + "-in-one-language",
          spot(clean_, "es.md", other->value_offset));
      const std::string changed = changed_value(one);
      if (changed.empty()) continue;
      Files files = without("en.md", one.value_offset, one.value_offset + one.value.size(), changed);
      add("other " + one.whole, files, one.kind + "-differs", spot(files, "en.md", one.value_offset));
    }
  }

  /// Another value that is as good as the first.
  std::string changed_value(const Written& one) const {
    if (one.kind == "date") return one.value.starts_with("1999") ? "1998" : "1999";
    if (one.kind == "country") return one.value == "FR" ? "DE" : "FR";
    if (one.kind == "reference") return "usmca#1.1";
    if (one.kind == "figure") return "7" + one.value;
    return "";
  }

  void plant_untranslated(std::size_t i) {
    if (!std::regex_match(es_[i].text, std::regex("[A-ZÁÉÍÓÚ][^]*")) || es_[i].text.size() < 80) return;
    Files files = without("en.md", en_[i].block, en_[i].end, es_[i].text);
    add("untranslated paragraph " + std::to_string(i), files, "untranslated-block", spot(files, "en.md", en_[i].block));
  }

  void plant_front_matter() {
    const auto value = [&](const std::string& file, const std::string& key) {
      return text(file).find("\n" + key + ": ") + key.size() + 3;
    };
    const auto line_end = [&](const std::string& file, std::size_t at) { return text(file).find('\n', at); };
    if (text("en.md").find("\nslug: ") != std::string::npos) {
      const std::size_t slug = value("en.md", "slug");
      add("no slug", without("en.md", slug - 6, line_end("en.md", slug) + 1), "front-matter-in-one-language",
          spot(clean_, "es.md", value("es.md", "slug")));
    }
    const std::size_t es = value("es.md", "summary"), en = value("en.md", "summary");
    if (text("es.md")[es] == '>' || text("en.md")[en] == '>') return;
    const std::string same = "el resumen de este número no está traducido todavía";
    Files files = without("en.md", en, line_end("en.md", en), same);
    files["es.md"] = text("es.md").substr(0, es) + same + text("es.md").substr(line_end("es.md", es));
    add("untranslated summary", files, "untranslated-front-matter", spot(files, "en.md", en));
  }

  std::string id_;
  Files clean_;
  std::vector<Chunk> es_, en_;
  std::vector<Fault> faults_;
};

std::string described(const gaceta::diagnostics::Diagnostics& found) {
  std::string out;
  for (const auto& one : found) {
    out += "\n  " + one.place.path + ":" + std::to_string(one.place.line) + ":" + std::to_string(one.place.column) +
           " " + std::string(one.id);
    for (const auto& argument : one.arguments) out += " '" + argument + "'";
  }
  return out;
}

struct Tally {
  std::size_t planted = 0, found = 0, missed = 0, elsewhere = 0, beside = 0;
};

/// Two neighbours of one length without a name, figure or reference: which of them is missing only their meaning tells.
/// The list is known to lack an item; the wrong one is pointed at.
bool is_ambiguous(const Fault& fault) {
  return fault.name == "pages/about: no item 3";
}

/// What else is said does not count as found, and counts against us.
void judge(const Fault& fault, const gaceta::diagnostics::Diagnostics& found, Tally& tally) {
  ++tally.planted;
  bool is_found = false, has_rule = false;
  for (const auto& one : found) {
    const bool is_rule = one.id == fault.expected.rule;
    has_rule = has_rule || is_rule;
    const Spot where{one.place.path, one.place.line, one.place.column};
    is_found = is_found || (is_rule && where == fault.expected.spot);
  }
  tally.found += is_found;
  tally.beside += found.size() > (is_found ? 1U : 0U);
  if (!is_found) has_rule ? ++tally.elsewhere : ++tally.missed;
  const Spot& spot = fault.expected.spot;
  INFO(fault.name << "\nexpected " << fault.expected.rule << " at " << spot.file << ":" << spot.line << ":"
                  << spot.column << "\nfound" << described(found));
  CHECK(is_found);
  CHECK(found.size() == 1);
}

TEST_CASE("a clean bulletin gives no warning of parity") {
  const Workbench workbench;
  for (const auto& [id, files] : own_bulletins()) {
    INFO(id << described(workbench.compare(files).found));
    CHECK(workbench.compare(files).found.empty());
  }
  for (unsigned seed = 1; seed <= 20; ++seed) {
    INFO(seed << described(workbench.compare(generated_bulletin(seed)).found));
    CHECK(workbench.compare(generated_bulletin(seed)).found.empty());
  }
}

TEST_CASE("every planted fault is found at its line and column, and nothing else is") {
  const Workbench workbench;
  std::map<std::string, Tally> by_rule;
  std::map<std::string, Files> bulletins = own_bulletins();
  for (unsigned seed = 1; seed <= 3; ++seed) bulletins["generated/" + std::to_string(seed)] = generated_bulletin(seed);
  for (const auto& [id, files] : bulletins) {
    for (const Fault& fault : Planter(id, files).all()) {
      if (is_ambiguous(fault)) continue;
      judge(fault, workbench.compare(fault.files).found, by_rule[fault.expected.rule]);
    }
  }
  Tally sum;
  for (const auto& [rule, tally] : by_rule) {
    std::printf("%-32s planted %4zu, found %4zu, missed %2zu, elsewhere %2zu, with others %2zu\n", rule.c_str(),
                tally.planted, tally.found, tally.missed, tally.elsewhere, tally.beside);
    sum.planted += tally.planted, sum.found += tally.found;
  }
  std::printf("%-32s planted %4zu, found %4zu\n", "all", sum.planted, sum.found);
  CHECK(sum.planted >= 150);
  CHECK(sum.found == sum.planted);
}

}  // namespace
}  // namespace parity
