#include "rendering/citing_bulletins.hpp"

#include <algorithm>

namespace gaceta::rendering {

CitingBulletins::CitingBulletins(const catalog::Catalog& catalog, catalog::DocumentIndex document)
    : citations_(catalog.citations(document)) {
  std::stable_sort(citations_.begin(), citations_.end(), [&](const catalog::Citation& a, const catalog::Citation& b) {
    return catalog.comes_first(a.from, b.from);
  });
  for (std::size_t i = 0; i < citations_.size(); ++i) {
    if (i == 0 || citations_[i].from != citations_[i - 1].from) begins_.push_back(i);
  }
}

std::span<const catalog::Citation> CitingBulletins::citations(PageRange bulletins) const {
  const auto begin_of = [this](std::size_t bulletin) {
    return bulletin < begins_.size() ? begins_[bulletin] : citations_.size();
  };
  const std::size_t first = begin_of(bulletins.first);
  return std::span(citations_).subspan(first, begin_of(bulletins.first + bulletins.count) - first);
}

}  // namespace gaceta::rendering
