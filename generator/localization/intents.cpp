#include "localization/intents.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace gaceta::localization {
namespace {

constexpr auto kIntents = std::to_array<Intent>({
#define INTENT(id, name, kind, summary) {IntentId::id, name, ValueKind::kind, summary},
#include "localization/intents.inc"
#undef INTENT
});

}  // namespace

std::span<const Intent> intents() {
  return kIntents;
}

const Intent& intent(IntentId id) {
  assert(static_cast<std::size_t>(id) < kIntents.size());
  return kIntents[static_cast<std::size_t>(id)];
}

std::optional<IntentId> find_intent(std::string_view name) {
  const auto found =
      std::find_if(kIntents.begin(), kIntents.end(), [&](const Intent& one) { return one.name == name; });
  return found != kIntents.end() ? std::optional(found->id) : std::nullopt;
}

std::vector<std::string_view> intent_names() {
  std::vector<std::string_view> names;
  names.reserve(kIntents.size());
  for (const Intent& one : kIntents) names.push_back(one.name);
  return names;
}

std::string_view role_of(ValueKind kind) {
  switch (kind) {
    case ValueKind::number:
      return "num";
    case ValueKind::date:
      return "date";
    case ValueKind::time:
      return "time";
    case ValueKind::ordinal:
      return "ord";
    case ValueKind::country:
      return "country";
    default:
      return {};
  }
}

}  // namespace gaceta::localization
