// What a build puts aside and reads again later, each piece at least once: the memory of a build would grow with it.
// A little stays in memory, so that small sites never touch the disk; the rest goes to a file without a name, which is
// gone with the process. Where there can be no such file, all of it stays in memory: a build that has the memory needs
// no disk for this.
//
// First everything is put, then the store is sealed, then anything is read, as often as one likes.
//
// Threads: put() from one thread per worker number at a time; get() from any. seal() alone.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "filesystem/folder.hpp"

namespace gaceta::filesystem {

class Scratch {
 public:
  /// Where a piece lies.
  struct Slot {
    std::uint64_t offset = 0;
    std::uint32_t size = 0;  ///< bytes
  };
  /// Opens the file, once it is needed. Called at most once.
  using MakeFile = std::function<Result<std::unique_ptr<UnnamedFile>>()>;

  static constexpr std::size_t kInMemory = std::size_t{4} << 20;

  /// `workers` threads put something. Without `make_file` everything stays in memory; with it, about `in_memory` bytes.
  explicit Scratch(std::size_t workers, MakeFile make_file = {}, std::size_t in_memory = kInMemory);
  ~Scratch();

  /// A copy of `bytes`, at most 4 GB.
  Slot put(std::size_t worker, std::string_view bytes);
  void seal();
  /// What was put there. False if the disk gives it back no more.
  [[nodiscard]] bool get(Slot slot, std::string& out) const;
  /// Whether the disk has failed to give something back.
  [[nodiscard]] bool has_lost() const { return has_lost_; }

  /// How many bytes are in memory, room for more included.
  [[nodiscard]] std::size_t bytes_in_memory() const;

 private:
  struct Chunk {
    std::uint64_t offset = 0;
    std::string bytes;
  };
  /// A chunk that one worker fills.
  struct alignas(64) Open {
    Chunk chunk;
    std::size_t room = 0;
  };

  void begin(Open& open, std::size_t bytes);
  void close(Open& open);
  UnnamedFile* file();

  MakeFile make_file_;
  std::size_t in_memory_;
  std::vector<Open> open_;
  std::mutex mutex_;  ///< of all that follows, until it is sealed
  std::uint64_t end_ = 0;
  std::size_t kept_bytes_ = 0;
  std::vector<Chunk> kept_;  ///< in memory; sorted by offset once sealed
  std::unique_ptr<UnnamedFile> file_;
  mutable std::atomic<bool> has_lost_ = false;
};

}  // namespace gaceta::filesystem
