// The whole edition, frozen: every bulletin in its languages, what refers to what, who cites whom, in which order
// things are listed, and at which address each page lives. Built once by assemble.hpp; afterwards const, for any
// thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "catalog/id_index.hpp"
#include "catalog/reference_graph.hpp"
#include "catalog/target.hpp"
#include "content/load.hpp"
#include "model/bulletin.hpp"

namespace gaceta::catalog {

/// An event, and which bulletins tell of it: the one that declares it first.
struct Event {
  std::uint32_t position = 0;  ///< among those that the first of these bulletins declares
  std::vector<BulletinIndex> bulletins;
};

/// What stands beside a bulletin.
struct Relations {
  std::vector<EventIndex> events;
  std::optional<BulletinIndex> previous, next;  ///< in its series, by date
};

/// An old address that leads to a page's present one.
struct Alias {
  std::string path;  ///< of the file that forwards: 'es/viejo/index.html', 'es/2015/informe.html'
  model::Language language{};
  std::string address;                ///< of the page
  const model::Text* text = nullptr;  ///< whose front matter has the alias
};

/// Pages that exist once per language; their path is a word of the interface.
enum class Section : std::uint8_t { topics, issuers, documents, facts, index, search };
inline constexpr std::size_t kSections = 6;

/// The patterns of documents.yaml, compiled once; see citable_parts.hpp.
struct CitableParts;

class Catalog {
 public:
  const content::Site& site() const { return *site_; }
  const content::Settings& settings() const { return site_->settings; }
  std::size_t language_count() const { return settings().language_count(); }

  const std::vector<model::Bulletin>& bulletins() const { return site_->bulletins; }
  const model::Bulletin& bulletin(BulletinIndex index) const { return site_->bulletins[position(index)]; }
  const model::Page& page(PageIndex index) const { return site_->pages[position(index)]; }
  const content::ExternalDocument& document(DocumentIndex index) const { return settings().documents[position(index)]; }
  const Event& event(EventIndex index) const { return events_[position(index)]; }
  const std::vector<Event>& events() const { return events_; }
  model::Event as_declared(EventIndex index) const;
  std::string_view id(EventIndex index) const;
  const Relations& relations(BulletinIndex index) const { return relations_[position(index)]; }

  // ---- references: see reference_graph.hpp
  std::vector<Edge> edges(BulletinIndex index) const { return graph_.edges(index); }
  std::size_t edge_count() const { return graph_.edge_count(); }
  std::vector<Target> references(BulletinIndex index) const { return graph_.references(index); }
  std::vector<BulletinIndex> see_also(BulletinIndex index) const { return graph_.see_also(index); }
  std::vector<Citation> citations(BulletinIndex index) const { return graph_.citations(index); }
  std::vector<Citation> citations(DocumentIndex index) const { return graph_.citations(index); }
  std::vector<Citation> citations(EventIndex index) const { return graph_.citations(index); }
  /// What stands around the reference in the text in `language`; empty where there is no such reference, and if the
  /// catalog was made without a place to put such words aside.
  std::string words_around(const Citation& citation, model::Language language) const;
  /// Of a bulletin's text; none if the catalog was made without a place to put them aside.
  model::PackedList<model::Heading> headings(const model::Text& text) const;

  /// How many bulletins cite it.
  std::size_t citing(DocumentIndex index) const { return citing_[position(index)]; }

  // ---- order: newest first; of one day the higher number, then by id
  bool comes_first(BulletinIndex a, BulletinIndex b) const { return ranks_[position(a)] < ranks_[position(b)]; }
  const std::vector<BulletinIndex>& newest_first() const { return newest_first_; }
  const std::vector<BulletinIndex>& in_series(std::size_t series) const { return by_series_[series]; }
  const std::vector<BulletinIndex>& on_topic(std::size_t topic) const { return by_topic_[topic]; }
  /// By position in settings().organisations; empty for one that issues nothing, which has no page either.
  const std::vector<BulletinIndex>& issued_by(std::size_t organisation) const { return by_issuer_[organisation]; }
  /// Those that issue something, in the order of organisations.yaml.
  const std::vector<std::size_t>& issuers() const { return issuers_; }
  /// The register of documents: by title, in the language's order.
  const std::vector<DocumentIndex>& register_of_documents(model::Language language) const {
    return document_register_[language];
  }
  /// The register of facts: those with a label, of the newest bulletin first.
  const std::vector<FactTarget>& register_of_facts() const { return fact_register_; }
  /// Position of a bulletin's series in settings().series.
  std::size_t series_of(BulletinIndex index) const { return series_of_[position(index)]; }

