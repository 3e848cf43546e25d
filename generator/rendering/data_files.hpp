// What machines read: figures and references as CSV and JSON, the sitemap, robots.txt. Pure functions of the catalog,
// which must outlive the files that are written in pieces.
#pragma once

#include <cstddef>
#include <vector>

#include "catalog/catalog.hpp"
#include "rendering/index_plan.hpp"
#include "rendering/output_file.hpp"

namespace gaceta::rendering {

/// Every declared fact: bulletin, fact, value as written, unit, qualifier, period, status, paragraph, labels.
StreamedFile facts_csv(const catalog::Catalog& catalog);
StreamedFile facts_json(const catalog::Catalog& catalog);

/// The whole graph: an edge per reference and language, with the citing paragraph.
StreamedFile references_json(const catalog::Catalog& catalog);

inline constexpr std::size_t kAddressesPerSitemap = 50000;  // sitemaps.org

/// sitemap.xml; above so many addresses an index and its parts. Every version lists itself and all others.
std::vector<StreamedFile> sitemaps(const catalog::Catalog& catalog, const IndexPlan& plan,
                                   std::size_t addresses_per_file = kAddressesPerSitemap);

OutputFile robots_txt(const catalog::Catalog& catalog);

}  // namespace gaceta::rendering
