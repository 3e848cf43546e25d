// gaceta serve: the site as it will be, on this machine, while it is being written.
#pragma once

#include "commands/run.hpp"
#include "commands/site_options.hpp"

namespace gaceta::commands {

struct ServeOptions {
  SiteOptions site;        ///< root, date and jobs as they were typed
  int port = -1;           ///< 0: any that is free; below: the usual one, or the next that is free
  bool no_drafts = false;  ///< leave drafts out
  bool no_future = false;  ///< leave out what is dated later than today, or than site.date
};

/// Builds into ROOT/.gaceta/preview, serves that on 127.0.0.1, and builds again whenever something changes, until
/// SIGINT or SIGTERM.
ExitStatus serve(const ServeOptions& options);

}  // namespace gaceta::commands
