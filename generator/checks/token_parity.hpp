// References, facts, figures, dates, countries, notes, pictures, options and marks of two blocks that belong together:
// what only one of them has, and what differs.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "checks/two_texts.hpp"

namespace gaceta::checks {

/// How the labels of notes correspond, where a translation has labels of its own.
struct NoteLabels {
  std::map<std::string, std::string, std::less<>> source_label;  ///< of a label of the translation
  std::set<std::string, std::less<>> alone;                      ///< defined in one text only, and reported there
};

NoteLabels note_labels(const TwoTexts& both);

/// `pair` has both sides.
void check_tokens(const TwoTexts& both, const alignment::BlockPair& pair, const NoteLabels& labels,
                  diagnostics::Diagnostics& found);

}  // namespace gaceta::checks
