// One folder below a series, or one standing page: bulletin.yaml and the front matter of each text, checked and typed.
// Bodies are read by body.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/settings.hpp"
#include "diagnostics/diagnostic.hpp"
#include "filesystem/folder.hpp"
#include "model/bulletin.hpp"
#include "model/magnitude.hpp"
#include "yaml/node.hpp"

namespace gaceta::content {

/// A text with the body that its front matter was taken from. Both live only while the text is being read.
struct LoadedText {
  model::Text text;
  bool is_draft = false;
  yaml::Position title_position, summary_position;
  std::string source;           ///< the whole file
  std::size_t body_offset = 0;  ///< where its body begins, in bytes
  std::uint32_t body_line = 1;
  std::vector<model::Magnitude> magnitudes;  ///< what an inspector found; nobody else looks for them

  std::string_view body() const { return std::string_view(source).substr(body_offset); }
};

/// Reads `<folder>/<code>.md`. Nothing when it is missing (no diagnostic) or broken.
std::optional<LoadedText> load_text(const filesystem::Folder& root, std::string_view folder, std::string_view code,
                                    diagnostics::Diagnostics& diagnostics);

/// Reads `<folder>/bulletin.yaml`; texts stay empty. Nothing when it is missing or has no date.
std::optional<model::Bulletin> load_bulletin(const filesystem::Folder& root, std::string_view series,
                                             std::string_view folder, const Settings& settings,
                                             diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::content
