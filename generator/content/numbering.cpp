#include "content/numbering.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <unordered_map>

#include "text/unicode.hpp"

namespace gaceta::content {

using diagnostics::Diagnostics;
using diagnostics::make;
using markdown::Document;
using markdown::Index;
using markdown::Kind;
using markdown::Marks;
using model::Anchor;

std::string roman(int number) {
  if (number < 1 || number > 3999) return std::to_string(number);
  struct Digit {
    int value;
    std::string_view letters;
  };
  static constexpr Digit kDigits[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
                                      {90, "XC"},  {50, "L"},   {40, "XL"}, {10, "X"},   {9, "IX"},
                                      {5, "V"},    {4, "IV"},   {1, "I"}};
  std::string out;
  for (const Digit& digit : kDigits) {
    for (; number >= digit.value; number -= digit.value) out += digit.letters;
  }
  return out;
}

class Numberer {
 public:
  Numberer(const Document& document, const model::Bulletin* bulletin, std::string_view path, Diagnostics& diagnostics)
      : document_(document), bulletin_(bulletin), path_(path), diagnostics_(diagnostics) {}

  Numbering run() {
    numbering_.anchor_of_.assign(document_.nodes().size(), markdown::kNone);
    for (Index i = 0; i < document_.nodes().size(); ++i) {
      const Marks* marks = document_.marks(i);
      has_given_names_ |= marks != nullptr && (!marks->anchor.text.empty() || marks->value("number") != nullptr);
    }
    for (const Index block : document_.children(Document::root())) number_block(block);
    number_notes();
    return std::move(numbering_);
  }

 private:
  void number_block(Index block) {
    const Marks* marks = document_.marks(block);
    if (marks != nullptr) check_marks(block, *marks);
    switch (document_[block].kind) {
      case Kind::paragraph:
        return is_picture(block) ? add(block, Anchor::Kind::picture, "i-", ++pictures_, marks)
                                 : number_paragraph(block, marks);
      case Kind::heading:
        return number_heading(block, marks);
      case Kind::list:
        return number_list(block, marks);
      case Kind::table:
        return add(block, Anchor::Kind::table, "t-", ++tables_, marks);
      case Kind::quote:
        return add(block, Anchor::Kind::quote, "q-", ++quotes_, marks);
      case Kind::code_block:
        return put(block, {name_of("k-" + std::to_string(++codes_), marks), Anchor::Kind::block, false, ""}, marks);
      case Kind::directive:
        return number_directive(block, marks);
      default:
        return;
    }
  }

  /// A mark on a block that it says nothing about would be lost in silence.
  void check_marks(Index block, const Marks& marks) {
    const Kind kind = document_[block].kind;
    for (const std::string_view word : {"conclusions", "recommendations"}) {
      if (marks.has(word) && kind != Kind::list) report_mark("mark-without-list", word, marks);
    }
    if (marks.has("unnumbered") && kind != Kind::paragraph && kind != Kind::heading) {
      report_mark("mark-without-paragraph", "unnumbered", marks);
    }
    if (marks.value("number") != nullptr && kind != Kind::paragraph) {
      report_mark("mark-without-paragraph", "number", marks);
    }
  }

  void report_mark(std::string_view rule, std::string_view word, const Marks& marks) {
    diagnostics_.push_back(make(rule, markdown::place(path_, marks.position), {std::string(word)}));
  }

  /// A paragraph that holds one picture and nothing else.
  bool is_picture(Index block) const {
    const Index child = document_[block].first_child;
    return child != markdown::kNone && document_[child].kind == Kind::image &&
           document_[child].next_sibling == markdown::kNone;
  }

