#include "filesystem/system.hpp"

#include <cstring>
#include <system_error>

namespace gaceta::filesystem {
namespace {

Error::Kind kind_of(int number) {
  switch (number) {
    case ENOENT:
      return Error::Kind::not_found;
    case ENOTDIR:
      return Error::Kind::not_a_directory;
    case EEXIST:
    case ENOTEMPTY:
      return Error::Kind::already_exists;
    case EACCES:
    case EPERM:
    case EROFS:
      return Error::Kind::permission_denied;
    case ENOSPC:
    case EDQUOT:
      return Error::Kind::no_space;
    case EWOULDBLOCK:
      return Error::Kind::in_use;
    default:
      return Error::Kind::other;
  }
}

/// In English whatever the locale, where the C library can.
std::string words_of(int number) {
#if defined(__GLIBC__) && (__GLIBC__ > 2 || (__GLIBC__ == 2 && __GLIBC_MINOR__ >= 32))
  if (const char* words = ::strerrordesc_np(number)) return words;
#endif
  return std::generic_category().message(number);
}

}  // namespace

Descriptor open_at(int directory, const std::string& path, int flags) {
  constexpr mode_t everybody_as_umask_allows = 0666;
  return Descriptor(uninterrupted([&] {
    return ::openat(directory, path.empty() ? "." : path.c_str(), flags | O_CLOEXEC, everybody_as_umask_allows);
  }));
}

Error system_error(int number, std::string_view path) {
  return {kind_of(number), std::string(path), words_of(number)};
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = uninterrupted([&] { return ::write(descriptor, bytes.data(), bytes.size()); });
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

std::int64_t read_up_to(int descriptor, char* buffer, std::size_t size) {
  std::size_t done = 0;
  while (done < size) {
    const auto count = uninterrupted([&] { return ::read(descriptor, buffer + done, size - done); });
    if (count < 0) return -1;
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  return static_cast<std::int64_t>(done);
}

std::int64_t modified_ns(const struct ::stat& status) {
#if defined(__APPLE__)
  const struct timespec& time = status.st_mtimespec;
#else
  const struct timespec& time = status.st_mtim;
#endif
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

Entry entry_of(std::string path, const struct ::stat& status) {
  if (S_ISDIR(status.st_mode)) return {std::move(path), Entry::Type::directory, 0, 0};
  if (!S_ISREG(status.st_mode)) return {std::move(path), Entry::Type::other, 0, 0};
  return {std::move(path), Entry::Type::file, static_cast<std::uint64_t>(status.st_size), modified_ns(status)};
}

bool look_at(int directory, const char* path, struct ::stat& status) {
  if (::fstatat(directory, path, &status, AT_SYMLINK_NOFOLLOW) != 0) return false;
  if (!S_ISLNK(status.st_mode)) return true;
  struct ::stat target;
  if (::fstatat(directory, path, &target, 0) == 0 && S_ISREG(target.st_mode)) status = target;
  return true;
}

}  // namespace gaceta::filesystem
