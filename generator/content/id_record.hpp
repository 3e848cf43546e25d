// ids.<language>.txt, beside a bulletin's texts: which words each published id of a text points to. Written by `gaceta
// stamp`, read on every build. A line per id and no date, so that two branches merge without a conflict.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "filesystem/folder.hpp"

namespace gaceta::content {

struct RecordedId {
  std::string id;          ///< 'p-12'
  std::uint64_t hash = 0;  ///< of all the words; see words_hash
  std::string words;       ///< the first of them, on one line: for messages, and to know an edited text again

  friend bool operator==(const RecordedId&, const RecordedId&) = default;
};

using IdRecord = std::vector<RecordedId>;  ///< in the order of the text

/// "ids.es.txt".
std::string id_record_name(std::string_view language);

/// Reads what to_text has written. Nothing, and one diagnostic at the line, if it has another shape.
std::optional<IdRecord> parse_id_record(std::string_view text, std::string_view path,
                                        diagnostics::Diagnostics& diagnostics);

/// The record at `<folder>/ids.<language>.txt`, which must exist.
std::optional<IdRecord> load_id_record(const filesystem::Folder& root, std::string_view folder,
                                       std::string_view language, diagnostics::Diagnostics& diagnostics);

/// The file as written to the disk.
std::string to_text(const IdRecord& record);

/// What is recorded of the block called `id` that says `text`, white space collapsed.
RecordedId recorded_id(std::string_view id, std::string_view text);

}  // namespace gaceta::content
