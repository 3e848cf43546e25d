// The house styles as Gaceta ships them, for tests: read once from the source tree.
#pragma once

#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <string>

#include "catch.hpp"
#include "diagnostics/report.hpp"
#include "localization/locale.hpp"

namespace gaceta::localization::testing {

inline std::optional<std::string> text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline std::string source_file(const std::string& path) {
  return std::string(GACETA_SOURCE_DIR) + "/" + path;
}

inline std::optional<std::string> shipped_file(std::string_view name) {
  return text_of(source_file("generator/localization/locales/" + std::string(name) + ".yaml"));
}

inline std::string as_text(const diagnostics::Diagnostics& diagnostics) {
  return diagnostics::as_text(
      diagnostics, [](std::string_view) { return std::nullopt; }, diagnostics::Language::english,
      diagnostics::Style::plain);
}

inline std::shared_ptr<const Units> shipped_units() {
  static const std::shared_ptr<const Units> units = [] {
    diagnostics::Diagnostics diagnostics;
    auto read = std::make_shared<const Units>(load_shipped_units(shipped_file, diagnostics));
    INFO(as_text(diagnostics));
    REQUIRE(diagnostics.empty());
    return read;
  }();
  return units;
}

/// The locale called `tag`, or null when there is no file for it; fails the test if its files have mistakes.
inline const Locale* shipped_locale(std::string_view tag) {
  static std::map<std::string, std::unique_ptr<Locale>, std::less<>> locales;
  const auto found = locales.find(tag);
  if (found != locales.end()) return found->second.get();
  if (!shipped_file(tag)) return nullptr;
  diagnostics::Diagnostics diagnostics;
  auto data = load_locale(tag, shipped_file, {}, shipped_units(), {}, diagnostics);
  INFO(as_text(diagnostics));
  REQUIRE(diagnostics.empty());
  return locales.emplace(std::string(tag), std::make_unique<Locale>(std::move(data))).first->second.get();
}

}  // namespace gaceta::localization::testing
