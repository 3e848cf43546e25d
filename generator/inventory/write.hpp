// The inventories that a site publishes, so that others can link here by id.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gaceta::inventory {

/// A line of objects.inv. `name` holds no white space; `title` is on one line.
struct SphinxLine {
  std::string name;
  std::string_view role;  ///< 'std:label', 'std:doc'
  std::string address;    ///< relative to the folder of the file
  std::string title;
};

/// objects.inv, version 2. The lines are sorted by name here.
std::string sphinx_inventory(std::string_view project, std::vector<SphinxLine> lines);

}  // namespace gaceta::inventory
