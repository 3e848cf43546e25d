// The table of contents: every stage of a build, in order. Knows no command line and prints nothing.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.hpp"
#include "checks/check.hpp"
#include "content/load.hpp"
#include "diagnostics/diagnostic.hpp"
#include "filesystem/folder.hpp"
#include "localization/locale.hpp"
#include "publishing/publisher.hpp"

namespace gaceta {

/// The templates, assets and locale files that Gaceta ships.
struct Share {
  const filesystem::Folder& templates;
  const filesystem::Folder& assets;
  const filesystem::Folder& locales;
};

struct BuildRequest {
  std::string output;    ///< folder to publish into
  std::string state;     ///< ROOT/.gaceta
  std::string base_url;  ///< instead of the one of site.yaml; empty: that one
  content::Options content;
  std::string program;  ///< which generator builds, to the byte: another one may say something else of the same inputs
  bool force = false;   ///< build even if nothing has changed since the last build
  bool precompress = false;  ///< put .gz and .br beside every text
  checks::Stage stage = checks::Stage::draft;
  publishing::Options publishing;
  /// Called now and then from one thread: pages done, pages in all. May be empty.
  std::function<void(std::size_t done, std::size_t all)> progress;
};

struct StageTime {
  std::string_view stage;
  std::chrono::nanoseconds time{};
};

struct BuildResult {
  diagnostics::Diagnostics diagnostics;  ///< sorted; with errors among them nothing was published
  std::optional<filesystem::Error> machine_error;
  std::size_t pages = 0;
  publishing::Counts counts;
  bool changed = false;
  std::vector<StageTime> times;
  /// The catalog. Taking that of a large site apart takes a while: who ends the process anyway can leave it.
  std::shared_ptr<const void> remains;
};

/// Reads, checks, renders and publishes the site at `root`; if nothing has changed since the last build, says what that
/// one said (last_build.hpp).
BuildResult build_site(const filesystem::Folder& root, const Share& share, const BuildRequest& request);

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
