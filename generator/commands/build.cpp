#include "commands/build.hpp"

#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "commands/build_report.hpp"

namespace gaceta::commands {
namespace {

using diagnostics::Diagnostics;
using diagnostics::Language;
using diagnostics::Severity;

void print_failure(const Diagnostics& diagnostics) {
  const std::size_t errors = count(diagnostics, Severity::error);
  if (message_language() == Language::spanish) {
    std::fprintf(stderr,
                 errors == 1 ? "gaceta: %zu error; el sitio publicado queda como estaba\n"
                             : "gaceta: %zu errores; el sitio publicado queda como estaba\n",
                 errors);
  } else {
    std::fprintf(stderr,
                 errors == 1 ? "gaceta: %zu error; the published site stays as it was\n"
                             : "gaceta: %zu errors; the published site stays as it was\n",
                 errors);
  }
}

}  // namespace

ExitStatus build(const SiteOptions& options) {
  const auto start = Clock::now();
  const auto site = open_site(options.root);
  if (!site) return ExitStatus::machine_failed;
  auto request = request_of(options);
  if (!request) return ExitStatus::wrong_usage;
  BuildResult result;
  {
    ProgressLine line;
    if (!options.quiet && errors_are_terminal()) {
      request->progress = [&](std::size_t done, std::size_t all) { line.show(done, all); };
    }
    result = build_site(*site->root, site->share(), *request);
  }
  const bool failed = diagnostics::has_errors(result.diagnostics);
  if (failed || !options.quiet) print_diagnostics(result.diagnostics, *site->root);
  if (options.timings) print_timings(result);
  if (result.machine_error) {
    print_machine_error(*result.machine_error);
    return ExitStatus::machine_failed;
  }
  if (failed) {
    print_failure(result.diagnostics);
    return ExitStatus::content_errors;
  }
  if (!options.quiet) print_summary(result, Clock::now() - start);
  std::cout.flush();
  // Everything is written and closed. Returning would take the catalog apart, piece by piece.
  std::exit(static_cast<int>(ExitStatus::done));
}

ExitStatus check(const SiteOptions& options) {
  const auto site = open_site(options.root);
  if (!site) return ExitStatus::machine_failed;
  const auto request = request_of(options);
  if (!request) return ExitStatus::wrong_usage;
  const Diagnostics diagnostics = check_site(*site->root, site->share(), *request);
  const auto source = source_text(*site->root);
  if (options.format == "json") {
    std::cout << diagnostics::as_json(diagnostics, source, message_language());
  } else if (options.format == "sarif") {
    std::cout << diagnostics::as_sarif(diagnostics, source, message_language(), GACETA_VERSION);
  } else {
    const auto style = output_is_terminal() ? diagnostics::Style::colour : diagnostics::Style::plain;
    std::cout << diagnostics::as_text(diagnostics, source, message_language(), style);
  }
  const bool failed =
      diagnostics::has_errors(diagnostics) || (options.strict && count(diagnostics, Severity::warning) > 0);
  return failed ? ExitStatus::content_errors : ExitStatus::done;
}

}  // namespace gaceta::commands
