// Every rule that Gaceta may report: stable id, usual severity, its sentence in each language that editors read.
// The entries are in messages/<room>.inc, one file per room, as RULE, HELP and WORD lines.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"

namespace gaceta::diagnostics {

/// The language of messages, chosen from the editor's locale.
enum class Language { english, spanish };

struct Rule {
  std::string_view id;
  Severity severity;
  std::string_view english;
  std::string_view spanish;
};

/// All rules, sorted by id.
std::span<const Rule> rules();

/// The rule called `id`, or null.
const Rule* find_rule(std::string_view id);

/// The help called `id`, in static storage, if there is one.
std::optional<std::string_view> help_id(std::string_view id);

/// The sentence of a diagnostic, of its help, in `language`, with the arguments filled in; the help may be empty.
std::string message(const Diagnostic& diagnostic, Language language);
std::string help(const Diagnostic& diagnostic, Language language);

/// The words 'error', 'warning', 'note' as printed before a message.
std::string_view severity_word(Severity severity, Language language);

}  // namespace gaceta::diagnostics
