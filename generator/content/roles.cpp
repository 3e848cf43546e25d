#include "content/roles.hpp"

#include <algorithm>

#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace gaceta::content {
namespace {

using diagnostics::Diagnostics;
using diagnostics::did_you_mean;
using diagnostics::make;
using localization::NotationError;
using localization::Phrase;

/// Splits "name style words" at the first space.
struct NameAndStyle {
  std::string_view name;
  std::string_view style;
};

NameAndStyle split(std::string_view text) {
  text = text::trimmed(text);
  const std::size_t space = std::min(text.find(' '), text.size());
  return {text.substr(0, space), text::trimmed(text.substr(space))};
}

RoleMeaning fact_meaning(std::string_view text, const Settings& settings, const localization::NamedFormats& formats,
                         const model::Bulletin* bulletin) {
  const NameAndStyle parts = split(text);
  const std::size_t offset = static_cast<std::size_t>(parts.name.data() - text.data());
  if (auto found = bulletin != nullptr ? model::find_fact(bulletin->facts, parts.name) : std::nullopt) {
    auto fact = std::make_shared<const model::Fact>(*std::move(found));
    auto phrase = localization::phrase_of_fact({fact->value, fact->unit, fact->qualifier, parts.style}, *settings.units,
                                               &formats);
    if (auto* good = std::get_if<Phrase>(&phrase)) return RoleValue{std::move(*good), std::move(fact)};
    auto& wrong = std::get<localization::FactError>(phrase);
    // What is wrong in bulletin.yaml is reported there; here only the style word can be.
    if (wrong.field != localization::FactField::style) return RoleValue{{}, std::move(fact)};
    wrong.error.offset += parts.style.empty() ? 0 : static_cast<std::size_t>(parts.style.data() - text.data());
    return std::move(wrong.error);
  }
  std::vector<std::string> names;
  if (bulletin != nullptr) {
    for (const model::Fact& fact : bulletin->facts) names.push_back(fact.id.text);
  }
  return NotationError{"unknown-fact",
                       offset,
                       parts.name.size(),
                       {std::string(parts.name)},
                       did_you_mean(text::nearest(parts.name, names))};
}

RoleMeaning term_meaning(std::string_view text, const Settings& settings) {
  const NameAndStyle parts = split(text);
  if (const Term* term = settings.find_term({std::string(parts.name)})) {
    if (parts.style.empty() || parts.style == "plural") return RoleTerm{term, parts.style == "plural"};
    return NotationError{"unknown-term-style",
                         static_cast<std::size_t>(parts.style.data() - text.data()),
                         parts.style.size(),
                         {std::string(parts.style)},
                         {}};
  }
  std::vector<std::string> names;
  for (const Term& term : settings.terms) names.push_back(term.id.text);
  return NotationError{"unknown-term",
                       static_cast<std::size_t>(parts.name.data() - text.data()),
                       parts.name.size(),
                       {std::string(parts.name)},
                       did_you_mean(text::nearest(parts.name, names))};
}

bool is_language_tag(std::string_view tag) {
  const auto is_allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  return tag.size() >= 2 && tag.size() <= 35 && tag.front() != '-' && tag.back() != '-' &&
         std::all_of(tag.begin(), tag.end(), is_allowed);
}

}  // namespace

RoleMeaning role_meaning(const markdown::Document& document, markdown::Index node, const Settings& settings,
                         const localization::NamedFormats& formats, const model::Bulletin* bulletin) {
  const std::string_view role = document.name(node);
  const std::string_view text = document.text(node);
  if (role == "fact") return fact_meaning(text, settings, formats, bulletin);
  if (role == "term") return term_meaning(text, settings);
  if (role == "lang") {
    const std::string_view tag = document.argument(node);
    if (is_language_tag(tag)) return RoleLanguage{tag, text};
    return NotationError{"bad-language-tag", 0, text.size(), {std::string(tag)}, {}};
  }
  auto phrase = localization::parse_role(role, text, *settings.units, &formats);
  if (auto* good = std::get_if<Phrase>(&phrase)) return RoleValue{std::move(*good), nullptr};
  return std::move(std::get<NotationError>(phrase));
}

std::optional<Phrase> fact_phrase(const model::Fact& fact, std::string_view style, const Settings& settings,
                                  const localization::NamedFormats& formats) {
  auto phrase = localization::phrase_of_fact({fact.value, fact.unit, fact.qualifier, style}, *settings.units, &formats);
  if (auto* good = std::get_if<Phrase>(&phrase)) return std::move(*good);
  return std::nullopt;
}

void check_facts(const model::Bulletin& bulletin, const Settings& settings, const localization::NamedFormats& formats,
                 Diagnostics& diagnostics) {
  for (const model::Fact& fact : bulletin.facts) {
    auto phrase = localization::phrase_of_fact({fact.value, fact.unit, fact.qualifier, ""}, *settings.units, &formats);
    const auto* wrong = std::get_if<localization::FactError>(&phrase);
    if (wrong == nullptr) continue;
    const bool in_unit = wrong->field == localization::FactField::unit;
    diagnostics.push_back(make(wrong->error.rule,
                               model::place(bulletin.settings_path(), in_unit ? fact.unit_span : fact.value_span),
                               wrong->error.arguments, wrong->error.help));
  }
}

localization::NamedFormats named_formats(const Settings& settings) {
  localization::NamedFormats formats;
  for (const auto& [name, intent] : settings.formats) {
    if (const auto id = localization::find_intent(intent)) formats[name] = *id;
  }
  return formats;
}

}  // namespace gaceta::content
