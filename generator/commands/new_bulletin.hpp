// gaceta new: the folder of a new bulletin, ready to be filled in.
#pragma once

#include <string>
#include <vector>

#include "commands/run.hpp"

namespace gaceta::commands {

struct NewOptions {
  std::string name;  ///< SERIES/SLUG
  std::string root = ".";
  std::string date;                 ///< empty: SOURCE_DATE_EPOCH, or today in UTC
  std::vector<std::string> titles;  ///< 'en=New rules', or the words alone for the first language
};

ExitStatus new_bulletin(const NewOptions& options);

}  // namespace gaceta::commands
