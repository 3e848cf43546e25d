#include "text/unicode.hpp"

#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cassert>

#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace gaceta::text {
namespace {

constexpr unsigned char kPunctuation = 0xE2;  // first byte of U+2000 to U+2FFF

bool is_ascii(std::string_view bytes) {
  return find_byte(bytes, 0, [](auto c) { return c >= 0x80; }) == bytes.size();
}

/// A sufficient condition for NFC that most European texts meet: nothing but characters below U+0300 and the ordinary
/// punctuation of U+2010 to U+203A (all have NFC_Quick_Check=Yes and no combining class) and the euro sign.
bool is_plainly_nfc(std::string_view bytes) {
  constexpr auto is_beyond = [](auto c) { return (c >= 0xCC) & (c != kPunctuation); };
  if (find_byte(bytes, 0, is_beyond) != bytes.size()) return false;
  constexpr auto begins_punctuation = [](auto c) { return c == kPunctuation; };
  for (std::size_t at = find_byte(bytes, 0, begins_punctuation); at < bytes.size();
       at = find_byte(bytes, at + 1, begins_punctuation)) {
    const std::string_view sign = bytes.substr(at, 3);
    const bool is_plain = sign >= "\xE2\x80\x90" && sign <= "\xE2\x80\xBA";
    if (!is_plain && sign != "\xE2\x82\xAC") return false;
  }
  return true;
}

using MakeNormalizer = const icu::Normalizer2* (*)(UErrorCode&);

const icu::Normalizer2& made(MakeNormalizer make) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = make(status);
  assert(U_SUCCESS(status));
  return *normalizer;
}

// ICU makes each of these once for all threads. Asking once shows that to tools that watch threads, which cannot look
// into ICU.

const icu::Normalizer2& normalizer_c() {
  static const icu::Normalizer2& normalizer = made(icu::Normalizer2::getNFCInstance);
  return normalizer;
}

const icu::Normalizer2& normalizer_kd() {
  static const icu::Normalizer2& normalizer = made(icu::Normalizer2::getNFKDInstance);
  return normalizer;
}

icu::StringPiece piece(std::string_view bytes) {
  return {bytes.data(), static_cast<int32_t>(bytes.size())};
}

/// Letters that have no decomposition but a usual ASCII spelling.
std::string_view spelled_in_ascii(char32_t letter) {
  switch (letter) {
    case U'ß':
      return "ss";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'ø':
      return "o";
    case U'đ':
      return "d";
    case U'ð':
      return "d";
    case U'ł':
      return "l";
    case U'þ':
      return "th";
    default:
      return {};
  }
}

}  // namespace

bool is_nfc(std::string_view bytes) {
  if (is_plainly_nfc(bytes)) return true;
  UErrorCode status = U_ZERO_ERROR;
  return normalizer_c().isNormalizedUTF8(piece(bytes), status) && U_SUCCESS(status);
}

std::string to_nfc(std::string_view bytes) {
  if (is_nfc(bytes)) return std::string(bytes);
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  UErrorCode status = U_ZERO_ERROR;
  normalizer_c().normalizeUTF8(0, piece(bytes), sink, nullptr, status);
  assert(U_SUCCESS(status));
  return result;
}

std::string fold_case(std::string_view bytes) {
  if (is_ascii(bytes)) {
    std::string folded(bytes);
    for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return folded;
  }
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0, piece(to_nfc(bytes)), sink, nullptr, status);
  assert(U_SUCCESS(status));
  return to_nfc(result);
}

std::string fold_diacritics(std::string_view bytes) {
  if (is_ascii(bytes)) return fold_case(bytes);
  std::string decomposed;
  icu::StringByteSink<std::string> sink(&decomposed);
  UErrorCode status = U_ZERO_ERROR;
  normalizer_kd().normalizeUTF8(0, piece(fold_case(bytes)), sink, nullptr, status);
  assert(U_SUCCESS(status));
  std::string result;
  for (std::size_t offset = 0; offset < decomposed.size();) {
    const char32_t letter = next_code_point(decomposed, offset);
    if (u_charType(static_cast<UChar32>(letter)) == U_NON_SPACING_MARK) continue;
    if (const std::string_view spelled = spelled_in_ascii(letter); !spelled.empty()) {
      result += spelled;
    } else {
      append_code_point(result, letter);
    }
  }
  return result;
}

std::string slugify(std::string_view bytes) {
  std::string slug;
  bool gap = false;
  for (const char letter : fold_diacritics(bytes)) {
    if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
      if (gap && !slug.empty()) slug.push_back('-');
      gap = false;
      slug.push_back(letter);
    } else {
      gap = true;
    }
  }
  return slug;
}

bool is_slug(std::string_view bytes) {
  return !bytes.empty() && slugify(bytes) == bytes;
}

}  // namespace gaceta::text
