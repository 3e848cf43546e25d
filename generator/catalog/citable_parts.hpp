// Which parts of an external document can be cited: its patterns for articles, chapters and annexes, compiled once.
#pragma once

#include <optional>
#include <regex>
#include <string>
#include <string_view>

#include "content/settings.hpp"

namespace gaceta::catalog {

struct CitableParts {
  std::optional<std::regex> articles, chapters, annexes;
};

/// Compiles the patterns of `document`; one that is no regular expression is left out and given to `report`.
template <typename Report>
CitableParts compile_parts(const content::ExternalDocument& document, const Report& report) {
  const auto compile = [&](const std::string& pattern) -> std::optional<std::regex> {
    if (pattern.empty()) return std::nullopt;
    try {
      return std::regex(pattern, std::regex::ECMAScript | std::regex::optimize);
    } catch (const std::regex_error&) {
      report(pattern);
      return std::nullopt;
    }
  };
  return {compile(document.articles), compile(document.chapters), compile(document.annexes)};
}

/// Whether `text` as a whole is what `pattern` describes. Long texts are not: the matcher recurses.
inline bool matches(std::string_view text, const std::optional<std::regex>& pattern) {
  constexpr std::size_t kLongest = 64;
  return pattern && !text.empty() && text.size() <= kLongest && std::regex_match(text.begin(), text.end(), *pattern);
}

}  // namespace gaceta::catalog
