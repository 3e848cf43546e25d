// The twin of the disk for tests: a tree of files in memory that behaves as a RealFolder does, keeps a clock of its own
// (every write is one millisecond later), and fails when told to. Folders opened from one share its tree, faults and
// counts; one below a directory that is then renamed or removed is of no more use.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "filesystem/folder.hpp"

namespace gaceta::filesystem {

/// What somebody asked of the folder; changing operations come last.
enum class Operation { read, tree, stat, holds, open, lock, sync, write, create, rename, remove };

inline bool changes_something(Operation operation) {
  return operation >= Operation::write;
}

/// An operation that must fail. `kept_bytes`: how much of a write or create still reaches the file, as on a full disk.
struct Fault {
  Error error;
  std::optional<std::size_t> kept_bytes;
};

struct Counters;

class MemoryFolder : public Folder {
 public:
  MemoryFolder();
  ~MemoryFolder() override;

  /// Called before each operation with its path relative to the first folder, one at a time; a Fault makes it fail.
  /// It must not use the folder itself.
  using FaultHook = std::function<std::optional<Fault>(Operation, std::string_view path)>;
  void on_operation(FaultHook hook);

  /// Fails the n-th operation (from 1) that changes something, counted from now; earlier and later ones work.
  void fail_change(std::size_t n, Error::Kind kind = Error::Kind::no_space);

  /// Lets `path` vanish as soon as somebody tries to read it, after tree() and stat() have still shown it.
  void vanish_when_read(std::string path);

  /// Puts something that is neither file nor directory there (a link that leads nowhere, a socket).
  void put_other(std::string_view path);

  /// Sets the time of a file, as `touch -d` does.
  void set_modified(std::string_view path, std::int64_t modified_ns);

  /// A second handle of the same folder, with counts of its own.
  std::unique_ptr<MemoryFolder> again() const;

  Result<std::string> read(std::string_view path) const override;
  Result<std::vector<Entry>> tree(std::string_view under = {}) const override;
  Result<std::vector<Entry>> children(std::string_view under = {}) const override;
  Result<Entry> stat(std::string_view path) const override;
  bool holds(std::string_view path, std::string_view bytes) const override;
  bool holds(std::string_view path, const Pieces& pieces) const override;
  Status write(std::string_view path, std::string_view bytes) override;
  Result<Entry> create(std::string_view path, std::string_view bytes) override;
  Result<Entry> create(std::string_view path, const Pieces& pieces) override;
  Status rename(std::string_view from, std::string_view to) override;
  Status remove(std::string_view path) override;
  Status remove_all(std::string_view path) override;
  Status sync(std::string_view path) override;
  Result<std::unique_ptr<Folder>> open(std::string_view path) override;
  Result<std::unique_ptr<UnnamedFile>> unnamed_file() override;
  Result<std::unique_ptr<Lock>> lock() override;
  Counts counts() const override;

 private:
  struct Disk;
  class Unnamed;
  enum class Depth { one_level, all };
  Result<std::vector<Entry>> listing(std::string_view under, Depth depth) const;
  MemoryFolder(std::shared_ptr<Disk> disk, std::shared_ptr<Counters> counters, std::string base);
  Status create_or_replace(Operation operation, std::string_view path, std::string_view bytes);

  std::shared_ptr<Disk> disk_;
  std::shared_ptr<Counters> counters_;
  std::string base_;  ///< this folder's own path on the disk; "" for the first one
};

}  // namespace gaceta::filesystem
