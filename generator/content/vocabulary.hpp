// The words that texts may use: roles, directives, marks. One list, for the parser, for suggestions and for the manual.
#pragma once

#include <array>
#include <string_view>

#include "markdown/parse.hpp"

namespace gaceta::content {

inline constexpr std::array<std::string_view, 8> kRoles = {"num",     "date", "time", "ord",
                                                           "country", "fact", "term", "lang"};
inline constexpr std::array<std::string_view, 6> kDirectives = {"quote",        "facts",  "programme",
                                                                "participants", "status", "table"};
inline constexpr std::array<std::string_view, 1> kDirectivesWithMarkdown = {"quote"};
inline constexpr std::array<std::string_view, 3> kMarkWords = {"unnumbered", "conclusions", "recommendations"};
inline constexpr std::array<std::string_view, 2> kMarkKeys = {"number", "caption"};

inline constexpr markdown::Options kMarkdownOptions = {kRoles, kDirectives, kDirectivesWithMarkdown, kMarkWords,
                                                       kMarkKeys};

}  // namespace gaceta::content
