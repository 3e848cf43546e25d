#include "inventory/write.hpp"

#include <algorithm>

namespace gaceta::inventory {
namespace {

constexpr std::size_t kPiece = std::size_t{32} << 10;  // as much as zlib looks back; worth a call of it

/// What would end the line becomes a space.
void append_on_one_line(std::string& out, std::string_view text) {
  const auto start = static_cast<std::ptrdiff_t>(out.size());
  out += text;
  std::transform(out.begin() + start, out.end(), out.begin() + start,
                 [](char c) { return static_cast<unsigned char>(c) < ' ' ? ' ' : c; });
}

std::string head(std::string_view project) {
  std::string out = "# Sphinx inventory version 2\n# Project: ";
  append_on_one_line(out, project);
  return out + "\n# Version: 1\n# The remainder of this file is compressed using zlib.\n";
}

}  // namespace

SphinxWriter::SphinxWriter(std::string_view project, const compression::Sink& sink) : packed_(sink) {
  lines_.reserve(kPiece + kPiece / 4);
  sink(head(project));
}

void SphinxWriter::add(const SphinxLine& line) {
  lines_.append(line.name).append(" ").append(line.role).append(" 1 ").append(line.address).append(" ");
  append_on_one_line(lines_, line.title.empty() ? "-" : line.title);
  lines_ += '\n';
  if (lines_.size() < kPiece) return;
  packed_.add(lines_);
  lines_.clear();
}

void SphinxWriter::finish() {
  packed_.add(lines_);
  packed_.finish();
}

}  // namespace gaceta::inventory
