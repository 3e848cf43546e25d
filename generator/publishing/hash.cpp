#include "publishing/hash.hpp"

#include <xxhash.h>

#include <charconv>

namespace gaceta::publishing {
namespace {

void append_hex(std::string& out, std::uint64_t half) {
  for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789abcdef"[(half >> shift) & 15];
}

bool is_hex_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

}  // namespace

Hash hash_of(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.high64, hash.low64};
}

void append_hex(std::string& out, const Hash& hash) {
  append_hex(out, hash.high);
  append_hex(out, hash.low);
}

// The library's state has to be aligned, which its own functions see to.
struct Hasher::State {
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Free> of_xxhash{XXH3_createState()};
};

Hasher::Hasher() : state_(std::make_unique<State>()) {
  begin();
}

Hasher::~Hasher() = default;

void Hasher::begin() {
  XXH3_128bits_reset(state_->of_xxhash.get());
  size_ = 0;
}

void Hasher::add(std::string_view piece) {
  XXH3_128bits_update(state_->of_xxhash.get(), piece.data(), piece.size());
  size_ += piece.size();
}

Hash Hasher::hash() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(state_->of_xxhash.get());
  return {hash.high64, hash.low64};
}

std::optional<Hash> hash_from_hex(std::string_view digits) {
  if (digits.size() != 32) return std::nullopt;
  for (char digit : digits) {
    if (!is_hex_digit(digit)) return std::nullopt;
  }
  Hash hash;
  std::from_chars(digits.data(), digits.data() + 16, hash.high, 16);
  std::from_chars(digits.data() + 16, digits.data() + 32, hash.low, 16);
  return hash;
}

}  // namespace gaceta::publishing
