// Directories of one folder that were seen to be directories and not links, so that each is made or looked at only
// once. Closed upwards: with 'a/b' also 'a'. Any thread.
#pragma once

#include <mutex>
#include <set>
#include <shared_mutex>
#include <string>
#include <string_view>

namespace gaceta::filesystem {

class KnownDirectories {
 public:
  bool has(std::string_view path) const {
    if (path.empty()) return true;
    std::shared_lock lock(mutex_);
    return paths_.find(path) != paths_.end();
  }

  void add(std::string_view path) {
    std::unique_lock lock(mutex_);
    paths_.emplace(path);
  }

  /// Forgets `path` and all that lies below it.
  void forget(std::string_view path) {
    if (!has(path)) return;
    std::unique_lock lock(mutex_);
    const std::string below = std::string(path) + '/';
    const std::string behind = std::string(path) + static_cast<char>('/' + 1);
    paths_.erase(paths_.lower_bound(below), paths_.lower_bound(behind));
    if (auto self = paths_.find(path); self != paths_.end()) paths_.erase(self);
  }

 private:
  mutable std::shared_mutex mutex_;
  std::set<std::string, std::less<>> paths_;
};

}  // namespace gaceta::filesystem
