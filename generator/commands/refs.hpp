// gaceta refs ID: what a bulletin, document or event refers to, and who refers to it.
#pragma once

#include <string>

#include "commands/run.hpp"
#include "commands/site_options.hpp"

namespace gaceta::commands {

struct RefsOptions {
  SiteOptions site;
  std::string id;
  std::string format = "text";  ///< or json
};

ExitStatus refs(const RefsOptions& options);

}  // namespace gaceta::commands
