#include "inventory/inventory.hpp"

#include <algorithm>
#include <array>

#include "text/nearest.hpp"

namespace gaceta::inventory {
namespace {

constexpr std::array<std::string_view, 13> kKinds = {
    "paragraph", "section", "conclusion", "recommendation", "table",       "quotation", "list",
    "figure",    "note",    "programme",  "participants",   "key-figures", "block"};

int rank(const Item& item) {
  return item.kind == "std:label" ? 0 : item.kind == "std:doc" ? 1 : 2;
}

const Item* find_item(const Inventory& inventory, std::string_view id) {
  const auto [first, last] =
      std::equal_range(inventory.items.begin(), inventory.items.end(), id, [](const auto& a, const auto& b) {
        if constexpr (std::is_same_v<std::decay_t<decltype(a)>, Item>) {
          return std::string_view(a.id) < b;
        } else {
          return a < std::string_view(b.id);
        }
      });
  const auto best = std::min_element(first, last, [](const Item& a, const Item& b) { return rank(a) < rank(b); });
  return best != last ? &*best : nullptr;
}

}  // namespace

std::optional<Found> find(const Inventory& inventory, std::string_view name) {
  const auto position = [&](const Item* item) { return static_cast<std::size_t>(item - inventory.items.data()); };
  if (const Item* item = find_item(inventory, name)) return Found{position(item), std::nullopt};
  if (const std::size_t hash = name.find('#'); hash != std::string_view::npos) {
    if (const Item* item = find_item(inventory, name.substr(0, hash))) {
      const auto place = std::find_if(item->places.begin(), item->places.end(),
                                      [&](const Place& one) { return one.id == name.substr(hash + 1); });
      if (place == item->places.end()) return std::nullopt;
      return Found{position(item), static_cast<std::size_t>(place - item->places.begin())};
    }
  }
  const std::size_t domain = name.find(':');
  const std::size_t role = domain == std::string_view::npos ? domain : name.find(':', domain + 1);
  if (role == std::string_view::npos) return std::nullopt;
  for (const Item& item : inventory.items) {
    if (item.kind == name.substr(0, role) && item.id == name.substr(role + 1))
      return Found{position(&item), std::nullopt};
  }
  return std::nullopt;
}

std::optional<std::string> nearest(const Inventory& inventory, std::string_view name) {
  const std::size_t hash = name.find('#');
  const Item* item = hash != std::string_view::npos ? find_item(inventory, name.substr(0, hash)) : nullptr;
  std::vector<std::string> names;
  if (item != nullptr) {
    for (const Place& place : item->places) names.push_back(item->id + "#" + place.id);
  } else {
    for (const Item& one : inventory.items) names.push_back(one.id);
  }
  return text::nearest(name, names);
}

std::string_view kind_name(model::Anchor::Kind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

model::Anchor::Kind kind_of(std::string_view name) {
  const auto found = std::find(kKinds.begin(), kKinds.end(), name);
  return found != kKinds.end() ? static_cast<model::Anchor::Kind>(found - kKinds.begin()) : model::Anchor::Kind::block;
}

}  // namespace gaceta::inventory
