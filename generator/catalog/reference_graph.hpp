// Which bulletin refers to what, from where and as what, and the reverse of it. A large edition has a million
// references, so each takes a few bytes: targets as numbers, names of places once for all. Filled while the catalog is
// assembled, one bulletin after the other in their order; afterwards const, for any thread. What it gives is unpacked;
// its views live as long as the graph.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "catalog/target.hpp"
#include "model/language.hpp"
#include "model/outline.hpp"

namespace gaceta::catalog {

/// As what a bulletin refers to something: in the words of a text, or in a key of bulletin.yaml.
enum class Role : std::uint8_t { text, legal_basis, source, see_also };

/// A reference as the whole graph lists it. One from bulletin.yaml is listed once for each text, since each shows it.
struct Edge {
  BulletinIndex from{};
  model::Language language{};
  std::string_view anchor;  ///< of the citing paragraph; empty for the bulletin as a whole
  Target target;
  Role role = Role::text;
};

/// That a bulletin refers to something from one place, pooled over its languages.
struct Citation {
  BulletinIndex from{};
  std::string_view anchor;   ///< of the citing paragraph; empty for bulletin.yaml
  Target target;             ///< what is cited: the whole or a part
  std::uint32_t number = 0;  ///< in the graph
};

/// The bulletin that `target` is or lies in.
std::optional<BulletinIndex> bulletin_of(const Target& target);

class ReferenceGraph {
 public:
  ReferenceGraph() = default;
  ReferenceGraph(std::size_t bulletins, std::size_t documents, std::size_t events, std::size_t languages);

  /// From now on, references of `from`; each bulletin once, in their order.
  void begin(BulletinIndex from);
  /// `edge.from` is the bulletin that was begun. `context`: the words around it, where it stands in a text.
  void add(const Edge& edge, const model::PutAside& context);

  std::vector<Edge> edges(BulletinIndex from) const;
  std::size_t edge_count() const { return edges_.size(); }
  /// Each target once, in the order of the text; neither what stands in the same bulletin nor what is only to be seen
  /// also.
  std::vector<Target> references(BulletinIndex from) const;
  std::vector<BulletinIndex> see_also(BulletinIndex from) const;

  /// Who cites it, in the order of the bulletins, and within them of their texts. Not what stands in the same bulletin.
  std::vector<Citation> citations(BulletinIndex index) const { return unpacked(last_[position(index)]); }
  std::vector<Citation> citations(DocumentIndex index) const { return unpacked(last_[documents_ + position(index)]); }
  std::vector<Citation> citations(EventIndex index) const { return unpacked(last_[events_ + position(index)]); }
  /// How many bulletins cite it.
  std::size_t citing(DocumentIndex index) const;
  /// The words around the reference in the text in `language`; of size 0 where there are none.
  model::PutAside context(const Citation& citation, model::Language language) const;

 private:
  /// A Target, or the name of a place: equal ones are equal here.
  struct PackedTarget {
    std::uint32_t index = 0;   ///< of the bulletin, document, event or page; in others_
    std::uint32_t detail = 0;  ///< a name, or the position of a fact
    std::uint8_t kind = 0;     ///< index of the variant
    DocumentTarget::Part part{};
    friend bool operator==(const PackedTarget&, const PackedTarget&) = default;
  };
  /// Fields of a PackedTarget stand singly, so that nothing is lost to alignment.
  struct PackedEdge {
    std::uint32_t index = 0, detail = 0, anchor = 0;
    std::uint8_t kind = 0;
    DocumentTarget::Part part{};
    model::Language language{};
    Role role{};
    PackedTarget target() const { return {index, detail, kind, part}; }
  };
  struct PackedCitation {
    std::uint32_t index = 0, detail = 0, anchor = 0;
    BulletinIndex from{};
    std::uint32_t previous = 0;  ///< citation of the same thing, as `last_` has it
    std::uint8_t kind = 0;
    DocumentTarget::Part part{};
    PackedTarget target() const { return {index, detail, kind, part}; }
  };

  std::uint32_t name(std::string_view text);
  PackedTarget packed(const Target& target);
  Target unpacked(const PackedTarget& target) const;
  std::vector<Citation> unpacked(std::uint32_t last) const;
  void cite(const Edge& edge, const PackedEdge& packed, const model::PutAside& context);
  std::uint32_t* last_of(const Edge& edge);
  template <typename Visit>
  void for_each(BulletinIndex from, const Visit& visit) const;

  std::size_t documents_ = 0, events_ = 0, languages_ = 0;
  std::deque<PackedEdge> edges_;            ///< not a vector: it would have to move while it grows
  std::vector<std::uint32_t> first_edges_;  ///< of each bulletin
  std::deque<PackedCitation> citations_;
  /// What the bulletin that was begun cites, from where: 1 + the number of the citation.
  std::map<std::tuple<std::uint8_t, DocumentTarget::Part, std::uint32_t, std::uint32_t, std::uint32_t>, std::uint32_t>
      begun_;
  std::deque<std::uint64_t> contexts_;  ///< of each citation, in each language: offset and, in the last 24 bits, size
  /// Of each bulletin, each document, each event: 1 + the last of its citations; 0: there is none.
  std::vector<std::uint32_t> last_;
  std::deque<std::string> names_ = {""};
  std::unordered_map<std::string_view, std::uint32_t> name_numbers_ = {{"", 0}};
  std::vector<OtherTarget> others_;
  std::map<OtherTarget, std::uint32_t> other_numbers_;
};

}  // namespace gaceta::catalog
