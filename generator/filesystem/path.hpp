// Paths inside a folder: relative, parts joined by '/'. Words only, the disk is not asked. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace gaceta::filesystem {

/// Whether `path` is one that a Folder takes: not empty, no leading or trailing '/', no NUL, no part that is empty, '.'
/// or
/// '..'.
bool is_inside(std::string_view path);

/// What comes before the last '/', or "".
std::string_view parent_of(std::string_view path);

/// What comes after the last '/', or all of it.
std::string_view name_of(std::string_view path);

/// `folder/path`; just `path` if `folder` is empty, just `folder` if `path` is.
std::string joined(std::string_view folder, std::string_view path);

/// Whether `path` lies below the directory `folder`, at any depth; everything lies below "".
bool is_below(std::string_view path, std::string_view folder);

}  // namespace gaceta::filesystem
