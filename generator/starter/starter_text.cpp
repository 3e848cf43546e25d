#include "starter/starter_text.hpp"

#include <algorithm>

#include "yaml/parse.hpp"

namespace gaceta::starter {
namespace {

using diagnostics::Language;

constexpr std::string_view kSpanish = "#es ", kEnglish = "#en ";

bool reads_back(std::string_view value) {
  diagnostics::Diagnostics mistakes;
  const auto node = yaml::parse("key: " + std::string(value) + "\n", "", 1, mistakes);
  if (!mistakes.empty() || !node || node->entries().size() != 1) return false;
  const yaml::Node& read = node->entries().front().value;
  return read.is_scalar() && !read.is_quoted() && read.scalar() == value;
}

}  // namespace

std::string with_comments_in(Language language, std::string_view text) {
  const std::string_view wanted = language == Language::spanish ? kSpanish : kEnglish;
  const std::string_view unwanted = language == Language::spanish ? kEnglish : kSpanish;
  std::string out;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size() - 1) + 1;
    const std::string_view line = text.substr(start, end - start);
    start = end;
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    const std::string_view words = line.substr(indent);
    if (words.starts_with(unwanted)) continue;
    if (words.starts_with(wanted)) {
      out.append(line.substr(0, indent)).append("# ").append(words.substr(wanted.size()));
    } else {
      out += line;
    }
  }
  return out;
}

std::string filled(std::string_view text, const Slots& slots) {
  constexpr std::string_view kOpen = "{{", kClose = "}}";
  std::string out;
  while (true) {
    const std::size_t open = text.find(kOpen);
    const std::size_t close = open == std::string_view::npos ? open : text.find(kClose, open);
    if (close == std::string_view::npos) return out.append(text);
    const std::string_view inside = text.substr(open + kOpen.size(), close - open - kOpen.size());
    const std::size_t bar = inside.find('|');
    const auto slot = slots.find(inside.substr(0, bar));
    out += text.substr(0, open);
    if (slot != slots.end()) {
      out += slot->second;
    } else if (bar != std::string_view::npos) {
      out += inside.substr(bar + 1);
    } else {
      out += text.substr(open, close + kClose.size() - open);
    }
    text.remove_prefix(close + kClose.size());
  }
}

std::string as_yaml(std::string_view value) {
  if (reads_back(value)) return std::string(value);
  std::string quoted = "'";
  for (const char c : value) {
    quoted += c;
    if (c == '\'') quoted += c;
  }
  return quoted + "'";
}

}  // namespace gaceta::starter
