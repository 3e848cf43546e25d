// What other sites may link to here, by id: Sphinx's objects.inv per language, and one inventory.json that Gaceta
// reads. Pure functions of the catalog.
#pragma once

#include "rendering/host.hpp"
#include "rendering/output_file.hpp"

namespace gaceta::rendering {

/// <language>/objects.inv with the addresses and titles of the host's language. `host` must outlive the file.
StreamedFile sphinx_inventory(const Host& host);

/// data/inventory.json: every id once, with address and title per language. The number of a place is written, not its
/// words, so that each reader's own site prints them. Places that not all texts of a bulletin have are left out.
/// `hosts`: one per language; they must outlive the file.
StreamedFile inventory_json(const std::vector<Host>& hosts);

}  // namespace gaceta::rendering
