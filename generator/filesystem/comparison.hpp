// A file that is read along with what it should hold, so that neither is whole in memory. For real_folder.cpp.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "filesystem/system.hpp"

namespace gaceta::filesystem {

class Comparison {
 public:
  explicit Comparison(const Descriptor& file) : file_(file) {}

  void expect(std::string_view piece) {
    while (is_equal_ && !piece.empty()) {
      const std::size_t wanted = std::min(piece.size(), buffer_.size());
      is_equal_ = next(wanted) == piece.substr(0, wanted);
      piece.remove_prefix(wanted);
    }
  }
  bool expect_the_end() { return is_equal_ && next(1).empty() && !failed_; }

 private:
  std::string_view next(std::size_t size) {
    const std::int64_t count = read_up_to(file_.number(), buffer_.data(), size);
    failed_ = count < 0;
    return {buffer_.data(), failed_ ? 0 : static_cast<std::size_t>(count)};
  }

  const Descriptor& file_;
  std::array<char, 65536> buffer_;
  bool is_equal_ = true;
  bool failed_ = false;
};

}  // namespace gaceta::filesystem
