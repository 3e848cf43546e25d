#include "filesystem/scratch.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace gaceta::filesystem {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;  // written in one piece

}  // namespace

Scratch::Scratch(std::size_t workers, MakeFile make_file, std::size_t in_memory)
    : make_file_(std::move(make_file)), in_memory_(in_memory), open_(std::max<std::size_t>(workers, 1)) {}

Scratch::~Scratch() = default;

Scratch::Slot Scratch::put(std::size_t worker, std::string_view bytes) {
  Open& open = open_[worker];
  if (open.room < bytes.size()) {
    close(open);
    begin(open, bytes.size());
  }
  const Slot slot{open.chunk.offset + open.chunk.bytes.size(), static_cast<std::uint32_t>(bytes.size())};
  open.chunk.bytes += bytes;
  open.room -= bytes.size();
  return slot;
}

void Scratch::begin(Open& open, std::size_t bytes) {
  open.room = std::max(bytes, kChunk);
  open.chunk.bytes.reserve(open.room);
  const std::scoped_lock guard(mutex_);
  open.chunk.offset = std::exchange(end_, end_ + open.room);
}

/// What has been filled goes to the disk, unless it may stay or the disk does not take it.
void Scratch::close(Open& open) {
  open.room = 0;
  Chunk& chunk = open.chunk;
  if (chunk.bytes.empty()) return;
  UnnamedFile* file = nullptr;
  {
    const std::scoped_lock guard(mutex_);
    if (kept_bytes_ + chunk.bytes.size() > in_memory_) file = this->file();
  }
  if (file != nullptr && file->write(chunk.offset, chunk.bytes).ok()) {
    chunk.bytes.clear();
    return;
  }
  const std::scoped_lock guard(mutex_);
  kept_bytes_ += chunk.bytes.size();
  kept_.push_back(std::exchange(chunk, {}));
}

UnnamedFile* Scratch::file() {
  if (const MakeFile make = std::exchange(make_file_, {})) {
    if (auto made = make(); made.ok()) file_ = std::move(made).value();
  }
  return file_.get();
}

void Scratch::seal() {
  for (Open& open : open_) {
    if (!open.chunk.bytes.empty()) kept_.push_back(std::exchange(open.chunk, {}));
    open = {};
  }
  for (Chunk& chunk : kept_) chunk.bytes.shrink_to_fit();
  std::sort(kept_.begin(), kept_.end(), [](const Chunk& a, const Chunk& b) { return a.offset < b.offset; });
}

bool Scratch::get(Slot slot, std::string& out) const {
  auto after = std::upper_bound(kept_.begin(), kept_.end(), slot.offset,
                                [](std::uint64_t offset, const Chunk& chunk) { return offset < chunk.offset; });
  if (after != kept_.begin()) {
    const Chunk& chunk = *--after;
    const std::uint64_t at = slot.offset - chunk.offset;
    if (at + slot.size <= chunk.bytes.size()) {
      out.assign(chunk.bytes, static_cast<std::size_t>(at), slot.size);
      return true;
    }
  }
  out.resize(slot.size);
  if (slot.size == 0 || (file_ != nullptr && file_->read(slot.offset, slot.size, out.data()).ok())) return true;
  has_lost_ = true;
  return false;
}

std::size_t Scratch::bytes_in_memory() const {
  std::size_t bytes = 0;
  for (const Open& open : open_) bytes += open.chunk.bytes.capacity();
  for (const Chunk& chunk : kept_) bytes += chunk.bytes.capacity();
  return bytes;
}

}  // namespace gaceta::filesystem
