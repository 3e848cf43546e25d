// Least cost by dynamic programming (Needleman and Wunsch), in a band round the diagonal that is doubled until nothing
// outside can be cheaper (Ukkonen): whoever leaves a band of half-width b must pay for more than b gaps. Two texts that
// agree cost one pass. The judgement of a pair follows Gale and Church (length) and adds what no language changes.
#include "alignment/match.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "alignment/dice.hpp"

namespace gaceta::alignment {
namespace {

constexpr float kGap = 1.0F;
constexpr float kNever = 1e6F;
constexpr std::size_t kMostCells = std::size_t{1} << 22;  // the widest band: bounds time and memory of one list

/// 0 for equal lists, 1 for lists without a common element (Dice).
float distance(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  const std::size_t sum = a.size() + b.size();
  return sum == 0 ? 0.0F : 1.0F - 2.0F * static_cast<float>(shared(a, b)) / static_cast<float>(sum);
}

float length_distance(std::uint32_t a, std::uint32_t b) {
  constexpr float kPrior = 3.0F;  // so that a word more in a short title says little
  constexpr float kWeight = 0.35F;
  constexpr float kMost = 0.7F;
  const float ratio = std::log((static_cast<float>(a) + kPrior) / (static_cast<float>(b) + kPrior));
  return std::min(kMost, kWeight * ratio * ratio);
}

/// How many beginnings both have, beyond what chance gives.
float word_distance(const WordBeginnings& a, const WordBeginnings& b) {
  constexpr float kWeight = 0.6F;
  constexpr float kEnough = 0.4F;  // translations into a related language rarely share more
  constexpr float kMany = 16.0F;   // fewer words say less
  const auto in_a = static_cast<float>(a.count), in_b = static_cast<float>(b.count);
  const float smaller = std::min(in_a, in_b);
  if (smaller < 1.0F) return 0.0F;
  const float chance = in_a * in_b / static_cast<float>(WordBeginnings::kBits);
  const float found = static_cast<float>(a.shared_with(b)) - chance;
  const float similarity = smaller > chance ? std::max(0.0F, found / (smaller - chance)) : 1.0F;
  return kWeight * (1.0F - std::min(1.0F, similarity / kEnough)) * std::min(1.0F, (in_a + in_b) / kMany);
}

float shape_distance(const Block& a, const Block& b) {
  constexpr float kPerLevel = 0.3F;
  constexpr float kOtherName = 0.8F;
  float sum = 0.0F;
  if (a.level != b.level) sum += kPerLevel;
  if (a.is_ordered != b.is_ordered) sum += kPerLevel;
  if (a.name != b.name) sum += kOtherName;
  return sum;
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find(' '));
}

bool can_pair(const Block& a, const Block& b) {
  if (a.kind != b.kind) return false;
  return a.kind != BlockKind::directive || first_word(a.name) == first_word(b.name);
}

class Matcher {
 public:
  Matcher(const std::vector<Block>& left, const std::vector<Block>& right) : left_(left), right_(right) {}

  std::vector<BlockPair> run() {
    const std::size_t shorter = std::min(left_.size(), right_.size());
    const std::size_t difference = std::max(left_.size(), right_.size()) - shorter;
    for (std::size_t band = 0;; band = band * 2 + 2) {
      const float found = fill(band);
      const float cheapest_outside = kGap * static_cast<float>(difference + 2 * (band + 1));
      const std::size_t next_cells = (left_.size() + 1) * (difference + 4 * band + 5);
      if (found <= cheapest_outside || band >= shorter || next_cells > kMostCells) return trace();
    }
  }

 private:
  enum class Step : std::uint8_t { pair, left, right };

  /// Cells (i, j) with low_ <= j - i <= high_ are in the band.
  float fill(std::size_t band) {
    const auto n = static_cast<std::ptrdiff_t>(left_.size());
    const auto m = static_cast<std::ptrdiff_t>(right_.size());
    low_ = std::min<std::ptrdiff_t>(0, m - n) - static_cast<std::ptrdiff_t>(band);
    high_ = std::max<std::ptrdiff_t>(0, m - n) + static_cast<std::ptrdiff_t>(band);
    const auto width = static_cast<std::size_t>(high_ - low_ + 1);
    steps_.assign((left_.size() + 1) * width, Step::pair);
    std::vector<float> above(width, kNever), row(width, kNever);
    for (std::ptrdiff_t i = 0; i <= n; ++i) {
      std::fill(row.begin(), row.end(), kNever);
      for (std::ptrdiff_t j = std::max<std::ptrdiff_t>(0, i + low_); j <= std::min(m, i + high_); ++j) {
        fill_cell(i, j, above, row);
      }
      std::swap(above, row);
    }
    return above[at(n, m)];
  }

  /// Where column j of row i stands; the same place of the row above is column j - 1.
  std::size_t at(std::ptrdiff_t i, std::ptrdiff_t j) const { return static_cast<std::size_t>(j - i - low_); }

  void fill_cell(std::ptrdiff_t i, std::ptrdiff_t j, const std::vector<float>& above, std::vector<float>& row) {
    const std::size_t here = at(i, j);
    float best = i == 0 && j == 0 ? 0.0F : kNever * 2;
    Step step = Step::pair;
    if (i > 0 && j > 0) {
      best = above[here] + cost(left_[static_cast<std::size_t>(i - 1)], right_[static_cast<std::size_t>(j - 1)]);
    }
    if (j > 0 && here > 0 && row[here - 1] + kGap < best) best = row[here - 1] + kGap, step = Step::right;
    if (i > 0 && here + 1 < above.size() && above[here + 1] + kGap < best)
      best = above[here + 1] + kGap, step = Step::left;
    row[here] = best;
    steps_[static_cast<std::size_t>(i) * row.size() + here] = step;
  }

  std::vector<BlockPair> trace() const {
    std::vector<BlockPair> pairs;
    const auto width = static_cast<std::size_t>(high_ - low_ + 1);
    auto i = static_cast<std::ptrdiff_t>(left_.size());
    auto j = static_cast<std::ptrdiff_t>(right_.size());
    while (i > 0 || j > 0) {
      const Step step = i == 0   ? Step::right
                        : j == 0 ? Step::left
                                 : steps_[static_cast<std::size_t>(i) * width + at(i, j)];
      BlockPair pair;
      if (step != Step::right) pair.left = &left_[static_cast<std::size_t>(--i)];
      if (step != Step::left) pair.right = &right_[static_cast<std::size_t>(--j)];
      if (step == Step::pair) pair.children = match(pair.left->children, pair.right->children);
      pairs.push_back(std::move(pair));
    }
    std::reverse(pairs.begin(), pairs.end());
    return pairs;
  }

  const std::vector<Block>& left_;
  const std::vector<Block>& right_;
  std::ptrdiff_t low_ = 0, high_ = 0;
  std::vector<Step> steps_;
};

}  // namespace

float cost(const Block& left, const Block& right) {
  if (!can_pair(left, right)) return kNever;
  return distance(left.neutral, right.neutral) + word_distance(left.beginnings, right.beginnings) +
         length_distance(left.words, right.words) + shape_distance(left, right);
}

std::vector<BlockPair> match(const std::vector<Block>& left, const std::vector<Block>& right) {
  if (left.empty() && right.empty()) return {};
  return Matcher(left, right).run();
}

}  // namespace gaceta::alignment
