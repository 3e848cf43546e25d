// Which blocks of a translation have an older source than the one that stands there now. From content alone: the
// record that `gaceta stamp` keeps against the blocks of today. Line breaks, white space, and where a block stands do
// not count.
#pragma once

#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "checks/check.hpp"
#include "checks/two_texts.hpp"
#include "content/translation_record.hpp"
#include "model/bulletin.hpp"

namespace gaceta::checks {

/// Something of the source that a translation must say: title, summary, a block with words. `block` is null for the
/// first two.
struct SourceBlock {
  std::string_view text;
  const alignment::Block* block = nullptr;
  model::Span translated_span;  ///< of title and summary, in the translation
};

/// All of them, in the order of the source.
std::vector<SourceBlock> source_blocks(const TwoTexts& both);

struct Staleness {
  model::Translation translation;
  std::set<const alignment::Block*> reported;  ///< new in the source and missing in the translation: said once
};

/// Reports what has changed since the record was made; without a record nothing is known, and nothing reported.
Staleness check_staleness(const TwoTexts& both, const std::optional<content::TranslationRecord>& record, Stage stage,
                          diagnostics::Diagnostics& found);

/// `text` without what it shares with `other` at both ends, but for a few words: for messages.
std::string excerpt(std::string_view text, std::string_view other);

}  // namespace gaceta::checks
