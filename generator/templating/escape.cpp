#include "templating/escape.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "text/html.hpp"
#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace gaceta::templating {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

void append_unicode_escape(std::string& out, unsigned code) {
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHexDigits[(code >> shift) & 0xF];
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The character behind a reference such as "amp", "#39" or "#xE9"; nothing if it is none that we know.
std::string resolved(std::string_view reference) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kNamed{
      {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", "\xC2\xA0"}}};
  for (const auto& [name, character] : kNamed) {
    if (name == reference) return std::string(character);
  }
  if (reference.size() < 2 || reference.front() != '#') return {};
  const bool hex = lower(reference[1]) == 'x';
  const std::string_view digits = reference.substr(hex ? 2 : 1);
  std::uint32_t code = 0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
  const bool whole = parsed.ec == std::errc() && parsed.ptr == digits.data() + digits.size();
  if (!whole || code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {};
  std::string character;
  text::append_code_point(character, code);
  return character;
}

}  // namespace

void append_integer(std::string& out, std::int64_t number) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

namespace {

/// What JSON within a page cannot hold as it is, and the first byte of the line and paragraph separators.
constexpr auto may_be_special_in_json = [](auto c) {
  return (c < 0x20) | ((c & 0xFB) == '"') | ((c & 0xFD) == '<') | (c == '\'') | (c == '\\') | (c == 0xE2);
};

/// Writes the character at `at` of `text` escaped; how many bytes it has.
std::size_t append_json_special(std::string& out, std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte == 0xE2) {
    const std::string_view sign = text.substr(at, 3);
    if (sign != "\xE2\x80\xA8" && sign != "\xE2\x80\xA9") return out += text[at], 1;
    append_unicode_escape(out, sign[2] == '\xA8' ? 0x2028 : 0x2029);
    return sign.size();
  }
  if (byte == '"' || byte == '\\') {
    (out += '\\') += text[at];
  } else if (byte == '\n') {
    out += "\\n";
  } else {
    append_unicode_escape(out, byte);
  }
  return 1;
}

}  // namespace

void append_json_text(std::string& out, std::string_view text) {
  for (std::size_t start = 0;;) {
    const std::size_t found = text::find_byte(text, start, may_be_special_in_json);
    out.append(text, start, found - start);
    if (found == text.size()) return;
    start = found + append_json_special(out, text, found);
  }
}

void append_json(std::string& out, const Value& value, Context& context) {
  switch (value.kind()) {
    case Kind::integer:
      return append_integer(out, value.as_integer());
    case Kind::boolean:
      out += value.as_boolean() ? "true" : "false";
      return;
    case Kind::json:
      out += value.as_text();
      return;
    case Kind::text:
    case Kind::html:
    case Kind::url:
      out += '"';
      append_json_text(out, value.as_text());
      out += '"';
      return;
    case Kind::list:
      out += '[';
      for (std::size_t i = 0; i < value.list_size(); ++i) {
        if (i > 0) out += ',';
        append_json(out, value.element(i, context), context);
      }
      out += ']';
      return;
    default:
      out += "null";
      return;
  }
}

void append_percent_encoded(std::string& out, std::string_view text) {
  for (const char c : text) {
    const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                            c == '.' || c == '_' || c == '~';
    if (unreserved) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHexDigits[byte >> 4];
    out += kHexDigits[byte & 0xF];
  }
}

void append_without_tags(std::string& out, std::string_view markup) {
  for (std::size_t i = 0; i < markup.size();) {
    if (markup[i] == '<') {
      const bool comment = markup.substr(i).starts_with("<!--");
      const std::size_t end = comment ? markup.find("-->", i) : markup.find('>', i);
      i = end == markup.npos ? markup.size() : end + (comment ? 3 : 1);
      continue;
    }
    const std::size_t semicolon = markup[i] == '&' ? markup.substr(0, i + 12).find(';', i) : markup.npos;
    const std::string character =
        semicolon == markup.npos ? std::string() : resolved(markup.substr(i + 1, semicolon - i - 1));
    if (character.empty()) {
      out += markup[i++];
    } else {
      out += character;
      i = semicolon + 1;
    }
  }
}

bool has_safe_scheme(std::string_view address) {
  std::array<char, 8> scheme{};
  std::size_t length = 0;
  std::size_t i = 0;
  while (i < address.size() && static_cast<unsigned char>(address[i]) <= 0x20) ++i;
  for (; i < address.size(); ++i) {
    const char c = address[i];
    if (c == '\t' || c == '\n' || c == '\r') continue;
    if (c == '/' || c == '?' || c == '#') return true;
    if (c == ':') {
      const std::string_view found(scheme.data(), std::min(length, scheme.size()));
      return found == "http" || found == "https" || found == "mailto";
    }
    if (length < scheme.size()) scheme[length] = lower(c);
    ++length;
  }
  return true;
}

void append_value(std::string& out, const Value& value, Escaping escaping, Context& context) {
  if (escaping == Escaping::json_value) return append_json(out, value, context);
  if (value.kind() == Kind::integer) return append_integer(out, value.as_integer());
  if (!value.has_bytes()) return;
  const bool as_it_is = escaping == Escaping::verbatim || (escaping == Escaping::html && value.kind() == Kind::html);
  if (as_it_is) {
    out += value.as_text();
  } else if (escaping == Escaping::json_string) {
    append_json_text(out, value.as_text());
  } else {
    text::append_html_escaped(out, value.as_text());
  }
}

}  // namespace gaceta::templating
