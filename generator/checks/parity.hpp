// Whether a translation has what its source has: blocks and their shape, references, facts, figures, dates, notes,
// pictures. Each difference is reported where it can be seen, with the place of its counterpart.
#pragma once

#include <set>

#include "checks/two_texts.hpp"

namespace gaceta::checks {

/// Blocks in `reported` are missing too, but that was said already.
void check_parity(const TwoTexts& both, const std::set<const alignment::Block*>& reported,
                  diagnostics::Diagnostics& found);

/// Every picture needs words for those who do not see it; in any language, with or without a translation.
void check_alternative_texts(const content::InspectedText& text, diagnostics::Diagnostics& found);

}  // namespace gaceta::checks
