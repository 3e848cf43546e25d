// Decides the last step of a build: which files move, which pages go, and what stands in the way. Looks at the output
// and changes nothing.
#pragma once

#include <cstddef>

#include "diagnostics/diagnostic.hpp"
#include "filesystem/folder.hpp"
#include "filesystem/result.hpp"
#include "publishing/bookkeeping.hpp"
#include "publishing/journal.hpp"
#include "publishing/manifest.hpp"
#include "publishing/page.hpp"
#include "publishing/publisher.hpp"

namespace gaceta::publishing {

/// What the output was before: the last build's list, and what is known of its files.
struct Previous {
  const Manifest& manifest;
  const Bookkeeping& known;
};

struct LastStep {
  Journal journal;  ///< empty if there is nothing to do; without the manifest
  std::size_t removed = 0;
  diagnostics::Diagnostics problems;  ///< with errors among them the journal must not be followed
};

/// `pages` sorted by path, without collisions.
filesystem::Result<LastStep> plan_last_step(const Pages& pages, Previous previous, const filesystem::Folder& output,
                                            std::string_view shown, ForeignFolder foreign);

}  // namespace gaceta::publishing
