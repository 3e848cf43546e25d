// What can be said of a whole edition once it is assembled: the house rules that no single file can break alone.
// Each check is a pure function of the frozen catalog; all of them run, and what they find is one list.
#pragma once

#include "catalog/catalog.hpp"
#include "diagnostics/diagnostic.hpp"

namespace gaceta::checks {

/// A release must not publish what is still unverified: what is a note otherwise is then an error.
enum class Stage { draft, release };

/// Runs every check.
diagnostics::Diagnostics check(const catalog::Catalog& catalog, Stage stage);

}  // namespace gaceta::checks
