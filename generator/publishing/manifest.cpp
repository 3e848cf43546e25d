#include "publishing/manifest.hpp"

#include <algorithm>
#include <charconv>

#include "filesystem/path.hpp"

namespace gaceta::publishing {
namespace {

constexpr std::size_t hash_width = 32;

std::optional<ManifestLine> parse_line(std::string_view line) {
  if (line.size() < hash_width + 2 || line[hash_width] != ' ') return std::nullopt;
  const std::optional<Hash> hash = hash_from_hex(line.substr(0, hash_width));
  line.remove_prefix(hash_width + 1);
  std::uint64_t size = 0;
  const auto [end, problem] = std::from_chars(line.data(), line.data() + line.size(), size);
  line.remove_prefix(static_cast<std::size_t>(end - line.data()));
  if (!hash || problem != std::errc{} || line.empty() || line.front() != ' ') return std::nullopt;
  line.remove_prefix(1);
  if (!filesystem::is_inside(line)) return std::nullopt;
  return ManifestLine{std::string(line), size, *hash};
}

}  // namespace

void append_line(std::string& text, std::string_view path, std::uint64_t size, const Hash& hash) {
  append_hex(text, hash);
  text += ' ';
  text += std::to_string(size);
  text += ' ';
  text += path;
  text += '\n';
}

std::string as_text(const Manifest& manifest) {
  std::string text;
  std::size_t size = 0;
  for (const ManifestLine& line : manifest) size += line.path.size() + hash_width + 12;
  text.reserve(size);
  for (const ManifestLine& line : manifest) append_line(text, line.path, line.size, line.hash);
  return text;
}

std::optional<Manifest> parse_manifest(std::string_view text) {
  Manifest manifest;
  manifest.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    std::optional<ManifestLine> line = parse_line(text.substr(0, end));
    if (!line || (!manifest.empty() && manifest.back().path >= line->path)) return std::nullopt;
    manifest.push_back(*std::move(line));
    text.remove_prefix(end + 1);
  }
  return manifest;
}

const ManifestLine* find_line(const Manifest& manifest, std::string_view path) {
  auto found = std::lower_bound(manifest.begin(), manifest.end(), path,
                                [](const ManifestLine& line, std::string_view wanted) { return line.path < wanted; });
  return found != manifest.end() && found->path == path ? &*found : nullptr;
}

}  // namespace gaceta::publishing
