// A folder that is held open: everything inside is reached relative to it. The only door to the disk; MemoryFolder is its
// twin for tests. Paths are relative, with '/', without '.', '..' or an empty part; anything else is our mistake (asserted),
// so nothing outside the folder can be reached. Symbolic links inside are followed for reading files, never for writing, and
// never descended into by tree().
//
// Threads: all const functions, and write/rename/remove of different paths, may run at the same time.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "filesystem/result.hpp"

namespace gaceta::filesystem {

struct Entry {
  enum class Type { file, directory, other };
  std::string path;  ///< relative to the folder
  Type type = Type::file;
  std::uint64_t size = 0;         ///< bytes
  std::int64_t modified_ns = 0;   ///< since 1970-01-01 UTC

  friend bool operator==(const Entry&, const Entry&) = default;
};

class Folder {
 public:
  virtual ~Folder() = default;

  /// The bytes of a file.
  virtual Result<std::string> read(std::string_view path) const = 0;

  /// Everything below `under` ("" for all), depth first, each directory before what it holds, sorted by path bytes.
  /// not_found if `under` is missing.
  virtual Result<std::vector<Entry>> tree(std::string_view under = {}) const = 0;

  /// What is at `path`; not_found if nothing is.
  virtual Result<Entry> stat(std::string_view path) const = 0;

  /// Whether the file at `path` holds exactly `bytes`; false if there is no such file.
  virtual bool holds(std::string_view path, std::string_view bytes) const = 0;

  /// Creates or replaces the file, and its folders where missing. Not atomic: a killed process may leave part of it.
  virtual Status write(std::string_view path, std::string_view bytes) = 0;

  /// Moves a file or directory over `to` (replacing a file), atomically; folders of `to` are made where missing.
  virtual Status rename(std::string_view from, std::string_view to) = 0;

  /// Removes a file, or an empty directory; nothing there is fine.
  virtual Status remove(std::string_view path) = 0;

  /// Removes a file or a directory with all it holds; nothing there is fine.
  virtual Status remove_all(std::string_view path) = 0;

  /// Brings what was written so far to the disk, as far as the system allows (fsync of files given and of the folder).
  virtual Status sync(std::string_view path) = 0;

  /// The folder below `path` as a Folder of its own, made if missing.
  virtual Result<std::unique_ptr<Folder>> open(std::string_view path) = 0;
};

}  // namespace gaceta::filesystem
