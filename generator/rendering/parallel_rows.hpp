// Two texts of one bulletin side by side: a row per pair of blocks, with the block of each language as HTML.
#pragma once

#include <string>
#include <vector>

#include "content/body.hpp"
#include "rendering/text_html.hpp"

namespace gaceta::rendering {

struct ParallelRow {
  std::string anchor;        ///< of the left block, or of a right one that is alone; empty where they have none
  std::string right_anchor;  ///< of the right block, where it is another that no row has; else empty
  std::string left;          ///< markup without ids; empty where this text has no such block
  std::string right;
};

/// Which of two bodies is the translation of the other: its pairing says which block is which. Otherwise they are
/// aligned anew.
enum class Translated { neither, left, right };

/// The rows of two bodies, in the order of both. Lists are one row per item, so that long ones stay side by side. No
/// block is lost: each top-level block and each note of either text is in exactly one row.
std::vector<ParallelRow> parallel_rows(TextContext& left, const content::Body& left_body, TextContext& right,
                                       const content::Body& right_body, Translated translated);

}  // namespace gaceta::rendering
