#include "preview/target.hpp"

#include <algorithm>
#include <charconv>

#include "text/utf8.hpp"

namespace gaceta::preview {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

/// The byte that two hexadecimal digits at `at` stand for.
std::optional<char> escaped_byte(std::string_view text, std::size_t at) {
  if (at + 2 > text.size()) return std::nullopt;
  unsigned value = 0;
  const char* end = text.data() + at + 2;
  const auto [stopped, error] = std::from_chars(text.data() + at, end, value, 16);
  if (error != std::errc() || stopped != end) return std::nullopt;
  return static_cast<char>(value);
}

/// Nothing if an escape is broken, or if the result is no text.
std::optional<std::string> percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    const auto byte = escaped_byte(text, i + 1);
    if (!byte) return std::nullopt;
    out += *byte;
    i += 2;
  }
  if (std::any_of(out.begin(), out.end(), is_control) || text::first_invalid_byte(out)) return std::nullopt;
  return out;
}

/// '127.0.0.1', and whatever else of four numbers begins with 127.
bool is_loopback_address(std::string_view host) {
  std::size_t numbers = 0;
  for (std::size_t start = 0; start <= host.size(); ++numbers) {
    const std::size_t end = std::min(host.find('.', start), host.size());
    const std::string_view part = host.substr(start, end - start);
    unsigned value = 0;
    const auto [stopped, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (error != std::errc() || stopped != part.data() + part.size() || value > 255) return false;
    if (numbers == 0 && value != 127) return false;
    start = end + 1;
  }
  return numbers == 4;
}

}  // namespace

std::optional<Target> parse_target(std::string_view raw) {
  raw = raw.substr(0, raw.find('#'));
  const std::size_t question = std::min(raw.find('?'), raw.size());
  auto path = percent_decoded(raw.substr(0, question));
  if (!path || !path->starts_with('/')) return std::nullopt;
  const std::string_view query = raw.substr(question);
  const bool is_clean = std::all_of(query.begin(), query.end(), [](char c) { return c > 0x20 && c < 0x7F; });
  return Target{*std::move(path), is_clean ? std::string(query) : std::string()};
}

std::string percent_encoded(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "-._~/";
  std::string out;
  for (const char c : path) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (is_letter || is_digit(c) || kPlain.find(c) != std::string_view::npos) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  }
  return out;
}

std::string path_of_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::size_t slash = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  if (slash == std::string_view::npos) return "/";
  const auto target = parse_target(url.substr(slash));
  if (!target) return "/";
  return target->path.ends_with('/') ? target->path : target->path + "/";
}

bool is_loopback_host(std::string_view host) {
  std::size_t end_of_name = host.find(':');
  if (host.starts_with('[')) end_of_name = host.find(']') == std::string_view::npos ? 0 : host.find(']') + 1;
  const std::string_view name = host.substr(0, end_of_name);
  const std::string_view port = host.substr(name.size());
  if (!port.empty() && (port.size() < 2 || port[0] != ':' || !std::all_of(port.begin() + 1, port.end(), is_digit))) {
    return false;
  }
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return lower == "localhost" || lower == "[::1]" || is_loopback_address(lower);
}

}  // namespace gaceta::preview
