// The blocks whose data lives beside the text, as HTML: programme, participants, status table, data table, key figures.
#pragma once

#include <string>

#include "content/blocks.hpp"
#include "rendering/text_html.hpp"

namespace gaceta::rendering {

/// Appends `block`, whose directive is a node of `document`; `anchor` may be null.
void append_block(std::string& out, TextContext& context, const markdown::Document& document,
                  const content::Block& block, const model::Anchor* anchor);

}  // namespace gaceta::rendering
