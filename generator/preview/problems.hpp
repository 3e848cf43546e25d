// What is wrong with the edition, as pages show it while it is being mended. Pure but for the source lines that the
// caller reads.
#pragma once

#include <string>
#include <string_view>

#include "diagnostics/catalogue.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/report.hpp"

namespace gaceta::preview {

/// The first fifty errors among `diagnostics` as HTML, each with its place, sentence, line and help as `gaceta build`
/// prints them, below a heading. All that comes from files is escaped.
std::string problems_html(const diagnostics::Diagnostics& diagnostics, const diagnostics::SourceText& source,
                          diagnostics::Language language);

/// The same for one sentence about the machine.
std::string failure_html(std::string_view sentence, diagnostics::Language language);

/// How both look, in an overlay and on a page of their own.
std::string_view problems_style();

/// A whole page of `problems`, for when there is no site yet. `script`: an element that goes at its end.
std::string problems_page(std::string_view problems, std::string_view language_code, std::string_view script);

/// 'en' or 'es'.
std::string_view code_of(diagnostics::Language language);

}  // namespace gaceta::preview
