// Writing a value so that it is only text where it stands. Appends to the page; pure otherwise.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "templating/html_state.hpp"
#include "templating/value.hpp"

namespace gaceta::templating {

void append_integer(std::string& out, std::int64_t number);

/// The inside of a JSON string that may also stand in a <script>: " \ < > & ' U+2028 U+2029 and controls are escaped.
void append_json_text(std::string& out, std::string_view text);
/// A JSON value: null, a number, true, false, a string, or an array of them.
void append_json(std::string& out, const Value& value, Context& context);

/// Everything but letters, digits and - . _ ~ as %XX (RFC 3986, unreserved).
void append_percent_encoded(std::string& out, std::string_view text);

/// The text of markup: tags and comments gone, the common character references resolved.
void append_without_tags(std::string& out, std::string_view markup);

/// Whether an address (as it stands in an attribute) is relative, a fragment, or of http, https or mailto. What
/// browsers ignore is ignored: blanks before it, tabs and line ends inside it.
bool has_safe_scheme(std::string_view address);

/// Appends `value` as `escaping` asks for. Nothing is appended for nothing, except null as a JSON value.
void append_value(std::string& out, const Value& value, Escaping escaping, Context& context);

}  // namespace gaceta::templating
