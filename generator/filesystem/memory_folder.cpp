// The disk is one ordered map from path to node; what lies below a directory is the range behind "directory/". One
// mutex guards it all, which also makes every operation atomic except those that a Fault cuts short.
#include "filesystem/memory_folder.hpp"

#include <cassert>
#include <map>
#include <mutex>
#include <set>
#include <utility>

#include "filesystem/counters.hpp"
#include "filesystem/path.hpp"

namespace gaceta::filesystem {
namespace {

using Type = Entry::Type;

struct Node {
  Type type = Type::directory;
  std::string bytes;
  std::int64_t modified_ns = 0;
  std::weak_ptr<int> lock;  ///< held by somebody unless expired
};

class HeldLock : public Lock {
 public:
  explicit HeldLock(std::shared_ptr<int> token) : token_(std::move(token)) {}

 private:
  std::shared_ptr<int> token_;
};

Error failure(Error::Kind kind, std::string_view path) {
  using Kind = Error::Kind;
  const char* words = "Input/output error";
  if (kind == Kind::not_found) words = "No such file or directory";
  if (kind == Kind::not_a_directory) words = "Not a directory";
  if (kind == Kind::already_exists) words = "File exists";
  if (kind == Kind::permission_denied) words = "Permission denied";
  if (kind == Kind::no_space) words = "No space left on device";
  if (kind == Kind::in_use) words = "Resource temporarily unavailable";
  return {kind, std::string(path), words};
}

Error is_a_directory(std::string_view path) {
  return {Error::Kind::other, std::string(path), "Is a directory"};
}

/// Files of tests are small. Outside of the mutex, because the writer may look at the folder.
std::string whole(const Pieces& pieces) {
  std::string bytes;
  pieces([&](std::string_view piece) { bytes += piece; });
  return bytes;
}

}  // namespace

struct MemoryFolder::Disk {
  using Nodes = std::map<std::string, Node, std::less<>>;

  mutable std::mutex mutex;
  Nodes nodes;
  Node root;
  std::int64_t clock_ns = 1'600'000'000'000'000'000;
  FaultHook hook;
  std::size_t changes_until_fault = 0;  ///< 0: none planned
  Error::Kind planned_kind = Error::Kind::other;
  std::set<std::string, std::less<>> vanishing;

  std::int64_t next_tick() { return clock_ns += 1'000'000; }

  Node* find(std::string_view path) {
    if (path.empty()) return &root;
    auto found = nodes.find(path);
    return found == nodes.end() ? nullptr : &found->second;
  }

  std::pair<Nodes::iterator, Nodes::iterator> below(std::string_view path) {
    if (path.empty()) return {nodes.begin(), nodes.end()};
    return {nodes.lower_bound(std::string(path) + '/'), nodes.lower_bound(std::string(path) + '0')};
  }

  /// The fault that is due for this operation, if any. `path` is the full one.
  std::optional<Fault> fault(Operation operation, const std::string& path) {
    if (changes_something(operation) && changes_until_fault > 0 && --changes_until_fault == 0) {
      return Fault{failure(planned_kind, path), std::nullopt};
    }
    return hook ? hook(operation, path) : std::nullopt;
  }

  Status way_to(std::string_view directory, bool make, Counters& counters) {
    Node* node = find(directory);
    if (node != nullptr) {
      if (node->type != Type::directory) return failure(Error::Kind::not_a_directory, directory);
      return Done{};
    }
    if (Status above = way_to(parent_of(directory), make, counters); !above) return above;
    if (!make) return failure(Error::Kind::not_found, directory);
    nodes.emplace(std::string(directory), Node{});
    count(counters.directories);
    return Done{};
  }

  Entry entry_of(const Node& node, std::string path) const {
    const bool is_file = node.type == Type::file;
    return {std::move(path), node.type, is_file ? node.bytes.size() : 0, is_file ? node.modified_ns : 0};
  }

  /// The file at `path`, or why it cannot be read.
  Result<const Node*> file_at(const std::string& path, Counters& counters) {
    if (vanishing.erase(path) > 0) nodes.erase(path);
    const Node* node = find(path);
    if (node == nullptr) return failure(Error::Kind::not_found, path);
    count(counters.opened);
    if (node->type == Type::directory) return is_a_directory(path);
    if (node->type == Type::other) return Error{Error::Kind::other, path, "Not a regular file"};
    return node;
  }

