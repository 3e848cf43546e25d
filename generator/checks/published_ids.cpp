// An id is compared with the block that bears it now. The same words: nothing to say. Otherwise the recorded words are
// looked for among all blocks: whole first, then the most alike. If that is the block itself, it was edited; if it is
// another one, the id has moved; if there is none, its text is gone. Ids that moved by the same step, as behind an
// insertion, are reported as one.
#include "checks/published_ids.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "alignment/block_tree.hpp"
#include "alignment/dice.hpp"
#include "model/span.hpp"

namespace gaceta::checks {
namespace {

using alignment::Block;
using content::IdRecord;
using content::RecordedId;
using diagnostics::Diagnostics;
using diagnostics::make;

constexpr double kAlike = 0.5;
constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

void append_words(const Block& block, std::string_view own, std::string& out) {
  if (!own.empty()) {
    if (!out.empty()) out += ' ';
    out += own;
  }
  for (const Block& child : block.children) append_words(child, child.source, out);
}

/// A block that bears an id, with all its words on one line.
struct Place {
  RecordedId now;
  model::Span span;
};

std::vector<Place> places_of(const content::InspectedText& text) {
  const alignment::BlockTree tree = alignment::block_tree(text.body, &text.reading);
  std::vector<Place> places;
  const auto add = [&](const Block& block) {
    const model::Anchor* anchor = text.body.numbering.anchor(block.node);
    if (anchor == nullptr || !block.path.empty()) return;
    std::string words;
    append_words(block, block.source, words);
    places.push_back({content::recorded_id(anchor->name, words), block.span});
  };
  alignment::for_each_block(tree.blocks, add);
  alignment::for_each_block(tree.notes, add);
  return places;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  std::sort(words.begin(), words.end());
  return words;
}

/// 'p-' and 12 of 'p-12'; nothing for other names.
std::optional<std::pair<std::string_view, int>> counted(std::string_view id) {
  const std::size_t dash = id.rfind('-');
  int number = 0;
  if (dash == std::string_view::npos || dash + 1 == id.size()) return std::nullopt;
  const auto [end, error] = std::from_chars(id.data() + dash + 1, id.data() + id.size(), number);
  if (error != std::errc() || end != id.data() + id.size()) return std::nullopt;
  return std::pair(id.substr(0, dash + 1), number);
}

class IdCheck {
 public:
  IdCheck(const content::InspectedText& text, const IdRecord& record, Diagnostics& found)
      : text_(text), record_(record), found_(found), places_(places_of(text)) {
    for (std::size_t i = 0; i < places_.size(); ++i) place_of_[places_[i].now.id] = i;
  }

  void run() {
    if (is_unchanged()) return;
    for (std::size_t i = 0; i < record_.size(); ++i) {
      const std::size_t place = place_at(record_[i].id);
      if (place != kNowhere && places_[place].now.hash == record_[i].hash) settled_.insert(place);
    }
    for (const Place& place : places_) place_words_.push_back(words_of(place.now.words));
    for (std::size_t i = 0; i < record_.size(); ++i) look_at(i);
    for (const auto& [prefix, run] : runs_) report_run(run);
  }

 private:
  bool is_unchanged() const {
    return std::all_of(record_.begin(), record_.end(), [&](const RecordedId& id) {
      const std::size_t place = place_at(id.id);
      return place != kNowhere && places_[place].now.hash == id.hash;
    });
  }

  std::size_t place_at(std::string_view id) const {
    const auto found = place_of_.find(id);
    return found != place_of_.end() ? found->second : kNowhere;
  }

  void look_at(std::size_t index) {
    const RecordedId& old = record_[index];
    const std::size_t own = place_at(old.id);
    if (own != kNowhere && places_[own].now.hash == old.hash) return;
    const std::size_t now = find(old, own);
    if (now == own && own != kNowhere) return;  // edited
    if (now != kNowhere) return add_to_run(index, now);
    own == kNowhere ? report("lost-id", {text_.loaded.text.path}, {old.id, old.words})
                    : report("replaced-id", place(own), {old.id, old.words, places_[own].now.words});
  }

  /// Where the recorded words are now: whole, or the most alike; of equals, under their own id.
  std::size_t find(const RecordedId& old, std::size_t own) const {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (places_[i].now.hash == old.hash && !settled_.contains(i)) return i;
    }
    const auto words = words_of(old.words);
    constexpr std::size_t kMostPairs = 4'000'000;
    const bool is_too_long = record_.size() * places_.size() > kMostPairs;
    std::size_t best = kNowhere;
    double most = 0;
    if (own != kNowhere) {
      const double alikeness = alignment::dice(words, place_words_[own]);
      if (alikeness >= kAlike) best = own, most = alikeness;
    }
    for (std::size_t i = 0; i < places_.size() && !is_too_long; ++i) {
      if (settled_.contains(i)) continue;
      const double alikeness = alignment::dice(words, place_words_[i]);
      if (alikeness >= kAlike && alikeness > most) best = i, most = alikeness;
    }
    return best;
  }

  diagnostics::Place place(std::size_t index) const {
    return model::place(text_.loaded.text.path, places_[index].span);
  }

  void report(std::string_view rule, diagnostics::Place place, std::vector<std::string> arguments) {
    const content::Reading& reading = text_.reading;
    const std::string folder(reading.folder.substr(reading.folder.find('/') + 1));
    const std::string& code = reading.settings.languages[model::index(reading.language)].code;
    found_.push_back(make(rule, std::move(place), std::move(arguments), {"keep-ids", {folder, code}}));
  }

  // ---- ids that moved by the same step

  struct Run {
    std::size_t first = 0, last = 0;  ///< in the record
    std::size_t now = 0;              ///< place of the first one's text
    int step = 0;                     ///< by how much the numbers grew
    int last_number = 0;
  };

  void add_to_run(std::size_t index, std::size_t now) {
    const auto was = counted(record_[index].id), is = counted(places_[now].now.id);
    if (!was || !is || was->first != is->first) return report_run({index, index, now, 0, 0});
    const int step = is->second - was->second;
    const auto [run, is_new] = runs_.try_emplace(std::string(was->first), Run{index, index, now, step, was->second});
    if (is_new) return;
    if (run->second.step == step && run->second.last_number + 1 == was->second) {
      run->second.last = index;
      run->second.last_number = was->second;
      return;
    }
    report_run(std::exchange(run->second, Run{index, index, now, step, was->second}));
  }

  void report_run(const Run& run) {
    const RecordedId& first = record_[run.first];
    const std::string& now = places_[run.now].now.id;
    if (run.first == run.last) return report("moved-id", place(run.now), {first.id, now, first.words});
    report("moved-ids", place(run.now), {first.id, record_[run.last].id, now, first.words});
  }

  const content::InspectedText& text_;
  const IdRecord& record_;
  Diagnostics& found_;
  std::vector<Place> places_;
  std::unordered_map<std::string_view, std::size_t> place_of_;
  std::set<std::size_t> settled_;  ///< places that say what their id was recorded with
  std::vector<std::vector<std::string_view>> place_words_;
  std::map<std::string, Run> runs_;  ///< by prefix: what may go on
};

}  // namespace

IdRecord ids_of(const content::InspectedText& text) {
  IdRecord record;
  for (Place& place : places_of(text)) record.push_back(std::move(place.now));
  return record;
}

void check_published_ids(const content::InspectedText& text, const IdRecord& record, Diagnostics& found) {
  IdCheck(text, record, found).run();
}

}  // namespace gaceta::checks
