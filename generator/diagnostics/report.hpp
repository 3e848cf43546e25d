// Diagnostics as people and programs read them. Pure: the caller gives the source lines and prints the result.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/catalogue.hpp"
#include "diagnostics/diagnostic.hpp"

namespace gaceta::diagnostics {

/// The text of a file by its path, or nothing if it cannot be shown. Called from the caller's thread only.
using SourceText = std::function<std::optional<std::string>(std::string_view path)>;

enum class Style { plain, colour };

/// One diagnostic per paragraph: place, message and id, the line with carets, the help. Columns are counted in
/// characters.
std::string as_text(const Diagnostics& diagnostics, const SourceText& source, Language language, Style style);

/// An array of {file, line, column, end_column, severity, id, message, help}; columns in characters, from 1.
std::string as_json(const Diagnostics& diagnostics, const SourceText& source, Language language);

/// SARIF 2.1.0, one run, with the rules that occur.
std::string as_sarif(const Diagnostics& diagnostics, const SourceText& source, Language language,
                     std::string_view version);

}  // namespace gaceta::diagnostics
