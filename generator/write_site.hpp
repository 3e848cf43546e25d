// Everything that a site's output holds, made and handed to the publisher: pages, data files, assets, pictures. Pages
// are made in parallel and go out as they are made; nothing but the catalog stays in memory.
#pragma once

#include <cstddef>
#include <optional>

#include "build_request.hpp"
#include "catalog/catalog.hpp"
#include "filesystem/folder.hpp"
#include "publishing/publisher.hpp"
#include "rendering/pages.hpp"

namespace gaceta {

/// What a site is written from and to. All must outlive the call.
struct SiteToWrite {
  const filesystem::Folder& root;
  const Share& share;
  const catalog::Catalog& catalog;
  const rendering::PageTemplates& templates;
  publishing::Publisher& publisher;
  const BuildRequest& request;
};

struct WrittenSite {
  std::size_t pages = 0;
  std::optional<filesystem::Error> machine_error;  ///< the first one; then nothing may be committed
};

WrittenSite write_site(const SiteToWrite& site);

}  // namespace gaceta
