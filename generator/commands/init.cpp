#include "commands/init.hpp"

#include <cstdio>

#include "commands/sentences.hpp"
#include "commands/share_folder.hpp"
#include "commands/site_options.hpp"
#include "filesystem/real_folder.hpp"
#include "starter/plan_site.hpp"

namespace gaceta::commands {
namespace {

constexpr std::size_t kMostNamed = 5;

ExitStatus fail(const filesystem::Error& error) {
  print_machine_error(error);
  return ExitStatus::machine_failed;
}

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (std::size_t i = 0; i < names.size() && i < kMostNamed; ++i) list += (i > 0 ? ", " : "") + names[i];
  return names.size() > kMostNamed ? list + ", …" : list;
}

void refuse_folder(const std::string& folder, const std::vector<std::string>& names) {
  std::fprintf(
      stderr,
      say("gaceta: '%s' holds something already, and nothing was changed: %s\n"
          "    help: a new site needs a folder that is missing or empty; hidden files, README and LICENSE may be "
          "there\n",
          "gaceta: «%s» ya contiene algo y no se cambió nada: %s\n"
          "    ayuda: un sitio nuevo necesita una carpeta que no exista o esté vacía; puede haber archivos "
          "ocultos, README y LICENSE\n"),
      folder.c_str(), listed(names).c_str());
}

void print_done(const std::string& folder, const std::vector<std::string>& made) {
  const std::string prefix = folder == "." ? "" : folder.ends_with('/') ? folder : folder + "/";
  for (const std::string& path : made) std::printf("%s%s\n", prefix.c_str(), path.c_str());
  const std::string site = leading_to(folder, "");
  std::printf(say("\nThe site is ready:\n"
                  "  gaceta serve%s    shows it while you write\n"
                  "  gaceta build%s    makes it in %ssite/\n"
                  "  gaceta new avisos/my-bulletin%s    begins a bulletin of your own\n"
                  "First change the title, the address and the issuer in %scontent/site.yaml.\n",
                  "\nEl sitio está listo:\n"
                  "  gaceta serve%s    lo muestra mientras escribe\n"
                  "  gaceta build%s    lo genera en %ssite/\n"
                  "  gaceta new avisos/mi-boletin%s    empieza un boletín propio\n"
                  "Cambie primero el título, la dirección y el emisor en %scontent/site.yaml.\n"),
              site.c_str(), site.c_str(), prefix.c_str(), leading_to(folder, "--root ").c_str(), prefix.c_str());
}

}  // namespace

ExitStatus init(const std::string& folder) {
  const auto paths = find_share_paths();
  const auto shipped = filesystem::open_folder(paths ? paths->starter + "/site" : std::string());
  if (!shipped.ok()) {
    std::fputs(say("gaceta: the starter files that Gaceta ships are not beside the program\n",
                   "gaceta: los archivos de partida de Gaceta no están junto al programa\n"),
               stderr);
    return ExitStatus::machine_failed;
  }
  const auto site = starter::plan_site(*shipped.value(), message_language());
  if (!site.ok()) return fail(site.error());
  const auto root = filesystem::open_folder(folder, filesystem::Missing::make_it);
  if (!root.ok()) return fail(root.error());
  const auto names = starter::in_the_way(*root.value());
  if (!names.ok()) return fail(names.error());
  if (!names.value().empty()) {
    refuse_folder(folder, names.value());
    return ExitStatus::content_errors;
  }
  const auto made = starter::put_new_site(*root.value(), site.value());
  if (!made.ok()) return fail(made.error());
  print_done(folder, made.value());
  return ExitStatus::done;
}

}  // namespace gaceta::commands
