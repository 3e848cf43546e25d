// When each published file was written, so that the next build can tell by a look (size and time) that nobody touched
// it. It depends on time, so it lives in ROOT/.gaceta and not in the output. A record that is lost, torn or of another
// output costs time and nothing else: files are then read and compared.
//
// A file as old as the record itself could have been changed in the same tick of the clock after it was recorded (git
// calls this racy); such a file is not trusted by its time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "filesystem/folder.hpp"
#include "publishing/manifest.hpp"

namespace gaceta::publishing {

class Bookkeeping {
 public:
  /// Knows nothing.
  Bookkeeping() = default;

  /// The record of the site with this manifest, or one that knows nothing. `of_file` is the hash of the manifest's
  /// file.
  static Bookkeeping load(const filesystem::Folder& state, const Hash& of_file, const Manifest& manifest);

  /// Whether it knows the times of that site.
  bool knows() const { return recorded_ns_ != 0; }

  /// When the file of line `index` was written; only if it knows.
  std::int64_t time_of(std::size_t index) const { return times_[index]; }

  /// Whether the file of line `index` of the manifest is, by `entry`, as it was left; nothing if only reading can tell.
  std::optional<bool> is_as_left(const Manifest& manifest, std::size_t index, const filesystem::Entry& entry) const;

  /// Keeps the times, one per line of the manifest. Writes only what differs; a failure is no failure of the build.
  static void save(filesystem::Folder& state, const Hash& of_file, const std::vector<std::int64_t>& times);

 private:
  std::vector<std::int64_t> times_;  ///< modified_ns, one per line of the manifest; empty: not known
  std::int64_t recorded_ns_ = 0;     ///< when the record was written, by the clock of its disk
};

}  // namespace gaceta::publishing
