#include "rendering/host.hpp"

#include <algorithm>

namespace gaceta::rendering {

std::string prefix_of(std::string_view address) {
  std::string prefix;
  for (auto depth = std::count(address.begin(), address.end(), '/'); depth > 0; --depth) prefix += "../";
  return prefix.empty() ? "./" : prefix;
}

std::string href(const Host& host, std::string_view address, std::string_view anchor) {
  std::string out;
  if (address != host.address || anchor.empty()) {
    out = host.prefix;
    out += address;
    out += "index.html";
  }
  if (!anchor.empty()) {
    out += '#';
    out += anchor;
  }
  return out;
}

std::string absolute_url(const content::Settings& settings, std::string_view address) {
  return settings.base_url + std::string(address);
}

}  // namespace gaceta::rendering
