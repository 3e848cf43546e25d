#include "write_site.hpp"

#include <algorithm>
#include <atomic>
#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "compression/compress.hpp"
#include "content/body.hpp"
#include "copied_files.hpp"
#include "localization/worker_locales.hpp"
#include "parallel/for_each_index.hpp"
#include "rendering/citation_files.hpp"
#include "rendering/data_files.hpp"
#include "rendering/frame.hpp"
#include "rendering/hosting.hpp"
#include "rendering/inventory_files.hpp"

namespace gaceta {
namespace {

using catalog::BulletinIndex;
using catalog::Catalog;
using catalog::PageIndex;
using catalog::Section;
using filesystem::Folder;
using localization::Locale;
using model::Language;
using rendering::PageWriter;

constexpr std::string_view kPageFile = "index.html";
constexpr std::size_t kMostKept = std::size_t{1} << 20;  // room for the next page, in bytes

/// What one thread keeps between pages.
struct Worker {
  PageWriter writer;
  std::size_t index = 0;
  std::string page;  ///< the page being made
};

/// One or more pages that are made together.
struct PageJob {
  std::size_t pages = 1;
  std::function<void(Worker&)> run;
};

class SiteWriter {
 public:
  explicit SiteWriter(const SiteToWrite& site)
      : site_(site),
        catalog_(site.catalog),
        worker_count_(std::max<std::size_t>(site.request.content.workers, 1)),
        locales_(site.catalog.site().locales, worker_count_) {}

  WrittenSite run() {
    plan_lists();
    collect_data_files();
    copy_all(assets(site_.root, site_.share.assets));
    copy_all(media(site_.root, catalog_));
    collect_pages();
    write_pages();
    if (!error_ && catalog_.site().scratch->has_lost()) {
      note_error({filesystem::Error::Kind::other, site_.request.state, "what was put aside cannot be read"});
    }
    return {page_count(), std::move(error_)};
  }

 private:
  static Language language(std::size_t i) { return static_cast<Language>(i); }

  void put(const std::string& path, std::string_view bytes) {
    put_as_is(path, bytes);
    if (site_.request.precompress && compression::is_compressible(path)) put_compressed(path, bytes);
  }

  void put_as_is(const std::string& path, std::string_view bytes) {
    const filesystem::Status status = site_.publisher.put(path, bytes);
    if (!status.ok()) note_error(status.error());
  }

  /// Beside the file, for hosts that send what is there; one that would be larger is of no use to anybody.
  void put_compressed(const std::string& path, std::string_view bytes) {
    if (const std::string gzip = compression::gzip(bytes); gzip.size() < bytes.size()) put_as_is(path + ".gz", gzip);
    if (const std::string br = compression::brotli(bytes); br.size() < bytes.size()) put_as_is(path + ".br", br);
  }

  void put_all(const std::vector<rendering::OutputFile>& files) {
    for (const rendering::OutputFile& file : files) put(file.path, file.bytes);
  }

  /// What is compressed as well has to be whole in memory once.
  void put(const rendering::StreamedFile& file) {
    if (site_.request.precompress && compression::is_compressible(file.path)) {
      std::string bytes;
      file.pieces([&](std::string_view piece) { bytes += piece; });
      return put(file.path, bytes);
    }
    const filesystem::Status status = site_.publisher.put(file.path, file.pieces);
    if (!status.ok()) note_error(status.error());
  }

  void put_all(const std::vector<rendering::StreamedFile>& files) {
    for (const rendering::StreamedFile& file : files) put(file);
  }

  /// The index of a large site has a page per letter and per year: their titles are sorted in parallel.
  void plan_lists() {
    plan_ = rendering::plan_index(catalog_);
    std::vector<std::pair<rendering::IndexPart*, Language>> letters;
    for (std::size_t l = 0; l < catalog_.language_count(); ++l) {
      for (rendering::IndexPart& letter : plan_.languages[language(l)].letters)
        letters.emplace_back(&letter, language(l));
    }
    parallel::for_each_index(letters.size(), worker_count_, [&](std::size_t i, std::size_t worker) {
      const auto [letter, in] = letters[i];
      rendering::sort_titles(*letter, catalog_, locales_.at(worker, in), in);
    });
  }

  void note_error(const filesystem::Error& error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = error;
  }

  // ---- files that are no pages

  /// Those of a large site are large, so they are made beside the pages, from the beginning, one after the other.
  void collect_data_files() {
    jobs_.push_back({0, [this](Worker&) {
                       put_all(rendering::sitemaps(catalog_, plan_));
                       put(rendering::facts_csv(catalog_));
                       put(rendering::facts_json(catalog_));
                       put(rendering::references_json(catalog_));
                     }});
    for (const rendering::OutputFile& file : {rendering::robots_txt(catalog_), rendering::headers(catalog_)}) {
      put(file.path, file.bytes);
    }
    if (std::string lines = rendering::redirects(catalog_); !lines.empty()) put("_redirects", lines);
  }

