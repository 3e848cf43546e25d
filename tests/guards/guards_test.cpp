// Counts, not times: a build that opens a file twice or makes a formatter per page is a defect on any machine.
#include <chrono>
#include <filesystem>
#include <fstream>

#include "build_site.hpp"
#include "catch.hpp"
#include "filesystem/real_folder.hpp"
#include "localization/locale.hpp"
#include "temporary_folder.hpp"

using namespace gaceta;

namespace {

constexpr std::size_t kWorkers = 2;

/// A site of `count` bulletins in two languages, all of it an hour old.
class GrownSite {
 public:
  explicit GrownSite(std::size_t count) {
    write("content/site.yaml",
          "title: {es: Gaceta, en: Gazette}\nbase_url: https://x.example/\n"
          "languages: {es: {locale: es-MX}, en: {locale: en-US}}\nseries: {a: {name: {es: Avisos, en: Notices}}}\n");
    write("content/topics.yaml", "pymes: {name: {es: Pymes, en: Small business}}\n");
    for (std::size_t i = 1; i <= count; ++i) add(i);
  }

  void add(std::size_t i) {
    const std::string number = std::to_string(i);
    const std::string folder = "content/a/aviso-" + number + "/";
    write(folder + "bulletin.yaml",
          "date: 2024-01-02\nnumber: " + number +
              "\ntopics: [pymes]\nfacts:\n  envios: {value: 53e9, unit: USD, label: {es: envíos, en: shipments}}\n");
    const std::string reference = i > 1 ? "<ref:a/aviso-1#p-1>" : "{num}`12.5%`";
    write(folder + "es.md", "---\ntitle: Aviso " + number +
                                "\nsummary: Un aviso.\n---\n## Uno\n\nSon {fact}`envios` y " + reference +
                                ", el {date}`2024-01-02`.[^n]\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^n]: Nota.\n");
    write(folder + "en.md", "---\ntitle: Notice " + number +
                                "\nsummary: A notice.\n---\n## One\n\nIt is {fact}`envios` and " + reference +
                                ", on {date}`2024-01-02`.[^n]\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^n]: A note.\n");
  }

  void write(const std::string& path, const std::string& bytes, std::chrono::minutes age = std::chrono::minutes(60)) {
    const std::filesystem::path file = folder_.path() / "root" / path;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() - age);
  }

  struct Done {
    BuildResult result;
    filesystem::Counts read;  ///< of the site's folder
  };

  Done build(bool force = false) const {
    const std::string shipped = GACETA_SOURCE_DIR;
    auto open = [](const std::string& path) { return filesystem::open_folder(path).value(); };
    const auto root = open(folder_ / "root");
    const auto templates = open(shipped + "/templates"), assets = open(shipped + "/assets"),
               locales = open(shipped + "/generator/localization/locales");
    BuildRequest request;
    request.output = folder_ / "site";
    request.state = folder_ / "root" + "/.gaceta";
    request.content.workers = kWorkers;
    request.force = force;
    Done done{build_site(*root, {*templates, *assets, *locales}, request), {}};
    done.read = root->counts();
    REQUIRE_FALSE(done.result.machine_error);
    REQUIRE_FALSE(diagnostics::has_errors(done.result.diagnostics));
    return done;
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("nothing changed: no text is opened, nothing is created or written") {
  const GrownSite site(30);
  const GrownSite::Done first = site.build();
  CHECK(first.result.counts.written > 60);
  const GrownSite::Done again = site.build();
  CHECK(again.read.opened == 0);
  CHECK(again.result.counts.written == 0);
  CHECK(again.result.counts.unchanged == first.result.counts.written);
  CHECK(again.result.counts.output == filesystem::Counts{});
}

TEST_CASE("built again by force: each page is recognised without being opened") {
  const GrownSite site(30);
  (void)site.build();
  const GrownSite::Done again = site.build(true);
  const filesystem::Counts& output = again.result.counts.output;
  CHECK(output.created == 0);
  CHECK(output.written == 0);
  CHECK(output.renamed == 0);
  CHECK(output.removed == 0);
  CHECK(again.result.counts.compared <= again.result.counts.unchanged);
}

TEST_CASE("one edit writes the pages that show it, and opens each text twice") {
  constexpr std::size_t kBulletins = 30;
  GrownSite site(kBulletins);
  const GrownSite::Done first = site.build();
  site.write("content/a/aviso-7/es.md",
             "---\ntitle: Aviso 7\nsummary: Un aviso.\n---\n## Uno\n\nSon {fact}`envios` y "
             "<ref:a/aviso-1#p-1>, el {date}`2024-01-03`.[^n]\n\n| a | b |\n|---|---|\n| 1 | "
             "2 |\n\n[^n]: Nota.\n",
             std::chrono::minutes(30));
  site.write("content/a/aviso-7/en.md",
             "---\ntitle: Notice 7\nsummary: A notice.\n---\n## One\n\nIt is {fact}`envios` and "
             "<ref:a/aviso-1#p-1>, on {date}`2024-01-03`.[^n]\n\n| a | b |\n|---|---|\n| 1 | 2 "
             "|\n\n[^n]: A note.\n",
             std::chrono::minutes(30));
  const GrownSite::Done edited = site.build();
  // Its page and its parallel page, in two languages; the feeds of the site and of the series, with the whole text;
  // the page of what it cites, whose list of citations shows the words around.
  CHECK(edited.result.counts.written == 10);
  CHECK(edited.result.counts.removed == 0);
  // bulletin.yaml once; each text to be checked, and again to be rendered; the two feeds of each language read those
  // that they carry; a handful of settings.
  const std::size_t settings = 20, feeds = 2 * 2 * kBulletins;
  CHECK(edited.read.opened <= kBulletins * (1 + 2 + 2) + feeds + settings);
}

TEST_CASE("formatters are built once per thread and language, however many pages there are") {
  const auto built_for = [](std::size_t bulletins) {
    const GrownSite site(bulletins);
    const std::size_t before = localization::formatters_built();
    (void)site.build();
    return localization::formatters_built() - before;
  };
  const std::size_t few = built_for(20);
  CHECK(built_for(120) <= few + 4);  // which worker meets the first list to be sorted is chance
  CHECK(few <= 3 * 2 * (2 * kWorkers + 2));
}
