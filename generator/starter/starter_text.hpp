// The text of a starter file: comments in the language of whoever will read them, and slots that are filled.
//
//   #es Un boletín nuevo es un borrador.        comments for readers of Spanish and of English; the line of the other
//   #en A new bulletin is a draft.              language goes, and of its own language '# …' stays
//   title: {{title|"[To be completed]"}}        a slot, with what stands there if nothing else does
//
// Pure; any thread.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "diagnostics/catalogue.hpp"

namespace gaceta::starter {

/// `text` with the comments for readers of `language`, and without those for others.
std::string with_comments_in(diagnostics::Language language, std::string_view text);

/// What slots hold, by name.
using Slots = std::map<std::string, std::string, std::less<>>;

/// `text` with its slots filled. One that `slots` does not have takes its default; without one, it stays as it is.
std::string filled(std::string_view text, const Slots& slots);

/// `value` as it is written behind 'key: ' in YAML: plain where that reads back as the same text, else in quotes.
/// `value` is one line of valid UTF-8.
std::string as_yaml(std::string_view value);

}  // namespace gaceta::starter
