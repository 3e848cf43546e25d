#include "localization/value.hpp"

#include <algorithm>

namespace gaceta::localization {

std::string_view TextMap::in(std::string_view language) const {
  if (texts_.empty()) return {};
  const auto with = [&](std::string_view wanted) {
    return std::find_if(texts_.begin(), texts_.end(), [&](const auto& pair) { return pair.first == wanted; });
  };
  auto found = with(language);
  if (found == texts_.end()) found = with("");
  return found == texts_.end() ? texts_.front().second : found->second;
}

}  // namespace gaceta::localization
