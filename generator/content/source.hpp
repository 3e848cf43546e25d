// A file of content as text: bytes checked and brought to one form, so that nothing later has to think of encodings.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.hpp"
#include "filesystem/folder.hpp"

namespace gaceta::content {

/// `bytes` as text: without byte-order mark, line ends as LF, normal form C. `path` is for the diagnostics.
/// Nothing (and a diagnostic with the byte offset) when the bytes are not UTF-8 or hold a NUL.
std::optional<std::string> to_text(std::string bytes, std::string_view path, diagnostics::Diagnostics& diagnostics);

/// The text of the file at `path` of the site's root. Nothing, and a diagnostic, if it cannot be read (it may have
/// vanished since it was listed) or is not text.
std::optional<std::string> read_text(const filesystem::Folder& root, std::string_view path,
                                     diagnostics::Diagnostics& diagnostics);

/// The path below `root` of the file `name` beside a text in `folder`, as the disk spells it: the name as typed, or one
/// that is equal to it in normal form C. Nothing if there is none, or if the name leads out of the folder.
std::optional<std::string> find_file(const filesystem::Folder& root, std::string_view folder, std::string_view name);

/// A Markdown file in its two parts. The views point into the text it was made from.
struct FrontMatterSplit {
  std::string_view front_matter;        ///< YAML between the '---' lines
  std::uint32_t front_matter_line = 1;  ///< line of its first line
  std::string_view body;
  std::uint32_t body_line = 1;  ///< line of the body's first line
};

/// Splits at the '---' lines. Nothing, and a diagnostic, if there is no front matter or it has no end.
std::optional<FrontMatterSplit> split_front_matter(std::string_view text, std::string_view path,
                                                   diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::content
