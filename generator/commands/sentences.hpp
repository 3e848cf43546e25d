// What commands say to editors, in their language.
#pragma once

#include <string>
#include <string_view>

#include "commands/site_options.hpp"

namespace gaceta::commands {

/// The sentence in the editor's language.
inline const char* say(const char* english, const char* spanish) {
  return message_language() == diagnostics::Language::spanish ? spanish : english;
}

/// `path` as somebody types it in a shell: in quotes where it needs them.
std::string as_typed(std::string_view path);

/// What behind a command leads to the site at `root`: '' for the current folder, else `option`, which ends in a space
/// or is empty, and the path.
std::string leading_to(std::string_view root, std::string_view option);

}  // namespace gaceta::commands
