// The anchors of a text as the catalog keeps them: thousands of texts have a hundred each, nearly all of them p-1, p-2,
// p-3 …, so runs of counted names are kept as their ends. Immutable once built; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/packed_list.hpp"

namespace gaceta::model {

/// A place that can be linked to. `name` is what stands behind '#': p-12, s-2, c-5, fn-3, or the author's own.
struct Anchor {
  enum class Kind {
    paragraph,
    section,
    conclusion,
    recommendation,
    table,
    quote,
    list,
    picture,
    note,
    programme,
    participants,
    key_figures,
    block
  };
  std::string name;
  Kind kind = Kind::block;
  bool is_printed = false;  ///< the number stands before the block; else it is only counted
  std::string number;       ///< '12', '12 bis', 'II', '2.1'; empty for a block that is not counted

  friend bool operator==(const Anchor&, const Anchor&) = default;
};

void pack(Packer& packer, const Anchor& anchor);
void unpack(Unpacker& unpacker, Anchor& anchor);

class AnchorSet {
 public:
  AnchorSet() = default;
  /// Names are unique.
  explicit AnchorSet(std::span<const Anchor> anchors);

  [[nodiscard]] std::optional<Anchor> find(std::string_view name) const;
  [[nodiscard]] bool contains(std::string_view name) const;
  /// Calls `visit(anchor)` for all: the counted ones run by run, then the others in the order of the text.
  template <typename Visit>
  void for_each(const Visit& visit) const;
  /// All names, in that order.
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  /// The anchors `prefix` + n for n from `first` to `last`, with the number n.
  struct Run {
    std::string_view prefix;  ///< 'p-'
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    Anchor::Kind kind{};
    bool is_printed = false;
  };
  friend void pack(Packer& packer, const Run& run);
  friend void unpack(Unpacker& unpacker, Run& run);
  static Anchor counted_anchor(const Run& run, std::uint32_t counter);
  std::optional<Run> run_of(std::string_view name) const;

  PackedList<Run> runs_;
  PackedList<Anchor> others_;
};

template <typename Visit>
void AnchorSet::for_each(const Visit& visit) const {
  for (const Run& run : runs_) {
    for (std::uint32_t left = run.last - run.first + 1, i = run.first; left > 0; --left, ++i) {
      visit(counted_anchor(run, i));
    }
  }
  for (const Anchor& anchor : others_) visit(anchor);
}

}  // namespace gaceta::model
