// The server of the preview is a program of its own beside this one: the libraries it needs would make every build
// start later by what a build of fifty texts takes.
#pragma once

#include "commands/run.hpp"

namespace gaceta::commands {

/// Replaces this process by gaceta-serve with the same arguments. Comes back only if there is no such program, which is
/// said on stderr.
ExitStatus become_preview(char** arguments);

}  // namespace gaceta::commands
