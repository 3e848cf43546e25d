#include "preview/content_type.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace gaceta::preview {
namespace {

constexpr std::array kTypes = {
    std::pair<std::string_view, std::string_view>{"html", html_type},
    std::pair<std::string_view, std::string_view>{"htm", html_type},
    std::pair<std::string_view, std::string_view>{"css", "text/css; charset=utf-8"},
    std::pair<std::string_view, std::string_view>{"js", "text/javascript; charset=utf-8"},
    std::pair<std::string_view, std::string_view>{"mjs", "text/javascript; charset=utf-8"},
    std::pair<std::string_view, std::string_view>{"json", "application/json; charset=utf-8"},
    std::pair<std::string_view, std::string_view>{"map", "application/json; charset=utf-8"},
    std::pair<std::string_view, std::string_view>{"webmanifest", "application/manifest+json; charset=utf-8"},
    std::pair<std::string_view, std::string_view>{"xml", "application/xml; charset=utf-8"},
    std::pair<std::string_view, std::string_view>{"xsl", "application/xml; charset=utf-8"},
    std::pair<std::string_view, std::string_view>{"csv", "text/csv; charset=utf-8"},
    std::pair<std::string_view, std::string_view>{"txt", "text/plain; charset=utf-8"},
    std::pair<std::string_view, std::string_view>{"md", "text/markdown; charset=utf-8"},
    std::pair<std::string_view, std::string_view>{"yaml", "application/yaml; charset=utf-8"},
    std::pair<std::string_view, std::string_view>{"bib", "application/x-bibtex; charset=utf-8"},
    std::pair<std::string_view, std::string_view>{"ris", "application/x-research-info-systems; charset=utf-8"},
    std::pair<std::string_view, std::string_view>{"svg", "image/svg+xml; charset=utf-8"},
    std::pair<std::string_view, std::string_view>{"png", "image/png"},
    std::pair<std::string_view, std::string_view>{"jpg", "image/jpeg"},
    std::pair<std::string_view, std::string_view>{"jpeg", "image/jpeg"},
    std::pair<std::string_view, std::string_view>{"gif", "image/gif"},
    std::pair<std::string_view, std::string_view>{"webp", "image/webp"},
    std::pair<std::string_view, std::string_view>{"avif", "image/avif"},
    std::pair<std::string_view, std::string_view>{"ico", "image/vnd.microsoft.icon"},
    std::pair<std::string_view, std::string_view>{"woff2", "font/woff2"},
    std::pair<std::string_view, std::string_view>{"woff", "font/woff"},
    std::pair<std::string_view, std::string_view>{"ttf", "font/ttf"},
    std::pair<std::string_view, std::string_view>{"otf", "font/otf"},
    std::pair<std::string_view, std::string_view>{"wasm", "application/wasm"},
    std::pair<std::string_view, std::string_view>{"pdf", "application/pdf"},
    std::pair<std::string_view, std::string_view>{"mp3", "audio/mpeg"},
    std::pair<std::string_view, std::string_view>{"mp4", "video/mp4"},
    std::pair<std::string_view, std::string_view>{"webm", "video/webm"},
    std::pair<std::string_view, std::string_view>{"zip", "application/zip"},
    std::pair<std::string_view, std::string_view>{"gz", "application/gzip"},
};

}  // namespace

std::string_view content_type(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  std::string end(dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1));
  std::transform(end.begin(), end.end(), end.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  const auto* found = std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& type) { return type.first == end; });
  if (found != kTypes.end()) return found->second;
  // The files for hosts, '_headers' and '_redirects', are there to be looked at.
  return name.starts_with('_') && end.empty() ? "text/plain; charset=utf-8" : "application/octet-stream";
}

}  // namespace gaceta::preview
