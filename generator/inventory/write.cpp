#include "inventory/write.hpp"

#include <algorithm>
#include <tuple>

#include "compression/compress.hpp"

namespace gaceta::inventory {

namespace {

/// What would end the line becomes a space.
std::string on_one_line(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return out;
}

}  // namespace

std::string sphinx_inventory(std::string_view project, std::vector<SphinxLine> lines) {
  std::sort(lines.begin(), lines.end(), [](const SphinxLine& a, const SphinxLine& b) {
    return std::tie(a.name, a.role) < std::tie(b.name, b.role);
  });
  std::string packed;
  for (const SphinxLine& line : lines) {
    packed.append(line.name).append(" ").append(line.role).append(" 1 ").append(line.address).append(" ");
    packed.append(line.title.empty() ? "-" : on_one_line(line.title)) += '\n';
  }
  std::string out = "# Sphinx inventory version 2\n# Project: ";
  out.append(on_one_line(project)).append("\n# Version: 1\n# The remainder of this file is compressed using zlib.\n");
  return out + compression::zlib(packed);
}

}  // namespace gaceta::inventory
