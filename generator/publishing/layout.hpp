// The names that publishing uses on the disk, in one place. All but the manifest are gone after success.
//
//   site/.gaceta-manifest              what was published (manifest.hpp)
//   site/.gaceta-staging/files/…       new and changed files, on the same file system as their final place
//   site/.gaceta-staging/journal       the last step, complete or not to be followed (journal.hpp)
//   .site.gaceta-staging/…             a whole new site, renamed to site/ in one step when there was none
//   ROOT/.gaceta/published             times of the published files (bookkeeping.hpp)
#pragma once

#include <string>
#include <string_view>

namespace gaceta::publishing {

inline constexpr std::string_view manifest_path = ".gaceta-manifest";
inline constexpr std::string_view staging_path = ".gaceta-staging";
inline constexpr std::string_view staged_files_path = ".gaceta-staging/files";
inline constexpr std::string_view journal_path = ".gaceta-staging/journal";
inline constexpr std::string_view bookkeeping_path = "published";

/// The folder beside the output folder `name` where a whole new site is staged.
inline std::string sibling_of(std::string_view name) {
  return "." + std::string(name) + ".gaceta-staging";
}

}  // namespace gaceta::publishing