  void move(const std::string& from, const std::string& to) {
    Nodes moved;
    moved[to] = std::move(nodes.find(from)->second);
    auto [first, last] = below(from);
    for (auto it = first; it != last; ++it) moved[to + it->first.substr(from.size())] = std::move(it->second);
    nodes.erase(first, last);
    nodes.erase(from);
    nodes.erase(to);
    nodes.merge(moved);
  }
};

MemoryFolder::MemoryFolder() : disk_(std::make_shared<Disk>()), counters_(std::make_shared<Counters>()) {}
MemoryFolder::MemoryFolder(std::shared_ptr<Disk> disk, std::shared_ptr<Counters> counters, std::string base)
    : disk_(std::move(disk)), counters_(std::move(counters)), base_(std::move(base)) {}
MemoryFolder::~MemoryFolder() = default;

// ---- what tests arrange

void MemoryFolder::on_operation(FaultHook hook) {
  std::scoped_lock lock(disk_->mutex);
  disk_->hook = std::move(hook);
}

void MemoryFolder::fail_change(std::size_t n, Error::Kind kind) {
  std::scoped_lock lock(disk_->mutex);
  disk_->changes_until_fault = n;
  disk_->planned_kind = kind;
}

void MemoryFolder::vanish_when_read(std::string path) {
  std::scoped_lock lock(disk_->mutex);
  disk_->vanishing.insert(joined(base_, path));
}

void MemoryFolder::put_other(std::string_view path) {
  std::scoped_lock lock(disk_->mutex);
  const std::string full = joined(base_, path);
  [[maybe_unused]] const Status way = disk_->way_to(parent_of(full), true, *counters_);
  assert(way.ok());
  disk_->nodes[full] = Node{Type::other, {}, 0, {}};
}

void MemoryFolder::set_modified(std::string_view path, std::int64_t modified_ns) {
  std::scoped_lock lock(disk_->mutex);
  Node* node = disk_->find(joined(base_, path));
  assert(node != nullptr);
  node->modified_ns = modified_ns;
}

std::unique_ptr<MemoryFolder> MemoryFolder::again() const {
  return std::unique_ptr<MemoryFolder>(new MemoryFolder(disk_, std::make_shared<Counters>(), base_));
}

// ---- the interface; every operation first asks whether it must fail

Result<std::string> MemoryFolder::read(std::string_view path) const {
  assert(is_inside(path));
  std::scoped_lock lock(disk_->mutex);
  const std::string full = joined(base_, path);
  if (auto fault = disk_->fault(Operation::read, full)) return fault->error;
  Result<const Node*> file = disk_->file_at(full, *counters_);
  if (!file) return file.error();
  return file.value()->bytes;
}

Result<std::vector<Entry>> MemoryFolder::listing(std::string_view under, Depth depth) const {
  assert(under.empty() || is_inside(under));
  std::scoped_lock lock(disk_->mutex);
  const std::string full = joined(base_, under);
  if (auto fault = disk_->fault(Operation::tree, full)) return fault->error;
  const Node* node = disk_->find(full);
  if (node == nullptr) return failure(Error::Kind::not_found, under);
  if (node->type != Type::directory) return failure(Error::Kind::not_a_directory, under);
  count(counters_->listed);
  std::vector<Entry> found;
  auto [first, last] = disk_->below(full);
  for (auto it = first; it != last; ++it) {
    if (depth == Depth::one_level && parent_of(it->first) != full) continue;
    if (depth == Depth::all && it->second.type == Type::directory) count(counters_->listed);
    found.push_back(disk_->entry_of(it->second, it->first.substr(base_.empty() ? 0 : base_.size() + 1)));
  }
  return found;
}

Result<std::vector<Entry>> MemoryFolder::tree(std::string_view under) const {
  return listing(under, Depth::all);
}

Result<std::vector<Entry>> MemoryFolder::children(std::string_view under) const {
  return listing(under, Depth::one_level);
}

Result<Entry> MemoryFolder::stat(std::string_view path) const {
  assert(is_inside(path));
  std::scoped_lock lock(disk_->mutex);
  const std::string full = joined(base_, path);
  count(counters_->looked_at);
  if (auto fault = disk_->fault(Operation::stat, full)) return fault->error;
  const Node* node = disk_->find(full);
  if (node == nullptr) return failure(Error::Kind::not_found, path);
  return disk_->entry_of(*node, std::string(path));
}

bool MemoryFolder::holds(std::string_view path, std::string_view bytes) const {
  assert(is_inside(path));
  std::scoped_lock lock(disk_->mutex);
  const std::string full = joined(base_, path);
  if (disk_->fault(Operation::holds, full)) return false;
  Result<const Node*> file = disk_->file_at(full, *counters_);
  return file.ok() && file.value()->bytes == bytes;
}

bool MemoryFolder::holds(std::string_view path, const Pieces& pieces) const {
  return holds(path, whole(pieces));
}

/// Caller holds the mutex.
Status MemoryFolder::create_or_replace(Operation operation, std::string_view path, std::string_view bytes) {
  assert(is_inside(path));
  const std::string full = joined(base_, path);
  const std::optional<Fault> fault = disk_->fault(operation, full);
  if (fault && !fault->kept_bytes) return fault->error;
  if (disk_->find(base_) == nullptr) return failure(Error::Kind::not_found, path);
  if (Status way = disk_->way_to(parent_of(full), true, *counters_); !way) return way;
  Node* node = disk_->find(full);
  if (node != nullptr) {
    if (operation == Operation::create) return failure(Error::Kind::already_exists, path);
    if (node->type == Type::directory) return is_a_directory(path);
    if (node->type == Type::other) return Error{Error::Kind::other, std::string(path), "Not a regular file"};
  } else {
    node = &disk_->nodes[full];
    node->type = Type::file;
    count(counters_->created);
  }
  node->bytes = bytes.substr(0, fault ? *fault->kept_bytes : bytes.size());
  node->modified_ns = disk_->next_tick();
  count(counters_->written);
  if (fault) return fault->error;
  return Done{};
}

Status MemoryFolder::write(std::string_view path, std::string_view bytes) {
  std::scoped_lock lock(disk_->mutex);
  return create_or_replace(Operation::write, path, bytes);
}

Result<Entry> MemoryFolder::create(std::string_view path, std::string_view bytes) {
  std::scoped_lock lock(disk_->mutex);
  if (Status created = create_or_replace(Operation::create, path, bytes); !created) return created.error();
  return disk_->entry_of(*disk_->find(joined(base_, path)), std::string(path));
}

Result<Entry> MemoryFolder::create(std::string_view path, const Pieces& pieces) {
  return create(path, whole(pieces));
}

Status MemoryFolder::rename(std::string_view from, std::string_view to) {
  assert(is_inside(from) && is_inside(to));
  std::scoped_lock lock(disk_->mutex);
  const std::string source = joined(base_, from), target = joined(base_, to);
  if (auto fault = disk_->fault(Operation::rename, target)) return fault->error;
  const Node* moved = disk_->find(source);
  if (moved == nullptr) return failure(Error::Kind::not_found, from);  // 'file/x' as well
  if (is_below(target, source)) return Error{Error::Kind::other, std::string(to), "Invalid argument"};
  if (Status way = disk_->way_to(parent_of(target), true, *counters_); !way) return way;
  if (const Node* there = disk_->find(target); there != nullptr && source != target) {
    const bool onto_directory = there->type == Type::directory;
    if (onto_directory && moved->type != Type::directory) return is_a_directory(to);
    if (!onto_directory && moved->type == Type::directory) return failure(Error::Kind::not_a_directory, to);
    auto [first, last] = disk_->below(target);
    if (first != last) return failure(Error::Kind::already_exists, to);
  }
  if (source != target) disk_->move(source, target);
  count(counters_->renamed);
  return Done{};
}

Status MemoryFolder::remove(std::string_view path) {
  assert(is_inside(path));
  std::scoped_lock lock(disk_->mutex);
  const std::string full = joined(base_, path);
  if (auto fault = disk_->fault(Operation::remove, full)) return fault->error;
  if (disk_->find(full) == nullptr) return Done{};
  auto [first, last] = disk_->below(full);
  if (first != last) return failure(Error::Kind::already_exists, path);
  disk_->nodes.erase(full);
  count(counters_->removed);
  return Done{};
}

/// One operation for the fault hook per thing removed, files in the order of their paths and then the directories, so
/// that a removal that is cut short leaves a part.
Status MemoryFolder::remove_all(std::string_view path) {
  assert(is_inside(path));
  std::scoped_lock lock(disk_->mutex);
  const std::string full = joined(base_, path);
  if (disk_->find(full) == nullptr) return Done{};
  std::vector<std::string> files, directories;
  auto [first, last] = disk_->below(full);
  for (auto it = first; it != last; ++it) {
    (it->second.type == Type::directory ? directories : files).push_back(it->first);
  }
  files.insert(files.end(), directories.rbegin(), directories.rend());
  files.push_back(full);
  for (const std::string& victim : files) {
    if (auto fault = disk_->fault(Operation::remove, victim)) return fault->error;
    disk_->nodes.erase(victim);
    count(counters_->removed);
  }
  return Done{};
}

Status MemoryFolder::sync(std::string_view path) {
  assert(path.empty() || is_inside(path));
  std::scoped_lock lock(disk_->mutex);
  const std::string full = joined(base_, path);
  if (auto fault = disk_->fault(Operation::sync, full)) return fault->error;
  if (disk_->find(full) == nullptr) return failure(Error::Kind::not_found, path);
  return Done{};
}

Result<std::unique_ptr<Folder>> MemoryFolder::open(std::string_view path) {
  assert(is_inside(path));
  std::scoped_lock lock(disk_->mutex);
  const std::string full = joined(base_, path);
  if (auto fault = disk_->fault(Operation::open, full)) return fault->error;
  if (Status way = disk_->way_to(full, true, *counters_); !way) return way.error();
  return std::unique_ptr<Folder>(new MemoryFolder(disk_, counters_, full));
}

/// Fails with the faults of its folder, as operations on a file without a path.
class MemoryFolder::Unnamed : public UnnamedFile {
 public:
  explicit Unnamed(std::shared_ptr<Disk> disk) : disk_(std::move(disk)) {}

