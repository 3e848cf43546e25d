#include "publishing/output_names.hpp"

#include <algorithm>
#include <deque>
#include <string>
#include <unordered_map>

#include "filesystem/path.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace gaceta::publishing {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Diagnostics;

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

/// Most paths are slugs, which are their own folded form.
bool is_folded_already(std::string_view path) {
  return std::all_of(path.begin(), path.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80 && !(c >= 'A' && c <= 'Z'); });
}

/// `path` as it can be shown: what cannot be printed is '?'.
std::string printable(std::string_view path) {
  const bool is_text = !text::first_invalid_byte(path);
  std::string shown(path);
  std::replace_if(
      shown.begin(), shown.end(), [&](char c) { return is_control(c) || (!is_text && (c & 0x80) != 0); }, '?');
  return shown;
}

}  // namespace

std::optional<Diagnostic> name_problem(std::string_view path, std::string_view shown) {
  const std::string_view first = path.substr(0, path.find('/'));
  if (first.substr(0, 8) == ".gaceta-") {
    return diagnostics::make("reserved-output-path", {std::string(shown)}, {std::string(path)});
  }
  if (std::any_of(path.begin(), path.end(), is_control) || text::first_invalid_byte(path)) {
    return diagnostics::make("unprintable-output-path", {std::string(shown)}, {printable(path)});
  }
  return std::nullopt;
}

Diagnostics name_collisions(const Pages& pages, std::string_view shown) {
  Diagnostics problems;
  std::deque<std::string> folded;  // those that differ from the path itself
  std::unordered_map<std::string_view, const Page*> by_name;
  by_name.reserve(pages.size());
  auto name_of = [&](const Page& page) -> std::string_view {
    if (is_folded_already(page.path)) return page.path;
    return folded.emplace_back(text::fold_case(page.path));
  };
  for (const Page& page : pages) {
    const auto [other, is_new] = by_name.try_emplace(name_of(page), &page);
    if (is_new) continue;
    const std::string first(other->second->path);
    problems.push_back(first == page.path ? diagnostics::make("output-path-twice", {std::string(shown)}, {first})
                                          : diagnostics::make("output-collision", {std::string(shown)},
                                                              {first, std::string(page.path)}));
  }
  std::string_view last_folder;
  for (const auto& [name, page] : by_name) {
    if (filesystem::parent_of(name) == last_folder) continue;
    last_folder = filesystem::parent_of(name);
    for (auto above = last_folder; !above.empty(); above = filesystem::parent_of(above)) {
      if (auto file = by_name.find(above); file != by_name.end()) {
        problems.push_back(diagnostics::make("output-under-a-file", {std::string(shown)},
                                             {std::string(file->second->path), std::string(page->path)}));
      }
    }
  }
  diagnostics::sort_and_deduplicate(problems);
  return problems;
}

}  // namespace gaceta::publishing
