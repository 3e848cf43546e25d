// What a file is, by the end of its name, as the Content-Type header says it.
#pragma once

#include <string_view>

namespace gaceta::preview {

/// With charset where it is text; application/octet-stream for names that are not known. Static storage.
std::string_view content_type(std::string_view path);

inline constexpr std::string_view html_type = "text/html; charset=utf-8";

}  // namespace gaceta::preview
