// A syntax tree as HTML: the body of a text with its numbers, notes and references, and the strings of data files.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "content/body.hpp"
#include "markdown/document.hpp"
#include "rendering/host.hpp"

namespace gaceta::rendering {

/// The same bulletin in another language: each paragraph links to its twin there.
struct TwinText {
  model::Language language{};
  std::string address;
};

/// Which ids a text carries. Beside another text, blocks have none (their row has it), and only one of the two texts
/// marks its calls to notes.
enum class Ids : std::uint8_t { written, calls_only, left_out };

/// What a text is written with; one per page. `bulletin` is null for standing pages.
struct TextContext {
  const Host& host;
  const model::Bulletin* bulletin = nullptr;
  std::optional<catalog::BulletinIndex> index;
  std::string media_address;       ///< folder of the bulletin's pictures, below the output
  std::set<std::string> expanded;  ///< terms that were already written out on this page
  std::vector<TwinText> twins = {};
  Ids ids = Ids::written;
  std::set<std::string> placed_facts = {};  ///< figures whose first place on this page is written
  std::set<std::string> outdated = {};      ///< anchors of blocks whose source has changed since they were translated
};

/// ' id="fact-…"' where the page prints the figure for the first time; else, and beside another text, nothing.
std::string fact_place(TextContext& context, const model::Fact& fact);

/// The id of a call to a note: what the note's way back points to.
std::string note_call_id(const content::Numbering::Call& call);

/// Appends the inlines below `parent`; `body` is the one that `document` belongs to, if it is not a string of a data
/// file.
void append_inlines(std::string& out, TextContext& context, const markdown::Document& document, markdown::Index parent,
                    const content::Body* body = nullptr);

/// Appends a string of a data file; nothing for an empty one.
void append_inline(std::string& out, TextContext& context, const content::Inline& text);

/// The whole body, without the notes.
std::string body_html(TextContext& context, const content::Body& body);

/// One block of the body, or one note with its number; one item of a list, in a list of its own.
std::string block_html(TextContext& context, const content::Body& body, markdown::Index block);
std::string item_html(TextContext& context, const content::Body& body, markdown::Index list, markdown::Index item);

/// The notes as a section of their own, with a way back from each; empty if there are none.
std::string notes_html(TextContext& context, const content::Body& body);

/// A remark of bulletin.yaml in the reader's language, as markup.
std::string remark_html(TextContext& context, const model::Remark& remark);

}  // namespace gaceta::rendering
