// gaceta init: a new site that builds at once.
#pragma once

#include <string>

#include "commands/run.hpp"

namespace gaceta::commands {

/// Makes a site in `folder`, which may be missing.
ExitStatus init(const std::string& folder);

}  // namespace gaceta::commands
