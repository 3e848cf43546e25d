// A syntax tree as HTML: the body of a text with its numbers, notes and references, and the strings of data files.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "content/body.hpp"
#include "markdown/document.hpp"
#include "rendering/host.hpp"

namespace gaceta::rendering {

/// What a text is written with; one per page. `bulletin` is null for standing pages.
struct TextContext {
  const Host& host;
  const model::Bulletin* bulletin = nullptr;
  std::optional<catalog::BulletinIndex> index;
  std::string media_address;        ///< folder of the bulletin's pictures, below the output
  std::set<std::string> expanded;   ///< terms that were already written out on this page
};

/// Appends the inlines below `parent`.
void append_inlines(std::string& out, TextContext& context, const markdown::Document& document, markdown::Index parent,
                    const content::Numbering* numbering = nullptr);

/// Appends a string of a data file; nothing for an empty one.
void append_inline(std::string& out, TextContext& context, const content::Inline& text);

/// The whole body, without the notes.
std::string body_html(TextContext& context, const content::Body& body);

/// The notes as a section of their own, with a way back from each; empty if there are none.
std::string notes_html(TextContext& context, const content::Body& body);

}  // namespace gaceta::rendering
