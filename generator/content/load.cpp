#include "content/load.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "content/body.hpp"
#include "content/load_bulletin.hpp"
#include "content/load_settings.hpp"
#include "content/local_text.hpp"
#include "content/roles.hpp"
#include "parallel/for_each_index.hpp"
#include "text/nearest.hpp"
#include "text/unicode.hpp"

namespace gaceta::content {
namespace {

using diagnostics::Diagnostics;
using diagnostics::did_you_mean;
using diagnostics::make;
using filesystem::Entry;
using model::Language;

constexpr std::string_view kContent = "content";
constexpr std::string_view kPages = "pages";

/// A folder that holds a bulletin or a page.
struct SourceFolder {
  std::string series;                   ///< or 'pages'
  std::string path;                     ///< content/tmec/2021-07-pymes
  std::vector<std::string_view> files;  ///< sorted names, in the list of entries, which lives as long

  bool has(std::string_view name) const { return std::binary_search(files.begin(), files.end(), name); }
};

/// content/<series>/<name> of each folder at that depth, with the files directly inside.
std::vector<SourceFolder> source_folders(const std::vector<Entry>& entries) {
  std::vector<SourceFolder> folders;
  std::unordered_map<std::string_view, std::size_t> index;
  for (const Entry& entry : entries) {
    const std::string_view path = std::string_view(entry.path).substr(kContent.size() + 1);
    const std::size_t first = path.find('/');
    if (first == std::string_view::npos) continue;
    const std::size_t second = path.find('/', first + 1);
    if (second == std::string_view::npos) {
      if (entry.type != Entry::Type::directory) continue;
      index[entry.path] = folders.size();
      folders.push_back({std::string(path.substr(0, first)), entry.path, {}});
    } else if (entry.type == Entry::Type::file) {
      const auto found = index.find(std::string_view(entry.path).substr(0, kContent.size() + 1 + second));
      if (found != index.end()) folders[found->second].files.push_back(path.substr(second + 1));
    }
  }
  return folders;
}

class Loader {
 public:
  Loader(const filesystem::Folder& root, const localization::LocaleFiles& locale_files, const Options& options,
         Diagnostics& diagnostics)
      : root_(root), locale_files_(locale_files), options_(options), diagnostics_(diagnostics) {}

  std::optional<Site> run() {
    std::vector<Entry> entries;
    if (options_.listed == nullptr) {
      auto listed = root_.tree(kContent);
      if (!listed.ok()) {
        diagnostics_.push_back(make("no-content", {std::string(kContent)}));
        return std::nullopt;
      }
      entries = std::move(listed).value();
    }
    auto settings = load_settings(root_, locale_files_, diagnostics_);
    if (!settings) return std::nullopt;
    site_.settings = *std::move(settings);
    site_.settings.brand = find_brand();
    site_.formats = named_formats(site_.settings);
    if (!load_locales()) return std::nullopt;
    if (options_.inspector) inspect_ = options_.inspector(site_.settings, site_.locales);
    load_folders(source_folders(options_.listed != nullptr ? *options_.listed : entries));
    if (options_.scratch) options_.scratch->seal();
    site_.scratch = options_.scratch;
    return std::move(site_);
  }

 private:
  /// What one folder gave; merged in the order of the folders.
  struct Slot {
    std::optional<model::Bulletin> bulletin;
    std::optional<model::Page> page;
    std::optional<Withheld> withheld;
    Diagnostics diagnostics;
  };

  Brand find_brand() const {
    Brand brand;
    brand.has_css = root_.stat("assets/site.css").ok();
    for (const char* name : {"assets/logo.svg", "assets/logo.png"}) {
      const auto bytes = root_.read(name);
      if (!bytes.ok()) continue;
      brand.logo = name;
      brand.size = image_size(bytes.value());
      break;
    }
    return brand;
  }

