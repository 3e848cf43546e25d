#include "checks/check.hpp"

#include "checks/unverified_facts.hpp"

namespace gaceta::checks {

diagnostics::Diagnostics check(const catalog::Catalog& catalog, Stage stage) {
  diagnostics::Diagnostics found;
  check_unverified_facts(catalog, stage, found);
  return found;
}

}  // namespace gaceta::checks
