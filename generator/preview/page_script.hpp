// What the preview adds to a page on its way out, and never to a file: the script that asks whether there is something
// new, and shows what is wrong. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace gaceta::preview {

inline constexpr std::string_view script_address = "/.gaceta/preview.js";
inline constexpr std::string_view state_address = "/.gaceta/state.json";

/// The script behind script_address.
std::string_view page_script();

/// The element that loads it into a page of the edition `version`.
std::string script_element(std::string_view version);

/// `html` with `element` before its last </body>, or at its end. A policy that the page itself sets in a <meta> element
/// is left out: it would forbid the script.
std::string with_script(std::string_view html, std::string_view element);

}  // namespace gaceta::preview
