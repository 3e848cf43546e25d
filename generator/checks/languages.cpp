#include "checks/languages.hpp"

#include "alignment/pairing.hpp"
#include "checks/parity.hpp"
#include "checks/prose_magnitudes.hpp"
#include "checks/published_ids.hpp"
#include "checks/staleness.hpp"
#include "checks/two_texts.hpp"

namespace gaceta::checks {
namespace {

using content::InspectedBulletin;
using diagnostics::Diagnostics;
using model::Language;

using Compared = model::PerLanguage<std::optional<content::ComparedText>>;

Compared compare(const InspectedBulletin& bulletin, Stage stage, Diagnostics& found) {
  const std::size_t count = bulletin.texts.size();
  for (std::size_t i = 0; i < count; ++i) {
    const content::InspectedText* text = bulletin.texts[static_cast<Language>(i)];
    if (text == nullptr) continue;
    check_alternative_texts(*text, found);
    const auto language = static_cast<Language>(i);
    if (bulletin.ids.size() == count && bulletin.ids[language]) {
      check_published_ids(*text, *bulletin.ids[language], found);
    }
  }
  check_magnitudes(bulletin, found);
  Compared compared(count);
  const content::InspectedText* source = bulletin.texts[bulletin.source];
  for (std::size_t i = 0; i < count && source != nullptr; ++i) {
    const auto language = static_cast<Language>(i);
    const content::InspectedText* text = bulletin.texts[language];
    if (language == bulletin.source || text == nullptr) continue;
    const TwoTexts both(*source, *text);
    Staleness staleness = check_staleness(both, bulletin.records[language], stage, found);
    staleness.translation.source = bulletin.source;
    check_parity(both, staleness.reported, found);
    compared[language] = {std::move(staleness.translation), alignment::pack(both.blocks, both.notes)};
  }
  return compared;
}

}  // namespace

content::BulletinInspector language_checks(Stage stage) {
  return [stage](const InspectedBulletin& bulletin, Diagnostics& found) { return compare(bulletin, stage, found); };
}

std::vector<std::string> blocks_to_record(const InspectedBulletin& bulletin, Language language) {
  const content::InspectedText* source = bulletin.texts[bulletin.source];
  const content::InspectedText* translation = bulletin.texts[language];
  if (source == nullptr || translation == nullptr) return {};
  const TwoTexts both(*source, *translation);
  std::vector<std::string> blocks;
  for (const SourceBlock& block : source_blocks(both)) blocks.emplace_back(block.text);
  return blocks;
}

}  // namespace gaceta::checks
