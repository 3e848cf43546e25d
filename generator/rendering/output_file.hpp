// Files of the output that are not pages. Values.
#pragma once

#include <string>

#include "filesystem/pieces.hpp"

namespace gaceta::rendering {

struct OutputFile {
  std::string path;
  std::string bytes;
};

/// One that grows with the site: written piece by piece, never whole in memory. Refers to what it was made of.
struct StreamedFile {
  std::string path;
  filesystem::Pieces pieces;
};

}  // namespace gaceta::rendering
