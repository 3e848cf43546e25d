// The inventories that a site publishes, so that others can link here by id.
#pragma once

#include <string>
#include <string_view>

#include "compression/zlib_stream.hpp"

namespace gaceta::inventory {

/// A line of objects.inv. `name` and `address` hold no white space.
struct SphinxLine {
  std::string_view name;
  std::string_view role;     ///< 'std:label', 'std:doc'
  std::string_view address;  ///< relative to the folder of the file
  std::string_view title;
};

/// objects.inv, version 2, line by line, so that it is never whole in memory. Readers take the lines in any order; of
/// two with the same name and role they take one, so there must be none. One thread.
class SphinxWriter {
 public:
  /// The sink must outlive it.
  SphinxWriter(std::string_view project, const compression::Sink& sink);
  void add(const SphinxLine& line);
  /// After the last line.
  void finish();

 private:
  std::string lines_;  ///< not yet packed
  compression::ZlibStream packed_;
};

}  // namespace gaceta::inventory
