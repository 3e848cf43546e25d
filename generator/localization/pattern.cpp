#include "localization/pattern.hpp"

#include <algorithm>
#include <array>

#include "localization/invisible.hpp"

namespace gaceta::localization {
namespace {

constexpr auto kSlotNames = std::to_array<std::string_view>({
#define SLOT(name) #name,
#include "localization/slots.inc"
#undef SLOT
});

std::optional<Slot> find_slot(std::string_view name, std::initializer_list<Slot> allowed) {
  const auto found = std::find_if(allowed.begin(), allowed.end(), [&](Slot slot) { return slot_name(slot) == name; });
  return found != allowed.end() ? std::optional(*found) : std::nullopt;
}

}  // namespace

std::string_view slot_name(Slot slot) {
  return kSlotNames[static_cast<std::size_t>(slot)];
}

std::optional<Pattern> Pattern::parse(std::string_view text, std::initializer_list<Slot> allowed,
                                      std::string& wrong_slot) {
  Pattern pattern;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    Piece piece{unspelled(text.substr(0, open)), std::nullopt};
    text.remove_prefix(std::min(open, text.size()));
    if (!text.empty()) {
      const std::size_t close = text.find('}');
      const std::string_view name = text.substr(1, close == std::string_view::npos ? close : close - 1);
      piece.slot = find_slot(name, allowed);
      if (close == std::string_view::npos || !piece.slot) {
        wrong_slot = name;
        return std::nullopt;
      }
      text.remove_prefix(close + 1);
    }
    pattern.pieces_.push_back(std::move(piece));
  }
  return pattern;
}

void Pattern::append(std::string& out, std::initializer_list<Filling> fillings) const {
  for (const Piece& piece : pieces_) {
    out += piece.literal;
    if (!piece.slot) continue;
    const auto filling =
        std::find_if(fillings.begin(), fillings.end(), [&](const Filling& one) { return one.slot == *piece.slot; });
    if (filling != fillings.end()) out += filling->text;
  }
}

std::string Pattern::filled(std::initializer_list<Filling> fillings) const {
  std::string out;
  append(out, fillings);
  return out;
}

bool Pattern::has(Slot slot) const {
  return std::any_of(pieces_.begin(), pieces_.end(), [&](const Piece& piece) { return piece.slot == slot; });
}

}  // namespace gaceta::localization
