// gaceta build and gaceta check.
#pragma once

#include "commands/run.hpp"
#include "commands/site_options.hpp"

namespace gaceta::commands {

ExitStatus build(const SiteOptions& options);
ExitStatus check(const SiteOptions& options);

}  // namespace gaceta::commands
