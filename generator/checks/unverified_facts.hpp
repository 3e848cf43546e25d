// Facts whose source itself says that they are to be confirmed.
#pragma once

#include "checks/check.hpp"

namespace gaceta::checks {

/// A note for each fact with the status to-be-confirmed; an error when the site is released.
void check_unverified_facts(const catalog::Catalog& catalog, Stage stage, diagnostics::Diagnostics& found);

}  // namespace gaceta::checks
