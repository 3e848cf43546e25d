// What Unicode says of text, language by no language: normal form, case folding for comparison, slugs. ICU inside.
// All functions take valid UTF-8, are pure, and may be called from any thread.
#pragma once

#include <string>
#include <string_view>

namespace gaceta::text {

/// Whether `bytes` is in normal form C (UAX #15).
bool is_nfc(std::string_view bytes);

/// `bytes` in normal form C.
std::string to_nfc(std::string_view bytes);

/// `bytes` folded so that two names which a case-insensitive or normalising file system holds equal compare equal.
std::string fold_case(std::string_view bytes);

/// `bytes` without diacritics, lower case: for "did you mean" and for searching.
std::string fold_diacritics(std::string_view bytes);

/// An address part: lower-case ASCII letters and digits, words joined by '-'; 'Año de la Unión' gives
/// 'ano-de-la-union'. Empty when nothing in `bytes` can be written that way.
std::string slugify(std::string_view bytes);

/// Whether `bytes` could have come from slugify.
bool is_slug(std::string_view bytes);

}  // namespace gaceta::text
