// Whether names can stand beside each other in an output folder, on whatever disk it is unpacked. Pure; any thread.
#pragma once

#include <optional>
#include <string_view>

#include "diagnostics/diagnostic.hpp"
#include "publishing/page.hpp"

namespace gaceta::publishing {

/// What is wrong with one path, if anything: a name of our own, or bytes that no line of the manifest could hold.
std::optional<diagnostics::Diagnostic> name_problem(std::string_view path, std::string_view shown);

/// Paths that were put twice, differ only in case or normal form, or are a file and a folder at once.
/// `pages` sorted by path; `shown` is the output folder as the user wrote it.
diagnostics::Diagnostics name_collisions(const Pages& pages, std::string_view shown);

}  // namespace gaceta::publishing
