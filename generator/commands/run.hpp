// The command line: one door for main(). Each command has a file of its own.
#pragma once

namespace gaceta::commands {

/// Exit statuses that every command uses.
enum class ExitStatus : int {
  done = 0,            ///< warnings allowed
  content_errors = 1,  ///< the content has errors
  wrong_usage = 2,     ///< the command line is wrong
  machine_failed = 3,  ///< disk, permissions, memory
};

/// Reads the arguments and runs what they say.
ExitStatus run(int argument_count, char** arguments);

}  // namespace gaceta::commands
