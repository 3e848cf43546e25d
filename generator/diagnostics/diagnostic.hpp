// What an author did wrong, as a value: which rule, where, with which words. No text is glued here: the sentence of
// each rule lives in the catalogue, in every language that editors read, and is chosen when the diagnostic is printed.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gaceta::diagnostics {

enum class Severity { off, note, warning, error };

/// A place in a file that somebody wrote. `path` is relative to the site's root, with '/'.
/// `line` and `column` count from 1, `column` and `length` in bytes of that line; 0 means "not known": the whole file
/// or line.
struct Place {
  std::string path;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 0;

  friend auto operator<=>(const Place&, const Place&) = default;
};

/// A second sentence that tells what to do; its own entry in the catalogue (HELP). An empty id means none.
struct Help {
  std::string_view id;
  std::vector<std::string> arguments;

  friend bool operator==(const Help&, const Help&) = default;
};

struct Diagnostic {
  std::string_view id;  ///< a rule of the catalogue; static storage
  Severity severity = Severity::error;
  Place place;
  /// Fill {0}, {1} … of the sentence. An argument that starts with '@' names a WORD of the catalogue ('@list').
  std::vector<std::string> arguments;
  Help help;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// A diagnostic of rule `id` with the rule's own severity. `id` must be in the catalogue: anything else is our mistake.
[[nodiscard]] Diagnostic make(std::string_view id, Place place, std::vector<std::string> arguments = {},
                              Help help = {});

/// The help "did you mean '…'?" if there is a suggestion, else no help.
[[nodiscard]] Help did_you_mean(std::optional<std::string> suggestion);

/// By path, line, column, then id, so that the order never depends on who found what first. Equal ones are dropped.
void sort_and_deduplicate(Diagnostics& diagnostics);

bool has_errors(const Diagnostics& diagnostics);

}  // namespace gaceta::diagnostics
