// gaceta stamp: somebody says that a translation has all that its source says now.
#pragma once

#include <string>

#include "commands/run.hpp"
#include "commands/site_options.hpp"

namespace gaceta::commands {

struct StampOptions {
  std::string bulletin;  ///< id; or its folder, with or without 'content/'; 'pages/about' for a standing page
  std::string language;  ///< of the translation
};

/// Writes translation.<language>.yaml beside the texts; leaves it alone if nothing has changed.
ExitStatus stamp(const SiteOptions& site, const StampOptions& options);

}  // namespace gaceta::commands
