// Names that content gives to things. Each kind is its own type: a topic's id is not a series' id.
#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <string>

namespace gaceta::model {

template <typename Tag>
struct Id {
  std::string text;

  friend auto operator<=>(const Id&, const Id&) = default;
};

using BulletinId = Id<struct BulletinTag>;
using SeriesId = Id<struct SeriesTag>;
using TopicId = Id<struct TopicTag>;
using OrganisationId = Id<struct OrganisationTag>;
using DocumentId = Id<struct DocumentTag>;
using TermId = Id<struct TermTag>;
using EventId = Id<struct EventTag>;
using FactId = Id<struct FactTag>;

}  // namespace gaceta::model

template <typename Tag>
struct std::hash<gaceta::model::Id<Tag>> {
  std::size_t operator()(const gaceta::model::Id<Tag>& id) const { return std::hash<std::string>{}(id.text); }
};
