// A Document as a string of bytes, about as long as its words, to be put aside and read again in a twentieth of the
// time that parsing takes. Only for the process that made it: the form is no promise.
#pragma once

#include <string>
#include <string_view>

#include "markdown/document.hpp"

namespace gaceta::markdown {

/// Appends the document to `out`, all but positions and end lines: those are for diagnostics, which were given when the
/// text was parsed.
void pack(const Document& document, std::string& out);

/// Takes a document off the front of `bytes`, as pack() made it.
Document unpack(std::string_view& bytes);

}  // namespace gaceta::markdown
