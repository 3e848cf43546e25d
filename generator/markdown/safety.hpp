// What must not reach a page or keep the parser busy. Not part of the room's door.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "markdown/source.hpp"

namespace gaceta::markdown {

/// Whether a browser would run or read something on the reader's machine at `url` (entities and escapes resolved): the
/// schemes javascript, vbscript, data and file, however they are disguised (URL Standard: tabs, line ends and leading
/// control characters do not count, nor does case).
bool is_dangerous_url(std::string_view url);

/// Whether HTML is nothing but comments and white space.
bool is_html_comment(std::string_view html);

/// `text` with spaces for control characters, which nobody sees and cmark treats now so, now so; nothing if it has
/// none. Each is reported at its place, the first byte of `text` standing at `start`.
std::optional<std::string> without_control_characters(std::string_view text, const diagnostics::Place& start,
                                                      diagnostics::Diagnostics& diagnostics);

/// The text that cmark may read: empty if `text` is harmless, else a copy of the same length in which the passages on
/// which cmark-gfm 0.29 takes quadratic time or memory are blanked. They are reported.
std::optional<std::string> without_traps(std::string_view text, const std::vector<Line>& lines, std::string_view path,
                                         diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::markdown
