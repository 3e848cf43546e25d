// The table of contents: every stage of a build, in order. Knows no command line and prints nothing.
#pragma once

#include <optional>

#include "build_request.hpp"
#include "catalog/catalog.hpp"
#include "diagnostics/diagnostic.hpp"
#include "filesystem/folder.hpp"
#include "localization/locale.hpp"

namespace gaceta {

/// House styles and words: the site's own file, else the one that Gaceta ships. Refers to both.
localization::LocaleFiles locale_files(const filesystem::Folder& root, const Share& share);

/// Reads, checks, renders and publishes the site at `root`; if nothing has changed since the last build, says what that
/// one said (last_build.hpp).
BuildResult build_site(const filesystem::Folder& root, const Share& share, const BuildRequest& request);

/// Names, sizes and times of everything that the build of `request` would read, as one hash: for who waits until
/// something changes. The error if content/ cannot be listed.
filesystem::Result<std::string> fingerprint_of_inputs(const filesystem::Folder& root, const Share& share,
                                                      const BuildRequest& request);

/// Reads and assembles only, for commands that ask about the edition. Nothing if there are not even settings.
std::optional<catalog::Catalog> read_catalog(const filesystem::Folder& root, const Share& share,
                                             const BuildRequest& request, diagnostics::Diagnostics& diagnostics);

/// An edition with everything that is wrong in it, sorted. No catalog if there are not even settings.
struct CheckedEdition {
  std::optional<catalog::Catalog> catalog;
  diagnostics::Diagnostics diagnostics;
};

/// Reads and checks only, for commands that ask how far an edition is.
CheckedEdition check_edition(const filesystem::Folder& root, const Share& share, const BuildRequest& request);

/// Reads and checks only; nothing is rendered or written.
diagnostics::Diagnostics check_site(const filesystem::Folder& root, const Share& share, const BuildRequest& request);

}  // namespace gaceta
