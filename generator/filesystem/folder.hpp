// A folder that is held open: everything inside is reached relative to it. The only door to the disk; MemoryFolder is
// its twin for tests. Paths are relative, with '/', without '.', '..' or an empty part; anything else is our mistake
// (asserted), so nothing outside the folder can be reached. Symbolic links inside are followed for reading files, never
// for writing, and never descended into by tree(): a link to a file counts as a file, any other link as
// Entry::Type::other.
//
// A process that is killed never takes a whole folder with it: rename() is atomic, write() and create() are not.
//
// Threads: all const functions, and create/write/rename/remove of different paths, may run at the same time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "filesystem/pieces.hpp"
#include "filesystem/result.hpp"

namespace gaceta::filesystem {

struct Entry {
  enum class Type { file, directory, other };
  std::string path;  ///< relative to the folder
  Type type = Type::file;
  std::uint64_t size = 0;        ///< bytes; 0 unless it is a file
  std::int64_t modified_ns = 0;  ///< since 1970-01-01 UTC; 0 unless it is a file

  friend bool operator==(const Entry&, const Entry&) = default;
};

/// What was done through a folder and the folders opened below it, for tests that guard how much work a build does.
struct Counts {
  std::size_t opened = 0;       ///< files opened to be read or compared
  std::size_t looked_at = 0;    ///< stat(); what tree() lists is not counted
  std::size_t listed = 0;       ///< directories that tree() and children() read
  std::size_t created = 0;      ///< files that were not there before
  std::size_t written = 0;      ///< files written, those created included
  std::size_t renamed = 0;      ///< files or directories
  std::size_t removed = 0;      ///< files or directories
  std::size_t directories = 0;  ///< directories made

  friend bool operator==(const Counts&, const Counts&) = default;
};

/// A lock that is held as long as the object lives; a process that dies lets go of it.
class Lock {
 public:
  virtual ~Lock() = default;
};

/// Bytes on the disk that no path leads to: gone with the object, or with the process, however it ends.
/// Threads: reading and writing of different parts may happen at the same time.
class UnnamedFile {
 public:
  virtual ~UnnamedFile() = default;
  /// Puts `bytes` at `offset`, which may lie behind the end.
  virtual Status write(std::uint64_t offset, std::string_view bytes) = 0;
  /// The `size` bytes from `offset` into `out`; an Error if there are not so many.
  virtual Status read(std::uint64_t offset, std::size_t size, char* out) const = 0;
};

class Folder {
 public:
  virtual ~Folder() = default;

  /// The bytes of a file.
  virtual Result<std::string> read(std::string_view path) const = 0;

  /// Everything below `under` ("" for all), sorted by the bytes of the path; so a directory comes before what it holds.
  /// not_found if `under` is missing.
  virtual Result<std::vector<Entry>> tree(std::string_view under = {}) const = 0;

  /// What stands directly in the directory `under` ("" for the folder itself), sorted; as tree(), but one level.
  virtual Result<std::vector<Entry>> children(std::string_view under = {}) const = 0;

  /// What is at `path`; not_found if nothing is.
  virtual Result<Entry> stat(std::string_view path) const = 0;

  /// Whether the file at `path` holds exactly `bytes`; false if there is no such file.
  virtual bool holds(std::string_view path, std::string_view bytes) const = 0;
  /// The same for a file that is written piece by piece; neither is whole in memory.
  virtual bool holds(std::string_view path, const Pieces& pieces) const = 0;

  /// Creates or replaces the file, and its folders where missing. Not atomic: a killed process may leave part of it.
  virtual Status write(std::string_view path, std::string_view bytes) = 0;

  /// Creates the file, and its folders where missing, and tells what it is now; already_exists if anything is there.
  /// The cheapest way to write many new files. Not atomic either.
  virtual Result<Entry> create(std::string_view path, std::string_view bytes) = 0;
  /// The same for a file that is written piece by piece. If that fails midway, the file is removed again.
  virtual Result<Entry> create(std::string_view path, const Pieces& pieces) = 0;

  /// Moves a file or directory over `to` (replacing a file or an empty directory), atomically; folders of `to` are made
  /// where missing.
  virtual Status rename(std::string_view from, std::string_view to) = 0;

  /// Removes a file, or an empty directory; nothing there is fine. already_exists if a directory holds something.
  virtual Status remove(std::string_view path) = 0;

  /// Removes a file or a directory with all it holds; nothing there is fine. Links are removed, never followed.
  virtual Status remove_all(std::string_view path) = 0;

  /// Brings the file or directory at `path` ("" for the folder itself) to the disk, as far as the system allows.
  virtual Status sync(std::string_view path) = 0;

  /// The folder below `path` as a Folder of its own, made if missing.
  virtual Result<std::unique_ptr<Folder>> open(std::string_view path) = 0;

  /// A new file on the disk of this folder, without a name.
  virtual Result<std::unique_ptr<UnnamedFile>> unnamed_file() = 0;

  /// Locks the folder against every other lock() of it, in any process, without waiting; in_use if somebody has it.
  virtual Result<std::unique_ptr<Lock>> lock() = 0;

  virtual Counts counts() const = 0;
};

}  // namespace gaceta::filesystem
