#include "catalog/reference_graph.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace gaceta::catalog {
namespace {

constexpr int kSizeBits = 24;
constexpr std::uint64_t kLargest = (std::uint64_t{1} << kSizeBits) - 1;

/// Nobody quotes 16 MB, and 2^40 bytes hold the words around all references of any site.
std::uint64_t packed(const model::PutAside& context) {
  return context.offset << kSizeBits | std::min<std::uint64_t>(context.size, kLargest);
}

}  // namespace

std::optional<BulletinIndex> bulletin_of(const Target& target) {
  if (const auto* bulletin = std::get_if<BulletinTarget>(&target)) return bulletin->bulletin;
  if (const auto* fact = std::get_if<FactTarget>(&target)) return fact->bulletin;
  return std::nullopt;
}

ReferenceGraph::ReferenceGraph(std::size_t bulletins, std::size_t documents, std::size_t events, std::size_t languages)
    : documents_(bulletins),
      events_(bulletins + documents),
      languages_(languages),
      last_(bulletins + documents + events) {
  first_edges_.reserve(bulletins);
}

void ReferenceGraph::begin(BulletinIndex from) {
  begun_.clear();
  first_edges_.resize(position(from), static_cast<std::uint32_t>(edges_.size()));
  first_edges_.push_back(static_cast<std::uint32_t>(edges_.size()));
}

void ReferenceGraph::add(const Edge& edge, const model::PutAside& context) {
  const PackedTarget target = packed(edge.target);
  const PackedEdge packed_edge{target.index, target.detail, name(edge.anchor), target.kind,
                               target.part,  edge.language, edge.role};
  cite(edge, packed_edge, context);
  edges_.push_back(packed_edge);
}

std::uint32_t ReferenceGraph::name(std::string_view text) {
  if (const auto found = name_numbers_.find(text); found != name_numbers_.end()) return found->second;
  const auto number = static_cast<std::uint32_t>(names_.size());
  name_numbers_.emplace(names_.emplace_back(text), number);
  return number;
}

ReferenceGraph::PackedTarget ReferenceGraph::packed(const Target& target) {
  PackedTarget out;
  out.kind = static_cast<std::uint8_t>(target.index());
  if (const auto* bulletin = std::get_if<BulletinTarget>(&target)) {
    out.index = static_cast<std::uint32_t>(bulletin->bulletin);
    out.detail = name(bulletin->anchor);
  } else if (const auto* document = std::get_if<DocumentTarget>(&target)) {
    out.index = static_cast<std::uint32_t>(document->document);
    out.detail = name(document->number);
    out.part = document->part;
  } else if (const auto* event = std::get_if<EventTarget>(&target)) {
    out.index = static_cast<std::uint32_t>(event->event);
  } else if (const auto* page = std::get_if<PageTarget>(&target)) {
    out.index = static_cast<std::uint32_t>(page->page);
  } else if (const auto* fact = std::get_if<FactTarget>(&target)) {
    out.index = static_cast<std::uint32_t>(fact->bulletin);
    out.detail = fact->fact;
  } else {
    const OtherTarget& other = std::get<OtherTarget>(target);
    const auto [found, is_new] = other_numbers_.try_emplace(other, static_cast<std::uint32_t>(others_.size()));
    if (is_new) others_.push_back(other);
    out.index = found->second;
  }
  return out;
}

Target ReferenceGraph::unpacked(const PackedTarget& target) const {
  switch (target.kind) {
    case 0:
      return BulletinTarget{static_cast<BulletinIndex>(target.index), names_[target.detail]};
    case 1:
      return DocumentTarget{static_cast<DocumentIndex>(target.index), target.part, names_[target.detail]};
    case 2:
      return EventTarget{static_cast<EventIndex>(target.index)};
    case 3:
      return PageTarget{static_cast<PageIndex>(target.index)};
    case 4:
      return FactTarget{static_cast<BulletinIndex>(target.index), target.detail};
    default:
      return others_[target.index];
  }
}

template <typename Visit>
void ReferenceGraph::for_each(BulletinIndex from, const Visit& visit) const {
  const std::size_t i = position(from);
  const std::size_t end = i + 1 < first_edges_.size() ? first_edges_[i + 1] : edges_.size();
  for (std::size_t at = first_edges_[i]; at < end; ++at) visit(edges_[at]);
}

