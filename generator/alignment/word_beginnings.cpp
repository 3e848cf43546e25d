#include "alignment/word_beginnings.hpp"

#include <cstring>
#include <optional>

#include "alignment/hash.hpp"
#include "text/scan.hpp"

namespace gaceta::alignment {
namespace {

/// Letters of Latin-1 Supplement (behind their first byte) without their accents.
char without_accent(unsigned char byte) {
  constexpr std::string_view kBase = "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy";
  return kBase[byte & 0x3F];
}

/// Of each byte: 0 if it is part of no word; else the byte, ASCII letters in lower case.
constexpr std::array<char, 256> kFolded = [] {
  std::array<char, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    const bool is_in_word = is_upper || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c >= 0x80;
    if (is_in_word) table[c] = static_cast<char>(is_upper ? c + 32 : c);
  }
  return table;
}();

constexpr std::size_t kLetters = 4;

void add_beginning(WordBeginnings& beginnings, const std::array<char, kLetters>& letters) {
  const std::uint32_t value = hash({letters.data(), kLetters});
  beginnings.add(value ^ (value >> 15));
}

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// The end of the word that goes on at `at`.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at + 8 <= text.size()) {
    const std::size_t count = text::count_in_word(text.data() + at);
    at += count;
    if (count < 8) return at;
  }
  while (at < text.size() && kFolded[byte_at(text, at)] != 0) ++at;
  return at;
}

/// Four letters in lower case, if `word` begins with as many and without accents.
std::optional<std::array<char, kLetters>> plain_beginning(std::string_view word) {
  std::uint32_t letters = 0;
  static_assert(sizeof letters == kLetters);
  if (word.size() < kLetters) return std::nullopt;
  std::memcpy(&letters, word.data(), kLetters);
  if ((letters & 0x80808080) != 0) return std::nullopt;
  letters |= 0x20202020;  // digits have this bit already
  std::array<char, kLetters> beginning;
  std::memcpy(beginning.data(), &letters, kLetters);
  return beginning;
}

/// A short word or one with accents. Of short words only numbers say something.
void add_other_word(WordBeginnings& beginnings, std::string_view word) {
  std::array<char, kLetters> beginning{};
  std::size_t letters = 0, digits = 0;
  for (std::size_t at = 0; at < word.size() && letters < kLetters; ++at) {
    const unsigned char byte = byte_at(word, at);
    if (byte == 0xC3) {
      ++at;
      beginning[letters++] = at < word.size() ? without_accent(byte_at(word, at)) : '\0';
      continue;
    }
    beginning[letters++] = kFolded[byte];
    digits += byte >= '0' && byte <= '9';
  }
  if (letters >= kLetters || (digits == letters && digits >= 2)) add_beginning(beginnings, beginning);
}

}  // namespace

std::uint32_t WordBeginnings::add_words(std::string_view text) {
  std::uint32_t words = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (kFolded[byte_at(text, at)] == 0) {
      ++at;
      continue;
    }
    const std::size_t end = end_of_word(text, at);
    const std::string_view word(text.data() + at, end - at);
    if (const auto beginning = plain_beginning(word)) {
      add_beginning(*this, *beginning);
    } else if (word.size() >= kLetters || byte_at(word, 0) <= '9' || byte_at(word, 0) >= 0x80) {
      add_other_word(*this, word);
    }
    ++words;
    at = end;
  }
  return words;
}

namespace {

/// The bits that are set in all words together. Counted in the bytes of one sum, which suits vector instructions: not
/// every processor that Gaceta is built for has one for this.
template <typename WordAt>
std::size_t count_bits(const WordAt& word_at) {
  constexpr std::uint64_t kOdd = 0x5555555555555555, kPairs = 0x3333333333333333, kHalves = 0x0F0F0F0F0F0F0F0F;
  constexpr std::size_t kWords = WordBeginnings::kBits / 64, kGroup = 16;  // so that no byte exceeds 16 times 8
  static_assert(kWords % kGroup == 0);
  std::uint64_t sum = 0;
  for (std::size_t group = 0; group < kWords; group += kGroup) {
    std::uint64_t bytes = 0;
    for (std::size_t i = group; i < group + kGroup; ++i) {
      std::uint64_t word = word_at(i);
      word -= (word >> 1) & kOdd;
      word = (word & kPairs) + ((word >> 2) & kPairs);
      bytes += (word + (word >> 4)) & kHalves;
    }
    sum += (bytes & 0x00FF00FF00FF00FF) + ((bytes >> 8) & 0x00FF00FF00FF00FF);
  }
  return static_cast<std::size_t>((sum * 0x0001000100010001) >> 48);
}

}  // namespace

void WordBeginnings::add(const WordBeginnings& other) {
  if (other.count <= kListed) {
    for (std::uint32_t i = 0; i < other.count; ++i) add(other.listed[i]);
    return;
  }
  for (std::size_t i = 0; i < bits.size(); ++i) bits[i] |= other.bits[i];
  count = static_cast<std::uint32_t>(count_bits([this](std::size_t i) { return bits[i]; }));
}

std::size_t WordBeginnings::shared_with(const WordBeginnings& other) const {
  const bool is_smaller = count <= other.count;
  const WordBeginnings& smaller = is_smaller ? *this : other;
  const WordBeginnings& larger = is_smaller ? other : *this;
  if (smaller.count > kListed) return count_bits([&](std::size_t i) { return bits[i] & other.bits[i]; });
  std::size_t shared = 0;
  for (std::uint32_t i = 0; i < smaller.count; ++i) shared += larger.has(smaller.listed[i]);
  return shared;
}

}  // namespace gaceta::alignment
