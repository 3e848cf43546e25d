#include "workbench.hpp"

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <stdexcept>

#include "content/body.hpp"
#include "content/load_bulletin.hpp"
#include "content/load_settings.hpp"
#include "content/roles.hpp"
#include "filesystem/memory_folder.hpp"

namespace parity {
namespace {

namespace fs = std::filesystem;
using namespace gaceta;

const fs::path kRoot = GACETA_SOURCE_DIR;
const std::string kFolder = "content/tmec/bulletin";

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace

Workbench::~Workbench() = default;

Workbench::Workbench() {
  filesystem::MemoryFolder root;
  for (const auto& entry : fs::directory_iterator(kRoot / "content")) {
    if (!entry.is_regular_file()) continue;
    if (!root.write("content/" + entry.path().filename().string(), read(entry.path())).ok())
      throw std::runtime_error("write");
  }
  const localization::LocaleFiles locales = [](std::string_view name) -> std::optional<std::string> {
    return read(kRoot / "generator/localization/locales" / (std::string(name) + ".yaml"));
  };
  diagnostics::Diagnostics ignored;
  settings_ = std::make_unique<content::Settings>(content::load_settings(root, locales, ignored).value());
  formats_ = content::named_formats(*settings_);
}

/// What was read of one text; kept, since most faults leave the other text as it is.
struct Workbench::ReadText {
  Files files;
  std::shared_ptr<const model::Bulletin> bulletin;
  content::LoadedText loaded;
  content::Body body;
};

std::shared_ptr<const Workbench::ReadText> Workbench::read_text(const Files& files, model::Language language,
                                                                const std::shared_ptr<const model::Bulletin>& bulletin,
                                                                const filesystem::Folder& root) const {
  const std::string& code = settings_->languages[model::index(language)].code;
  Files relevant = files;
  std::erase_if(relevant, [&](const auto& file) { return file.first.ends_with(".md") && file.first != code + ".md"; });
  relevant.erase("translation.en.yaml");
  auto& last = last_[model::index(language)];
  if (last != nullptr && last->files == relevant && last->bulletin == bulletin) return last;
  diagnostics::Diagnostics ignored;
  auto loaded = content::load_text(root, kFolder, code, ignored);
  if (!loaded) return nullptr;
  const content::Reading reading{root, *settings_, formats_, bulletin.get(), kFolder, language};
  content::Body body = content::read_body(*loaded, reading, ignored);
  last = std::make_shared<const ReadText>(ReadText{std::move(relevant), bulletin, *std::move(loaded), std::move(body)});
  return last;
}

Comparison Workbench::compare(const Files& files, checks::Stage stage) const {
  filesystem::MemoryFolder root;
  for (const auto& [name, text] : files) {
    if (!root.write(kFolder + "/" + name, text).ok()) throw std::runtime_error("write");
  }
  diagnostics::Diagnostics ignored;
  const std::string settings = files.contains("bulletin.yaml") ? files.at("bulletin.yaml") : "";
  if (settings != last_settings_) {
    last_settings_ = settings;
    last_bulletin_ = nullptr;
    auto bulletin = content::load_bulletin(root, "tmec", kFolder, *settings_, ignored);
    if (bulletin) last_bulletin_ = std::make_shared<const model::Bulletin>(*std::move(bulletin));
  }
  content::InspectedBulletin all;
  all.texts = model::PerLanguage<const content::InspectedText*>(2);
  all.records = model::PerLanguage<std::optional<content::TranslationRecord>>(2);
  std::vector<std::shared_ptr<const ReadText>> kept;
  std::vector<content::Reading> readings;
  std::vector<content::InspectedText> texts;
  readings.reserve(2), texts.reserve(2);
  for (const model::Language language : {model::Language{0}, model::Language{1}}) {
    kept.push_back(read_text(files, language, last_bulletin_, root));
    if (kept.back() == nullptr) continue;
    readings.push_back({root, *settings_, formats_, last_bulletin_.get(), kFolder, language});
    texts.push_back({kept.back()->loaded, kept.back()->body, readings.back()});
    all.texts[language] = &texts.back();
  }
  if (files.contains("translation.en.yaml")) {
    all.records[model::Language{1}] = content::load_translation_record(root, kFolder, "en", ignored);
  }
  Comparison result;
  if (auto compared = checks::language_checks(stage)(all, result.found)[model::Language{1}]) {
    result.translation = std::move(compared->translation);
  }
  if (recording_) result.recorded = checks::blocks_to_record(all, model::Language{1});
  for (auto& one : result.found) one.place.path = one.place.path.substr(kFolder.size() + 1);
  diagnostics::sort_and_deduplicate(result.found);
  return result;
}

Files Workbench::stamped(Files files) const {
  model::Date date = model::parse_date("2026-11-20").value();
  recording_ = true;
  files["translation.en.yaml"] = content::to_yaml({"es", date, compare(files).recorded});
  recording_ = false;
  return files;
}

std::map<std::string, Files> own_bulletins() {
  std::map<std::string, Files> all;
  for (const auto& series : fs::directory_iterator(kRoot / "content")) {
    if (!series.is_directory()) continue;
    for (const auto& folder : fs::directory_iterator(series)) {
      Files files;
      for (const auto& entry : fs::directory_iterator(folder)) {
        files[entry.path().filename().string()] = read(entry.path());
      }
      files.erase("translation.en.yaml");
      if (files.contains("es.md") && files.contains("en.md")) {
        all[series.path().filename().string() + "/" + folder.path().filename().string()] = std::move(files);
      }
    }
  }
  return all;
}

Spot spot(const Files& files, const std::string& file, std::size_t offset) {
  const std::string& text = files.at(file);
  Spot out{file, 1, 1};
  for (std::size_t i = 0; i < offset; ++i) {
    if (text[i] == '\n')
      ++out.line, out.column = 1;
    else
      ++out.column;
  }
  return out;
}

std::vector<Chunk> chunks(const std::string& file) {
  std::vector<Chunk> out;
  std::size_t at = file.find("\n---\n") + 5;
  bool in_fence = false, in_chunk = false;
  while (at < file.size()) {
    const std::size_t end = std::min(file.find('\n', at), file.size());
    const std::string line = file.substr(at, end - at);
    const bool is_blank = line.empty() && !in_fence;
    const bool continues = !out.empty() && line.starts_with("    ");
    if (is_blank) {
      in_chunk = false;
    } else {
      if (!in_chunk && !continues) out.push_back({at, 0, 0, ""});
      in_chunk = true;
      if (line.starts_with("```")) in_fence = !in_fence;
      out.back().end = end;
    }
    at = end + 1;
  }
  for (Chunk& chunk : out) {
    chunk.block = chunk.start;
    const std::size_t line_end = file.find('\n', chunk.start);
    const std::string first = file.substr(chunk.start, line_end - chunk.start);
    if (first.starts_with('{') && first.ends_with('}') && first.find('`') == std::string::npos)
      chunk.block = line_end + 1;
    while (file[chunk.block] == ' ') ++chunk.block;
    chunk.text = file.substr(chunk.block, chunk.end - chunk.block);
  }
  return out;
}

// ---- a bulletin of every kind of block

namespace {

/// Words of no language for each language: the same number of them, other letters.
class Prose {
 public:
  explicit Prose(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t bound) { return random_() % bound; }

