// Where the templates, assets, locale files and starter files that Gaceta ships are on this machine.
#pragma once

#include <optional>
#include <string>

namespace gaceta::commands {

struct SharePaths {
  std::string templates, assets, locales, starter;
};

/// Beside the installed program (../share/gaceta), or in the source tree of a program that was built and not installed.
std::optional<SharePaths> find_share_paths();

/// Another program of Gaceta, in the folder of the running one; its name alone where the system does not tell the
/// folder.
std::string beside_program(const std::string& name);

/// Version, path, size and time of the running program: what tells it from any other build of it.
std::string program_identity();

}  // namespace gaceta::commands
