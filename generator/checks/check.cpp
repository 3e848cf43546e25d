#include "checks/check.hpp"

#include "checks/prose_magnitudes.hpp"
#include "checks/unverified_facts.hpp"

namespace gaceta::checks {

diagnostics::Diagnostics check(const catalog::Catalog& catalog, Stage stage) {
  diagnostics::Diagnostics found;
  check_unverified_facts(catalog, stage, found);
  check_magnitudes(catalog, found);
  return found;
}

}  // namespace gaceta::checks
