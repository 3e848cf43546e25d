// Escaping for HTML and XML, appended to a buffer that the caller keeps. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace gaceta::text {

/// Appends `bytes` with & < > " ' written so that it is safe as element text and inside a quoted attribute.
void append_html_escaped(std::string& out, std::string_view bytes);
std::string html_escaped(std::string_view bytes);

}  // namespace gaceta::text
