// Millions, billions and billones: the same amount must have the same value in every language and in the fact that it
// restates. Compares what the prose checks left in the outlines.
#pragma once

#include "catalog/catalog.hpp"
#include "diagnostics/diagnostic.hpp"

namespace gaceta::checks {

/// Reports each amount written by hand whose paragraph in the other language has another value in its place, or that is
/// a thousand or a million times a fact of its bulletin.
void check_magnitudes(const catalog::Catalog& catalog, diagnostics::Diagnostics& found);

}  // namespace gaceta::checks
