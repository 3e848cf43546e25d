#include "build_site.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <set>

#include "catalog/assemble.hpp"
#include "checks/prose_inspector.hpp"
#include "content/body.hpp"
#include "content/load_bulletin.hpp"
#include "localization/worker_locales.hpp"
#include "parallel/for_each_index.hpp"
#include "rendering/data_files.hpp"
#include "rendering/pages.hpp"

namespace gaceta {
namespace {

using catalog::BulletinIndex;
using catalog::Catalog;
using catalog::PageIndex;
using diagnostics::Diagnostics;
using filesystem::Folder;
using model::Language;

/// Measures the stages one after the other.
class Stopwatch {
 public:
  explicit Stopwatch(std::vector<StageTime>& times) : times_(times) {}
  void lap(std::string_view stage) {
    const auto now = std::chrono::steady_clock::now();
    times_.push_back({stage, now - start_});
    start_ = now;
  }

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

localization::LocaleFiles locale_files(const Folder& root, const Share& share) {
  return [&root, &share](std::string_view name) {
    const std::string file = std::string(name) + ".yaml";
    return read_either(root, "locales/" + file, share.locales, file);
  };
}

templating::Loader template_loader(const Folder& root, const Share& share) {
  return [&root, &share](std::string_view name) -> std::optional<templating::Source> {
    const std::string path = "templates/" + std::string(name);
    auto text = read_either(root, path, share.templates, name);
    if (!text) return std::nullopt;
    return templating::Source{path, *std::move(text)};
  };
}

/// Sets each rule's severity as site.yaml says; what is 'off' goes.
void apply_severities(Diagnostics& diagnostics, const content::Settings& settings) {
  for (diagnostics::Diagnostic& diagnostic : diagnostics) {
    const auto found = settings.severities.find(std::string(diagnostic.id));
    if (found != settings.severities.end()) diagnostic.severity = found->second;
  }
  std::erase_if(diagnostics, [](const diagnostics::Diagnostic& one) { return one.severity == diagnostics::Severity::off; });
}

/// Reads and checks everything; the catalog, unless there are not even settings.
std::optional<Catalog> read_edition(const Folder& root, const Share& share, const BuildRequest& request,
                                    Diagnostics& diagnostics, Stopwatch& stopwatch) {
  content::Options options = request.content;
  options.inspector = checks::prose_inspector;
  auto site = content::load(root, locale_files(root, share), options, diagnostics);
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

/// One page to make: its path in the output, and how.
struct PageJob {
  std::string path;
  std::function<void(rendering::PageWriter&, const localization::WorkerLocales&, std::size_t worker, std::string& out)>
      write;
};

/// Renders every page in parallel and hands it to the publisher; nothing but the catalog stays in memory.
class SiteWriter {
 public:
  SiteWriter(const Folder& root, const Share& share, const Catalog& catalog, const rendering::PageTemplates& templates,
             const BuildRequest& request, publishing::Publisher& publisher)
      : root_(root), share_(share), catalog_(catalog), templates_(templates), request_(request), publisher_(publisher) {}

  /// The first failure of the machine, if any.
  std::optional<filesystem::Error> write_all() {
    write_data_files();
    copy_assets();
    copy_media();
    collect_pages();
    write_pages();
    return std::move(error_);
  }

  std::size_t pages() const { return jobs_.size(); }

 private:
  Language language(std::size_t i) const { return static_cast<Language>(i); }

  void put(const std::string& path, std::string_view bytes) {
    const filesystem::Status status = publisher_.put(path, bytes);
    if (!status.ok()) note_error(status.error());
  }

  void note_error(const filesystem::Error& error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = error;
  }

  void write_data_files() {
    std::vector<rendering::OutputFile> files = rendering::sitemaps(catalog_);
    files.push_back(rendering::facts_csv(catalog_));
    files.push_back(rendering::facts_json(catalog_));
    files.push_back(rendering::references_json(catalog_));
    files.push_back(rendering::robots_txt(catalog_));
    for (const rendering::OutputFile& file : files) put(file.path, file.bytes);
  }

  /// The shipped assets, with the site's own over them.
  void copy_assets() {
    std::map<std::string, const Folder*> sources;
    const std::string prefix = "assets/";
    if (const auto shipped = share_.assets.tree(); shipped.ok()) {
      for (const filesystem::Entry& entry : shipped.value()) {
        if (entry.type == filesystem::Entry::Type::file) sources[entry.path] = &share_.assets;
      }
    }
    if (const auto own = root_.tree("assets"); own.ok()) {
      for (const filesystem::Entry& entry : own.value()) {
        if (entry.type == filesystem::Entry::Type::file) sources[entry.path.substr(prefix.size())] = &root_;
      }
    }
    for (const auto& [name, folder] : sources) copy(*folder, folder == &root_ ? prefix + name : name, prefix + name);
  }

  void copy(const Folder& folder, const std::string& from, const std::string& to) {
    const auto bytes = folder.read(from);
    bytes.ok() ? put(to, bytes.value()) : note_error(bytes.error());
  }

  /// Pictures and downloads that texts use, and the data behind tables.
  void copy_media() {
    std::set<std::string> copied;
    const auto copy_once = [&](const std::string& from, const std::string& to) {
      if (copied.insert(to).second) copy(root_, from, to);
    };
    for (const model::Bulletin& bulletin : catalog_.bulletins()) {
      for (const auto& text : bulletin.texts) {
        if (!text) continue;
        for (const model::Use& use : text->outline.files) {
          copy_once(bulletin.folder + "/" + use.name, rendering::media_address(bulletin) + use.name);
        }
      }
    }
    for (const model::Page& page : catalog_.site().pages) {
      for (const auto& text : page.texts) {
        if (!text) continue;
        for (const model::Use& use : text->outline.files) {
          copy_once(page.folder + "/" + use.name, "files/pages/" + page.id + "/" + use.name);
        }
      }
    }
  }

  void add(std::string address, decltype(PageJob::write) write) {
    jobs_.push_back({std::move(address) + "index.html", std::move(write)});
  }

  void collect_pages() {
    using Writer = rendering::PageWriter;
    using Locales = localization::WorkerLocales;
    jobs_.push_back({"index.html", [](Writer& writer, const Locales& locales, std::size_t worker, std::string& out) {
                       writer.language_choice(locales.at(worker, Language{}), out);
                     }});
    jobs_.push_back({"404.html", [](Writer& writer, const Locales& locales, std::size_t worker, std::string& out) {
                       writer.not_found(locales.at(worker, Language{}), out);
                     }});
    for (std::size_t l = 0; l < catalog_.language_count(); ++l) collect_language(language(l));
  }

  /// A page that needs nothing but the catalog: `method` of the writer.
  template <typename Method>
  void add_simple(std::string address, Language in, Method method) {
    add(std::move(address), [=](rendering::PageWriter& writer, const localization::WorkerLocales& locales,
                                std::size_t worker, std::string& out) { method(writer, locales.at(worker, in), out); });
  }

  void collect_language(Language in) {
    using rendering::PageWriter;
    using localization::Locale;
    using catalog::Section;
    add_simple(catalog_.home_address(in), in, [in](PageWriter& w, const Locale& l, std::string& o) { w.home(l, in, o); });
    add_simple(catalog_.section_address(Section::topics, in), in,
               [in](PageWriter& w, const Locale& l, std::string& o) { w.topics(in, l, o); });
    add_simple(catalog_.section_address(Section::documents, in), in,
               [in](PageWriter& w, const Locale& l, std::string& o) { w.documents(in, l, o); });
    add_simple(catalog_.section_address(Section::facts, in), in,
               [in](PageWriter& w, const Locale& l, std::string& o) { w.facts(in, l, o); });
    add_simple(catalog_.section_address(Section::index, in), in,
               [in](PageWriter& w, const Locale& l, std::string& o) { w.index(in, l, o); });
    for (std::size_t i = 0; i < catalog_.settings().series.size(); ++i) {
      add_simple(catalog_.series_address(i, in), in,
                 [i, in](PageWriter& w, const Locale& l, std::string& o) { w.series(i, in, l, o); });
    }
    for (std::size_t i = 0; i < catalog_.settings().topics.size(); ++i) {
      add_simple(catalog_.topic_address(i, in), in,
                 [i, in](PageWriter& w, const Locale& l, std::string& o) { w.topic(i, in, l, o); });
    }
    for (std::size_t i = 0; i < catalog_.site().pages.size(); ++i) {
      if (catalog_.site().pages[i].texts[in]) collect_standing_page(static_cast<PageIndex>(i), in);
    }
    for (std::size_t i = 0; i < catalog_.bulletins().size(); ++i) {
      const auto index = static_cast<BulletinIndex>(i);
      if (catalog_.bulletins()[i].texts[in]) {
        collect_bulletin(index, in);
      } else {
        add_simple(catalog_.missing_address(index, in), in,
                   [index, in](PageWriter& w, const Locale& l, std::string& o) { w.missing(index, in, l, o); });
      }
    }
  }

  /// The body of a text, read again: only its outline was kept.
  template <typename Use>
  void with_body(const std::string& folder, const model::Bulletin* bulletin, Language in, const Use& use) {
    Diagnostics diagnostics;  // everything was reported when the outline was made
    const std::string& code = catalog_.settings().languages[model::index(in)].code;
    const auto text = content::load_text(root_, folder, code, diagnostics);
    if (!text) {
      note_error({filesystem::Error::Kind::other, folder + "/" + code + ".md", "the file changed while it was being read"});
      return;
    }
    const content::Reading reading{root_, catalog_.settings(), catalog_.site().formats, bulletin, folder, in};
    use(content::read_body(*text, reading, diagnostics));
  }

  void collect_standing_page(PageIndex index, Language in) {
    add(catalog_.address(index, in),
        [this, index, in](rendering::PageWriter& writer, const localization::WorkerLocales& locales, std::size_t worker,
                          std::string& out) {
          with_body(catalog_.page(index).folder, nullptr, in, [&](const content::Body& body) {
            writer.page(index, in, body, locales.at(worker, in), out);
          });
        });
  }

  void collect_bulletin(BulletinIndex index, Language in) {
    add(catalog_.address(index, in),
        [this, index, in](rendering::PageWriter& writer, const localization::WorkerLocales& locales, std::size_t worker,
                          std::string& out) {
          const model::Bulletin& bulletin = catalog_.bulletin(index);
          with_body(bulletin.folder, &bulletin, in, [&](const content::Body& body) {
            writer.bulletin(index, in, body, locales.at(worker, in), out);
            put_table_data(bulletin, body);
          });
        });
  }

  /// The CSV behind each data table, beside the bulletin's pictures. Both languages use the same file: one puts it.
  void put_table_data(const model::Bulletin& bulletin, const content::Body& body) {
    for (const content::Block& block : body.blocks) {
      if (!std::holds_alternative<content::DataTable>(block.data)) continue;
      const std::string path = rendering::media_address(bulletin) + block.path.substr(block.path.rfind('/') + 1);
      {
        const std::lock_guard lock(mutex_);
        if (!table_data_.insert(path).second) continue;
      }
      copy(root_, block.path, path);
    }
  }

  void write_pages() {
    const std::size_t workers = std::max<std::size_t>(request_.content.workers, 1);
    const localization::WorkerLocales locales(catalog_.site().locales, workers);
    std::vector<std::unique_ptr<rendering::PageWriter>> writers;
    std::vector<std::string> buffers(workers);
    for (std::size_t i = 0; i < workers; ++i) {
      writers.push_back(std::make_unique<rendering::PageWriter>(catalog_, templates_));
    }
    std::atomic<std::size_t> done{0};
    parallel::for_each_index(jobs_.size(), workers, [&](std::size_t i, std::size_t worker) {
      std::string& out = buffers[worker];
      out.clear();
      jobs_[i].write(*writers[worker], locales, worker, out);
      if (!out.empty()) put(jobs_[i].path, out);
      const std::size_t finished = ++done;
      if (worker == 0 && request_.progress) request_.progress(finished, jobs_.size());
    });
  }

  const Folder& root_;
  const Share& share_;
  const Catalog& catalog_;
  const rendering::PageTemplates& templates_;
  const BuildRequest& request_;
  publishing::Publisher& publisher_;
  std::vector<PageJob> jobs_;
  std::mutex mutex_;
  std::set<std::string> table_data_;
  std::optional<filesystem::Error> error_;
};

}  // namespace

BuildResult build_site(const Folder& root, const Share& share, const BuildRequest& request) {
  BuildResult result;
  Stopwatch stopwatch(result.times);
  const std::optional<Catalog> catalog = read_edition(root, share, request, result.diagnostics, stopwatch);
  std::optional<rendering::PageTemplates> templates;
  if (catalog) templates = rendering::load_templates(*catalog, template_loader(root, share), result.diagnostics);
  stopwatch.lap("templates");
  finish(result.diagnostics, catalog);
  if (!templates || diagnostics::has_errors(result.diagnostics)) return result;

  auto opened = publishing::Publisher::open(request.output, request.state, request.publishing);
  if (!opened.ok()) {
    result.machine_error = opened.error();
    return result;
  }
  const auto [publisher, problems] = std::move(opened).value();
  result.diagnostics.insert(result.diagnostics.end(), problems.begin(), problems.end());
  if (!publisher) return result;
  SiteWriter writer(root, share, *catalog, *templates, request, *publisher);
  result.machine_error = writer.write_all();
  result.pages = writer.pages();
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
  return result;
}

Diagnostics check_site(const Folder& root, const Share& share, const BuildRequest& request) {
  Diagnostics diagnostics;
  std::vector<StageTime> times;
  Stopwatch stopwatch(times);
  const std::optional<Catalog> catalog = read_edition(root, share, request, diagnostics, stopwatch);
  if (catalog) (void)rendering::load_templates(*catalog, template_loader(root, share), diagnostics);
  finish(diagnostics, catalog);
  return diagnostics;
}

}  // namespace gaceta
