// What a reference points to, once it is resolved.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "inventory/inventory.hpp"

namespace gaceta::catalog {

/// Positions in the catalog's lists. Each list has its own type, so that they cannot be mixed up.
enum class BulletinIndex : std::uint32_t {};
enum class DocumentIndex : std::uint32_t {};
enum class EventIndex : std::uint32_t {};
enum class PageIndex : std::uint32_t {};

constexpr std::size_t position(BulletinIndex index) {
  return static_cast<std::size_t>(index);
}
constexpr std::size_t position(DocumentIndex index) {
  return static_cast<std::size_t>(index);
}
constexpr std::size_t position(EventIndex index) {
  return static_cast<std::size_t>(index);
}
constexpr std::size_t position(PageIndex index) {
  return static_cast<std::size_t>(index);
}

/// A bulletin, or a place in it: `anchor` is empty or one that exists in at least one of its texts.
struct BulletinTarget {
  BulletinIndex bulletin{};
  std::string anchor;
  friend auto operator<=>(const BulletinTarget&, const BulletinTarget&) = default;
};

/// A document of the register, or a part of it: `number` is the article's, chapter's or annex's.
struct DocumentTarget {
  enum class Part : std::uint8_t { whole, article, chapter, annex };
  DocumentIndex document{};
  Part part = Part::whole;
  std::string number;
  friend auto operator<=>(const DocumentTarget&, const DocumentTarget&) = default;
};

struct EventTarget {
  EventIndex event{};
  friend auto operator<=>(const EventTarget&, const EventTarget&) = default;
};

struct PageTarget {
  PageIndex page{};
  friend auto operator<=>(const PageTarget&, const PageTarget&) = default;
};

/// A figure that a bulletin declares: its position in the bulletin's list.
struct FactTarget {
  BulletinIndex bulletin{};
  std::uint32_t fact = 0;
  friend auto operator<=>(const FactTarget&, const FactTarget&) = default;
};

/// Something on another site: positions of the site among the settings, and of the thing in its inventory.
struct OtherTarget {
  std::uint32_t site = 0;
  inventory::Found found;
  friend auto operator<=>(const OtherTarget&, const OtherTarget&) = default;
};

using Target = std::variant<BulletinTarget, DocumentTarget, EventTarget, PageTarget, FactTarget, OtherTarget>;

/// Why a reference points to nothing: a rule of the catalogue, and which part of the reference is wrong (bytes).
struct Unresolved {
  std::string_view rule;
  std::vector<std::string> arguments;
  diagnostics::Help help;
  std::size_t offset = 0;
  std::size_t length = 0;
};

}  // namespace gaceta::catalog
