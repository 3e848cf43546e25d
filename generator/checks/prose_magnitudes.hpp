// Millions, billions and billones: the same amount must have the same value in every language and in the fact that it
// restates. Compares what the prose checks noted in the texts of one bulletin.
#pragma once

#include "content/bulletin_inspector.hpp"
#include "diagnostics/diagnostic.hpp"

namespace gaceta::checks {

/// Reports each amount written by hand whose paragraph in the other language has another value in its place, or that is
/// a thousand or a million times a fact of its bulletin.
void check_magnitudes(const content::InspectedBulletin& bulletin, diagnostics::Diagnostics& found);

}  // namespace gaceta::checks
