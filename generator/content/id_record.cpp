#include "content/id_record.hpp"

#include <algorithm>
#include <charconv>

#include "content/source.hpp"

namespace gaceta::content {
namespace {

using diagnostics::Diagnostics;

constexpr std::size_t kKeptBytes = 200;
constexpr std::size_t kHexDigits = 16;
constexpr std::string_view kHead =
    "# What each published id of this text points to. Written by `gaceta stamp`; not to be edited.\n";

/// FNV-1a, 64 bits: the same on every machine, for ever.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash;
}

std::optional<RecordedId> parse_line(std::string_view line) {
  const std::size_t space = line.find(' ');
  if (space == 0 || space == std::string_view::npos || line.size() < space + 1 + kHexDigits) return std::nullopt;
  const std::string_view digits = line.substr(space + 1, kHexDigits);
  RecordedId id{std::string(line.substr(0, space)), 0, {}};
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id.hash, 16);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  const std::string_view words = line.substr(space + 1 + kHexDigits);
  if (!words.empty() && words.front() != ' ') return std::nullopt;
  id.words = words.substr(words.empty() ? 0 : 1);
  return id;
}

}  // namespace

std::string id_record_name(std::string_view language) {
  return "ids." + std::string(language) + ".txt";
}

std::optional<IdRecord> parse_id_record(std::string_view text, std::string_view path, Diagnostics& diagnostics) {
  IdRecord record;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    auto id = parse_line(line);
    if (!id) {
      diagnostics.push_back(
          diagnostics::make("bad-id-record", {std::string(path), number, 1, 0}, {}, {"stamp-again", {}}));
      return std::nullopt;
    }
    record.push_back(*std::move(id));
  }
  return record;
}

std::optional<IdRecord> load_id_record(const filesystem::Folder& root, std::string_view folder,
                                       std::string_view language, Diagnostics& diagnostics) {
  const std::string path = std::string(folder) + "/" + id_record_name(language);
  const auto text = read_text(root, path, diagnostics);
  return text ? parse_id_record(*text, path, diagnostics) : std::nullopt;
}

std::string to_text(const IdRecord& record) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out(kHead);
  for (const RecordedId& id : record) {
    out.append(id.id) += ' ';
    for (int shift = 60; shift >= 0; shift -= 4) out += kHex[id.hash >> static_cast<unsigned>(shift) & 15U];
    if (!id.words.empty()) out.append(" ").append(id.words);
    out += '\n';
  }
  return out;
}

RecordedId recorded_id(std::string_view id, std::string_view text) {
  std::string_view words = text;
  if (words.size() > kKeptBytes) {
    std::size_t end = words.rfind(' ', kKeptBytes);
    if (end == std::string_view::npos) end = kKeptBytes;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;  // not inside a character
    words = words.substr(0, end);
  }
  return {std::string(id), hash_of(text), std::string(words)};
}

}  // namespace gaceta::content
