// What real_folder.cpp needs of POSIX, made safe: a descriptor that closes itself, errno as an Error, calls that
// survive a signal. Not for other rooms.
#pragma once

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "filesystem/folder.hpp"

namespace gaceta::filesystem {

/// Owns a file descriptor; -1 is none.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  explicit operator bool() const { return number_ >= 0; }
  int number() const { return number_; }
  int release() { return std::exchange(number_, -1); }

  /// Closes now; false if the system reports only here that the bytes did not reach the file.
  bool close() { return ::close(std::exchange(number_, -1)) == 0 || errno == EINTR; }

 private:
  int number_ = -1;
};

/// A handle that serves to reach what is inside a directory, and asks for no more rights than that.
#if defined(O_PATH)
inline constexpr int directory_handle = O_PATH | O_DIRECTORY | O_CLOEXEC;
#elif defined(O_SEARCH)
inline constexpr int directory_handle = O_SEARCH | O_DIRECTORY | O_CLOEXEC;
#else
inline constexpr int directory_handle = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
#endif

/// Calls again while a signal interrupts.
template <typename Call>
auto uninterrupted(Call call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

Descriptor open_at(int directory, const std::string& path, int flags);

/// What the system says about `number` (errno) at `path`.
Error system_error(int number, std::string_view path);

/// Writes all of `bytes` where the descriptor stands; false with errno set if it cannot.
bool write_all(int descriptor, std::string_view bytes);

/// Reads until `size` bytes or the end; how many, or -1 with errno set.
std::int64_t read_up_to(int descriptor, char* buffer, std::size_t size);

std::int64_t modified_ns(const struct ::stat& status);

/// The entry that `status` describes; a symbolic link must have been followed before.
Entry entry_of(std::string path, const struct ::stat& status);

/// What is at `path` seen from `directory`: a link to a file is a file, any other link Entry::Type::other. False with
/// errno set if nothing is.
bool look_at(int directory, const char* path, struct ::stat& status);

}  // namespace gaceta::filesystem
