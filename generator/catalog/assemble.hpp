// From checked sources to the catalog.
#pragma once

#include "catalog/catalog.hpp"
#include "content/load.hpp"
#include "diagnostics/diagnostic.hpp"

namespace gaceta::catalog {

/// Pairs, resolves, orders and addresses everything in `site`. Every broken reference and every two sources that would
/// share an address are reported; the catalog is whole anyway, without what could not be resolved.
Catalog assemble(content::Site site, diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::catalog
