#include "rendering/absolute_links.hpp"

#include <array>

namespace gaceta::rendering {
namespace {

bool has_scheme(std::string_view reference) {
  const std::size_t end = reference.find_first_of(":/?#");
  return end != std::string_view::npos && end > 0 && reference[end] == ':';
}

/// Where the path of an absolute address begins: behind the host.
std::size_t path_start(std::string_view url) {
  const std::size_t scheme = url.find("://");
  return scheme == std::string_view::npos ? 0 : std::min(url.find('/', scheme + 3), url.size());
}

void append_merged(std::string& url, std::string_view path, std::size_t root) {
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view segment = path.substr(0, end);
    const bool is_last = end == path.size();
    if (segment == "..") {
      if (url.size() > root + 1) url.erase(url.rfind('/', url.size() - 2) + 1);
    } else if (segment != ".") {
      url += segment;
      if (!is_last) url += '/';
    }
    path.remove_prefix(is_last ? end : end + 1);
  }
}

}  // namespace

std::string absolute_reference(std::string_view page_url, std::string_view reference) {
  if (has_scheme(reference) || reference.starts_with("//")) return std::string(reference);
  if (reference.empty() || reference.front() == '#' || reference.front() == '?') {
    return std::string(page_url) + std::string(reference);
  }
  const std::size_t root = path_start(page_url);
  const std::size_t tail = std::min(reference.find_first_of("?#"), reference.size());
  std::string_view path = reference.substr(0, tail);
  std::string url(page_url.substr(0, path.front() == '/' ? root + 1 : page_url.rfind('/') + 1));
  if (path.front() == '/') path.remove_prefix(1);
  append_merged(url, path, root);
  constexpr std::string_view kIndex = "/index.html";
  if (url.ends_with(kIndex)) url.resize(url.size() - kIndex.size() + 1);
  url += reference.substr(tail);
  return url;
}

std::string with_absolute_links(std::string_view html, std::string_view page_url) {
  static constexpr std::array<std::string_view, 2> kAttributes = {" href=\"", " src=\""};
  std::string out;
  out.reserve(html.size() + html.size() / 8);
  bool in_tag = false;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '<') in_tag = true;
    if (html[at] == '>') in_tag = false;
    std::size_t found = 0;
    for (const std::string_view attribute : kAttributes) {
      if (in_tag && html.substr(at, attribute.size()) == attribute) found = attribute.size();
    }
    if (found == 0) {
      out += html[at++];
      continue;
    }
    out += html.substr(at, found);
    at += found;
    const std::size_t end = std::min(html.find('"', at), html.size());
    out += absolute_reference(page_url, html.substr(at, end - at));
    at = end;
  }
  return out;
}

}  // namespace gaceta::rendering