  void number_paragraph(Index block, const Marks* marks) {
    if (marks != nullptr && marks->has("unnumbered")) {
      return put(block, {name_of("u-" + std::to_string(++unnumbered_), marks), Anchor::Kind::block, false, ""}, marks);
    }
    std::string number, name;
    if (const markdown::Located* given = marks != nullptr ? marks->value("number") : nullptr) {
      number = given->text;
      name = "p-" + text::slugify(number);
      int parsed = 0;
      const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), parsed);
      if (error == std::errc() && end == number.data() + number.size()) paragraphs_ = parsed;
      if (error != std::errc() || parsed < 1) {
        diagnostics_.push_back(make("bad-paragraph-number", markdown::place(path_, given->position), {number},
                                    {"paragraph-number-example", {}}));
      }
    } else {
      number = std::to_string(++paragraphs_);
      name = "p-" + number;
    }
    const bool printed = bulletin_ != nullptr && bulletin_->numbered_paragraphs;
    put(block, {name_of(std::move(name), marks), Anchor::Kind::paragraph, printed, std::move(number)}, marks);
  }

  void number_heading(Index block, const Marks* marks) {
    const int level = document_[block].level;
    const std::size_t depth = static_cast<std::size_t>(std::clamp(level, 2, 6) - 2);
    // A level that is missing counts as its first section, so that no later one takes its name.
    if (sections_.size() < depth) sections_.resize(depth, 1);
    sections_.resize(depth + 1, 0);
    ++sections_[depth];
    std::string name = "s";
    std::string number;
    for (const int section : sections_) {
      const std::string counted = std::to_string(section);
      name += "-" + counted;
      number += (number.empty() ? "" : ".") + counted;
    }
    const bool is_numbered = level == 2 && (marks == nullptr || !marks->has("unnumbered"));
    const bool is_printed =
        is_numbered && bulletin_ != nullptr && bulletin_->section_numbers != model::SectionNumbers::none;
    if (is_printed) {
      ++numbered_sections_;
      number = bulletin_->section_numbers == model::SectionNumbers::roman ? roman(numbered_sections_)
                                                                          : std::to_string(numbered_sections_);
    }
    put(block, {name_of(std::move(name), marks), Anchor::Kind::section, is_printed, std::move(number)}, marks);
  }

  void number_list(Index block, const Marks* marks) {
    const bool conclusions = marks != nullptr && marks->has("conclusions");
    const bool recommendations = marks != nullptr && marks->has("recommendations");
    if (!conclusions && !recommendations) return add(block, Anchor::Kind::list, "l-", ++lists_, marks);
    int& counter = conclusions ? conclusions_ : recommendations_;
    const Anchor::Kind kind = conclusions ? Anchor::Kind::conclusion : Anchor::Kind::recommendation;
    if (!marks->anchor.text.empty()) put(block, {marks->anchor.text, Anchor::Kind::list, false, ""}, marks);
    for (const Index item : document_.children(block)) {
      const std::string number = std::to_string(++counter);
      put(item, {(conclusions ? "c-" : "r-") + number, kind, true, number}, nullptr);
    }
  }

  void number_directive(Index block, const Marks* marks) {
    const std::string_view name = document_.name(block);
    if (name == "table" || name == "status") return add(block, Anchor::Kind::table, "t-", ++tables_, marks);
    if (name == "quote") return add(block, Anchor::Kind::quote, "q-", ++quotes_, marks);
    const int count = ++directives_[std::string(name)];
    put(block,
        {name_of(std::string(name) + (count > 1 ? "-" + std::to_string(count) : ""), marks), kind_of_directive(name),
         false, std::to_string(count)},
        marks);
  }

  static Anchor::Kind kind_of_directive(std::string_view name) {
    if (name == "programme") return Anchor::Kind::programme;
    if (name == "participants") return Anchor::Kind::participants;
    if (name == "facts") return Anchor::Kind::key_figures;
    return Anchor::Kind::block;
  }

  void number_notes() {
    std::vector<Index> definitions;  // by label; the first of two with one label
    for (Index i = 0; i < document_.nodes().size(); ++i) {
      if (document_[i].kind == Kind::footnote_definition) definitions.push_back(i);
    }
    const auto by_label = [this](Index a, Index b) { return document_.label(a) < document_.label(b); };
    std::stable_sort(definitions.begin(), definitions.end(), by_label);
    std::vector<std::size_t> note_of(definitions.size(), document_.nodes().size());
    for (Index i = 0; i < document_.nodes().size(); ++i) {
      if (document_[i].kind != Kind::footnote_reference) continue;
      const auto found = std::lower_bound(definitions.begin(), definitions.end(), i, by_label);
      if (found == definitions.end() || document_.label(*found) != document_.label(i)) continue;
      std::size_t& note = note_of[static_cast<std::size_t>(found - definitions.begin())];
      if (note == document_.nodes().size()) {
        note = numbering_.notes_.size();
        numbering_.notes_.push_back({*found, {}});
      }
      std::vector<Index>& calls = numbering_.notes_[note].calls;
      numbering_.calls_.emplace_back(i, Numbering::Call{note, calls.size()});
      calls.push_back(i);
    }
    for (std::size_t i = 0; i < numbering_.notes_.size(); ++i) {
      const std::string number = std::to_string(i + 1);
      put(numbering_.notes_[i].definition, {"fn-" + number, Anchor::Kind::note, true, number}, nullptr);
    }
  }

  std::string name_of(std::string usual, const Marks* marks) const {
    return marks != nullptr && !marks->anchor.text.empty() ? marks->anchor.text : std::move(usual);
  }

  void add(Index block, Anchor::Kind kind, std::string_view prefix, int number, const Marks* marks) {
    put(block, {name_of(std::string(prefix) + std::to_string(number), marks), kind, false, std::to_string(number)},
        marks);
  }

  void put(Index node, Anchor anchor, const Marks* marks) {
    if (has_given_names_ && !names_.insert(anchor.name).second) {
      const markdown::Position position = marks != nullptr ? marks->position : document_[node].position;
      diagnostics_.push_back(make("duplicate-anchor", markdown::place(path_, position), {anchor.name}));
      return;
    }
    numbering_.anchor_of_[node] = static_cast<std::uint32_t>(numbering_.anchors_.size());
    numbering_.anchors_.push_back(std::move(anchor));
  }

  const Document& document_;
  const model::Bulletin* bulletin_;
  std::string_view path_;
  Diagnostics& diagnostics_;
  Numbering numbering_;
  bool has_given_names_ = false;  ///< counted names alone never collide
  std::set<std::string> names_;
  std::unordered_map<std::string, int> directives_;
  std::vector<int> sections_;
  int numbered_sections_ = 0;
  int paragraphs_ = 0, tables_ = 0, quotes_ = 0, lists_ = 0, pictures_ = 0, conclusions_ = 0, recommendations_ = 0;
  int unnumbered_ = 0, codes_ = 0;
};

Numbering number_blocks(const Document& document, const model::Bulletin* bulletin, std::string_view path,
                        Diagnostics& diagnostics) {
  return Numberer(document, bulletin, path, diagnostics).run();
}

const Anchor* Numbering::anchor(Index node) const {
  const std::uint32_t found = node < anchor_of_.size() ? anchor_of_[node] : markdown::kNone;
  return found != markdown::kNone ? &anchors_[found] : nullptr;
}

const Numbering::Call* Numbering::call(Index footnote_reference) const {
  const auto found = std::lower_bound(calls_.begin(), calls_.end(), footnote_reference,
                                      [](const auto& call, Index wanted) { return call.first < wanted; });
  return found != calls_.end() && found->first == footnote_reference ? &found->second : nullptr;
}

}  // namespace gaceta::content