  Status write(std::uint64_t offset, std::string_view bytes) override {
    const std::scoped_lock guard(disk_->mutex);
    if (auto fault = disk_->fault(Operation::write, "")) return fault->error;
    const auto start = static_cast<std::size_t>(offset);
    if (bytes_.size() < start + bytes.size()) bytes_.resize(start + bytes.size());
    bytes_.replace(start, bytes.size(), bytes);
    return Done{};
  }

  Status read(std::uint64_t offset, std::size_t size, char* out) const override {
    const std::scoped_lock guard(disk_->mutex);
    if (auto fault = disk_->fault(Operation::read, "")) return fault->error;
    if (offset + size > bytes_.size()) return failure(Error::Kind::other, "");
    bytes_.copy(out, size, static_cast<std::size_t>(offset));
    return Done{};
  }

 private:
  std::shared_ptr<Disk> disk_;
  std::string bytes_;
};

Result<std::unique_ptr<UnnamedFile>> MemoryFolder::unnamed_file() {
  const std::scoped_lock guard(disk_->mutex);
  if (auto fault = disk_->fault(Operation::create, "")) return fault->error;
  return std::unique_ptr<UnnamedFile>(std::make_unique<Unnamed>(disk_));
}

Result<std::unique_ptr<Lock>> MemoryFolder::lock() {
  std::scoped_lock guard(disk_->mutex);
  if (auto fault = disk_->fault(Operation::lock, base_)) return fault->error;
  Node* node = disk_->find(base_);
  if (node == nullptr) return failure(Error::Kind::not_found, "");
  if (!node->lock.expired()) return failure(Error::Kind::in_use, "");
  auto token = std::make_shared<int>(0);
  node->lock = token;
  return std::unique_ptr<Lock>(std::make_unique<HeldLock>(std::move(token)));
}

Counts MemoryFolder::counts() const {
  return counters_->now();
}

}  // namespace gaceta::filesystem
