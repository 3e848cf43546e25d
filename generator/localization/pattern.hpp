// A text with named slots, as house style files write them: "{day} de {month} de {year}". Compiled and checked once,
// when the file is read. Invisible characters may be spelled out: <nbsp>, <en-dash>, … A plain value; any thread.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gaceta::localization {

/// Everything that a slot may be called.
enum class Slot : std::uint8_t {
#define SLOT(name) name,
#include "localization/slots.inc"
#undef SLOT
};

std::string_view slot_name(Slot slot);

/// What goes into one slot.
struct Filling {
  Slot slot;
  std::string_view text;
};

class Pattern {
 public:
  Pattern() = default;

  /// Nothing when a brace is not closed or a slot is not in `allowed`; `wrong_slot` then says which.
  static std::optional<Pattern> parse(std::string_view text, std::initializer_list<Slot> allowed,
                                      std::string& wrong_slot);

  /// Slots without a filling print nothing.
  void append(std::string& out, std::initializer_list<Filling> fillings) const;
  [[nodiscard]] std::string filled(std::initializer_list<Filling> fillings) const;
  [[nodiscard]] bool has(Slot slot) const;
  [[nodiscard]] bool empty() const { return pieces_.empty(); }

 private:
  struct Piece {
    std::string literal;
    std::optional<Slot> slot;  ///< printed behind the literal
  };
  std::vector<Piece> pieces_;
};

}  // namespace gaceta::localization
