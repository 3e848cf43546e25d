// A small site in memory for tests: what differs is written over it.
#pragma once

#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "catch.hpp"
#include "content/load.hpp"
#include "diagnostics/report.hpp"
#include "filesystem/memory_folder.hpp"

namespace gaceta::content::testing {

using Files = std::map<std::string, std::string>;

inline std::optional<std::string> shipped_locale(std::string_view name) {
  std::ifstream file(std::string(GACETA_SOURCE_DIR) + "/generator/localization/locales/" + std::string(name) + ".yaml");
  if (!file) return std::nullopt;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline std::string article(const std::string& title, const std::string& body) {
  return "---\ntitle: " + title + "\nsummary: s\n---\n" + body;
}

inline Files tiny_site() {
  return {{"content/site.yaml",
           "title: t\nbase_url: https://x.example/\nlanguages: {es: {locale: es-MX}, en: {locale: en-US}}\n"
           "series: {a: {name: A}, b: {name: B}}\n"},
          {"content/topics.yaml", "pymes: {name: P}\n"},
          {"content/documents.yaml", "tlc: {title: T, articles: '[0-9]+\\.[0-9]+'}\n"}};
}

/// A site that was read, with its diagnostics as text.
struct Read {
  std::optional<Site> site;
  std::string said;
};

inline void write_all(filesystem::MemoryFolder& folder, const Files& files) {
  for (const auto& [path, text] : files) REQUIRE(folder.write(path, text).ok());
}

inline std::string as_text(diagnostics::Diagnostics found) {
  diagnostics::sort_and_deduplicate(found);
  return diagnostics::as_text(
      found, [](std::string_view) { return std::nullopt; }, diagnostics::Language::english, diagnostics::Style::plain);
}

inline Read read(const filesystem::MemoryFolder& folder, const Options& options = {}) {
  diagnostics::Diagnostics found;
  Read result;
  result.site = load(folder, shipped_locale, options, found);
  result.said = as_text(std::move(found));
  return result;
}

inline Read read(const Files& files, const Options& options = {}) {
  filesystem::MemoryFolder folder;
  Files all = tiny_site();
  for (const auto& [path, text] : files) all[path] = text;
  write_all(folder, all);
  return read(folder, options);
}

}  // namespace gaceta::content::testing
