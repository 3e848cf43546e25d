// Characters that cannot be told apart on a screen, spelled out: <nbsp>, <nnbsp>, <thinsp>, <en-dash>, <em-dash>,
// <minus>, <nb-hyphen>. House styles, tables of cases and their reports all use these names. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace gaceta::localization {

/// `text` with such characters spelled out, and back. Other words in angle brackets stay as they are.
std::string spelled_out(std::string_view text);
std::string unspelled(std::string_view text);

}  // namespace gaceta::localization