  /// A small site spends a tenth of its build here, so the languages are read side by side.
  bool load_locales() {
    const std::size_t count = site_.settings.language_count();
    site_.locales = model::PerLanguage<std::shared_ptr<const localization::LocaleData>>(count);
    std::vector<Diagnostics> found(count);
    parallel::for_each_index(
        count, options_.workers,
        [&](std::size_t i, std::size_t) {
          site_.locales[static_cast<Language>(i)] = load_locale(site_.settings.languages[i], found[i]);
        },
        1);
    for (Diagnostics& some : found) std::move(some.begin(), some.end(), std::back_inserter(diagnostics_));
    return std::none_of(site_.locales.begin(), site_.locales.end(), [](const auto& one) { return one == nullptr; });
  }

  std::shared_ptr<const localization::LocaleData> load_locale(LanguageSettings& language,
                                                              Diagnostics& diagnostics) const {
    if (language.name.empty()) language.name = localization::Locale::own_language_name(language.code);
    localization::LocaleOverrides overrides{nullptr, nullptr, "content/site.yaml"};
    const auto style = site_.settings.house_style.find(language.locale);
    if (style != site_.settings.house_style.end()) overrides.house_style = &style->second;
    const auto messages = site_.settings.messages.find(language.code);
    if (messages != site_.settings.messages.end()) overrides.messages = &messages->second;
    return localization::load_locale(language.locale, locale_files_, overrides, site_.settings.units,
                                     model::place("content/site.yaml", language.locale_span), diagnostics);
  }

  void load_folders(const std::vector<SourceFolder>& folders) {
    check_series(folders);
    const localization::WorkerLocales locales(site_.locales, std::max<std::size_t>(options_.workers, 1));
    std::vector<std::unique_ptr<Slot>> slots(folders.size());
    parallel::for_each_index(folders.size(), options_.workers, [&](std::size_t i, std::size_t worker) {
      auto slot = std::make_unique<Slot>();
      if (folders[i].series == kPages) {
        load_page(folders[i], locales, worker, *slot);
      } else if (site_.settings.find_series({folders[i].series}) != nullptr) {
        load_bulletin_folder(folders[i], locales, worker, *slot);
      }
      slots[i] = std::move(slot);
    });
    const auto has_bulletin = [](const auto& slot) { return slot->bulletin.has_value(); };
    site_.bulletins.reserve(static_cast<std::size_t>(std::count_if(slots.begin(), slots.end(), has_bulletin)));
    for (auto& one : slots) {
      const std::unique_ptr<Slot> slot = std::move(one);  // each goes as soon as it is merged
      if (slot->bulletin) site_.bulletins.push_back(*std::move(slot->bulletin));
      if (slot->page) site_.pages.push_back(*std::move(slot->page));
      if (slot->withheld) site_.withheld.push_back(*std::move(slot->withheld));
      std::move(slot->diagnostics.begin(), slot->diagnostics.end(), std::back_inserter(diagnostics_));
    }
  }

  /// A folder below content/ that is no series of site.yaml would be left out in silence otherwise.
  void check_series(const std::vector<SourceFolder>& folders) {
    std::vector<std::string> known;
    for (const Series& series : site_.settings.series) known.push_back(series.id.text);
    std::set<std::string> reported;
    for (const SourceFolder& folder : folders) {
      if (folder.series == kPages || site_.settings.find_series({folder.series}) != nullptr) continue;
      if (!reported.insert(folder.series).second) continue;
      diagnostics_.push_back(make("unknown-series", {"content/" + folder.series}, {folder.series},
                                  did_you_mean(text::nearest(folder.series, known))));
    }
  }

  /// Markdown files that are named for no language of the site.
  void check_text_names(const SourceFolder& folder, Diagnostics& diagnostics) const {
    std::vector<std::string> known;
    for (const LanguageSettings& language : site_.settings.languages) known.push_back(language.code + ".md");
    for (const std::string_view name : folder.files) {
      const std::string file(name);
      if (!file.ends_with(".md") || std::find(known.begin(), known.end(), file) != known.end()) continue;
      diagnostics.push_back(
          make("unknown-language-file", {folder.path + "/" + file}, {file}, did_you_mean(text::nearest(file, known))));
    }
  }

