// What machines read: figures and references as CSV and JSON, the sitemap, robots.txt. Pure functions of the catalog.
#pragma once

#include <string>
#include <vector>

#include "catalog/catalog.hpp"
#include "rendering/index_plan.hpp"
#include "rendering/output_file.hpp"

namespace gaceta::rendering {

/// Every declared fact: bulletin, fact, value as written, unit, qualifier, period, status, paragraph, labels.
OutputFile facts_csv(const catalog::Catalog& catalog);
OutputFile facts_json(const catalog::Catalog& catalog);

/// The whole graph: an edge per reference and language, with the citing paragraph.
OutputFile references_json(const catalog::Catalog& catalog);

/// sitemap.xml; above 50,000 addresses an index and its parts (sitemaps.org). Every version lists itself and all
/// others.
std::vector<OutputFile> sitemaps(const catalog::Catalog& catalog, const IndexPlan& plan);

OutputFile robots_txt(const catalog::Catalog& catalog);

}  // namespace gaceta::rendering
