// site.yaml and the registers beside it, read and checked.
#pragma once

#include <optional>

#include "content/settings.hpp"
#include "diagnostics/diagnostic.hpp"
#include "filesystem/folder.hpp"
#include "localization/locale.hpp"

namespace gaceta::content {

/// Reads content/site.yaml, organisations.yaml, topics.yaml, documents.yaml and glossary.yaml below `root`; all but the
/// first may be missing. Nothing when site.yaml does not say at least the languages; mistakes are in `diagnostics`.
std::optional<Settings> load_settings(const filesystem::Folder& root, const localization::LocaleFiles& locale_files,
                                      diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::content
