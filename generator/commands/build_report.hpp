// What build and serve say of a build, on the terminal and in the editor's language.
#pragma once

#include <chrono>
#include <cstddef>

#include "build_site.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/report.hpp"
#include "filesystem/folder.hpp"

namespace gaceta::commands {

using Clock = std::chrono::steady_clock;

std::size_t count(const diagnostics::Diagnostics& diagnostics, diagnostics::Severity severity);

/// Whether a person is watching what is written to standard output, to standard error.
bool output_is_terminal();
bool errors_are_terminal();

/// On stderr, in colour on a terminal.
void print_diagnostics(const diagnostics::Diagnostics& diagnostics, const filesystem::Folder& root);

/// On stderr: the time of each stage, and what was written.
void print_timings(const BuildResult& result);

/// One line on stdout: pages, what was written, what was found, and the time.
void print_summary(const BuildResult& result, Clock::duration time);

/// One line that is written again and again on a terminal, and wiped at the end. Silent for builds that are over soon.
class ProgressLine {
 public:
  void show(std::size_t done, std::size_t all);
  ProgressLine() = default;
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine();

 private:
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
  bool shown_ = false;
};

}  // namespace gaceta::commands
