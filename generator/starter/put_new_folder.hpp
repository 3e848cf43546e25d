// A new folder with its files, all or nothing: written aside, below .gaceta/, and moved into place in one step. A
// process that is killed leaves something in .gaceta/ at most, which the next one removes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "filesystem/folder.hpp"

namespace gaceta::starter {

struct NewFile {
  std::string path;
  std::string bytes;
};

/// Makes `folder` in `root`, with `files` (paths relative to `folder`). already_exists if anything is there, in_use if
/// somebody else is at it; after any failure `root` is as it was.
filesystem::Status put_new_folder(filesystem::Folder& root, std::string_view folder, const std::vector<NewFile>& files);

}  // namespace gaceta::starter
