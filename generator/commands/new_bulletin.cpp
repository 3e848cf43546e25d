#include "commands/new_bulletin.hpp"

#include <cstdio>
#include <iostream>

#include "commands/sentences.hpp"
#include "commands/share_folder.hpp"
#include "commands/site_options.hpp"
#include "content/load_settings.hpp"
#include "filesystem/path.hpp"
#include "filesystem/real_folder.hpp"
#include "starter/plan_bulletin.hpp"
#include "text/nearest.hpp"

namespace gaceta::commands {
namespace {

using diagnostics::Diagnostics;
using starter::Refusal;
using Reason = Refusal::Reason;

constexpr std::string_view kSettings = "content/site.yaml";

/// `path` below the site's folder, as the editor finds it.
std::string shown(const std::string& root, std::string_view path) {
  if (root == ".") return std::string(path);
  return root.ends_with('/') ? root + std::string(path) : root + "/" + std::string(path);
}

/// Whether there is a site at `root`; said on stderr if not.
bool is_site(const std::string& root) {
  const auto folder = filesystem::open_folder(root);
  if (folder.ok() && folder.value()->stat(kSettings).ok()) return true;
  const auto where = filesystem::resolved_path(root);
  std::fprintf(stderr,
               say("gaceta: there is no site here: looked for '%s'\n"
                   "    help: go to the site's folder or name it with --root; 'gaceta init DIR' makes a new site\n",
                   "gaceta: aquí no hay ningún sitio: se buscó «%s»\n"
                   "    ayuda: vaya a la carpeta del sitio o indíquela con --root; «gaceta init CARPETA» crea un sitio "
                   "nuevo\n"),
               shown(where.ok() ? where.value() : root, kSettings).c_str());
  return false;
}

/// The site's own starter files, in starter/ beside content/, else those that Gaceta ships.
starter::StarterFiles starter_files(const filesystem::Folder& root, const filesystem::Folder* shipped) {
  return [&root, shipped](std::string_view name) -> std::optional<std::string> {
    if (auto own = root.read("starter/" + std::string(name)); own.ok()) return std::move(own).value();
    if (shipped == nullptr) return std::nullopt;
    auto bytes = shipped->read(name);
    return bytes.ok() ? std::optional(std::move(bytes).value()) : std::nullopt;
  };
}

/// What the site says of itself, if it can be read; else what is wrong with it is said.
std::optional<content::Settings> read_settings(const OpenSite& site) {
  Diagnostics found;
  const Share share = site.share();
  auto settings = content::load_settings(*site.root, locale_files(*site.root, share), found);
  std::erase_if(found, [](const diagnostics::Diagnostic& one) {
    return one.severity != diagnostics::Severity::error || one.place.path != kSettings;
  });
  if (settings && found.empty()) return settings;
  std::cerr << diagnostics::as_text(found, source_text(*site.root), message_language(), diagnostics::Style::plain);
  return std::nullopt;
}

void refuse_series(const std::string& series, const content::Settings& settings) {
  std::vector<std::string> known;
  for (const content::Series& one : settings.series) known.push_back(one.id.text);
  std::fprintf(stderr,
               say("gaceta: no series of content/site.yaml is called '%s'",
                   "gaceta: ninguna serie de content/site.yaml se llama «%s»"),
               series.c_str());
  if (const auto near = text::nearest(series, known)) {
    std::fprintf(stderr, say("; did you mean '%s'?", "; ¿quiso decir «%s»?"), near->c_str());
  }
  std::string list;
  for (const std::string& one : known) list += (list.empty() ? "" : ", ") + one;
  if (list.empty()) {
    std::fputs(say("\n    help: it has no series yet\n", "\n    ayuda: todavía no tiene ninguna serie\n"), stderr);
  } else {
    std::fprintf(stderr, say("\n    help: its series: %s\n", "\n    ayuda: sus series: %s\n"), list.c_str());
  }
}

/// One sentence with one word in it, on stderr.
ExitStatus refuse(ExitStatus status, const char* sentence, const std::string& word) {
  std::fprintf(stderr, sentence, word.c_str());
  return status;
}

ExitStatus refuse_slug(const Refusal& refusal) {
  std::fprintf(
      stderr,
      say("gaceta: '%s' cannot be the name of a bulletin's folder: small letters a to z, digits, and '-' between "
          "words",
          "gaceta: «%s» no puede ser el nombre de la carpeta de un boletín: letras minúsculas de la a a la z, "
          "cifras y «-» entre palabras"),
      refusal.words[0].c_str());
  if (!refusal.words[1].empty()) {
    std::fprintf(stderr, say("\n    help: did you mean '%s'?", "\n    ayuda: ¿quiso decir «%s»?"),
                 refusal.words[1].c_str());
  }
  std::fputs("\n", stderr);
  return ExitStatus::wrong_usage;
}

ExitStatus refuse(const Refusal& refusal, const content::Settings& settings) {
  const std::string& word = refusal.words.front();
  switch (refusal.reason) {
    case Reason::not_a_name:
      return refuse(ExitStatus::wrong_usage,
                    say("gaceta: '%s' is not of the form SERIES/SLUG, such as tmec/dialogo-pyme\n",
                        "gaceta: «%s» no tiene la forma SERIE/NOMBRE, como tmec/dialogo-pyme\n"),
                    word);
    case Reason::bad_slug:
      return refuse_slug(refusal);
    case Reason::unknown_series:
      refuse_series(word, settings);
      return ExitStatus::content_errors;
    case Reason::exists:
      return refuse(
          ExitStatus::content_errors,
          say("gaceta: '%s' is there already; nothing was changed\n", "gaceta: «%s» ya existe; no se cambió nada\n"),
          word);
    case Reason::dated_page:
      return refuse(ExitStatus::wrong_usage,
                    say("gaceta: --date: '%s' is a standing page, which has no date\n",
                        "gaceta: --date: «%s» es una página fija y no lleva fecha\n"),
                    word);
    case Reason::unknown_language:
      return refuse(ExitStatus::wrong_usage,
                    say("gaceta: --title: '%s' is not a language of this site\n",
                        "gaceta: --title: «%s» no es una lengua de este sitio\n"),
                    word);
    case Reason::second_title:
      return refuse(ExitStatus::wrong_usage,
                    say("gaceta: --title: there are two titles in '%s'; write LANG=TITLE\n",
                        "gaceta: --title: hay dos títulos en «%s»; escriba LENGUA=TÍTULO\n"),
                    word);
    case Reason::bad_title:
      return refuse(
          ExitStatus::wrong_usage,
          say("gaceta: --title: '%s' is not a line of text\n", "gaceta: --title: «%s» no es una línea de texto\n"),
          word);
    case Reason::no_starter:
      break;
  }
  return refuse(ExitStatus::machine_failed,
                say("gaceta: the starter file '%s' is neither in starter/ nor beside the program\n",
                    "gaceta: el archivo de partida «%s» no está en starter/ ni junto al programa\n"),
                word);
}

void print_done(const NewOptions& options, const starter::NewBulletin& bulletin) {
  for (const starter::NewFile& file : bulletin.files) {
    std::printf("%s\n", shown(options.root, filesystem::joined(bulletin.folder, file.path)).c_str());
  }
  const std::string site = leading_to(options.root, "");
  std::printf(say("\nWrite the texts:\n"
                  "  gaceta serve%s    shows the site while you write, drafts included\n"
                  "  gaceta check --drafts%s    says what is missing\n"
                  "To publish it, delete the line 'status: draft' of %s.\n",
                  "\nEscriba los textos:\n"
                  "  gaceta serve%s    muestra el sitio mientras escribe, con los borradores\n"
                  "  gaceta check --drafts%s    dice qué falta\n"
                  "Para publicarlo, borre la línea «status: draft» de %s.\n"),
              site.c_str(), site.c_str(), bulletin.is_page ? say("each text", "cada texto") : "bulletin.yaml");
}

/// A date that is yet to come keeps the bulletin out of what 'gaceta build' makes until then.
void mention_future(const model::Date& date) {
  const auto today = build_date({});
  if (!today || date <= *today) return;
  std::fputs(say("Until its date has come, 'gaceta build' and 'gaceta check' leave it out.\n",
                 "Hasta que llegue su fecha, «gaceta build» y «gaceta check» lo dejan fuera.\n"),
             stdout);
}

}  // namespace

ExitStatus new_bulletin(const NewOptions& options) {
  const auto date = build_date(options.date);
  if (!date) return ExitStatus::wrong_usage;
  if (!is_site(options.root)) return ExitStatus::content_errors;
  const auto site = open_site(options.root);
  if (!site) return ExitStatus::machine_failed;
  const auto settings = read_settings(*site);
  if (!settings) return ExitStatus::content_errors;
  const auto shipped = filesystem::open_folder(find_share_paths()->starter);
  const auto starters = starter_files(*site->root, shipped.ok() ? shipped.value().get() : nullptr);
  const starter::BulletinRequest request{options.name, options.titles, options.date.empty() ? std::nullopt : date,
                                         *date, message_language()};
  const auto planned = starter::plan_bulletin(*site->root, *settings, starters, request);
  if (const auto* refusal = std::get_if<Refusal>(&planned)) return refuse(*refusal, *settings);
  const auto& bulletin = std::get<starter::NewBulletin>(planned);
  if (const auto put = starter::put_new_folder(*site->root, bulletin.folder, bulletin.files); !put.ok()) {
    print_machine_error(put.error());
    return ExitStatus::machine_failed;
  }
  print_done(options, bulletin);
  if (!bulletin.is_page) mention_future(*date);
  return ExitStatus::done;
}

}  // namespace gaceta::commands
