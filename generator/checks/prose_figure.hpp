// A number of a text, read with what stands before it (a sign, a code) and behind it (words of scale, a percent sign, a
// currency, a noun). Judges nothing: that is prose_figures.cpp. Internal to the checks.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>

#include "checks/prose_context.hpp"
#include "checks/prose_number.hpp"

namespace gaceta::checks {

/// The most words of scale that belong together, and groups of digits with spaces between: more is no amount, and must
/// not cost more.
inline constexpr std::size_t kMostScaleWords = 3;
inline constexpr std::size_t kMostGroups = 8;

/// What a number counts.
struct Counted {
  std::string unit;     ///< as roles name it: '%', 'points', 'USD', 'pyme'; empty: nothing known
  std::size_t end = 0;  ///< first token behind it
  bool is_percent_sign = false;
  bool is_noun = false;       ///< a word that counts things, so that a fraction would be odd
  bool is_unit_noun = false;  ///< a noun that the site or Gaceta declares
  bool is_everyday = false;
  bool is_adjacent = true;  ///< no 'de' between
};

struct Figure {
  std::size_t first = 0;  ///< token with which it begins: a sign of currency, a code or the number
  std::size_t number = 0;
  std::size_t last = 0;  ///< first token behind the number (1 250 000 is several)
  std::size_t scale_begin = 0, scale_end = 0;
  int scale = 0;
  std::string prefix_unit;
  TypedNumber typed;
  Counted counted;
  bool is_spaced = false;  ///< digits grouped by spaces that are not the house's
};

/// Reads figures of one block. Borrows the text and the lexicon.
class FigureReader {
 public:
  FigureReader(const ProseText& text, const ProseLexicon& lexicon) : text_(text), lexicon_(lexicon) {}

  [[nodiscard]] Figure read(std::size_t i) const;
  [[nodiscard]] std::size_t token_behind(std::size_t at, std::size_t offset) const;
  /// The percent sign, the currency, the noun at `at`, perhaps behind 'de'.
  [[nodiscard]] Counted read_counted(std::size_t at) const;
  /// 'dos millones y medio', '2 millones 500 mil': the amount is more than was read.
  [[nodiscard]] bool goes_on(const Figure& figure) const;

 private:
  [[nodiscard]] Figure read_one(std::size_t i) const;
  /// 1 250 000: every group must have three digits, or it is a telephone number or a list.
  void read_spaced_groups(Figure& figure) const;
  [[nodiscard]] bool counts_something(std::size_t at) const;
  void read_prefix(Figure& figure) const;
  void read_scale(Figure& figure) const;
  [[nodiscard]] const Phrase* phrase(std::size_t at, std::initializer_list<Phrase::Kind> kinds,
                                     std::size_t& size) const;

  const ProseText& text_;
  const ProseLexicon& lexicon_;
};

}  // namespace gaceta::checks
