// A small site in memory whose only bulletin has the texts that a test gives, checked with the shipped locale files.
#pragma once

#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/assemble.hpp"
#include "catch.hpp"
#include "checks/prose_inspector.hpp"
#include "checks/prose_magnitudes.hpp"
#include "content/load.hpp"
#include "diagnostics/catalogue.hpp"
#include "diagnostics/report.hpp"
#include "filesystem/memory_folder.hpp"

namespace gaceta::checks::testing {

inline std::string file_text(const std::string& path) {
  std::ifstream file(std::string(GACETA_SOURCE_DIR) + "/" + path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline std::optional<std::string> shipped_locale_file(std::string_view name) {
  std::string text = file_text("generator/localization/locales/" + std::string(name) + ".yaml");
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

struct ProseSite {
  std::string es, en;  ///< bodies; empty: no such text
  std::string es_locale = "es-MX", en_locale = "en-US";
  std::string bulletin = "date: 2021-07-20\n";
  std::string es_front = "title: Prueba\nsummary: Una prueba.\n";
  std::string en_front = "title: Test\nsummary: A test.\n";
  std::vector<std::pair<std::string, std::string>> files;  ///< beside the texts: name, bytes
};

inline constexpr std::string_view kProseFolder = "content/boletin/uno";

inline void fill(filesystem::MemoryFolder& root, const ProseSite& site) {
  const std::string folder(kProseFolder);
  const auto put = [&](const std::string& path, const std::string& bytes) { REQUIRE(root.write(path, bytes).ok()); };
  put("content/site.yaml",
      "title: {es: Prueba, en: Test}\nbase_url: https://example.org/\nlanguages:\n  es: {locale: " + site.es_locale +
          "}\n  en: {locale: " + site.en_locale + "}\n" + file_text("tests/prose/site.yaml"));
  put("content/glossary.yaml", file_text("tests/prose/glossary.yaml"));
  put(folder + "/bulletin.yaml", site.bulletin);
  if (!site.es.empty()) put(folder + "/es.md", "---\n" + site.es_front + "---\n" + site.es);
  if (!site.en.empty()) put(folder + "/en.md", "---\n" + site.en_front + "---\n" + site.en);
  for (const auto& [name, bytes] : site.files) put(folder + "/" + name, bytes);
}

/// What load() and the checks of magnitudes say, sorted.
inline diagnostics::Diagnostics check_prose(const ProseSite& site, std::size_t workers = 1) {
  filesystem::MemoryFolder root;
  fill(root, site);
  diagnostics::Diagnostics found;
  content::Options options;
  options.inspector = prose_inspector;
  options.compare = [](const content::InspectedBulletin& bulletin, diagnostics::Diagnostics& problems) {
    check_magnitudes(bulletin, problems);
    return model::PerLanguage<std::optional<content::ComparedText>>();
  };
  options.workers = workers;
  auto loaded = content::load(root, shipped_locale_file, options, found);
  if (loaded) (void)catalog::assemble(*std::move(loaded), found);
  diagnostics::sort_and_deduplicate(found);
  return found;
}

/// One line per finding: es.md:12:34 rule 'what is marked' > help.
inline std::string listed(const ProseSite& site, diagnostics::Language language = diagnostics::Language::english) {
  filesystem::MemoryFolder root;
  fill(root, site);
  std::string out;
  for (const diagnostics::Diagnostic& one : check_prose(site)) {
    const std::string source = root.read(one.place.path).ok() ? root.read(one.place.path).value() : "";
    std::istringstream lines(source);
    std::string line;
    for (std::uint32_t i = 0; i < one.place.line; ++i) std::getline(lines, line);
    out += one.place.path.substr(one.place.path.rfind('/') + 1) + ":" + std::to_string(one.place.line) + ":" +
           std::to_string(one.place.column) + " " + std::string(one.id);
    if (one.place.column >= 1 && one.place.column <= line.size()) {
      out += " '" + line.substr(one.place.column - 1, one.place.length) + "'";
    }
    const std::string help = diagnostics::help(one, language);
    out += (help.empty() ? "" : " > " + help) + "\n";
  }
  return out;
}

}  // namespace gaceta::checks::testing