  bool check_folder_name(const SourceFolder& folder, Diagnostics& diagnostics) const {
    const std::string_view name = std::string_view(folder.path).substr(folder.path.rfind('/') + 1);
    return check_id(name, {}, folder.path, diagnostics);
  }

  void load_bulletin_folder(const SourceFolder& folder, const localization::WorkerLocales& locales, std::size_t worker,
                            Slot& slot) const {
    if (folder.files.empty()) return;
    if (!check_folder_name(folder, slot.diagnostics)) return;
    check_text_names(folder, slot.diagnostics);
    if (!folder.has("bulletin.yaml")) {
      slot.diagnostics.push_back(make("missing-bulletin-yaml", {folder.path}, {}, {"bulletin-example", {}}));
      return;
    }
    auto bulletin = load_bulletin(root_, folder.series, folder.path, site_.settings, slot.diagnostics);
    if (!bulletin) {
      slot.withheld = Withheld{{folder.path.substr(kContent.size() + 1)}, Withheld::Reason::broken};
      return;
    }
    if (const auto reason = withheld(*bulletin)) {
      slot.withheld = Withheld{bulletin->id, *reason};
      return;
    }
    check_facts(*bulletin, site_.settings, site_.formats, slot.diagnostics);
    const std::size_t before = slot.diagnostics.size();
    load_texts(folder, &*bulletin, bulletin->texts, locales, worker, slot.diagnostics);
    const bool has_text =
        std::any_of(bulletin->texts.begin(), bulletin->texts.end(), [](const auto& text) { return text.has_value(); });
    if (has_text) {
      slot.bulletin = std::move(bulletin);
    } else if (slot.diagnostics.size() == before) {
      slot.diagnostics.push_back(make("no-text", {folder.path}, {site_.settings.languages.front().code}));
    } else {
      slot.withheld = Withheld{bulletin->id, Withheld::Reason::broken};
    }
  }

  void load_page(const SourceFolder& folder, const localization::WorkerLocales& locales, std::size_t worker,
                 Slot& slot) const {
    if (folder.files.empty()) return;
    if (!check_folder_name(folder, slot.diagnostics)) return;
    check_text_names(folder, slot.diagnostics);
    model::Page page;
    page.folder = folder.path;
    page.id = folder.path.substr(folder.path.rfind('/') + 1);
    page.texts = model::PerLanguage<std::optional<model::Text>>(site_.settings.language_count());
    load_texts(folder, nullptr, page.texts, locales, worker, slot.diagnostics);
    const bool has_text =
        std::any_of(page.texts.begin(), page.texts.end(), [](const auto& text) { return text.has_value(); });
    if (has_text) slot.page = std::move(page);
  }

  /// A text while it is in memory.
  struct OpenText {
    LoadedText loaded;
    Reading reading;
    Body body;
  };

  void load_texts(const SourceFolder& folder, const model::Bulletin* bulletin,
                  model::PerLanguage<std::optional<model::Text>>& texts, const localization::WorkerLocales& locales,
                  std::size_t worker, Diagnostics& diagnostics) const {
    std::vector<std::optional<OpenText>> open(site_.settings.language_count());
    for (std::size_t i = 0; i < open.size(); ++i) {
      const auto language = static_cast<Language>(i);
      const std::string& code = site_.settings.languages[i].code;
      if (!folder.has(code + ".md")) continue;
      auto loaded = load_text(root_, folder.path, code, diagnostics);
      if (!loaded || (loaded->is_draft && options_.drafts == Drafts::leave_out)) continue;
      const Reading reading{root_, site_.settings, site_.formats, bulletin, folder.path, language};
      Body body = read_body(*loaded, reading, diagnostics);
      loaded->text.outline = outline_of(body, reading, locales.at(worker, language), for_later(worker, bulletin));
      if (inspect_) inspect_({*loaded, body, reading}, loaded->magnitudes, diagnostics);
      check_files(folder, loaded->text, diagnostics);
      open[i].emplace(OpenText{*std::move(loaded), reading, std::move(body)});
    }
    compare_texts(folder, bulletin, open, diagnostics);
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (!open[i]) continue;
      open[i]->loaded.text.body = put_aside(open[i]->body, worker);
      texts[static_cast<Language>(i)] = std::move(open[i]->loaded.text);
    }
  }

