// JSON written by hand, for files that are as long as the site: no tree of values is made. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace gaceta::text {

/// How control bytes are written for which JSON has a letter (backspace, tab, line and form feed, carriage return): by
/// it, or by their number like the others: '\n' or '\u000a'. Readers take both.
enum class JsonControls { letters, numbers };

/// Appends valid UTF-8 as a JSON string with its quotes. What need not be escaped is not.
void append_json_string(std::string& out, std::string_view utf8, JsonControls controls);

}  // namespace gaceta::text
