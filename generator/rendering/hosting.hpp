// Files that some hosts read beside the pages (Netlify, Cloudflare Pages and their like): response headers and
// redirections. A host that does not know them loses nothing but the policy. Pure functions of the catalog.
#pragma once

#include "catalog/catalog.hpp"
#include "rendering/output_file.hpp"

namespace gaceta::rendering {

/// _headers: a strict Content-Security-Policy for every page, a wider one for the search, and how long to keep what.
/// No address matches two rules with a policy: hosts would join them, and the stricter would win.
OutputFile headers(const catalog::Catalog& catalog);

/// _redirects: a line for each old address. Empty when there are none.
std::string redirects(const catalog::Catalog& catalog);

}  // namespace gaceta::rendering