  model::PutAside put_aside(const Body& body, std::size_t worker) const {
    if (!options_.scratch) return {};
    std::string packed;
    pack_body(body, packed);
    return put_aside(packed, worker);
  }

  model::PutAside put_aside(std::string_view bytes, std::size_t worker) const {
    const filesystem::Scratch::Slot slot = options_.scratch->put(worker, bytes);
    return {slot.offset, slot.size};
  }

  /// Nobody lists what standing pages refer to, or their headings.
  PutAsideForLater for_later(std::size_t worker, const model::Bulletin* bulletin) const {
    if (!options_.scratch || bulletin == nullptr) return {};
    return [this, worker](std::string_view bytes) { return put_aside(bytes, worker); };
  }

  /// Puts each translation beside its source, and leaves in it how far it is behind and which block is which.
  void compare_texts(const SourceFolder& folder, const model::Bulletin* bulletin,
                     std::vector<std::optional<OpenText>>& open, Diagnostics& diagnostics) const {
    if (!options_.compare) return;
    std::vector<std::optional<InspectedText>> inspected(open.size());
    InspectedBulletin all;
    if (bulletin != nullptr) all.source = bulletin->source_language;
    all.texts = model::PerLanguage<const InspectedText*>(open.size());
    all.records = model::PerLanguage<std::optional<TranslationRecord>>(open.size());
    all.ids = model::PerLanguage<std::optional<IdRecord>>(open.size());
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (!open[i]) continue;
      const auto language = static_cast<Language>(i);
      const std::string& code = site_.settings.languages[i].code;
      inspected[i].emplace(InspectedText{open[i]->loaded, open[i]->body, open[i]->reading});
      all.texts[language] = &*inspected[i];
      if (folder.has(id_record_name(code))) {
        all.ids[language] = load_id_record(root_, folder.path, code, diagnostics);
      }
      if (language == all.source || !folder.has(translation_record_name(code))) continue;
      all.records[language] = load_translation_record(root_, folder.path, code, diagnostics);
    }
    auto compared = options_.compare(all, diagnostics);
    for (std::size_t i = 0; i < std::min(open.size(), compared.size()); ++i) {
      auto& one = compared[static_cast<Language>(i)];
      if (!open[i] || !one) continue;
      open[i]->loaded.text.translation = std::move(one->translation);
      open[i]->body.pairing = std::move(one->pairing);
    }
  }

  /// Pictures and downloads must be beside the text.
  static void check_files(const SourceFolder& folder, const model::Text& text, Diagnostics& diagnostics) {
    if (text.outline.files.empty()) return;
    std::vector<std::string> files;  // in the normal form that texts have
    for (const std::string_view file : folder.files) files.push_back(text::to_nfc(file));
    for (const model::FileUse& use : text.outline.files) {
      if (std::find(files.begin(), files.end(), use.name) != files.end()) continue;
      diagnostics.push_back(make("missing-file", model::place(text.path, use.span), {std::string(use.name)},
                                 did_you_mean(text::nearest(use.name, files))));
    }
  }

  std::optional<Withheld::Reason> withheld(const model::Bulletin& bulletin) const {
    if (bulletin.status == model::PublicationStatus::draft && options_.drafts == Drafts::leave_out) {
      return Withheld::Reason::draft;
    }
    if (options_.date && model::first_day(bulletin.date) > *options_.date) return Withheld::Reason::future;
    return std::nullopt;
  }

  const filesystem::Folder& root_;
  const localization::LocaleFiles& locale_files_;
  const Options& options_;
  Diagnostics& diagnostics_;
  Site site_;
  TextInspector inspect_;
};

}  // namespace

std::optional<Site> load(const filesystem::Folder& root, const localization::LocaleFiles& locale_files,
                         const Options& options, Diagnostics& diagnostics) {
  return Loader(root, locale_files, options, diagnostics).run();
}

}  // namespace gaceta::content
