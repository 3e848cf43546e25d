#include "commands/build.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>

namespace gaceta::commands {
namespace {

using diagnostics::Diagnostics;
using diagnostics::Language;
using diagnostics::Severity;
using Clock = std::chrono::steady_clock;

std::size_t count(const Diagnostics& diagnostics, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(diagnostics.begin(), diagnostics.end(),
                    [&](const diagnostics::Diagnostic& one) { return one.severity == severity; }));
}

void print_diagnostics(const Diagnostics& diagnostics, const filesystem::Folder& root) {
  const auto style = isatty(STDERR_FILENO) != 0 ? diagnostics::Style::colour : diagnostics::Style::plain;
  std::cerr << diagnostics::as_text(diagnostics, source_text(root), message_language(), style);
}

/// One line that is written again and again on a terminal, and wiped at the end. Silent for builds that are over soon.
class ProgressLine {
 public:
  void show(std::size_t done, std::size_t all) {
    const auto now = Clock::now();
    if (now - start_ < std::chrono::milliseconds(500) || now - last_ < std::chrono::milliseconds(100)) return;
    last_ = now;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    std::fprintf(stderr, "\r%zu/%zu  %.0f/s\x1b[K", done, all, static_cast<double>(done) / seconds);
    shown_ = true;
  }
  ~ProgressLine() {
    if (shown_) std::fputs("\r\x1b[K", stderr);
  }

 private:
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
  bool shown_ = false;
};

void print_timings(const BuildResult& result) {
  for (const StageTime& stage : result.times) {
    std::fprintf(stderr, "%10.1f ms  %.*s\n", std::chrono::duration<double, std::milli>(stage.time).count(),
                 static_cast<int>(stage.stage.size()), stage.stage.data());
  }
  const publishing::Counts& counts = result.counts;
  std::fprintf(stderr, "%10zu written, %zu unchanged, %zu removed\n", counts.written, counts.unchanged, counts.removed);
}

std::string counted(std::size_t number, std::string_view one, std::string_view other) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : other);
}

void print_summary(const BuildResult& result, Clock::duration time) {
  const bool spanish = message_language() == Language::spanish;
  const double seconds = std::chrono::duration<double>(time).count();
  const std::size_t warnings = count(result.diagnostics, Severity::warning);
  const std::size_t notes = count(result.diagnostics, Severity::note);
  const std::string found = spanish ? counted(warnings, "aviso", "avisos") + ", " + counted(notes, "nota", "notas")
                                    : counted(warnings, "warning", "warnings") + ", " + counted(notes, "note", "notes");
  std::printf(spanish ? "%zu páginas (%zu escritas, %zu retiradas), %s, %.2f s\n"
                      : "%zu pages (%zu written, %zu removed), %s, %.2f s\n",
              result.pages, result.counts.written, result.counts.removed, found.c_str(), seconds);
}

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
    if (!options.quiet && isatty(STDERR_FILENO) != 0) {
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
    const auto style = isatty(STDOUT_FILENO) != 0 ? diagnostics::Style::colour : diagnostics::Style::plain;
    std::cout << diagnostics::as_text(diagnostics, source, message_language(), style);
  }
  const bool failed =
      diagnostics::has_errors(diagnostics) || (options.strict && count(diagnostics, Severity::warning) > 0);
  return failed ? ExitStatus::content_errors : ExitStatus::done;
}

}  // namespace gaceta::commands
