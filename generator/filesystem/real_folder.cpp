// Every path is given to the system relative to one handle, so nothing is resolved twice and the current folder is free
// to change. Before something is written, each directory on its way is known to be a directory and not a link: it was
// made here, or looked at once (KnownDirectories). The last part of a path is never followed when writing (O_NOFOLLOW,
// O_EXCL, and renameat and unlinkat by their nature).
#include "filesystem/real_folder.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

#include "filesystem/comparison.hpp"
#include "filesystem/counters.hpp"
#include "filesystem/known_directories.hpp"
#include "filesystem/path.hpp"
#include "filesystem/system.hpp"

namespace gaceta::filesystem {
namespace {

constexpr mode_t directory_mode = 0777;  // the umask decides

/// Paths are checked where they are made; this keeps a release build inside the folder even when we were wrong.
std::optional<Error> outside(std::string_view path) {
  if (is_inside(path)) return std::nullopt;
  assert(false && "a path must be relative, without '.', '..' or empty parts");
  return Error{Error::Kind::other, std::string(path), "Not a path inside the folder"};
}

/// Nothing can be at 'file/x', so that is not found as well.
Error missing_or(int number, std::string_view path) {
  return system_error(number == ENOTDIR ? ENOENT : number, path);
}

Error not_a_directory(std::string_view path, const struct ::stat& status) {
  return {Error::Kind::not_a_directory, std::string(path),
          S_ISLNK(status.st_mode) ? "Is a symbolic link, which is not followed for writing" : "Not a directory"};
}

void sort_by_path(std::vector<Entry>& entries) {
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.path < b.path; });
}

class DirectoryLock : public Lock {
 public:
  explicit DirectoryLock(Descriptor directory) : directory_(std::move(directory)) {}

 private:
  Descriptor directory_;
};

/// A directory open to be listed.
class Listing {
 public:
  explicit Listing(Descriptor directory) : stream_(::fdopendir(directory.number())) {
    if (stream_ != nullptr) directory.release();  // belongs to the stream now
  }
  ~Listing() {
    if (stream_ != nullptr) ::closedir(stream_);
  }
  Listing(const Listing&) = delete;
  Listing& operator=(const Listing&) = delete;

  int directory() const { return ::dirfd(stream_); }

  /// The next one but '.' and '..', in the order of the system; null at the end, or with errno set.
  const dirent* next() {
    if (stream_ == nullptr) return nullptr;
    errno = 0;
    const dirent* found = ::readdir(stream_);
    while (found != nullptr && (std::strcmp(found->d_name, ".") == 0 || std::strcmp(found->d_name, "..") == 0)) {
      found = ::readdir(stream_);
    }
    return found;
  }

 private:
  DIR* stream_;
};

