#include "localization/invisible.hpp"

#include <array>
#include <utility>

namespace gaceta::localization {
namespace {

using Replacement = std::pair<std::string_view, std::string_view>;

constexpr std::array<Replacement, 7> kNames = {{{"<nbsp>", "\u00A0"},
                                                {"<nnbsp>", "\u202F"},
                                                {"<thinsp>", "\u2009"},
                                                {"<en-dash>", "\u2013"},
                                                {"<em-dash>", "\u2014"},
                                                {"<minus>", "\u2212"},
                                                {"<nb-hyphen>", "\u2011"}}};

template <typename Project>
std::string replaced(std::string_view text, Project project) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    std::size_t taken = 0;
    for (const Replacement& entry : kNames) {
      const auto [from, into] = project(entry);
      if (!text.starts_with(from)) continue;
      out += into;
      taken = from.size();
      break;
    }
    if (taken == 0) {
      out += text.front();
      taken = 1;
    }
    text.remove_prefix(taken);
  }
  return out;
}

}  // namespace

std::string spelled_out(std::string_view text) {
  return replaced(text, [](const Replacement& entry) { return Replacement{entry.second, entry.first}; });
}

std::string unspelled(std::string_view text) {
  if (text.find('<') == std::string_view::npos) return std::string(text);
  return replaced(text, [](const Replacement& entry) { return entry; });
}

}  // namespace gaceta::localization
