// The list of what was published: `.gaceta-manifest`, one line per file, sorted by the bytes of the path:
//
//   0f3c… (32 hexadecimal digits of XXH3-128) 17203 es/tmec/primer-dialogo/index.html
//
// The manifest itself is not in it. Its presence says that Gaceta made the folder. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "publishing/hash.hpp"

namespace gaceta::publishing {

struct ManifestLine {
  std::string path;
  std::uint64_t size = 0;  ///< bytes
  Hash hash;

  friend bool operator==(const ManifestLine&, const ManifestLine&) = default;
};

using Manifest = std::vector<ManifestLine>;

std::string as_text(const Manifest& manifest);

/// The line of one file, with its end: those of a large site are never all in memory.
void append_line(std::string& text, std::string_view path, std::uint64_t size, const Hash& hash);

/// Nothing if `text` is not the whole of a manifest: every line complete, paths inside the folder, sorted, each once.
std::optional<Manifest> parse_manifest(std::string_view text);

/// The line of `path` in a sorted manifest, or null.
const ManifestLine* find_line(const Manifest& manifest, std::string_view path);

}  // namespace gaceta::publishing
