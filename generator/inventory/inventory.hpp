// What another site offers to be linked to, by id: read from the inventory that it publishes. Plain values; no I/O.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/outline.hpp"

namespace gaceta::inventory {

/// A thing in one language. `language` is a BCP 47 tag, or empty where the inventory does not say.
struct Edition {
  std::string language;
  std::string url;    ///< absolute, http or https
  std::string title;  ///< as a link to it reads

  friend bool operator==(const Edition&, const Edition&) = default;
};

/// A place in an item, at `url#id` in each language. `titles` go with the item's editions; there are none where kind
/// and number say it: 'párr. 12'.
struct Place {
  std::string id;
  model::Anchor::Kind kind = model::Anchor::Kind::block;
  std::string number;
  std::vector<std::string> titles;

  friend bool operator==(const Place&, const Place&) = default;
};

struct Item {
  std::string id;
  std::string kind;  ///< 'bulletin', 'document', … of a Gaceta site; 'std:label' and the like of Sphinx
  std::vector<Edition> editions;
  std::vector<Place> places;

  friend bool operator==(const Item&, const Item&) = default;
};

/// Sorted by id, then kind.
struct Inventory {
  std::vector<Item> items;
};

/// An item, or a place in it; positions.
struct Found {
  std::size_t item = 0;
  std::optional<std::size_t> place;

  friend auto operator<=>(const Found&, const Found&) = default;
};

/// What is called `name`: an id, an id with '#' and a place, or with its kind before it ('py:function:open') where
/// several have one id; of those, a label goes before a document and that before all others.
std::optional<Found> find(const Inventory& inventory, std::string_view name);

/// The nearest names, for a suggestion.
std::optional<std::string> nearest(const Inventory& inventory, std::string_view name);

/// The word for a kind of place in Gaceta's own inventory, and back.
std::string_view kind_name(model::Anchor::Kind kind);
model::Anchor::Kind kind_of(std::string_view name);

}  // namespace gaceta::inventory
