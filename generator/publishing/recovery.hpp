// Puts an output folder in order after a process that died. For publisher.cpp; other rooms call recover().
#pragma once

#include <string>

#include "filesystem/folder.hpp"
#include "filesystem/result.hpp"

namespace gaceta::publishing {

/// Completes the last step if its journal is whole, else drops what was staged. The caller holds the lock of `output`.
filesystem::Status put_in_order(filesystem::Folder& output);

/// Removes the folder beside the output `name` in which a process that died staged a whole site; not if one is at it.
filesystem::Status clear_sibling(filesystem::Folder& beside, const std::string& name);

}  // namespace gaceta::publishing
