#include "commands/run.hpp"

#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <new>

#include "commands/build.hpp"
#include "commands/format.hpp"
#include "commands/init.hpp"
#include "commands/new_bulletin.hpp"
#include "commands/refs.hpp"
#include "commands/serve.hpp"
#include "commands/stamp.hpp"
#include "commands/status.hpp"
#include "publishing/publisher.hpp"

namespace gaceta::commands {
namespace {

void add_site_options(CLI::App& command, SiteOptions& options) {
  command.add_option("ROOT", options.root, "The site's folder, which holds content/")->capture_default_str();
  command.add_flag("--drafts", options.drafts, "Include drafts");
  command.add_flag("--release", options.release, "Refuse unverified facts and stale translations");
  command.add_option("--date", options.date, "Leave out what is dated later (default: today, or SOURCE_DATE_EPOCH)");
  command.add_option("-j,--jobs", options.jobs, "Threads (default: one per processor)");
}

/// Completes a publication that an earlier process could not finish.
bool recover(const SiteOptions& options) {
  const std::string output = options.output.empty() ? options.root + "/site" : options.output;
  const auto status = publishing::recover(output);
  if (!status.ok()) print_machine_error(status.error());
  return status.ok();
}

ExitStatus run(int argument_count, char** arguments, const Serve& serve) {
  CLI::App app("Gaceta: bilingual trade bulletins, from Markdown to a static site", "gaceta");
  app.set_version_flag("--version", GACETA_VERSION);
  app.require_subcommand(1);
  SiteOptions site;
  FormatOptions value;

  CLI::App* build_command = app.add_subcommand("build", "Generate the site");
  add_site_options(*build_command, site);
  build_command->add_option("-o,--output", site.output, "Output folder (default: ROOT/site)");
  build_command->add_option("--base-url", site.base_url, "Address of the site, instead of the one of site.yaml");
  build_command->add_flag("--take-over", site.take_over, "Publish into a folder that holds files of others");
  build_command->add_flag("--precompress", site.precompress, "Put a .gz and a .br beside every text");
  build_command->add_flag("--force", site.force, "Build even if nothing has changed since the last build");
  build_command->add_flag("--timings", site.timings, "Print the time of each stage");
  build_command->add_flag("-q,--quiet", site.quiet, "Print nothing on success");

  CLI::App* check_command = app.add_subcommand("check", "Say everything that is wrong; write nothing");
  add_site_options(*check_command, site);
  check_command->add_option("--format", site.format, "text, json or sarif")
      ->check(CLI::IsMember({"text", "json", "sarif"}))
      ->capture_default_str();
  check_command->add_flag("--strict", site.strict, "Treat warnings as errors");

  ServeOptions preview;
  CLI::App* serve_command = app.add_subcommand("serve", "Show the site on this machine while it is being written");
  serve_command->add_option("ROOT", preview.site.root, "The site's folder, which holds content/")
      ->capture_default_str();
  serve_command->add_option("--port", preview.port, "Port of 127.0.0.1 (default: 8000 or the next; 0: any)")
      ->check(CLI::Range(0, 65535));
  serve_command->add_flag("--no-drafts", preview.no_drafts, "Leave out drafts");
  serve_command->add_flag("--no-future", preview.no_future, "Leave out what is dated later than today");
  serve_command->add_option("--date", preview.site.date, "Leave out what is dated later than this");
  serve_command->add_option("-j,--jobs", preview.site.jobs, "Threads (default: one per processor)");

  CLI::App* format_command = app.add_subcommand("format", "Print one value as a page would");
  format_command->add_option("INTENT", value.intent, "For example money/text");
  format_command->add_option("INPUT", value.input, "For example '{value: 53e9, unit: USD}'");
  format_command->add_option("--locale", value.locale, "For example es-MX")->capture_default_str();
  format_command->add_option("--cases", value.cases, "Run a table of cases instead; exit 1 if any differs");
  format_command->add_option("--root", value.root, "A site whose own house style counts")->capture_default_str();

  RefsOptions question;
  CLI::App* refs_command = app.add_subcommand("refs", "What something refers to, and who refers to it");
  refs_command->add_option("ID", question.id, "A bulletin, a document, or event:NAME")->required();
  refs_command->add_option("--root", question.site.root, "The site's folder")->capture_default_str();
  refs_command->add_flag("--drafts", question.site.drafts, "Include drafts");
  refs_command->add_option("--format", question.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();

  SiteOptions asked;
  StampOptions stamped;
  CLI::App* stamp_command = app.add_subcommand("stamp", "Record that a translation has all that its source says");
  stamp_command->add_option("BULLETIN", stamped.bulletin, "For example tmec/2021-07-pymes")->required();
  stamp_command->add_option("LANG", stamped.language, "Language of the translation, for example en")->required();
  stamp_command->add_option("--root", asked.root, "The site's folder")->capture_default_str();
  stamp_command->add_option("--date", asked.date, "Date of the record (default: today, or SOURCE_DATE_EPOCH)");

  CLI::App* status_command = app.add_subcommand("status", "How far each bulletin is in each language");
  status_command->add_option("ROOT", asked.root, "The site's folder, which holds content/")->capture_default_str();
  status_command->add_option("--format", asked.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  status_command->add_option("-j,--jobs", asked.jobs, "Threads (default: one per processor)");

  NewOptions begun;
  CLI::App* new_command = app.add_subcommand("new", "Begin a bulletin: its folder, with a file per language");
  new_command->add_option("NAME", begun.name, "SERIES/SLUG, for example tmec/dialogo-pyme; or pages/SLUG")->required();
  new_command->add_option("--root", begun.root, "The site's folder")->capture_default_str();
  new_command->add_option("--date", begun.date, "Its date, YYYY-MM-DD (default: today, or SOURCE_DATE_EPOCH)");
  new_command->add_option("--title", begun.titles, "LANG=TITLE, or TITLE in the first language; once per language")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);

  std::string new_site;
  CLI::App* init_command = app.add_subcommand("init", "Make a new site, with a bulletin to begin from");
  init_command->add_option("DIR", new_site, "Its folder, missing or empty")->required();

  try {
    app.parse(argument_count, arguments);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? ExitStatus::done : ExitStatus::wrong_usage;
  }
  if (serve_command->parsed()) return serve(preview);
  if (format_command->parsed()) return format(value);
  if (refs_command->parsed()) return refs(question);
  if (stamp_command->parsed()) return stamp(asked, stamped);
  if (status_command->parsed()) return status(asked);
  if (new_command->parsed()) return new_bulletin(begun);
  if (init_command->parsed()) return init(new_site);
  if (!recover(site)) return ExitStatus::machine_failed;
  return build_command->parsed() ? build(site) : check(site);
}

}  // namespace

int run_program(int argument_count, char** arguments, const Serve& serve) {
  try {
    return static_cast<int>(run(argument_count, arguments, serve));
  } catch (const std::bad_alloc&) {
    std::cerr << "gaceta: out of memory\n";
  } catch (const std::exception& error) {
    std::cerr << "gaceta: " << error.what() << "\n";
  }
  return static_cast<int>(ExitStatus::machine_failed);
}

}  // namespace gaceta::commands
