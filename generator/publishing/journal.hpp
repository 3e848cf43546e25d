// The last step of a build as a list that can be followed again from the start, however far it had come: what is gone
// was removed, what is no longer staged was moved. In the file, paths one per line and a last line that proves it
// complete:
//
//   remove es/old/index.html
//   move es/tmec/index.html          from .gaceta-staging/files/es/tmec/index.html; may be a directory, moved whole
//   end <hash of all lines before>
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "filesystem/folder.hpp"
#include "filesystem/result.hpp"

namespace gaceta::publishing {

struct Step {
  enum class Kind { remove, move };
  Kind kind = Kind::move;
  std::string path;

  friend bool operator==(const Step&, const Step&) = default;
};

using Journal = std::vector<Step>;

std::string as_text(const Journal& journal);

/// Nothing if `text` is not a whole journal: its process died before the last step began.
std::optional<Journal> parse_journal(std::string_view text);

/// Does every step in `output`, in order. Directories that become empty by a removal go with it.
filesystem::Status follow(const Journal& journal, filesystem::Folder& output);

/// The same for a journal that a process which died may have followed to any point.
filesystem::Status resume(const Journal& journal, filesystem::Folder& output);

/// Removes what is staged, the journal first: without it nobody takes a half removed staging folder for a half done
/// step.
filesystem::Status clear_staging(filesystem::Folder& output);

}  // namespace gaceta::publishing
