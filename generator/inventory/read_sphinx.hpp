// Internal to the room: the format of Sphinx, https://sphobjinv.readthedocs.io/en/stable/syntax.html.
#pragma once

#include "inventory/read.hpp"

namespace gaceta::inventory {

std::variant<Inventory, Refusal> read_sphinx(const Source& source);

}  // namespace gaceta::inventory
