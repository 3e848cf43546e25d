// What a build is asked for and what it answers: the words that its stages share.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.hpp"
#include "content/load.hpp"
#include "diagnostics/diagnostic.hpp"
#include "filesystem/folder.hpp"
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
  std::string base_url;  ///< of the site that was built; ends in '/'
  std::size_t pages = 0;
  publishing::Counts counts;
  bool changed = false;
  std::vector<StageTime> times;
  /// The catalog. Taking that of a large site apart takes a while: who ends the process anyway can leave it.
  std::shared_ptr<const void> remains;
};

}  // namespace gaceta