  /// A sentence of about `count` words, as pair {es, en}.
  std::pair<std::string, std::string> words(std::size_t count) {
    static const char* const kSpanish[] = {"la",       "reunión", "trató",    "comercio", "de",       "empresas",
                                           "pequeñas", "con",     "apoyo",    "técnico",  "para",     "exportar",
                                           "bienes",   "hacia",   "mercados", "vecinos",  "mientras", "crece"};
    static const char* const kEnglish[] = {"the",   "meeting", "took up", "trade",     "among",   "firms",
                                           "small", "with",    "support", "technical", "so that", "export",
                                           "goods", "towards", "markets", "near",      "while",   "growth"};
    std::pair<std::string, std::string> out;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t word = below(std::size(kSpanish));
      if (i > 0) out.first += ' ', out.second += ' ';
      out.first += kSpanish[word];
      out.second += kEnglish[word];
    }
    out.first[0] = 'L', out.second[0] = 'T';
    return out;
  }

  std::string token() {
    switch (below(5)) {
      case 0:
        return "{num}`" + std::to_string(100 + below(900)) + " firm`";
      case 1:
        return "{date}`20" + std::to_string(10 + below(15)) + "-0" + std::to_string(1 + below(9)) + "`";
      case 2:
        return "[x" + std::to_string(below(99)) + "](ref:usmca#" + std::to_string(10 + below(20)) + "." +
               std::to_string(1 + below(9)) + ")";
      case 3:
        return "{country}`MX`";
      default:
        return "{num}`" + std::to_string(1 + below(99)) + "." + std::to_string(below(10)) + "%`";
    }
  }

