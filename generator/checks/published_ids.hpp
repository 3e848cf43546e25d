// Whether the ids of a text still point to the words that they pointed to when it was stamped. Ids are counted from the
// blocks, so an insertion moves those behind it: without a word here, links from elsewhere would lead to another text.
#pragma once

#include "content/id_record.hpp"
#include "content/text_inspector.hpp"
#include "diagnostics/diagnostic.hpp"

namespace gaceta::checks {

/// What there is to record of a text today.
content::IdRecord ids_of(const content::InspectedText& text);

/// Reports each id that now points to another text, or to nothing. One whose text was edited is still itself.
void check_published_ids(const content::InspectedText& text, const content::IdRecord& record,
                         diagnostics::Diagnostics& found);

}  // namespace gaceta::checks
