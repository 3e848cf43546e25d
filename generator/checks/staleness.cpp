// The blocks of the record and those of today are compared as bags, so a block that only moved is still itself. What is
// left on both sides is an edit: an old block belongs to the new one that stands between the same neighbours, else to
// the one with the most words in common. What is then still alone is new, or gone.
#include "checks/staleness.hpp"

#include <algorithm>
#include <unordered_map>

#include "alignment/dice.hpp"
#include "checks/parity.hpp"
#include "content/local_text.hpp"

namespace gaceta::checks {
namespace {

using alignment::Block;
using alignment::BlockPair;
using diagnostics::Diagnostics;
using diagnostics::make;

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

// ---- how much two texts in one language have in common

std::vector<std::uint32_t> word_hashes(std::string_view text) {
  std::vector<std::uint32_t> hashes;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::uint32_t value = 2166136261U;  // FNV-1a
    for (const char c : text.substr(at, end - at)) value = (value ^ static_cast<unsigned char>(c)) * 16777619U;
    hashes.push_back(value);
    at = end + 1;
  }
  std::sort(hashes.begin(), hashes.end());
  return hashes;
}

// ---- the edits between two lists of blocks

/// Positions in the record and among the blocks of today.
struct Edit {
  std::size_t old_block = kNowhere;
  std::size_t new_block = kNowhere;
};

class EditFinder {
 public:
  EditFinder(const std::vector<std::string>& before, const std::vector<SourceBlock>& now)
      : before_(before), now_(now) {}

  /// Sorted by the new block; those that are gone come last.
  std::vector<Edit> run() {
    if (std::equal(before_.begin(), before_.end(), now_.begin(), now_.end(),
                   [](const std::string& a, const SourceBlock& b) { return a == b.text; })) {
      return {};
    }
    match_equal();
    pair_between_neighbours();
    constexpr double kAlike = 0.3;
    pair_up(left_over(new_of_), left_over(old_of_), kAlike);
    return edits();
  }

 private:
  void match_equal() {
    std::unordered_multimap<std::string_view, std::size_t> waiting;
    for (std::size_t i = before_.size(); i-- > 0;) waiting.emplace(before_[i], i);
    new_of_.assign(before_.size(), kNowhere);
    old_of_.assign(now_.size(), kNowhere);
    for (std::size_t j = 0; j < now_.size(); ++j) {
      const auto found = waiting.find(now_[j].text);
      if (found == waiting.end()) continue;
      new_of_[found->second] = j;
      old_of_[j] = found->second;
      waiting.erase(found);
    }
    equal_new_of_ = new_of_;
    equal_old_of_ = old_of_;
  }

