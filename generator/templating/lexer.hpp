// A template's text cut into tokens: literal text, and what stands between {{ }} and {% %}. Comments, raw sections and
// trimmed white space are gone afterwards. Mistakes are reported and stepped over. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gaceta::templating {

/// Bytes of a source.
struct Span {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
};

struct Token {
  enum class Type { text, print_begin, tag_begin, end, name, string, integer, symbol, bad, end_of_file };
  Type type = Type::end_of_file;
  Span span;
  std::string_view text;  ///< its bytes in the source; of text, what is left after trimming
};

class Mistakes;

/// The tokens of `source`, ended by end_of_file. Every print_begin and tag_begin is closed by an end or a bad token.
std::vector<Token> tokens_of(std::string_view source, Mistakes& mistakes);

/// What a string token says, without its quotation marks and escapes.
std::string string_value(std::string_view token);

}  // namespace gaceta::templating
