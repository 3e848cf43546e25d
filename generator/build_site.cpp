#include "build_site.hpp"

#include <algorithm>
#include <functional>

#include "catalog/assemble.hpp"
#include "checks/languages.hpp"
#include "checks/prose_inspector.hpp"
#include "filesystem/real_folder.hpp"
#include "last_build.hpp"
#include "rendering/pages.hpp"
#include "write_site.hpp"

namespace gaceta {
namespace {

using catalog::Catalog;
using diagnostics::Diagnostics;
using filesystem::Folder;

/// Measures the stages one after the other.
class Stopwatch {
 public:
  explicit Stopwatch(std::vector<StageTime>& times) : times_(times) {}
  void lap(std::string_view stage) {
    times_.push_back({stage, since_start()});
    start_ = std::chrono::steady_clock::now();
  }
  /// Of the present stage.
  [[nodiscard]] std::chrono::nanoseconds since_start() const { return std::chrono::steady_clock::now() - start_; }

 private:
  std::vector<StageTime>& times_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// The site's own file, else the one that Gaceta ships.
std::optional<std::string> read_either(const Folder& root, std::string_view own, const Folder& shipped,
                                       std::string_view name) {
  if (auto bytes = root.read(own); bytes.ok()) return std::move(bytes).value();
  if (auto bytes = shipped.read(name); bytes.ok()) return std::move(bytes).value();
  return std::nullopt;
}

templating::Loader template_loader(const Folder& root, const Share& share) {
  return [&root, &share](std::string_view name) -> std::optional<templating::Source> {
    const std::string path = "templates/" + std::string(name);
    auto text = read_either(root, path, share.templates, name);
    if (!text) return std::nullopt;
    return templating::Source{path, *std::move(text)};
  };
}

/// Sets each rule's severity as site.yaml says; what is 'off' goes. What stops a release stops it.
void apply_severities(Diagnostics& diagnostics, const content::Settings& settings) {
  for (diagnostics::Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == diagnostics::Severity::error) continue;
    const auto found = settings.severities.find(std::string(diagnostic.id));
    if (found != settings.severities.end()) diagnostic.severity = found->second;
  }
  std::erase_if(diagnostics,
                [](const diagnostics::Diagnostic& one) { return one.severity == diagnostics::Severity::off; });
}

/// For what the pages need of the texts: in memory, and what is more on the disk of the build's own records.
std::shared_ptr<filesystem::Scratch> make_scratch(const BuildRequest& request) {
  return std::make_shared<filesystem::Scratch>(
      request.content.workers,
      [state = request.state]() -> filesystem::Result<std::unique_ptr<filesystem::UnnamedFile>> {
        const auto folder = filesystem::open_folder(state, filesystem::Missing::make_it);
        if (!folder.ok()) return folder.error();
        return folder.value()->unnamed_file();
      });
}

/// Reads and checks everything; the catalog, unless there are not even settings.
std::optional<Catalog> read_edition(
    const Folder& root, const Share& share, const BuildRequest& request, Diagnostics& diagnostics, Stopwatch& stopwatch,
    const std::function<void()>& when_loaded = [] {}) {
  content::Options options = request.content;
  options.inspector = checks::prose_inspector;
  options.compare = checks::language_checks(request.stage);
  auto site = content::load(root, locale_files(root, share), options, diagnostics);
  when_loaded();
  stopwatch.lap("content");
  if (!site) return std::nullopt;
  if (!request.base_url.empty()) site->settings.base_url = request.base_url;
  std::optional<Catalog> catalog = catalog::assemble(*std::move(site), diagnostics);
  stopwatch.lap("catalog");
  Diagnostics found = checks::check(*catalog, request.stage);
  std::move(found.begin(), found.end(), std::back_inserter(diagnostics));
  stopwatch.lap("checks");
  return catalog;
}

void finish(Diagnostics& diagnostics, const std::optional<Catalog>& catalog) {
  if (catalog) apply_severities(diagnostics, catalog->settings());
  diagnostics::sort_and_deduplicate(diagnostics);
}

}  // namespace

localization::LocaleFiles locale_files(const Folder& root, const Share& share) {
  return [&root, &share](std::string_view name) {
    const std::string file = std::string(name) + ".yaml";
    return read_either(root, "locales/" + file, share.locales, file);
  };
}

BuildResult build_site(const Folder& root, const Share& share, const BuildRequest& request) {
  BuildResult result;
  Stopwatch stopwatch(result.times);
  LastBuild last(root, share, request);
  if (std::optional<BuildResult> same = last.recall()) {
    same->times.push_back({"inputs", stopwatch.since_start()});
    return *std::move(same);
  }
  stopwatch.lap("inputs");
  BuildRequest listed = request;
  if (last.content().ok()) listed.content.listed = &last.content().value();
  listed.content.scratch = make_scratch(request);
  const auto forget_content = [&last] { last.forget_content(); };
  const auto read = std::make_shared<std::optional<Catalog>>(
      read_edition(root, share, listed, result.diagnostics, stopwatch, forget_content));
  const std::optional<Catalog>& catalog = *read;
  result.remains = read;
  std::optional<rendering::PageTemplates> templates;
  if (catalog) templates = rendering::load_templates(*catalog, template_loader(root, share), result.diagnostics);
  stopwatch.lap("templates");
  finish(result.diagnostics, catalog);
  if (!templates || diagnostics::has_errors(result.diagnostics)) return result;
  result.base_url = catalog->settings().base_url;

  auto opened = publishing::Publisher::open(request.output, request.state, request.publishing);
  if (!opened.ok()) {
    result.machine_error = opened.error();
    return result;
  }
  const auto [publisher, problems] = std::move(opened).value();
  result.diagnostics.insert(result.diagnostics.end(), problems.begin(), problems.end());
  if (!publisher) return result;
  WrittenSite written = write_site({root, share, *catalog, *templates, *publisher, request});
  result.machine_error = std::move(written.machine_error);
  result.pages = written.pages;
  stopwatch.lap("pages");
  if (result.machine_error) {
    publisher->abandon();
    return result;
  }
  const auto published = publisher->commit();
  stopwatch.lap("publishing");
  if (!published.ok()) {
    result.machine_error = published.error();
    return result;
  }
  const publishing::Published& done = published.value();
  result.diagnostics.insert(result.diagnostics.end(), done.problems.begin(), done.problems.end());
  result.counts = done.counts;
  result.changed = done.changed;
  if (!diagnostics::has_errors(done.problems)) last.remember(result);
  return result;
}

filesystem::Result<std::string> fingerprint_of_inputs(const Folder& root, const Share& share,
                                                      const BuildRequest& request) {
  return LastBuild::inputs(root, share, request);
}

std::optional<Catalog> read_catalog(const Folder& root, const Share& share, const BuildRequest& request,
                                    Diagnostics& diagnostics) {
  content::Options options = request.content;
  options.scratch = make_scratch(request);
  auto site = content::load(root, locale_files(root, share), options, diagnostics);
  if (!site) return std::nullopt;
  return catalog::assemble(*std::move(site), diagnostics);
}

CheckedEdition check_edition(const Folder& root, const Share& share, const BuildRequest& request) {
  CheckedEdition edition;
  std::vector<StageTime> times;
  Stopwatch stopwatch(times);
  edition.catalog = read_edition(root, share, request, edition.diagnostics, stopwatch);
  if (edition.catalog) {
    (void)rendering::load_templates(*edition.catalog, template_loader(root, share), edition.diagnostics);
  }
  finish(edition.diagnostics, edition.catalog);
  return edition;
}

Diagnostics check_site(const Folder& root, const Share& share, const BuildRequest& request) {
  return check_edition(root, share, request).diagnostics;
}

}  // namespace gaceta