std::vector<Edge> ReferenceGraph::edges(BulletinIndex from) const {
  std::vector<Edge> edges;
  for_each(from, [&](const PackedEdge& edge) {
    edges.push_back({from, edge.language, names_[edge.anchor], unpacked(edge.target()), edge.role});
  });
  return edges;
}

std::vector<Target> ReferenceGraph::references(BulletinIndex from) const {
  const auto less = [](const PackedTarget& a, const PackedTarget& b) {
    return std::tie(a.kind, a.index, a.detail, a.part) < std::tie(b.kind, b.index, b.detail, b.part);
  };
  std::set<PackedTarget, decltype(less)> seen(less);
  std::vector<Target> references;
  for_each(from, [&](const PackedEdge& edge) {
    if (edge.role == Role::see_also || !seen.insert(edge.target()).second) return;
    Target target = unpacked(edge.target());
    if (bulletin_of(target) != from) references.push_back(std::move(target));
  });
  return references;
}

std::vector<BulletinIndex> ReferenceGraph::see_also(BulletinIndex from) const {
  std::vector<BulletinIndex> bulletins;
  std::optional<model::Language> language;  // all texts show the same
  for_each(from, [&](const PackedEdge& edge) {
    if (edge.role != Role::see_also || edge.language != language.value_or(edge.language)) return;
    language = edge.language;
    const Target target = unpacked(edge.target());
    if (const auto* other = std::get_if<BulletinTarget>(&target)) bulletins.push_back(other->bulletin);
  });
  return bulletins;
}

/// Where the citations of the target are listed, if they are.
std::uint32_t* ReferenceGraph::last_of(const Edge& edge) {
  if (const auto bulletin = bulletin_of(edge.target)) {
    return *bulletin != edge.from ? &last_[position(*bulletin)] : nullptr;
  }
  if (const auto* document = std::get_if<DocumentTarget>(&edge.target)) {
    return &last_[documents_ + position(document->document)];
  }
  if (const auto* event = std::get_if<EventTarget>(&edge.target)) return &last_[events_ + position(event->event)];
  return nullptr;
}

/// Adds the citation to what is cited, or this language's context to the one that another language made.
void ReferenceGraph::cite(const Edge& edge, const PackedEdge& packed_edge, const model::PutAside& context) {
  std::uint32_t* last = last_of(edge);
  if (last == nullptr) return;
  const PackedTarget target = packed_edge.target();
  std::uint32_t& found = begun_[std::tuple(target.kind, target.part, target.index, target.detail, packed_edge.anchor)];
  if (found == 0) {
    citations_.push_back({target.index, target.detail, packed_edge.anchor, edge.from, *last, target.kind, target.part});
    contexts_.resize(citations_.size() * languages_);
    found = *last = static_cast<std::uint32_t>(citations_.size());
  }
  std::uint64_t& words = contexts_[(found - 1) * languages_ + model::index(edge.language)];
  if ((words & kLargest) == 0) words = catalog::packed(context);
}

std::vector<Citation> ReferenceGraph::unpacked(std::uint32_t last) const {
  std::vector<Citation> citations;
  for (std::uint32_t at = last; at != 0; at = citations_[at - 1].previous) {
    const PackedCitation& one = citations_[at - 1];
    citations.push_back({one.from, names_[one.anchor], unpacked(one.target()), at - 1});
  }
  std::reverse(citations.begin(), citations.end());
  return citations;
}

std::size_t ReferenceGraph::citing(DocumentIndex index) const {
  std::size_t count = 0;
  std::optional<BulletinIndex> counted;  // citations of one bulletin follow each other
  for (std::uint32_t at = last_[documents_ + position(index)]; at != 0; at = citations_[at - 1].previous) {
    const BulletinIndex from = citations_[at - 1].from;
    if (counted == from) continue;
    counted = from;
    ++count;
  }
  return count;
}

model::PutAside ReferenceGraph::context(const Citation& citation, model::Language language) const {
  const std::uint64_t words = contexts_[citation.number * languages_ + model::index(language)];
  return {words >> kSizeBits, static_cast<std::uint32_t>(words & kLargest)};
}

}  // namespace gaceta::catalog
