// UTF-8 as bytes that were checked once: validation, walking by code point, counting. Knows nothing of languages.
// All functions are pure and may be called from any thread. Offsets and sizes are bytes unless a name says otherwise.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gaceta::text {

/// Offset of the first byte that is not part of well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms), if any.
std::optional<std::size_t> first_invalid_byte(std::string_view bytes);

/// The code point that starts at `offset`; `offset` moves behind it. `bytes` must be valid and `offset` in range.
char32_t next_code_point(std::string_view bytes, std::size_t& offset);

/// The code point that ends at `offset`; `offset` moves before it. `bytes` must be valid and `offset` above 0.
char32_t previous_code_point(std::string_view bytes, std::size_t& offset);

/// Appends `code_point` as UTF-8.
void append_code_point(std::string& out, char32_t code_point);

/// How many code points `bytes` holds; `bytes` must be valid.
std::size_t count_code_points(std::string_view bytes);

/// `bytes` without a leading byte-order mark (EF BB BF).
std::string_view without_byte_order_mark(std::string_view bytes);

/// `bytes` without white space (space, tab, CR, LF) at both ends.
std::string_view trimmed(std::string_view bytes);

}  // namespace gaceta::text
