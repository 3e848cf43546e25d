// Folders on the disk: POSIX *at() calls relative to a directory handle that is kept open, so a file costs as few
// system calls as it can and the current folder does not matter after opening. Not for paths that people type, except
// to open one.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "filesystem/folder.hpp"

namespace gaceta::filesystem {

/// What to do when the folder to open is not there.
enum class Missing { is_an_error, make_it };

/// The folder at `path`, absolute or relative to the current folder; links on the way are followed. `make_it` makes the
/// folders above as well. Fails with not_found, with not_a_directory if a file is there, or as the system says.
/// A directory below it that was once seen as such is taken for one as long as the Folder lives.
Result<std::unique_ptr<Folder>> open_folder(std::string_view path, Missing missing = Missing::is_an_error);

/// Where `path` leads: absolute, without '.', '..' or links in the part that exists. Fails only if the system cannot
/// tell.
Result<std::string> resolved_path(std::string_view path);

}  // namespace gaceta::filesystem
