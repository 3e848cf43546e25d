// gaceta format: one value as a page would print it, or a house-style table as a test.
#pragma once

#include <string>

#include "commands/run.hpp"

namespace gaceta::commands {

struct FormatOptions {
  std::string root = ".";  ///< for the site's own house style and nouns, where it has any
  std::string locale = "es-MX";
  std::string intent;
  std::string input;
  std::string cases;  ///< a table to run instead
};

ExitStatus format(const FormatOptions& options);

}  // namespace gaceta::commands
