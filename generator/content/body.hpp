// The body of a text, read and checked: its syntax tree, the data of its blocks, its anchors. A pure function of the
// files: read once to learn the outline, then packed and put aside until it is rendered.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/blocks.hpp"
#include "content/image_size.hpp"
#include "content/load_bulletin.hpp"
#include "content/numbering.hpp"
#include "content/roles.hpp"
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
  std::map<markdown::Index, ImageSize> pictures;                  ///< how large those are that lie in the folder
  std::vector<std::pair<markdown::Index, RoleMeaning>> meanings;  ///< of roles, by node; see meaning()
  /// Of a translation: which of its blocks is which of the text that it translates, as the alignment/ above this room
  /// packs it. Empty where nobody has compared them.
  std::string pairing;

  /// The block of a directive node.
  const Block* block(markdown::Index directive) const;
  /// What a role of the document means, understood once for all who ask. Null for words in another language: those are
  /// views into the document, which may move.
  const RoleMeaning* meaning(markdown::Index role) const;
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

/// Keeps the words around a reference, or the headings of a text, until somebody shows them.
using PutAsideForLater = std::function<model::PutAside(std::string_view)>;

/// What others need to know of the body. Without `put_aside`, what is put aside is left out.
model::Outline outline_of(const Body& body, const Reading& reading, const localization::Locale& locale,
                          const PutAsideForLater& put_aside);

}  // namespace gaceta::content
