// What a role says: the phrase that a locale prints, or what is wrong with it. The one place that knows how the roles
// num, date, time, ord, country and fact become values; used when a text is checked and when it is printed.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "content/settings.hpp"
#include "localization/locale.hpp"
#include "localization/notation.hpp"
#include "markdown/document.hpp"
#include "model/bulletin.hpp"

namespace gaceta::content {

/// A value to print; `fact` is set when it came from one.
struct RoleValue {
  localization::Phrase phrase;
  std::shared_ptr<const model::Fact> fact;
};

/// A term of the glossary.
struct RoleTerm {
  const Term* term = nullptr;
  bool plural = false;
};

/// Words in another language.
struct RoleLanguage {
  std::string_view tag;
  std::string_view words;
};

using RoleMeaning = std::variant<RoleValue, RoleTerm, RoleLanguage, localization::NotationError>;

/// What the role at `node` means in `bulletin` (null: a page without facts). Views point into the document.
RoleMeaning role_meaning(const markdown::Document& document, markdown::Index node, const Settings& settings,
                         const localization::NamedFormats& formats, const model::Bulletin* bulletin);

/// The value of a fact as it prints without a style word; nothing if the fact is wrong (which was reported).
std::optional<localization::Phrase> fact_phrase(const model::Fact& fact, std::string_view style,
                                                const Settings& settings, const localization::NamedFormats& formats);

/// Reports what is wrong with the facts of a bulletin, each at its own place in bulletin.yaml.
void check_facts(const model::Bulletin& bulletin, const Settings& settings, const localization::NamedFormats& formats,
                 diagnostics::Diagnostics& diagnostics);

/// The `formats:` of site.yaml as intents; unknown ones are reported.
localization::NamedFormats named_formats(const Settings& settings);

}  // namespace gaceta::content
