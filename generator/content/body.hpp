// The body of a text, read and checked: its syntax tree, the data of its blocks, its anchors. A pure function of the
// files, called once to learn the outline and once more to render; kept in between only while there is room.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "content/blocks.hpp"
#include "content/image_size.hpp"
#include "content/load_bulletin.hpp"
#include "content/numbering.hpp"
#include "content/settings.hpp"
#include "localization/locale.hpp"
#include "localization/notation.hpp"
#include "markdown/document.hpp"
#include "model/outline.hpp"

namespace gaceta::content {

struct Body {
  markdown::Document document;
  std::vector<Block> blocks;  ///< one per directive, in document order
  Numbering numbering;
  std::map<markdown::Index, ImageSize> pictures;  ///< how large those are that lie in the folder

  /// The block of a directive node.
  const Block* block(markdown::Index directive) const;
};

/// What a text is read with. `bulletin` is null for standing pages, which have neither facts nor data files of their
/// own.
struct Reading {
  const filesystem::Folder& root;
  const Settings& settings;
  const localization::NamedFormats& formats;
  const model::Bulletin* bulletin = nullptr;
  std::string_view folder;
  model::Language language{};
};

/// Parses the body of `text`, loads the data of its blocks, and checks every role in both. Mistakes go to
/// `diagnostics`.
Body read_body(const LoadedText& text, const Reading& reading, diagnostics::Diagnostics& diagnostics);

/// Appends to `out` what unpack_body() needs to know of `body`.
void pack_body(const Body& body, std::string& out);

/// The body of `text` once more, without parsing and checking it again. The data of its blocks is read from their
/// files.
Body unpack_body(const model::Text& text, std::string_view packed, const Reading& reading);

/// What others need to know of the body.
model::Outline outline_of(const Body& body, const Reading& reading, std::string_view path,
                          const localization::Locale& locale);

}  // namespace gaceta::content
