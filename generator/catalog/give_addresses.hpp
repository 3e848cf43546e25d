// A step of assemble.hpp: the addresses of all pages, and of the old ones that forward to them.
#pragma once

#include "catalog/catalog.hpp"
#include "diagnostics/diagnostic.hpp"

namespace gaceta::catalog {

/// Fills in the addresses of a catalog that is being assembled. Two pages with one address are reported.
void give_addresses(Catalog& catalog, diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::catalog