 private:
  std::mt19937 random_;
};

class BulletinMaker {
 public:
  explicit BulletinMaker(unsigned seed) : prose_(seed) {}

  Files run() {
    for (int section = 0; section < 3; ++section) {
      heading(section);
      for (int i = 0; i < 4; ++i) paragraph();
      switch (section) {
        case 0:
          list();
          break;
        case 1:
          table();
          break;
        default:
          picture();
      }
      paragraph();
      quotation();
    }
    note();
    Files files;
    files["bulletin.yaml"] = "date: 2024-03-01\n";
    files["chart.svg"] = "<svg/>";
    files["es.md"] =
        "---\ntitle: Un boletín de prueba\nsummary: Resumen del boletín de prueba\nslug: prueba\n---\n" + es_;
    files["en.md"] =
        "---\ntitle: A bulletin to test\nsummary: Summary of the bulletin to test\nslug: test\n---\n" + en_;
    return files;
  }

 private:
  void both(const std::string& es, const std::string& en) {
    es_ += "\n" + es + "\n";
    en_ += "\n" + en + "\n";
  }

  std::pair<std::string, std::string> sentence(std::size_t words, std::size_t tokens) {
    auto text = prose_.words(words);
    for (std::size_t i = 0; i < tokens; ++i) {
      const std::string token = prose_.token();
      const auto more = prose_.words(3 + prose_.below(6));
      text.first += " " + token + " " + more.first;
      text.second += " " + token + " " + more.second;
    }
    return {text.first + ".", text.second + "."};
  }

  void heading(int section) {
    const auto text = prose_.words(3);
    both("## " + text.first + (section == 0 ? " uno" : " dos"), "## " + text.second + (section == 0 ? " one" : " two"));
  }

  void paragraph() {
    const auto text = sentence(8 + prose_.below(30), 1 + prose_.below(4));
    both(text.first, text.second);
  }

  void list() {
    std::string es, en;
    for (int i = 0; i < 5; ++i) {
      const auto text = sentence(5 + prose_.below(8), 1);
      es += "- " + text.first + "\n", en += "- " + text.second + "\n";
    }
    es.pop_back(), en.pop_back();
    both(es, en);
  }

  void table() {
    std::string es = "| País | Cifra | Nota |\n|---|---|---|", en = "| Country | Figure | Note |\n|---|---|---|";
    for (int i = 0; i < 5; ++i) {
      const std::string figure = "{num}`" + std::to_string(1000 + prose_.below(9000)) + "`";
      const auto words = prose_.words(4);
      es += "\n| fila | " + figure + " | " + words.first + " |";
      en += "\n| row | " + figure + " | " + words.second + " |";
    }
    both(es, en);
  }

  void picture() { both("![Una gráfica de barras](chart.svg)", "![A chart with bars](chart.svg)"); }

  void quotation() {
    const auto text = sentence(12, 1);
    both("```{quote}\n:by: Ana Ruiz\n:country: MX\n\n" + text.first + "\n```",
         "```{quote}\n:by: Ana Ruiz\n:country: MX\n\n" + text.second + "\n```");
  }

  void note() {
    both("Lo dicho consta en dos notas.[^uno] Otra vez.[^dos]",
         "What was said is in two notes.[^uno] Once more.[^dos]");
    const auto one = sentence(6, 1), two = sentence(9, 2);
    both("[^uno]: " + one.first, "[^uno]: " + one.second);
    both("[^dos]: " + two.first, "[^dos]: " + two.second);
  }

  Prose prose_;
  std::string es_, en_;
};

}  // namespace

Files generated_bulletin(unsigned seed) {
  return BulletinMaker(seed).run();
}

}  // namespace parity
