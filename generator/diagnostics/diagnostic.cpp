#include "diagnostics/diagnostic.hpp"

#include <algorithm>
#include <cassert>
#include <tuple>

#include "diagnostics/catalogue.hpp"

namespace gaceta::diagnostics {

Diagnostic make(std::string_view id, Place place, std::vector<std::string> arguments, Help help) {
  const Rule* rule = find_rule(id);
  assert(rule != nullptr && "a diagnostic's id must be in diagnostics/messages");
  return {rule->id, rule->severity, std::move(place), std::move(arguments), std::move(help)};
}

Help did_you_mean(std::optional<std::string> suggestion) {
  if (!suggestion) return {};
  return {"did-you-mean", {*std::move(suggestion)}};
}

void sort_and_deduplicate(Diagnostics& diagnostics) {
  auto key = [](const Diagnostic& d) { return std::tie(d.place, d.id, d.arguments); };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end()), diagnostics.end());
}

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace gaceta::diagnostics
