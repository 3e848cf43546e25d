// The command line: one door for main(). Each command has a file of its own.
#pragma once

#include <functional>

namespace gaceta::commands {

/// Exit statuses that every command uses.
enum class ExitStatus : int {
  done = 0,            ///< warnings allowed
  content_errors = 1,  ///< the content has errors
  wrong_usage = 2,     ///< the command line is wrong
  machine_failed = 3,  ///< disk, permissions, memory
};

struct ServeOptions;

/// How `gaceta serve` is done.
using Serve = std::function<ExitStatus(const ServeOptions&)>;

/// Reads the arguments and runs what they say; the exit status. What nobody caught is said on stderr.
int run_program(int argument_count, char** arguments, const Serve& serve);

}  // namespace gaceta::commands
