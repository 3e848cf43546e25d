#include "text/nearest.hpp"

#include <algorithm>
#include <vector>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace gaceta::text {
namespace {

constexpr std::size_t kLongestWordCompared = 200;  // bytes; the table below is quadratic

/// Optimal string alignment distance: insertions, deletions, substitutions, swaps of neighbours.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + cost});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

template <typename Text>
std::optional<std::string> nearest_of(std::string_view typed, std::span<const Text> candidates) {
  if (typed.empty() || typed.size() > kLongestWordCompared) return std::nullopt;
  const std::string wanted = fold_diacritics(typed);
  std::optional<std::string> best;
  std::size_t best_distance = 0;
  for (const Text& candidate : candidates) {
    if (candidate.size() > kLongestWordCompared) continue;
    const std::string folded = fold_diacritics(candidate);
    const std::size_t allowed = std::max<std::size_t>(1, std::max(wanted.size(), folded.size()) / 3);
    const std::size_t shorter = std::min(wanted.size(), folded.size());
    if (std::max(wanted.size(), folded.size()) - shorter > allowed) continue;
    const std::size_t found = distance(wanted, folded);
    if (found > allowed || found >= std::max(wanted.size(), folded.size())) continue;
    if (!best || found < best_distance) {
      best = std::string(candidate);
      best_distance = found;
    }
  }
  return best;
}

}  // namespace

std::optional<std::string> nearest(std::string_view typed, std::span<const std::string> candidates) {
  return nearest_of(typed, candidates);
}

std::optional<std::string> nearest(std::string_view typed, std::span<const std::string_view> candidates) {
  return nearest_of(typed, candidates);
}

}  // namespace gaceta::text
