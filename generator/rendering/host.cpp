#include "rendering/host.hpp"

#include <algorithm>

namespace gaceta::rendering {

std::string prefix_of(std::string_view address) {
  std::string prefix;
  for (auto depth = std::count(address.begin(), address.end(), '/'); depth > 0; --depth) prefix += "../";
  return prefix.empty() ? "./" : prefix;
}

std::string href(const Host& host, std::string_view address, std::string_view anchor) {
  constexpr std::string_view kPage = "index.html";
  std::string out;
  out.reserve(host.prefix.size() + address.size() + kPage.size() + 1 + anchor.size());
  const bool is_here = address == host.address || (!host.text_address.empty() && address == host.text_address);
  if (!is_here || anchor.empty()) {
    out += host.prefix;
    out += address;
    out += kPage;
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
