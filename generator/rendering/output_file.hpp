// A file of the output that is not a page. A value.
#pragma once

#include <string>

namespace gaceta::rendering {

struct OutputFile {
  std::string path;
  std::string bytes;
};

}  // namespace gaceta::rendering
