// The part of site.yaml that names the inventories of other sites, and the files themselves.
#pragma once

#include <span>
#include <vector>

#include "content/settings.hpp"
#include "filesystem/folder.hpp"
#include "yaml/fields.hpp"

namespace gaceta::content {

/// Reads 'inventories:'. The files lie below content/; nothing is fetched. Each fault is reported where site.yaml names
/// the file, and its site is left out.
std::vector<OtherSite> load_other_sites(const filesystem::Folder& root, yaml::Fields& site,
                                        std::span<const LanguageSettings> languages);

}  // namespace gaceta::content
