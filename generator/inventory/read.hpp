// An inventory as another site publishes it. Whoever wrote it is not trusted: what is too large, cut off, of another
// version, or leads out of its site is refused as a whole.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "inventory/inventory.hpp"

namespace gaceta::inventory {

/// A file and what the settings say of it.
struct Source {
  std::string_view bytes;
  std::string name;      ///< for messages
  std::string base_url;  ///< where its addresses begin, ends in '/'; empty: as the file says
  std::string language;  ///< of its pages; empty: as the file says, or unknown
};

/// Why it is refused: a rule of the catalogue with its arguments.
struct Refusal {
  std::string_view rule;
  std::vector<std::string> arguments;
};

inline constexpr std::size_t kMostBytes = std::size_t{64} << 20U;  ///< unpacked

/// Sphinx's objects.inv, version 2, or Gaceta's inventory.json, version 1: the bytes tell.
std::variant<Inventory, Refusal> read(const Source& source);

/// One inventory of several that speak of the same things in different languages.
Inventory merged(std::vector<Inventory> inventories);

/// Whether `tag` has the letters of a BCP 47 tag.
bool is_language_tag(std::string_view tag);

/// `address`, relative to `base_url`, as an absolute one; nothing if it could lead elsewhere.
std::optional<std::string> address_below(std::string_view base_url, std::string_view address);

}  // namespace gaceta::inventory
