// The languages of a bulletin against each other: is everything there, does it say the same figures, is it up to date.
// Not a check of the catalog: bodies are compared while content::load has them in memory, and nothing of them is kept.
#pragma once

#include <string>
#include <vector>

#include "checks/check.hpp"
#include "content/bulletin_inspector.hpp"

namespace gaceta::checks {

/// Compares each translation with its source, block by block, and the large amounts of all texts; hands on which block
/// is which (alignment/pairing.hpp). Under Stage::release a stale translation is an error.
content::BulletinInspector language_checks(Stage stage);

/// What `gaceta stamp` records: the blocks of the source as the translation in `language` must say them. Empty if
/// either text is missing.
std::vector<std::string> blocks_to_record(const content::InspectedBulletin& bulletin, model::Language language);

}  // namespace gaceta::checks