  void copy_all(const std::vector<CopiedFile>& files) {
    for (const CopiedFile& file : files) copy(*file.folder, file.from, file.to);
  }

  void copy(const Folder& folder, const std::string& from, const std::string& to) {
    const auto bytes = folder.read(from);
    bytes.ok() ? put(to, bytes.value()) : note_error(bytes.error());
  }

  /// The CSV behind each data table, beside the bulletin's pictures. All languages use the same file: one puts it.
  void put_table_data(const model::Bulletin& bulletin, const content::Body& body) {
    for (const content::Block& block : body.blocks) {
      if (!std::holds_alternative<content::DataTable>(block.data)) continue;
      const std::string path = rendering::media_address(bulletin) + block.path.substr(block.path.rfind('/') + 1);
      {
        const std::lock_guard lock(mutex_);
        if (!table_data_.insert(path).second) continue;
      }
      copy(site_.root, block.path, path);
    }
  }

  // ---- which pages there are

  void collect_pages() {
    add("", Language{},
        [](PageWriter& writer, const Locale& locale, std::string& out) { writer.language_choice(locale, out); });
    jobs_.push_back({1, [this](Worker& worker) {
                       worker.page.clear();
                       worker.writer.not_found(locales_.at(worker.index, Language{}), worker.page);
                       put("404.html", worker.page);
                     }});
    collect_inventories();
    for (std::size_t l = 0; l < catalog_.language_count(); ++l) collect_language(language(l));
    for (std::size_t i = 0; i < catalog_.bulletins().size(); ++i) collect_bulletin(static_cast<BulletinIndex>(i));
    collect_aliases();
  }

  /// The pages of each document that more bulletins cite than the register has room for.
  void collect_documents(Language in) {
    for (std::size_t i = 0; i < catalog_.settings().documents.size(); ++i) {
      const auto index = static_cast<catalog::DocumentIndex>(i);
      const std::string address = catalog_.address(index, in);
      if (address.empty()) continue;
      const std::size_t pages = catalog_.page_count(catalog_.citing(index));
      jobs_.push_back({pages, [this, index, in, address, pages](Worker& worker) {
                         const rendering::CitingBulletins citing(catalog_, index);
                         for (std::size_t number = 1; number <= pages; ++number) {
                           worker.page.clear();
                           worker.writer.document(index, citing, number, in, locales_.at(worker.index, in),
                                                  worker.page);
                           put_page(catalog_.page_address(address, in, number), worker);
                         }
                       }});
    }
  }

  /// A page that needs nothing but the catalog; `write(writer, locale, out)` makes it.
  template <typename Write>
  void add(const std::string& address, Language in, Write write) {
    jobs_.push_back({1, [this, address, in, write](Worker& worker) {
                       worker.page.clear();
                       write(worker.writer, locales_.at(worker.index, in), worker.page);
                       put_page(address, worker);
                     }});
  }

  /// The worker's page. Room that was needed once, for a long list, is not kept.
  void put_page(const std::string& address, Worker& worker) {
    put(address + std::string(kPageFile), worker.page);
    if (worker.page.capacity() > kMostKept) worker.page = {};
  }

  void collect_language(Language in) {
    const auto& catalog = catalog_;
    add(catalog.home_address(in), in,
        [this, in](PageWriter& w, const Locale& l, std::string& o) { w.home(plan_, l, in, o); });
    add(catalog.section_address(Section::topics, in), in,
        [in](PageWriter& w, const Locale& l, std::string& o) { w.topics(in, l, o); });
    if (!catalog.issuers().empty()) {
      add(catalog.section_address(Section::issuers, in), in,
          [in](PageWriter& w, const Locale& l, std::string& o) { w.issuers(in, l, o); });
    }
    add(catalog.section_address(Section::index, in), in,
        [this, in](PageWriter& w, const Locale& l, std::string& o) { w.index(plan_, in, l, o); });
    if (catalog.settings().outputs.search) {
      add(catalog.section_address(Section::search, in), in,
          [in](PageWriter& w, const Locale& l, std::string& o) { w.search(in, l, o); });
    }
    collect_lists(in);
    collect_feeds(in);
    collect_citations(in);
    for (std::size_t i = 0; i < catalog.site().pages.size(); ++i) {
      if (catalog.site().pages[i].texts[in]) collect_standing_page(static_cast<PageIndex>(i), in);
    }
    for (std::size_t i = 0; i < catalog.bulletins().size(); ++i) {
      const auto index = static_cast<BulletinIndex>(i);
      if (catalog.bulletins()[i].texts[in]) continue;
      add(catalog.missing_address(index, in), in,
          [index, in](PageWriter& w, const Locale& l, std::string& o) { w.missing(index, in, l, o); });
    }
  }

