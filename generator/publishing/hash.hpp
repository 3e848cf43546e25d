// The hash by which published files are told apart: XXH3, 128 bits. Not cryptographic: it guards against mistakes.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gaceta::publishing {

struct Hash {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  friend auto operator<=>(const Hash&, const Hash&) = default;
};

Hash hash_of(std::string_view bytes);

/// The same hash of bytes that come in pieces.
class Hasher {
 public:
  Hasher();
  ~Hasher();

  /// Forgets what came.
  void begin();
  void add(std::string_view piece);

  /// Of all that came since begin().
  [[nodiscard]] Hash hash() const;
  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  struct State;
  std::unique_ptr<State> state_;
  std::uint64_t size_ = 0;
};

/// 32 lower-case hexadecimal digits, in the order that xxhsum prints (XXH128 canonical form).
void append_hex(std::string& out, const Hash& hash);
std::optional<Hash> hash_from_hex(std::string_view digits);

}  // namespace gaceta::publishing
