#include "catalog/catalog.hpp"

#include <algorithm>
#include <iterator>

#include "filesystem/scratch.hpp"

namespace gaceta::catalog {

using model::Language;

std::string Catalog::home_address(Language language) const {
  return settings().languages[model::index(language)].code + "/";
}

const std::string& Catalog::section_address(Section section, Language language) const {
  return section_addresses_[static_cast<std::size_t>(section)][language];
}

std::string Catalog::parallel_address(BulletinIndex index, Language language) const {
  const std::string own = address(index, language);
  return own.empty() ? std::string() : own + parallel_words_[language] + "/";
}

const std::string& Catalog::series_address(std::size_t series, Language language) const {
  return series_addresses_[series][language];
}

const std::string& Catalog::topic_address(std::size_t topic, Language language) const {
  return topic_addresses_[topic][language];
}

const std::string& Catalog::issuer_address(std::size_t organisation, Language language) const {
  return issuer_addresses_[organisation][language];
}

std::string Catalog::register_address(DocumentIndex index, Language language) const {
  const std::size_t at = document_positions_[language][position(index)];
  return page_address(section_address(Section::documents, language), language, at / settings().per_page + 1);
}

std::string Catalog::address(DocumentIndex index, Language language) const {
  if (citing(index) <= settings().per_page) return {};
  return section_address(Section::documents, language) + document(index).id.text + "/";
}

std::string Catalog::register_address(const FactTarget& fact, Language language) const {
  std::size_t at = first_facts_[position(fact.bulletin)];
  while (fact_register_[at].fact != fact.fact) ++at;
  return page_address(section_address(Section::facts, language), language, at / settings().per_page + 1);
}

std::string Catalog::address(BulletinIndex index, Language language) const {
  const auto& text = bulletin(index).texts[language];
  return text ? series_address(series_of(index), language) + text->slug + "/" : std::string();
}

std::string Catalog::missing_address(BulletinIndex index, Language language) const {
  const auto& texts = bulletin(index).texts;
  if (texts[language]) return {};
  const auto text = std::find_if(texts.begin(), texts.end(), [](const auto& one) { return one.has_value(); });
  return series_address(series_of(index), language) + (*text)->slug + "/";
}

std::string_view Catalog::id(const FactTarget& target) const {
  return std::next(bulletin(target.bulletin).facts.begin(), target.fact).first_text();
}

model::Event Catalog::as_declared(EventIndex index) const {
  const Event& event = this->event(index);
  return bulletin(event.bulletins.front()).events[event.position];
}

std::string_view Catalog::id(EventIndex index) const {
  const Event& event = this->event(index);
  return std::next(bulletin(event.bulletins.front()).events.begin(), event.position).first_text();
}

const std::string& Catalog::address(PageIndex index, Language language) const {
  return page_addresses_[position(index)][language];
}

std::size_t Catalog::page_count(std::size_t entries) const {
  return entries == 0 ? 1 : (entries - 1) / settings().per_page + 1;
}

std::string Catalog::page_address(const std::string& list, Language language, std::size_t number) const {
  return number == 1 ? list : list + page_words_[language] + "-" + std::to_string(number) + "/";
}

std::optional<BulletinIndex> Catalog::find_bulletin(std::string_view id) const {
  return bulletin_ids_.find(id);
}

std::optional<DocumentIndex> Catalog::find_document(std::string_view id) const {
  return document_ids_.find(id);
}

std::optional<EventIndex> Catalog::find_event(std::string_view id) const {
  return event_ids_.find(id);
}

/// What was put aside, or nothing. What the disk does not give back is known to the store, and a build asks it.
std::string Catalog::again(const model::PutAside& slot) const {
  std::string bytes;
  if (slot.size != 0 && site_->scratch) (void)site_->scratch->get({slot.offset, slot.size}, bytes);
  return bytes;
}

std::string Catalog::words_around(const Citation& citation, Language language) const {
  return again(graph_.context(citation, language));
}

model::PackedList<model::Heading> Catalog::headings(const model::Text& text) const {
  return model::PackedList<model::Heading>(again(text.outline.headings));
}

}  // namespace gaceta::catalog
