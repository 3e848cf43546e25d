#include "templating/value.hpp"

#include <algorithm>

namespace gaceta::templating {
namespace {

constexpr std::size_t kBlockSize = 16 * 1024;  // bytes

}  // namespace

std::string_view Scratch::keep(std::string_view bytes) {
  if (bytes.empty()) return {};
  char* copy = static_cast<char*>(allocate(bytes.size(), 1));
  std::memcpy(copy, bytes.data(), bytes.size());
  return {copy, bytes.size()};
}

void* Scratch::allocate(std::size_t size, std::size_t alignment) {
  for (; block_ < blocks_.size(); ++block_, used_ = 0) {
    const std::size_t start = (used_ + alignment - 1) / alignment * alignment;
    if (start + size > blocks_[block_].size) continue;
    used_ = start + size;
    return blocks_[block_].bytes.get() + start;
  }
  const std::size_t block_size = std::max(kBlockSize, size);
  blocks_.push_back(Block{std::make_unique<std::byte[]>(block_size), block_size});
  block_ = blocks_.size() - 1;
  used_ = size;
  return blocks_[block_].bytes.get();
}

bool Value::is_true() const {
  switch (kind_) {
    case Kind::unknown:
    case Kind::nothing:
      return false;
    case Kind::text:
    case Kind::html:
    case Kind::url:
    case Kind::json:
    case Kind::list:
      return parts_.size > 0;
    case Kind::integer:
    case Kind::boolean:
      return number_ != 0;
    case Kind::value:
    case Kind::object:
      return true;
  }
  return false;
}

}  // namespace gaceta::templating