  // ---- addresses: folders below the output, with '/' at the end; empty where there is no such page
  std::string home_address(model::Language language) const;
  const std::string& series_address(std::size_t series, model::Language language) const;
  const std::string& topic_address(std::size_t topic, model::Language language) const;
  /// Empty for an organisation that issues nothing.
  const std::string& issuer_address(std::size_t organisation, model::Language language) const;
  /// Of the page of the register on which the document stands, or the fact, which must have a label.
  std::string register_address(DocumentIndex index, model::Language language) const;
  std::string register_address(const FactTarget& fact, model::Language language) const;
  /// Of the first page that lists all bulletins that cite the document; empty where the register has room for them: for
  /// as many as stand on a page.
  std::string address(DocumentIndex index, model::Language language) const;
  std::string address(BulletinIndex index, model::Language language) const;
  const std::string& address(PageIndex index, model::Language language) const;
  /// Of the page that says that a bulletin has no text in `language`; empty where it has one.
  std::string missing_address(BulletinIndex index, model::Language language) const;
  const std::string& section_address(Section section, model::Language language) const;
  /// The page with all languages side by side: below the bulletin's own.
  std::string parallel_address(BulletinIndex index, model::Language language) const;

  /// How many pages a list of so many entries takes; at least one.
  std::size_t page_count(std::size_t entries) const;
  /// Of page `number`, from 1, of the list that begins at the address `list`: 'es/reporte-tmec/pagina-2/'.
  std::string page_address(const std::string& list, model::Language language, std::size_t number) const;
  const std::vector<Alias>& aliases() const { return aliases_; }

  std::optional<BulletinIndex> find_bulletin(std::string_view id) const;
  std::optional<DocumentIndex> find_document(std::string_view id) const;
  std::optional<EventIndex> find_event(std::string_view id) const;

  /// What the reference `text` (without 'ref:') means when it stands in `from` (nothing: in a standing page).
  std::variant<Target, Unresolved> resolve(std::string_view text, std::optional<BulletinIndex> from) const;

  bool has_anchor_in(BulletinIndex index, std::string_view name, model::Language language) const;
  /// The anchor called `name` in the bulletin's text in `language`.
  std::optional<model::Anchor> find_anchor_in(BulletinIndex index, std::string_view name,
                                              model::Language language) const;
  std::string_view id(const FactTarget& target) const;
  model::Fact fact(const FactTarget& target) const { return bulletin(target.bulletin).facts[target.fact]; }
  /// As an editor writes it: 'sela:informes/2015#p-12'.
  std::string as_written(const OtherTarget& target) const;
  const inventory::Item& item(const OtherTarget& target) const {
    return settings().other_sites[target.site].inventory.items[target.found.item];
  }
  /// Whether the bulletin's text in `language` prints the fact, so that it has a place there.
  bool prints_fact(const FactTarget& target, model::Language language) const;

  /// The anchor called `name` in the bulletin's text in `language`, or in the first text that has it.
  std::optional<model::Anchor> find_anchor(BulletinIndex index, std::string_view name, model::Language language) const;

 private:
  std::string again(const model::PutAside& slot) const;

  friend class Assembler;
  friend class AddressGiver;

  std::variant<Target, Unresolved> resolve_in_bulletin(BulletinIndex bulletin, std::string_view text,
                                                       std::string_view fragment) const;
  std::optional<FactTarget> find_fact(BulletinIndex bulletin, std::string_view fragment) const;
  bool is_shown(const FactTarget& target) const;
  std::variant<Target, Unresolved> resolve_in_document(DocumentIndex document, std::string_view text,
                                                       std::string_view fragment) const;
  std::variant<Target, Unresolved> resolve_elsewhere(std::string_view prefix, std::string_view name) const;
  Unresolved unknown_target(std::string_view name) const;

  std::unique_ptr<const content::Site> site_;
  std::vector<Event> events_;
  std::vector<Relations> relations_;
  std::vector<std::shared_ptr<const CitableParts>> citable_parts_;  ///< one per document
  ReferenceGraph graph_;
  std::vector<BulletinIndex> newest_first_;
  std::vector<std::uint32_t> ranks_;  ///< of each bulletin, in newest_first_
  std::vector<std::vector<BulletinIndex>> by_series_, by_topic_, by_issuer_;
  std::vector<std::size_t> issuers_;
  model::PerLanguage<std::vector<DocumentIndex>> document_register_;
  model::PerLanguage<std::vector<std::uint32_t>> document_positions_;  ///< in the register, by DocumentIndex
  std::vector<std::uint32_t> citing_;                                  ///< by DocumentIndex
  std::vector<FactTarget> fact_register_;
  std::vector<std::uint32_t> first_facts_;  ///< of each bulletin, in fact_register_
  std::vector<std::size_t> series_of_;
  std::vector<model::PerLanguage<std::string>> page_addresses_, series_addresses_, topic_addresses_, issuer_addresses_;
  std::vector<model::PerLanguage<std::string>> section_addresses_;
  model::LocalText parallel_words_, page_words_;
  std::vector<Alias> aliases_;
  IdIndex<BulletinIndex> bulletin_ids_;
  IdIndex<DocumentIndex> document_ids_;
  IdIndex<EventIndex> event_ids_;
  IdIndex<PageIndex> page_ids_;
};

}  // namespace gaceta::catalog
