// translation.<language>.yaml, beside a bulletin's texts: the blocks of the source that a translation was made from.
// Written by `gaceta stamp`, read on every build; YAML, but in one fixed shape that is read line by line, since it is
// as long as the text itself. One entry per block and no numbers, so that two branches which change different blocks
// merge without a conflict.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "filesystem/folder.hpp"
#include "model/edtf.hpp"

namespace gaceta::content {

struct TranslationRecord {
  std::string source;               ///< language code
  model::Date stamped;              ///< day
  std::vector<std::string> blocks;  ///< each on one line, white space collapsed, in the order of the source

  friend bool operator==(const TranslationRecord&, const TranslationRecord&) = default;
};

/// "translation.en.yaml".
std::string translation_record_name(std::string_view language);

/// Reads what to_yaml has written. Nothing, and one diagnostic at the line, if it has another shape.
std::optional<TranslationRecord> parse_translation_record(std::string_view text, std::string_view path,
                                                          diagnostics::Diagnostics& diagnostics);

/// The record at `<folder>/translation.<language>.yaml`, which must exist.
std::optional<TranslationRecord> load_translation_record(const filesystem::Folder& root, std::string_view folder,
                                                         std::string_view language,
                                                         diagnostics::Diagnostics& diagnostics);

/// The file as written to the disk. Blocks must not be empty.
std::string to_yaml(const TranslationRecord& record);

}  // namespace gaceta::content
