#include "commands/format.hpp"

#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>

#include "commands/site_options.hpp"
#include "content/load_settings.hpp"
#include "localization/cases.hpp"
#include "localization/locale.hpp"

namespace gaceta::commands {
namespace {

/// The locales that a run asks for, each loaded once: the site's own style where ROOT holds a site.
class LocaleShelf {
 public:
  explicit LocaleShelf(const OpenSite& site) : site_(site) {
    files_ = [this](std::string_view name) -> std::optional<std::string> {
      const std::string file = std::string(name) + ".yaml";
      if (auto own = site_.root->read("locales/" + file); own.ok()) return std::move(own).value();
      if (auto shipped = site_.locales->read(file); shipped.ok()) return std::move(shipped).value();
      return std::nullopt;
    };
    if (site_.root->stat("content/site.yaml").ok())
      settings_ = content::load_settings(*site_.root, files_, diagnostics_);
    units_ = settings_
                 ? settings_->units
                 : std::make_shared<const localization::Units>(localization::load_shipped_units(files_, diagnostics_));
  }

  const localization::Locale* find(std::string_view tag) {
    auto [entry, is_new] = locales_.try_emplace(std::string(tag));
    if (!is_new) return entry->second.get();
    localization::LocaleOverrides overrides{nullptr, nullptr, "content/site.yaml"};
    if (settings_) {
      const auto style = settings_->house_style.find(std::string(tag));
      if (style != settings_->house_style.end()) overrides.house_style = &style->second;
    }
    auto data = localization::load_locale(tag, files_, overrides, units_, {"--locale"}, diagnostics_);
    if (data != nullptr) entry->second = std::make_unique<localization::Locale>(std::move(data));
    return entry->second.get();
  }

  const diagnostics::Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  const OpenSite& site_;
  localization::LocaleFiles files_;
  diagnostics::Diagnostics diagnostics_;
  std::optional<content::Settings> settings_;
  std::shared_ptr<const localization::Units> units_;
  std::map<std::string, std::unique_ptr<localization::Locale>> locales_;
};

void print(const diagnostics::Diagnostics& diagnostics, const diagnostics::SourceText& source) {
  std::cerr << diagnostics::as_text(diagnostics, source, message_language(), diagnostics::Style::plain);
}

ExitStatus run_table(const std::string& path, LocaleShelf& shelf) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) {
    std::cerr << "gaceta: " << path << ": cannot be read\n";
    return ExitStatus::machine_failed;
  }
  const localization::CaseReport report =
      localization::run_cases(text.str(), path, [&](std::string_view tag) { return shelf.find(tag); });
  print(report.diagnostics, [&](std::string_view) { return text.str(); });
  std::cout << localization::as_text(report);
  return report.passed() ? ExitStatus::done : ExitStatus::content_errors;
}

}  // namespace

ExitStatus format(const FormatOptions& options) {
  const auto site = open_site(options.root);
  if (!site) return ExitStatus::machine_failed;
  LocaleShelf shelf(*site);
  if (!options.cases.empty()) return run_table(options.cases, shelf);
  if (options.intent.empty() || options.input.empty()) {
    std::cerr << "gaceta: format needs INTENT and INPUT, or --cases FILE\n";
    return ExitStatus::wrong_usage;
  }
  const localization::Locale* locale = shelf.find(options.locale);
  if (locale == nullptr) {
    print(shelf.diagnostics(), [](std::string_view) { return std::nullopt; });
    return ExitStatus::content_errors;
  }
  const auto result = localization::format_one(*locale, options.intent, options.input);
  if (const auto* text = std::get_if<std::string>(&result)) {
    std::cout << *text << "\n";
    return ExitStatus::done;
  }
  print(std::get<diagnostics::Diagnostics>(result), [&](std::string_view) { return options.input; });
  return ExitStatus::content_errors;
}

}  // namespace gaceta::commands
