#include "content/source.hpp"

#include <algorithm>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace gaceta::content {
namespace {

using diagnostics::Diagnostics;
using diagnostics::make;

/// The place of the byte at `offset`: its line and column.
diagnostics::Place place_of(std::string_view bytes, std::size_t offset, std::string_view path) {
  const std::string_view before = bytes.substr(0, offset);
  const auto line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return {std::string(path), line, static_cast<std::uint32_t>(offset - line_start) + 1, 1};
}

void unify_line_ends(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  std::size_t out = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      if (i + 1 < text.size() && text[i + 1] == '\n') continue;
      text[out++] = '\n';
    } else {
      text[out++] = text[i];
    }
  }
  text.resize(out);
}

/// The line that starts at `offset`, without its end; `offset` moves behind the end.
std::string_view next_line(std::string_view text, std::size_t& offset) {
  const std::size_t end = std::min(text.find('\n', offset), text.size());
  const std::string_view line = text.substr(offset, end - offset);
  offset = std::min(end + 1, text.size());
  return line;
}

bool is_fence(std::string_view line) {
  return line.starts_with("---") && text::trimmed(line) == "---";
}

}  // namespace

std::optional<std::string> to_text(std::string bytes, std::string_view path, Diagnostics& diagnostics) {
  if (const auto invalid = text::first_invalid_byte(bytes)) {
    diagnostics.push_back(
        make("invalid-utf8", place_of(bytes, *invalid, path), {std::to_string(*invalid)}, {"save-as-utf8", {}}));
    return std::nullopt;
  }
  if (const std::size_t nul = bytes.find('\0'); nul != std::string::npos) {
    diagnostics.push_back(make("nul-byte", place_of(bytes, nul, path), {std::to_string(nul)}));
    return std::nullopt;
  }
  if (text::without_byte_order_mark(bytes).size() != bytes.size()) bytes.erase(0, 3);
  unify_line_ends(bytes);
  return text::is_nfc(bytes) ? std::move(bytes) : text::to_nfc(bytes);
}

std::optional<std::string> read_text(const filesystem::Folder& root, std::string_view path, Diagnostics& diagnostics) {
  auto bytes = root.read(path);
  if (!bytes.ok()) {
    diagnostics.push_back(make("unreadable-file", {std::string(path)}, {bytes.error().message}));
    return std::nullopt;
  }
  return to_text(std::move(bytes).value(), path, diagnostics);
}

std::optional<std::string> find_file(const filesystem::Folder& root, std::string_view folder, std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find("..") != std::string_view::npos) return std::nullopt;
  std::string path = std::string(folder) + "/" + std::string(name);
  if (root.stat(path).ok()) return path;
  const auto entries = root.tree(folder);
  if (!entries.ok()) return std::nullopt;
  for (const filesystem::Entry& entry : entries.value()) {
    if (entry.type == filesystem::Entry::Type::file && text::to_nfc(entry.path) == path) return entry.path;
  }
  return std::nullopt;
}

std::optional<FrontMatterSplit> split_front_matter(std::string_view text, std::string_view path,
                                                   Diagnostics& diagnostics) {
  if (text::trimmed(text).empty()) {
    diagnostics.push_back(make("empty-file", {std::string(path)}, {}, {"front-matter-example", {}}));
    return std::nullopt;
  }
  std::size_t offset = 0;
  if (!is_fence(next_line(text, offset))) {
    diagnostics.push_back(make("missing-front-matter", {std::string(path), 1, 1, 0}, {}, {"front-matter-example", {}}));
    return std::nullopt;
  }
  const std::size_t start = offset;
  for (std::uint32_t line = 2; offset < text.size(); ++line) {
    const std::size_t line_start = offset;
    if (!is_fence(next_line(text, offset))) continue;
    return FrontMatterSplit{text.substr(start, line_start - start), 2, text.substr(offset), line + 1};
  }
  diagnostics.push_back(make("unclosed-front-matter", {std::string(path), 1, 1, 3}));
  return std::nullopt;
}

}  // namespace gaceta::content