/// Removes what is at `name` in `directory`, with all it holds; errno, or 0. The depth is that of the tree.
int remove_tree(int directory, const std::string& name, Counters& counters) {
  if (::unlinkat(directory, name.c_str(), 0) == 0) {
    count(counters.removed);
    return 0;
  }
  if (errno == ENOENT) return 0;
  if (errno != EISDIR && errno != EPERM) return errno;
  const int reason = errno;
  Descriptor inner = open_at(directory, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  if (!inner) return errno == ENOTDIR ? reason : errno;
  Listing listing(std::move(inner));
  std::vector<std::string> names;  // all of them first: removing while listing may skip some
  while (const dirent* found = listing.next()) names.emplace_back(found->d_name);
  if (errno != 0) return errno;
  for (const std::string& inside : names) {
    if (const int problem = remove_tree(listing.directory(), inside, counters)) return problem;
  }
  if (::unlinkat(directory, name.c_str(), AT_REMOVEDIR) != 0 && errno != ENOENT) return errno;
  count(counters.removed);
  return 0;
}

class RealUnnamedFile : public UnnamedFile {
 public:
  explicit RealUnnamedFile(Descriptor file) : file_(std::move(file)) {}

  Status write(std::uint64_t offset, std::string_view bytes) override {
    while (!bytes.empty()) {
      const auto count = uninterrupted(
          [&] { return ::pwrite(file_.number(), bytes.data(), bytes.size(), static_cast<off_t>(offset)); });
      if (count < 0) return system_error(errno, "");
      bytes.remove_prefix(static_cast<std::size_t>(count));
      offset += static_cast<std::uint64_t>(count);
    }
    return Done{};
  }

  Status read(std::uint64_t offset, std::size_t size, char* out) const override {
    while (size > 0) {
      const auto count = uninterrupted([&] { return ::pread(file_.number(), out, size, static_cast<off_t>(offset)); });
      if (count < 0) return system_error(errno, "");
      if (count == 0) return Error{Error::Kind::other, "", "The file ends too early"};
      out += count;
      size -= static_cast<std::size_t>(count);
      offset += static_cast<std::uint64_t>(count);
    }
    return Done{};
  }

 private:
  Descriptor file_;
};

class RealFolder : public Folder {
 public:
  RealFolder(Descriptor root, std::shared_ptr<Counters> counters)
      : root_(std::move(root)), counters_(std::move(counters)) {}

  Result<std::string> read(std::string_view path) const override;
  Result<std::vector<Entry>> tree(std::string_view under) const override;
  Result<std::vector<Entry>> children(std::string_view under) const override;
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
  Counts counts() const override { return counters_->now(); }

 private:
  enum class IfMissing { make, fail };

  Result<Descriptor> open_to_read(std::string_view path, struct ::stat& status) const;
  Status list_into(const std::string& directory, std::vector<Entry>& found, std::vector<std::string>& to_visit) const;
  Status way_to(std::string_view directory, IfMissing if_missing);
  Status fill(Descriptor file, std::string_view path, const Pieces& pieces, Entry* filled);

  Descriptor root_;
  KnownDirectories known_;
  std::shared_ptr<Counters> counters_;
};

// ---- reading

/// O_NONBLOCK, so that a pipe which somebody left among the files is an error and not an endless wait.
Result<Descriptor> RealFolder::open_to_read(std::string_view path, struct ::stat& status) const {
  if (auto error = outside(path)) return *std::move(error);
  Descriptor file = open_at(root_.number(), std::string(path), O_RDONLY | O_NONBLOCK);
  if (!file) return missing_or(errno, path);
  count(counters_->opened);
  if (::fstat(file.number(), &status) != 0) return system_error(errno, path);
  if (S_ISDIR(status.st_mode)) return system_error(EISDIR, path);
  if (!S_ISREG(status.st_mode)) return Error{Error::Kind::other, std::string(path), "Not a regular file"};
  return file;
}

Result<std::string> RealFolder::read(std::string_view path) const {
  struct ::stat status;
  Result<Descriptor> file = open_to_read(path, status);
  if (!file) return file.error();
  // One byte more than the size: a single call then shows that the end was reached. Files may grow or shrink meanwhile.
  std::string bytes(static_cast<std::size_t>(status.st_size) + 1, '\0');
  std::size_t done = 0;
  while (true) {
    const auto count =
        uninterrupted([&] { return ::read(file.value().number(), bytes.data() + done, bytes.size() - done); });
    if (count < 0) return system_error(errno, path);
    done += static_cast<std::size_t>(count);
    if (count == 0 || done == static_cast<std::size_t>(status.st_size)) break;
    if (done == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  bytes.resize(done);
  return bytes;
}

Status RealFolder::list_into(const std::string& directory, std::vector<Entry>& found,
                             std::vector<std::string>& to_visit) const {
  Descriptor handle = open_at(root_.number(), directory, O_RDONLY | O_DIRECTORY | (directory.empty() ? 0 : O_NOFOLLOW));
  if (!handle) return system_error(errno, directory);
  count(counters_->listed);
  Listing listing(std::move(handle));
  while (const dirent* listed = listing.next()) {
    Entry entry{joined(directory, listed->d_name), Entry::Type::directory, 0, 0};
    if (listed->d_type != DT_DIR) {
      struct ::stat status;
      if (!look_at(listing.directory(), listed->d_name, status)) {
        if (errno == ENOENT) continue;  // vanished since it was listed
        return system_error(errno, entry.path);
      }
      entry = entry_of(std::move(entry.path), status);
    }
    if (entry.type == Entry::Type::directory) to_visit.push_back(entry.path);
    found.push_back(std::move(entry));
  }
  if (errno != 0) return system_error(errno, directory);
  return Done{};
}

Result<std::vector<Entry>> RealFolder::tree(std::string_view under) const {
  if (!under.empty()) {
    if (auto error = outside(under)) return *std::move(error);
  }
  std::vector<Entry> found;
  std::vector<std::string> to_visit{std::string(under)};
  while (!to_visit.empty()) {
    const std::string directory = std::move(to_visit.back());
    to_visit.pop_back();
    Status listed = list_into(directory, found, to_visit);
    const bool vanished = !listed && listed.error().kind == Error::Kind::not_found && directory != under;
    if (!listed && !vanished) return listed.error();
  }
  sort_by_path(found);
  return found;
}

Result<std::vector<Entry>> RealFolder::children(std::string_view under) const {
  if (!under.empty()) {
    if (auto error = outside(under)) return *std::move(error);
  }
  std::vector<Entry> found;
  std::vector<std::string> not_visited;
  if (Status listed = list_into(std::string(under), found, not_visited); !listed) return listed.error();
  sort_by_path(found);
  return found;
}

Result<Entry> RealFolder::stat(std::string_view path) const {
  if (auto error = outside(path)) return *std::move(error);
  count(counters_->looked_at);
  std::string name(path);
  struct ::stat status;
  if (!look_at(root_.number(), name.c_str(), status)) return missing_or(errno, path);
  return entry_of(std::move(name), status);
}

bool RealFolder::holds(std::string_view path, std::string_view bytes) const {
  struct ::stat status;
  Result<Descriptor> file = open_to_read(path, status);
  if (!file || static_cast<std::uint64_t>(status.st_size) != bytes.size()) return false;
  Comparison comparison(file.value());
  comparison.expect(bytes);
  return comparison.expect_the_end();
}

bool RealFolder::holds(std::string_view path, const Pieces& pieces) const {
  struct ::stat status;
  Result<Descriptor> file = open_to_read(path, status);
  if (!file) return false;
  Comparison comparison(file.value());
  pieces([&](std::string_view piece) { comparison.expect(piece); });
  return comparison.expect_the_end();
}

// ---- writing

/// Makes sure that `directory` and all above it are directories of this folder, not links out of it.
Status RealFolder::way_to(std::string_view directory, IfMissing if_missing) {
  if (known_.has(directory)) return Done{};
  if (Status above = way_to(parent_of(directory), if_missing); !above) return above;
  const std::string path(directory);
  if (if_missing == IfMissing::make && ::mkdirat(root_.number(), path.c_str(), directory_mode) == 0) {
    count(counters_->directories);
  } else {
    if (if_missing == IfMissing::make && errno != EEXIST) return system_error(errno, directory);
    struct ::stat status;
    if (::fstatat(root_.number(), path.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
      return missing_or(errno, directory);
    }
    if (!S_ISDIR(status.st_mode)) {
      const bool nothing_below = if_missing == IfMissing::fail && !S_ISLNK(status.st_mode);
      return nothing_below ? missing_or(ENOENT, directory) : not_a_directory(directory, status);
    }
  }
  known_.add(directory);
  return Done{};
}

Status RealFolder::fill(Descriptor file, std::string_view path, const Pieces& pieces, Entry* filled) {
  int problem = 0;  // after it nothing more is written, but the writer cannot be stopped
  off_t size = 0;
  pieces([&](std::string_view piece) {
    if (problem == 0 && !write_all(file.number(), piece)) problem = errno;
    size += static_cast<off_t>(piece.size());
  });
  if (problem != 0) return system_error(problem, path);
  if (filled != nullptr) {
    struct ::stat status;
    if (::fstat(file.number(), &status) != 0) return system_error(errno, path);
    *filled = entry_of(std::string(path), status);
  } else if (::ftruncate(file.number(), size) != 0) {
    return system_error(errno, path);
  }
  if (!file.close()) return system_error(errno, path);
  count(counters_->written);
  return Done{};
}

Status RealFolder::write(std::string_view path, std::string_view bytes) {
  if (auto error = outside(path)) return *std::move(error);
  if (Status way = way_to(parent_of(path), IfMissing::make); !way) return way;
  Descriptor file = open_at(root_.number(), std::string(path), O_WRONLY | O_NOFOLLOW | O_NONBLOCK);
  if (file) return fill(std::move(file), path, in_one_piece(bytes), nullptr);
  if (errno != ENOENT) return system_error(errno, path);
  Result<Entry> created = create(path, bytes);
  if (!created) return created.error();
  return Done{};
}

Result<Entry> RealFolder::create(std::string_view path, std::string_view bytes) {
  return create(path, in_one_piece(bytes));
}

Result<Entry> RealFolder::create(std::string_view path, const Pieces& pieces) {
  if (auto error = outside(path)) return *std::move(error);
  if (Status way = way_to(parent_of(path), IfMissing::make); !way) return way.error();
  const std::string name(path);
  Descriptor file = open_at(root_.number(), name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
  if (!file) return system_error(errno, path);
  Entry entry;
  if (Status filled = fill(std::move(file), path, pieces, &entry); !filled) {
    ::unlinkat(root_.number(), name.c_str(), 0);  // half a file is worse than none
    return filled.error();
  }
  count(counters_->created);
  return entry;
}

Status RealFolder::rename(std::string_view from, std::string_view to) {
  if (auto error = outside(from)) return *std::move(error);
  if (auto error = outside(to)) return *std::move(error);
  if (Status way = way_to(parent_of(from), IfMissing::fail); !way) return way;
  if (Status way = way_to(parent_of(to), IfMissing::make); !way) return way;
  const std::string source(from), target(to);
  if (::renameat(root_.number(), source.c_str(), root_.number(), target.c_str()) != 0) {
    const int problem = errno;
    struct ::stat status;
    const bool source_is_missing =
        problem == ENOENT && ::fstatat(root_.number(), source.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0;
    return system_error(problem, source_is_missing ? from : to);
  }
  known_.forget(from);
  count(counters_->renamed);
  return Done{};
}

Status RealFolder::remove(std::string_view path) {
  if (auto error = outside(path)) return *std::move(error);
  if (Status way = way_to(parent_of(path), IfMissing::fail); !way) {
    return way.error().kind == Error::Kind::not_found ? Status(Done{}) : way;
  }
  const std::string name(path);
  if (::unlinkat(root_.number(), name.c_str(), 0) != 0) {
    if (errno == ENOENT) return Done{};
    // Linux says EISDIR for a directory, POSIX and macOS EPERM.
    const int problem = errno;
    if (problem != EISDIR && problem != EPERM) return system_error(problem, path);
    if (::unlinkat(root_.number(), name.c_str(), AT_REMOVEDIR) != 0) {
      return system_error(errno == ENOTDIR ? problem : errno, path);
    }
    known_.forget(path);
  }
  count(counters_->removed);
  return Done{};
}

Status RealFolder::remove_all(std::string_view path) {
  if (auto error = outside(path)) return *std::move(error);
  if (Status way = way_to(parent_of(path), IfMissing::fail); !way) {
    return way.error().kind == Error::Kind::not_found ? Status(Done{}) : way;
  }
  known_.forget(path);
  const int problem = remove_tree(root_.number(), std::string(path), *counters_);
  if (problem != 0) return system_error(problem, path);
  return Done{};
}

Status RealFolder::sync(std::string_view path) {
  Descriptor file = open_at(root_.number(), std::string(path), O_RDONLY | O_NOFOLLOW);
  if (!file) return missing_or(errno, path);
  // EINVAL: this file system has nothing to bring to the disk for a directory.
  if (uninterrupted([&] { return ::fsync(file.number()); }) != 0 && errno != EINVAL) return system_error(errno, path);
  return Done{};
}

Result<std::unique_ptr<Folder>> RealFolder::open(std::string_view path) {
  if (auto error = outside(path)) return *std::move(error);
  if (Status way = way_to(path, IfMissing::make); !way) return way.error();
  Descriptor directory = open_at(root_.number(), std::string(path), directory_handle | O_NOFOLLOW);
  if (!directory) return system_error(errno, path);
  return std::unique_ptr<Folder>(std::make_unique<RealFolder>(std::move(directory), counters_));
}

/// flock on the directory itself: nothing is left behind, and a process that dies lets go. Where a file system knows no
/// locks (some network mounts), two builds are not kept apart, which is better than no build.
Result<std::unique_ptr<Lock>> RealFolder::lock() {
  Descriptor directory = open_at(root_.number(), "", O_RDONLY | O_DIRECTORY);
  if (!directory) return system_error(errno, "");
  if (uninterrupted([&] { return ::flock(directory.number(), LOCK_EX | LOCK_NB); }) != 0) {
    if (errno == EWOULDBLOCK) return system_error(errno, "");
  }
  return std::unique_ptr<Lock>(std::make_unique<DirectoryLock>(std::move(directory)));
}

/// O_TMPFILE where the system and the disk know it; else a file whose name is taken away at once.
Result<std::unique_ptr<UnnamedFile>> RealFolder::unnamed_file() {
  Descriptor file;
#if defined(O_TMPFILE)
  file = open_at(root_.number(), ".", O_TMPFILE | O_RDWR);
#endif
  if (!file) {
    const std::string name = "scratch-" + std::to_string(::getpid());
    file = open_at(root_.number(), name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW);
    if (!file) return system_error(errno, name);
    ::unlinkat(root_.number(), name.c_str(), 0);
  }
  return std::unique_ptr<UnnamedFile>(std::make_unique<RealUnnamedFile>(std::move(file)));
}

}  // namespace

Result<std::unique_ptr<Folder>> open_folder(std::string_view path, Missing missing) {
  const std::string name(path);
  Descriptor directory = open_at(AT_FDCWD, name, directory_handle);
  if (!directory && errno == ENOENT && missing == Missing::make_it) {
    std::error_code problem;
    std::filesystem::create_directories(name, problem);
    if (problem) return system_error(problem.value(), path);
    directory = open_at(AT_FDCWD, name, directory_handle);
  }
  if (!directory) return system_error(errno, path);
  return std::unique_ptr<Folder>(std::make_unique<RealFolder>(std::move(directory), std::make_shared<Counters>()));
}

Result<std::string> resolved_path(std::string_view path) {
  std::error_code problem;
  const std::filesystem::path typed = path.empty() ? "." : std::filesystem::path(path);
  std::string resolved = std::filesystem::weakly_canonical(std::filesystem::absolute(typed, problem), problem).string();
  if (problem) return system_error(problem.value(), path);
  while (resolved.size() > 1 && resolved.back() == '/') resolved.pop_back();
  return resolved;
}

}  // namespace gaceta::filesystem
