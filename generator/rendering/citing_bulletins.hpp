// Who cites a document, as lists show it: bulletin by bulletin, the newest first. Made once for all pages of such a
// list; plain values, any thread.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "catalog/catalog.hpp"
#include "rendering/pagination.hpp"

namespace gaceta::rendering {

class CitingBulletins {
 public:
  CitingBulletins(const catalog::Catalog& catalog, catalog::DocumentIndex document);

  /// How many bulletins.
  [[nodiscard]] std::size_t size() const { return begins_.size(); }
  /// What the bulletins of that range cite, from where; lives as long as this.
  [[nodiscard]] std::span<const catalog::Citation> citations(PageRange bulletins) const;

 private:
  std::vector<catalog::Citation> citations_;
  std::vector<std::size_t> begins_;  ///< of each bulletin, in citations_
};

}  // namespace gaceta::rendering
