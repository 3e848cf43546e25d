// What a new site begins with: the starter site that Gaceta ships, with its comments in the editor's language, and
// whether a folder can take it.
#pragma once

#include <string>
#include <vector>

#include "diagnostics/catalogue.hpp"
#include "filesystem/folder.hpp"
#include "starter/put_new_folder.hpp"

namespace gaceta::starter {

struct NewSite {
  std::vector<NewFile> content;  ///< paths relative to content/
  std::vector<NewFile> beside;   ///< hidden files beside content/, such as .gitignore
};

/// The files of `shipped`, the starter site. Text that is not ours to read (pictures) is taken as it is.
filesystem::Result<NewSite> plan_site(const filesystem::Folder& shipped, diagnostics::Language comments);

/// What keeps `root` from becoming a site, sorted: everything but hidden files and folders (.git), README… and
/// LICENSE…, which a new repository begins with.
filesystem::Result<std::vector<std::string>> in_the_way(const filesystem::Folder& root);

/// Writes the site, all or nothing. A hidden file that is there already stays as it is. The paths that were made,
/// sorted.
filesystem::Result<std::vector<std::string>> put_new_site(filesystem::Folder& root, const NewSite& site);

}  // namespace gaceta::starter
