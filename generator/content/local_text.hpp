// Reading what every content file has: text maps, EDTF dates, mentions of other things. Built on yaml::Fields; each
// mistake is reported at its own place.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "content/settings.hpp"
#include "model/bulletin.hpp"
#include "yaml/fields.hpp"

namespace gaceta::content {

inline model::Span span(yaml::Position position) {
  return {position.line, position.column, position.length};
}

enum class Presence { optional, required };

/// The text map at `key`: {es: …, en: …} or one string for all languages. A language that the site does not have is an
/// error, one that is missing is reported and takes the first text given. Empty when the key is absent.
model::LocalText read_local_text(yaml::Fields& fields, std::string_view key,
                                 std::span<const LanguageSettings> languages, Presence presence = Presence::optional);

/// The same for a node that was already found.
model::LocalText local_text_of(const yaml::Node& node, std::string_view path,
                               std::span<const LanguageSettings> languages, diagnostics::Diagnostics& diagnostics);

/// A text map in which a language may be missing without complaint (addresses, plurals): its text is then empty.
model::LocalText read_partial_text(yaml::Fields& fields, std::string_view key,
                                   std::span<const LanguageSettings> languages);

/// The EDTF date or interval at `key`.
std::optional<model::DateRange> read_date(yaml::Fields& fields, std::string_view key,
                                          Presence presence = Presence::optional);

/// A word that names something else.
std::optional<model::Mention> read_mention(yaml::Fields& fields, std::string_view key);
model::PackedList<model::Mention> read_mentions(yaml::Fields& fields, std::string_view key);

/// An absolute http or https address; anything else is reported and dropped.
std::string read_url(yaml::Fields& fields, std::string_view key);
bool is_web_address(std::string_view text);

/// ISO 3166-1 alpha-2, or empty; anything else is reported.
std::string read_country(yaml::Fields& fields, std::string_view key);

/// Reports `id` unless it is lower-case ASCII letters, digits and '-', beginning with a letter or digit.
bool check_id(std::string_view id, yaml::Position position, std::string_view path,
              diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::content
