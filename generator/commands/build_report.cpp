#include "commands/build_report.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>

#include "commands/site_options.hpp"

namespace gaceta::commands {

using diagnostics::Diagnostics;
using diagnostics::Language;
using diagnostics::Severity;

namespace {

std::string counted(std::size_t number, std::string_view one, std::string_view other) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : other);
}

}  // namespace

std::size_t count(const Diagnostics& diagnostics, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(diagnostics.begin(), diagnostics.end(),
                    [&](const diagnostics::Diagnostic& one) { return one.severity == severity; }));
}

bool output_is_terminal() {
  return isatty(STDOUT_FILENO) != 0;
}

bool errors_are_terminal() {
  return isatty(STDERR_FILENO) != 0;
}

void print_diagnostics(const Diagnostics& diagnostics, const filesystem::Folder& root) {
  const auto style = errors_are_terminal() ? diagnostics::Style::colour : diagnostics::Style::plain;
  std::cerr << diagnostics::as_text(diagnostics, source_text(root), message_language(), style);
}

void ProgressLine::show(std::size_t done, std::size_t all) {
  const auto now = Clock::now();
  if (now - start_ < std::chrono::milliseconds(500) || now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::fprintf(stderr, "\r%zu/%zu  %.0f/s\x1b[K", done, all, static_cast<double>(done) / seconds);
  shown_ = true;
}

ProgressLine::~ProgressLine() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
}

void print_timings(const BuildResult& result) {
  for (const StageTime& stage : result.times) {
    std::fprintf(stderr, "%10.1f ms  %.*s\n", std::chrono::duration<double, std::milli>(stage.time).count(),
                 static_cast<int>(stage.stage.size()), stage.stage.data());
  }
  const publishing::Counts& counts = result.counts;
  std::fprintf(stderr, "%10zu written, %zu unchanged, %zu removed\n", counts.written, counts.unchanged, counts.removed);
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

}  // namespace gaceta::commands
