// The paths of all published files: a large site has hundreds of thousands, so their bytes lie one behind the other and
// not each in a string of its own. Not safe for threads.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gaceta::publishing {

class PathStore {
 public:
  /// A copy of `path` that stays where it is as long as the store lives.
  std::string_view keep(std::string_view path) {
    if (chunks_.empty() || chunks_.back().capacity() - chunks_.back().size() < path.size()) {
      chunks_.emplace_back().reserve(std::max(kChunk, path.size()));
    }
    std::string& chunk = chunks_.back();
    chunk += path;
    return std::string_view(chunk).substr(chunk.size() - path.size());
  }

 private:
  static constexpr std::size_t kChunk = std::size_t{64} << 10;
  std::vector<std::string> chunks_;  ///< none grows beyond what was reserved, so the bytes never move
};

}  // namespace gaceta::publishing
