// What every check of a block of prose is given, and how it reports. Internal to the checks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/prose_lexicon.hpp"
#include "checks/prose_text.hpp"
#include "diagnostics/diagnostic.hpp"
#include "model/bulletin.hpp"
#include "model/magnitude.hpp"

namespace gaceta::checks {

struct ProseContext {
  const ProseText& text;
  const ProseLexicon& lexicon;
  const model::Bulletin* bulletin;  ///< null: a standing page
  std::string_view anchor;          ///< of the paragraph
  std::vector<model::Magnitude>& magnitudes;
  diagnostics::Diagnostics& found;
  bool has_roles = true;  ///< front matter is plain text: there a date is typed, if in the right way

  void report(std::string_view rule, std::size_t begin, std::size_t end, std::vector<std::string> arguments,
              diagnostics::Help help = {}) const {
    found.push_back(diagnostics::make(rule, text.place(begin, end), std::move(arguments), std::move(help)));
  }

  /// Help that gives the role to write; where there are no roles, what it would print.
  [[nodiscard]] diagnostics::Help write_role(std::string_view name, std::string_view value) const;
};

/// A role as an author writes it: {num}`53e9 USD`.
inline std::string role(std::string_view name, std::string_view value) {
  return std::string("{").append(name).append("}`").append(value).append("`");
}

/// Help that gives the text to write.
inline diagnostics::Help write_instead(std::string text) {
  return {"write-instead", {std::move(text)}};
}

// The checks of one block, each in one pass over its tokens.
void check_dates(const ProseContext& context, std::vector<bool>& taken);
void check_figures(const ProseContext& context, const std::vector<bool>& taken);
void check_quotation_marks(const ProseContext& context);
void check_leftovers(const ProseContext& context);
void check_terms(const ProseContext& context);

}  // namespace gaceta::checks