  /// The pages of a list of `entries` at `address`; `write` makes page `number` of what `which` names, if anything.
  template <typename Write, typename... Which>
  void add_list(const std::string& address, std::size_t entries, Language in, Write write, Which... which) {
    for (std::size_t page = 1; page <= catalog_.page_count(entries); ++page) {
      add(catalog_.page_address(address, in, page), in,
          [=](PageWriter& w, const Locale& l, std::string& o) { (w.*write)(which..., page, in, l, o); });
    }
  }

  /// Registers, series, topics, issuers, and the parts of the index: as many pages as each list takes.
  void collect_lists(Language in) {
    collect_documents(in);
    add_list(catalog_.section_address(Section::documents, in), catalog_.settings().documents.size(), in,
             &PageWriter::documents);
    add_list(catalog_.section_address(Section::facts, in), catalog_.register_of_facts().size(), in, &PageWriter::facts);
    for (std::size_t i = 0; i < catalog_.settings().series.size(); ++i) {
      add_list(catalog_.series_address(i, in), catalog_.in_series(i).size(), in, &PageWriter::series, i);
    }
    for (std::size_t i = 0; i < catalog_.settings().topics.size(); ++i) {
      add_list(catalog_.topic_address(i, in), catalog_.on_topic(i).size(), in, &PageWriter::topic, i);
    }
    for (const std::size_t i : catalog_.issuers()) {
      add_list(catalog_.issuer_address(i, in), catalog_.issued_by(i).size(), in, &PageWriter::issuer, i);
    }
    for (const auto* parts : {&plan_.languages[in].letters, &plan_.languages[in].years}) {
      for (const rendering::IndexPart& part : *parts) {
        for (std::size_t page = 1; page <= catalog_.page_count(part.bulletins.size()); ++page) {
          add(plan_.address(catalog_, in, part.slug, page), in,
              [this, &part, page, in](PageWriter& w, const Locale& l, std::string& o) {
                w.index_part(plan_, part, page, in, l, o);
              });
        }
      }
    }
  }

  void collect_feeds(Language in) {
    collect_feed(std::nullopt, in);
    for (std::size_t i = 0; i < catalog_.settings().series.size(); ++i) collect_feed(i, in);
  }

  void collect_feed(rendering::FeedScope scope, Language in) {
    const std::string address = rendering::feed_address(catalog_, scope, in);
    if (address.empty()) return;
    jobs_.push_back({0, [this, scope, in, address](Worker& worker) {
                       worker.page.clear();
                       const rendering::BodyReader read_body = [&](BulletinIndex index, const auto& use) {
                         const model::Bulletin& bulletin = catalog_.bulletin(index);
                         if (const auto body = body_of(bulletin.folder(), &bulletin, *bulletin.texts[in], in))
                           use(*body);
                       };
                       worker.writer.feed(scope, in, locales_.at(worker.index, in), read_body, worker.page);
                       put(address, worker.page);
                     }});
  }

  /// The citations of everything, and of each series.
  void collect_citations(Language in) {
    if (!catalog_.settings().outputs.citations) return;
    const auto collect = [&](const std::string& address, const std::vector<BulletinIndex>& bulletins) {
      jobs_.push_back({0, [this, in, address, &bulletins](Worker& worker) {
                         const rendering::Host host = host_at(address, in, worker);
                         put_all(rendering::citation_files(host, address, bulletins));
                       }});
    };
    collect(catalog_.home_address(in), catalog_.newest_first());
    for (std::size_t i = 0; i < catalog_.settings().series.size(); ++i) {
      collect(catalog_.series_address(i, in), catalog_.in_series(i));
    }
  }

  /// What other sites can link to; as long as the site itself, so made beside the pages.
  void collect_inventories() {
    if (!catalog_.settings().outputs.inventories) return;
    for (std::size_t l = 0; l < catalog_.language_count(); ++l) {
      jobs_.push_back(
          {0, [this, l](Worker& worker) { put(rendering::sphinx_inventory(home_host(language(l), worker))); }});
    }
    jobs_.push_back({0, [this](Worker& worker) {
                       std::vector<rendering::Host> hosts;
                       for (std::size_t l = 0; l < catalog_.language_count(); ++l) {
                         hosts.push_back(home_host(language(l), worker));
                       }
                       put(rendering::inventory_json(hosts));
                     }});
  }

  rendering::Host home_host(Language in, const Worker& worker) const {
    return host_at(catalog_.home_address(in), in, worker);
  }

  rendering::Host host_at(const std::string& address, Language in, const Worker& worker) const {
    return rendering::host_for(catalog_, in, locales_.at(worker.index, in), address);
  }

