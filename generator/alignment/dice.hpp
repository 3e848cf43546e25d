// How much two lists have in common (Dice 1945). Pure; any thread.
#pragma once

#include <cstddef>
#include <vector>

namespace gaceta::alignment {

/// Elements that two sorted lists share, duplicates counted.
template <typename T>
std::size_t shared(const std::vector<T>& a, const std::vector<T>& b) {
  std::size_t count = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++count, ++i, ++j;
    } else {
      a[i] < b[j] ? ++i : ++j;
    }
  }
  return count;
}

/// 1 for equal sorted lists, 0 for lists without a common element.
template <typename T>
double dice(const std::vector<T>& a, const std::vector<T>& b) {
  const std::size_t sum = a.size() + b.size();
  return sum == 0 ? 1.0 : 2.0 * static_cast<double>(shared(a, b)) / static_cast<double>(sum);
}

}  // namespace gaceta::alignment