  static std::vector<std::size_t> left_over(const std::vector<std::size_t>& partner_of) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < partner_of.size(); ++i) {
      if (partner_of[i] == kNowhere) out.push_back(i);
    }
    return out;
  }

  /// What was changed between two blocks that stayed: first by words, then in order.
  void pair_between_neighbours() {
    std::unordered_map<std::size_t, std::vector<std::size_t>> olds, news;  // by the unchanged block before them
    std::vector<std::size_t> order;
    std::size_t before = kNowhere;
    for (std::size_t j = 0; j < now_.size(); ++j) {
      if (equal_old_of_[j] != kNowhere)
        before = j;
      else
        news[before].push_back(j);
    }
    before = kNowhere;
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (equal_new_of_[i] != kNowhere) {
        before = equal_new_of_[i];
      } else {
        if (olds[before].empty()) order.push_back(before);
        olds[before].push_back(i);
      }
    }
    for (const std::size_t place : order) {
      const auto found = news.find(place);
      if (found != news.end()) pair_up(olds[place], found->second, 0.0);
    }
  }

  /// The most alike first; nothing below `least`. Beyond the bound, in order.
  void pair_up(const std::vector<std::size_t>& olds, const std::vector<std::size_t>& news, double least) {
    constexpr std::size_t kMostPairs = 250'000;
    if (olds.empty() || news.empty()) return;
    if (olds.size() * news.size() > kMostPairs) {
      for (std::size_t i = 0; i < std::min(olds.size(), news.size()); ++i) put(olds[i], news[i]);
      return;
    }
    struct Candidate {
      double alike;
      std::size_t old_block, new_block;
    };
    std::vector<Candidate> candidates;
    std::vector<std::vector<std::uint32_t>> new_words;
    for (const std::size_t j : news) new_words.push_back(word_hashes(now_[j].text));
    for (const std::size_t i : olds) {
      const auto old_words = word_hashes(before_[i]);
      for (std::size_t j = 0; j < news.size(); ++j) {
        const double alike = alignment::dice(old_words, new_words[j]);
        if (alike >= least) candidates.push_back({alike, i, news[j]});
      }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.alike > b.alike; });
    for (const Candidate& one : candidates) put(one.old_block, one.new_block);
  }

  void put(std::size_t old_block, std::size_t new_block) {
    if (new_of_[old_block] != kNowhere || old_of_[new_block] != kNowhere) return;
    new_of_[old_block] = new_block;
    old_of_[new_block] = old_block;
  }

  std::vector<Edit> edits() const {
    std::vector<Edit> out;
    for (std::size_t j = 0; j < now_.size(); ++j) {
      if (equal_old_of_[j] == kNowhere) out.push_back({old_of_[j], j});
    }
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (new_of_[i] == kNowhere) out.push_back({i, kNowhere});
    }
    return out;
  }

  const std::vector<std::string>& before_;
  const std::vector<SourceBlock>& now_;
  std::vector<std::size_t> new_of_, old_of_;
  std::vector<std::size_t> equal_new_of_, equal_old_of_;  ///< only those that did not change
};

// ---- what the edits mean for the translation

class StalenessCheck {
 public:
  StalenessCheck(const TwoTexts& both, const content::TranslationRecord& record, Stage stage, Diagnostics& found)
      : both_(both), record_(record), stage_(stage), found_(found), blocks_(source_blocks(both)) {
    const auto note_pair = [this](const BlockPair& pair) {
      if (pair.left != nullptr) counterpart_[pair.left] = pair.right;
    };
    alignment::for_each_pair(both_.blocks, note_pair);
    alignment::for_each_pair(both_.notes, note_pair);
  }

  Staleness run() {
    const std::vector<Edit> edits = EditFinder(record_.blocks, blocks_).run();
    Staleness result;
    result.translation.stamped = record_.stamped;
    result.translation.blocks = static_cast<std::uint32_t>(blocks_.size());
    result.translation.stale = static_cast<std::uint32_t>(edits.size());
    std::set<std::string> outdated;
    for (const Edit& edit : edits) {
      edit.new_block == kNowhere ? report_gone(edit.old_block) : report(edit, outdated, result.reported);
    }
    for (const model::Anchor& anchor : both_.translation.text.body.numbering.anchors()) {
      if (outdated.contains(anchor.name)) result.translation.outdated.push_back(anchor.name);
    }
    return result;
  }

 private:
  const Block* counterpart(const Block* block) const {
    const auto found = counterpart_.find(block);
    return found != counterpart_.end() ? found->second : nullptr;
  }

  /// Where the translation says it; where the source does if the translation does not.
  diagnostics::Place place_of(const SourceBlock& block) const {
    if (block.block == nullptr) return model::place(both_.translation.path(), block.translated_span);
    const Block* other = counterpart(block.block);
    return other != nullptr ? both_.translation.place(*other) : both_.source.place(*block.block);
  }

  void add(std::string_view rule, diagnostics::Place place, std::vector<std::string> arguments,
           const std::string& source_location) {
    const content::Reading& reading = both_.translation.text.reading;
    const std::string folder(reading.folder.substr(reading.folder.find('/') + 1));
    const std::string& code = reading.settings.languages[model::index(reading.language)].code;
    arguments.push_back(model::to_string(record_.stamped));
    diagnostics::Diagnostic one =
        make(rule, std::move(place), std::move(arguments), {"update-and-stamp", {source_location, folder, code}});
    if (stage_ == Stage::release) one.severity = diagnostics::Severity::error;
    found_.push_back(std::move(one));
  }