  void collect_aliases() {
    for (const catalog::Alias& alias : catalog_.aliases()) {
      jobs_.push_back({1, [this, &alias](Worker& worker) {
                         worker.page.clear();
                         worker.writer.forward(alias, locales_.at(worker.index, alias.language), worker.page);
                         put(alias.path, worker.page);
                       }});
    }
  }

  void collect_standing_page(PageIndex index, Language in) {
    jobs_.push_back({1, [this, index, in](Worker& worker) {
                       const model::Page& page = catalog_.page(index);
                       const auto body = body_of(page.folder, nullptr, *page.texts[in], in);
                       if (!body) return;
                       worker.page.clear();
                       worker.writer.page(index, in, *body, locales_.at(worker.index, in), worker.page);
                       put(catalog_.address(index, in) + std::string(kPageFile), worker.page);
                     }});
  }

  /// All pages of a bulletin in one job, so that each text is read once more and not once per page.
  void collect_bulletin(BulletinIndex index) {
    std::size_t pages = 0;
    for (std::size_t l = 0; l < catalog_.language_count(); ++l) {
      if (!catalog_.bulletin(index).texts[language(l)]) continue;
      pages += beside(index, language(l)) ? 2 : 1;
    }
    jobs_.push_back({pages, [this, index](Worker& worker) { write_bulletin(index, worker); }});
  }

  /// The language beside `in` on the parallel page, if there is such a page.
  std::optional<Language> beside(BulletinIndex index, Language in) const {
    return catalog_.settings().outputs.parallel ? rendering::parallel_language(catalog_, index, in) : std::nullopt;
  }

  // ---- making them

  /// The body of a text, which was put aside.
  std::optional<content::Body> body_of(const std::string& folder, const model::Bulletin* bulletin,
                                       const model::Text& text, Language in) {
    std::string packed;
    if (!catalog_.site().scratch->get({text.body.offset, text.body.size}, packed)) {
      note_error({filesystem::Error::Kind::other, text.path, "what was put aside of it cannot be read"});
      return std::nullopt;
    }
    const content::Reading reading{site_.root, catalog_.settings(), catalog_.site().formats, bulletin, folder, in};
    return content::unpack_body(text, packed, reading);
  }

  void write_bulletin(BulletinIndex index, Worker& worker) {
    const model::Bulletin& bulletin = catalog_.bulletin(index);
    model::PerLanguage<std::optional<content::Body>> bodies(catalog_.language_count());
    for (std::size_t l = 0; l < catalog_.language_count(); ++l) {
      const auto& text = bulletin.texts[language(l)];
      if (text) bodies[language(l)] = body_of(bulletin.folder(), &bulletin, *text, language(l));
    }
    for (std::size_t l = 0; l < catalog_.language_count(); ++l) {
      const Language in = language(l);
      if (!bodies[in]) continue;
      worker.page.clear();
      worker.writer.bulletin(index, in, *bodies[in], locales_.at(worker.index, in), worker.page);
      put(catalog_.address(index, in) + std::string(kPageFile), worker.page);
      put_table_data(bulletin, *bodies[in]);
      if (catalog_.settings().outputs.citations) {
        const std::string& address = catalog_.address(index, in);
        put_all(rendering::citation_files(host_at(address, in, worker), address, index));
      }
      const auto other = beside(index, in);
      if (!other || !bodies[*other]) continue;
      worker.page.clear();
      worker.writer.parallel(index, in, *bodies[in], locales_.at(worker.index, in), *other, *bodies[*other],
                             locales_.at(worker.index, *other), worker.page);
      put(catalog_.parallel_address(index, in) + std::string(kPageFile), worker.page);
    }
  }

  std::size_t page_count() const {
    std::size_t count = 0;
    for (const PageJob& job : jobs_) count += job.pages;
    return count;
  }

  void write_pages() {
    std::vector<Worker> workers;
    workers.reserve(worker_count_);
    for (std::size_t i = 0; i < worker_count_; ++i) {
      workers.push_back(Worker{PageWriter(catalog_, site_.templates), i, {}});
    }
    const std::size_t all = page_count();
    std::atomic<std::size_t> done{0};
    parallel::for_each_index(jobs_.size(), worker_count_, [&](std::size_t i, std::size_t worker) {
      jobs_[i].run(workers[worker]);
      const std::size_t finished = done += jobs_[i].pages;
      if (worker == 0 && site_.request.progress) site_.request.progress(finished, all);
    });
  }

  const SiteToWrite& site_;
  const Catalog& catalog_;
  std::size_t worker_count_;
  localization::WorkerLocales locales_;
  rendering::IndexPlan plan_;
  std::vector<PageJob> jobs_;
  std::mutex mutex_;
  std::set<std::string> table_data_;
  std::optional<filesystem::Error> error_;
};

}  // namespace

WrittenSite write_site(const SiteToWrite& site) {
  return SiteWriter(site).run();
}

}  // namespace gaceta
