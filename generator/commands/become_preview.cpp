#include "commands/become_preview.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "commands/sentences.hpp"
#include "commands/share_folder.hpp"

namespace gaceta::commands {

ExitStatus become_preview(char** arguments) {
  const std::string program = beside_program("gaceta-serve");
  ::execvp(program.c_str(), arguments);
  std::fprintf(stderr,
               say("gaceta: cannot start '%s', which shows the preview: %s\n",
                   "gaceta: no se puede iniciar «%s», que muestra la vista previa: %s\n"),
               program.c_str(), std::strerror(errno));
  return ExitStatus::machine_failed;
}

}  // namespace gaceta::commands
