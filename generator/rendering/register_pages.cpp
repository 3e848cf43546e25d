// The registers: every document that is cited, every figure that is published, each with the passages that name it.
// They go over as many pages as they take; the catalog knows on which page an entry stands.
#include <algorithm>
#include <vector>

#include "content/roles.hpp"
#include "rendering/citing_bulletins.hpp"
#include "rendering/frame.hpp"
#include "rendering/link.hpp"
#include "rendering/pages.hpp"
#include "rendering/value_html.hpp"

namespace gaceta::rendering {
namespace {

using catalog::Catalog;
using catalog::FactTarget;
using catalog::Section;
using localization::Locale;
using model::Language;

/// One figure; `target` has a label.
FactEntry fact_entry(const Host& host, const FactTarget& target) {
  const model::Bulletin& bulletin = host.catalog.bulletin(target.bulletin);
  const model::Fact& fact = host.catalog.fact(target);
  FactEntry entry;
  entry.bulletin = {target.bulletin};
  entry.anchor = fact_id(bulletin, fact);
  entry.label = fact.label[host.language];
  if (host.catalog.prints_fact(target, host.language)) entry.place_url = link_to(host, target).url;
  if (const auto phrase = content::fact_phrase(fact, "", host.settings(), host.catalog.site().formats)) {
    append_value(entry.value, host, *phrase);
  }
  if (fact.period) entry.period = date_text(host.locale, *fact.period);
  entry.is_unverified = fact.status == model::FactStatus::to_be_confirmed;
  std::vector<catalog::Citation> citations = host.catalog.citations(target.bulletin);
  std::erase_if(citations, [&](const catalog::Citation& one) { return one.target != catalog::Target(target); });
  entry.cited_by = views_of(host, citations);
  for (CitationView& view : entry.cited_by) view.part.clear();
  return entry;
}

/// A document with all that cite it, or with the latest if it has pages of its own for all.
DocumentEntry document_entry(const Host& host, catalog::DocumentIndex index) {
  constexpr std::size_t kLatest = 10;
  const CitingBulletins citing(host.catalog, index);
  DocumentEntry entry{{index}, {}, {}, citing.size()};
  const std::string own = host.catalog.address(index, host.language);
  if (!own.empty()) entry.all_url = href(host, own);
  entry.cited_by =
      views_of(host, citing.citations({0, own.empty() ? citing.size() : std::min(kLatest, host.settings().per_page)}));
  return entry;
}

/// 'Tratado de Libre Comercio. Citado por: 120 boletines'
std::string who_cites(const Locale& locale, const std::string& title, std::size_t count) {
  return title + ". " + std::string(locale.message("cited-by")) + ": " +
         locale.message("bulletin-count", {{"count", static_cast<std::int64_t>(count)}});
}

/// Page `number` of a register, in every language: all have the same pages.
AddressIn address_of(const Catalog& catalog, Section section, std::size_t number) {
  return [&catalog, section, number](Language in) {
    return catalog.page_address(catalog.section_address(section, in), in, number);
  };
}

}  // namespace

void PageWriter::documents(std::size_t number, Language language, const Locale& locale, std::string& out) {
  const AddressIn address = address_of(catalog_, Section::documents, number);
  const Host host = host_for(catalog_, language, locale, address(language));
  DocumentsPage page;
  fill_frame(page, host, page_title(host, std::string(locale.message("documents")), number),
             std::string(locale.message("documents-description")), "documents", address);
  const auto& order = catalog_.register_of_documents(language);
  const PageRange range = range_on(catalog_, order.size(), number);
  for (std::size_t i = range.first; i < range.first + range.count; ++i) {
    page.documents.push_back(document_entry(host, order[i]));
  }
  page.pagination = pagination(host, address_of(catalog_, Section::documents, 1)(language), order.size(), number);
  renderer_->render(templates_.documents, page, host, out);
}

void PageWriter::document(catalog::DocumentIndex index, const CitingBulletins& citing, std::size_t number,
                          Language language, const Locale& locale, std::string& out) {
  const AddressIn address = [&](Language in) { return catalog_.page_address(catalog_.address(index, in), in, number); };
  const Host host = host_for(catalog_, language, locale, address(language));
  const std::string& title = catalog_.document(index).title[language];
  DocumentPage page;
  fill_frame(page, host, page_title(host, title, number), who_cites(locale, title, citing.size()), "document", address);
  page.document = {index};
  page.register_url = href(host, catalog_.register_address(index, language), "doc-" + catalog_.document(index).id.text);
  page.cited_by = views_of(host, citing.citations(range_on(catalog_, citing.size(), number)));
  page.count = citing.size();
  page.pagination = pagination(host, catalog_.address(index, language), citing.size(), number);
  renderer_->render(templates_.document, page, host, out);
}

void PageWriter::facts(std::size_t number, Language language, const Locale& locale, std::string& out) {
  const AddressIn address = address_of(catalog_, Section::facts, number);
  const Host host = host_for(catalog_, language, locale, address(language));
  FactsPage page;
  fill_frame(page, host, page_title(host, std::string(locale.message("facts")), number),
             std::string(locale.message("facts-description")), "facts", address);
  const auto& order = catalog_.register_of_facts();
  const PageRange range = range_on(catalog_, order.size(), number);
  for (std::size_t i = range.first; i < range.first + range.count; ++i) {
    page.facts.push_back(fact_entry(host, order[i]));
  }
  page.pagination = pagination(host, address_of(catalog_, Section::facts, 1)(language), order.size(), number);
  renderer_->render(templates_.facts, page, host, out);
}

}  // namespace gaceta::rendering
