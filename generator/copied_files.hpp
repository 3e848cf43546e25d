// Which files a site takes over as they are: assets, pictures, downloads. Only says which; write_site puts them.
#pragma once

#include <string>
#include <vector>

#include "catalog/catalog.hpp"
#include "filesystem/folder.hpp"

namespace gaceta {

struct CopiedFile {
  const filesystem::Folder* folder = nullptr;
  std::string from;  ///< in the folder
  std::string to;    ///< in the output
};

/// The shipped assets, with those of the site over them.
std::vector<CopiedFile> assets(const filesystem::Folder& root, const filesystem::Folder& shipped);

/// Pictures and downloads that texts use, each once.
std::vector<CopiedFile> media(const filesystem::Folder& root, const catalog::Catalog& catalog);

}  // namespace gaceta
