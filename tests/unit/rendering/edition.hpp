// A small edition for tests of rendering/: a site in memory, read and assembled.
#pragma once

#include <utility>

#include "../content/tiny_site.hpp"
#include "catalog/assemble.hpp"
#include "localization/locale.hpp"

namespace gaceta::rendering::testing {

using content::testing::article;
using content::testing::Files;

inline constexpr auto kSpanish = model::Language{};
inline constexpr auto kEnglish = static_cast<model::Language>(1);

/// The tiny site with `files` over it; it must be without mistakes.
inline catalog::Catalog edition(const Files& files) {
  content::testing::Read read = content::testing::read(files);
  INFO(read.said);
  REQUIRE(read.site);
  diagnostics::Diagnostics found;
  catalog::Catalog catalog = catalog::assemble(*std::move(read.site), found);
  REQUIRE(content::testing::as_text(std::move(found)).empty());
  return catalog;
}

/// Adds bulletin `name` of series a, with the same text in both languages.
inline void add_bulletin(Files& files, const std::string& name, const std::string& settings,
                         const std::string& title = "T") {
  const std::string folder = "content/a/" + name + "/";
  files[folder + "bulletin.yaml"] = settings;
  for (const char* language : {"es", "en"}) {
    files[folder + language + ".md"] = "---\ntitle: " + title + "\nsummary: s\nslug: " + name + "\n---\nUno.\n";
  }
}

inline localization::Locale locale(const catalog::Catalog& catalog, model::Language language) {
  return localization::Locale(catalog.site().locales[language]);
}

}  // namespace gaceta::rendering::testing
