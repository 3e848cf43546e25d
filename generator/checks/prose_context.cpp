#include "checks/prose_context.hpp"

#include <variant>

#include "localization/notation.hpp"

namespace gaceta::checks {

diagnostics::Help ProseContext::write_role(std::string_view name, std::string_view value) const {
  if (has_roles) return write_instead(role(name, value));
  const localization::LocaleData& data = lexicon.locale();
  if (!data.units) return {};
  const auto phrase = localization::parse_role(name, value, *data.units);
  const auto* good = std::get_if<localization::Phrase>(&phrase);
  if (good == nullptr) return {};
  return write_instead(localization::Locale(lexicon.shared_locale()).print(*good));
}

}  // namespace gaceta::checks
