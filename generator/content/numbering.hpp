// Which places of a text can be linked to, and what is printed before them. The same text structure gives the same
// anchors in every language, whether numbers are printed or not; docs/manual/content-format.md lists the rules.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "markdown/document.hpp"
#include "model/bulletin.hpp"

namespace gaceta::content {

struct Note {
  markdown::Index definition = markdown::kNone;
  std::vector<markdown::Index> calls;  ///< in the order of the text
};

class Numbering {
 public:
  /// The anchor of a node, or null.
  const model::Anchor* anchor(markdown::Index node) const;
  const std::vector<model::Anchor>& anchors() const { return anchors_; }
  /// The notes that are called, in the order of their first call: note i has the anchor fn-(i+1).
  const std::vector<Note>& notes() const { return notes_; }
  /// The place of a call: index of the note and which of its calls this is.
  struct Call {
    std::size_t note = 0;
    std::size_t call = 0;
  };
  const Call* call(markdown::Index footnote_reference) const;

 private:
  friend class Numberer;
  std::vector<model::Anchor> anchors_;
  std::vector<std::uint32_t> anchor_of_;  ///< by node; kNone: it has none
  std::vector<Note> notes_;
  std::vector<std::pair<markdown::Index, Call>> calls_;  ///< in the order of the text
};

/// Numbers the text at `path`. Two equal anchors, and marks that do not fit their block, are reported.
Numbering number_blocks(const markdown::Document& document, const model::Bulletin* bulletin, std::string_view path,
                        diagnostics::Diagnostics& diagnostics);

/// 1 → I, 14 → XIV; numbers below 1 or above 3999 in digits.
std::string roman(int number);

}  // namespace gaceta::content
