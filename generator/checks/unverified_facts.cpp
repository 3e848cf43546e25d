#include "checks/unverified_facts.hpp"

namespace gaceta::checks {

void check_unverified_facts(const catalog::Catalog& catalog, Stage stage, diagnostics::Diagnostics& found) {
  const std::string_view rule = stage == Stage::release ? "unverified-fact-in-release" : "unverified-fact";
  for (const model::Bulletin& bulletin : catalog.bulletins()) {
    for (const model::Fact& fact : bulletin.facts) {
      if (fact.status != model::FactStatus::to_be_confirmed) continue;
      found.push_back(diagnostics::make(rule, model::place(bulletin.settings_path(), fact.span), {fact.id.text}));
    }
  }
}

}  // namespace gaceta::checks