  void report(const Edit& edit, std::set<std::string>& outdated, std::set<const Block*>& reported) {
    const SourceBlock& block = blocks_[edit.new_block];
    const Block* other = block.block != nullptr ? counterpart(block.block) : nullptr;
    const std::string source_location = block.block != nullptr
                                            ? location(both_.source.place(*block.block))
                                            : location({both_.source.path(), front_matter_line(block), 0, 0});
    if (other != nullptr) outdated.insert(other->anchor);
    if (edit.old_block == kNowhere) {
      if (block.block != nullptr && other == nullptr) reported.insert(block.block);
      return add("stale-translation-new", place_of(block), {excerpt(block.text, "")}, source_location);
    }
    const std::string& old_text = record_.blocks[edit.old_block];
    add("stale-translation", place_of(block), {excerpt(old_text, block.text), excerpt(block.text, old_text)},
        source_location);
  }

  std::uint32_t front_matter_line(const SourceBlock& block) const {
    const content::LoadedText& loaded = both_.source.text.loaded;
    return block.text.data() == loaded.text.title.data() ? loaded.title_position.line : loaded.summary_position.line;
  }

  /// At the translation as a whole: where the block was, nothing stands any more.
  void report_gone(std::size_t old_block) {
    add("stale-translation-gone", {both_.translation.path()}, {excerpt(record_.blocks[old_block], "")},
        std::string(both_.source.file()));
  }

  const TwoTexts& both_;
  const content::TranslationRecord& record_;
  Stage stage_;
  Diagnostics& found_;
  std::vector<SourceBlock> blocks_;
  std::unordered_map<const Block*, const Block*> counterpart_;
};

}  // namespace

std::vector<SourceBlock> source_blocks(const TwoTexts& both) {
  const content::LoadedText& source = both.source.text.loaded;
  const content::LoadedText& translation = both.translation.text.loaded;
  std::set<const Block*> shared;
  alignment::for_each_pair(both.blocks, [&](const BlockPair& pair) {
    if (is_shared(pair)) shared.insert(pair.left);
  });
  std::vector<SourceBlock> blocks = {{source.text.title, nullptr, content::span(translation.title_position)},
                                     {source.text.summary, nullptr, content::span(translation.summary_position)}};
  const auto add = [&](const Block& block) {
    if (!block.source.empty() && !shared.contains(&block)) blocks.push_back({block.source, &block, {}});
  };
  alignment::for_each_block(both.source.tree.blocks, add);
  alignment::for_each_block(both.source.tree.notes, add);
  return blocks;
}

Staleness check_staleness(const TwoTexts& both, const std::optional<content::TranslationRecord>& record, Stage stage,
                          Diagnostics& found) {
  const content::Reading& source = both.source.text.reading;
  // A record of another source says nothing of this one.
  if (record && record->source == source.settings.languages[model::index(source.language)].code) {
    return StalenessCheck(both, *record, stage, found).run();
  }
  Staleness unknown;
  unknown.translation.blocks = static_cast<std::uint32_t>(source_blocks(both).size());
  return unknown;
}

std::string excerpt(std::string_view text, std::string_view other) {
  constexpr std::size_t kContext = 40;   // bytes kept of what both have, at each side
  constexpr std::size_t kLongest = 300;  // bytes of a text that stands alone
  if (other.empty()) {
    if (text.size() <= kLongest) return std::string(text);
    return std::string(text.substr(0, text.rfind(' ', kLongest))) + " …";
  }
  const std::size_t shorter = std::min(text.size(), other.size());
  std::size_t start = 0;
  while (start < shorter && text[start] == other[start]) ++start;
  std::size_t tail = 0;
  while (tail < shorter - start && text[text.size() - 1 - tail] == other[other.size() - 1 - tail]) ++tail;
  std::size_t first = start > kContext ? text.rfind(' ', start - kContext) : 0;
  first = first == std::string_view::npos || first == 0 ? 0 : first + 1;
  std::size_t last = tail > kContext ? text.find(' ', text.size() - tail + kContext) : text.size();
  if (last == std::string_view::npos) last = text.size();
  std::string out(first > 0 ? "… " : "");
  out += text.substr(first, last - first);
  if (last < text.size()) out += " …";
  return out;
}

}  // namespace gaceta::checks
