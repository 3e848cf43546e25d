// The checks of prose: what a copy editor would mark in one text. They run while the text is read, because bodies are
// not kept; what must be compared with other texts is noted and compared when all texts of the bulletin are there
// (prose_magnitudes.hpp). docs/manual/prose-checks.md tells editors what each rule means.
#pragma once

#include "content/text_inspector.hpp"

namespace gaceta::checks {

/// An inspector of the texts of a site in `locales`. Keeps references to both; it may be called by any thread.
content::TextInspector prose_inspector(
    const content::Settings& settings,
    const model::PerLanguage<std::shared_ptr<const localization::LocaleData>>& locales);

}  // namespace gaceta::checks
