// The order of the steps matters: ids first, because references need them; then the references of each bulletin, which
// give the relations; the reverse of them are the citations. Addresses come last and must not collide.
#include "catalog/assemble.hpp"

#include <algorithm>
#include <unordered_map>

#include "catalog/citable_parts.hpp"
#include "catalog/give_addresses.hpp"
#include "text/nearest.hpp"
#include "text/unicode.hpp"

namespace gaceta::catalog {

using diagnostics::Diagnostics;
using diagnostics::did_you_mean;
using diagnostics::make;
using model::Bulletin;
using model::Language;
using model::Mention;

class Assembler {
 public:
  Assembler(content::Site site, Diagnostics& diagnostics) : diagnostics_(diagnostics) {
    auto own = std::make_unique<content::Site>(std::move(site));
    site_ = own.get();
    catalog_.site_ = std::move(own);
  }

  Catalog run() {
    index_ids();
    check_settings();
    order();
    for (std::size_t i = 0; i < bulletins().size(); ++i) {
      catalog_.graph_.begin(static_cast<BulletinIndex>(i));
      relate(static_cast<BulletinIndex>(i));
      forget_references(site_->bulletins[i]);
    }
    link_pages();
    for (std::size_t i = 0; i < settings().documents.size(); ++i) {
      catalog_.citing_.push_back(static_cast<std::uint32_t>(catalog_.graph_.citing(static_cast<DocumentIndex>(i))));
    }
    give_addresses(catalog_, diagnostics_);
    return std::move(catalog_);
  }

 private:
  const content::Settings& settings() const { return catalog_.settings(); }
  const std::vector<Bulletin>& bulletins() const { return catalog_.bulletins(); }
  Language language(std::size_t i) const { return static_cast<Language>(i); }

  // ---- ids

  /// References and inventories call a page 'pages/about': no bulletin may.
  void check_page_name(const model::Page& page) {
    const auto found = catalog_.find_bulletin("pages/" + page.id);
    if (!found) return;
    const Bulletin& bulletin = catalog_.bulletin(*found);
    diagnostics_.push_back(make("duplicate-id", {bulletin.settings_path()}, {bulletin.id.text, page.folder}));
  }

  void index_ids() {
    for (std::size_t i = 0; i < bulletins().size(); ++i) {
      const Bulletin& bulletin = bulletins()[i];
      if (const auto first = catalog_.bulletin_ids_.insert(bulletin.id.text, static_cast<BulletinIndex>(i))) {
        const Bulletin& other = catalog_.bulletin(*first);
        diagnostics_.push_back(make("duplicate-id", {bulletin.settings_path()}, {bulletin.id.text, other.folder()}));
      }
    }
    for (std::size_t i = 0; i < settings().documents.size(); ++i) {
      catalog_.document_ids_.insert(settings().documents[i].id.text, static_cast<DocumentIndex>(i));
    }
    for (std::size_t i = 0; i < catalog_.site().pages.size(); ++i) {
      catalog_.page_ids_.insert(catalog_.site().pages[i].id, static_cast<PageIndex>(i));
      check_page_name(catalog_.site().pages[i]);
    }
    catalog_.relations_.resize(bulletins().size());
    index_events();
    catalog_.graph_ = ReferenceGraph(bulletins().size(), settings().documents.size(), catalog_.events_.size(),
                                     catalog_.language_count());
  }

  void index_events() {
    for (std::size_t i = 0; i < bulletins().size(); ++i) {
      std::uint32_t at = 0;
      const auto& events = bulletins()[i].events;
      for (auto event = events.begin(); event != events.end(); ++event, ++at) {
        const auto index = static_cast<EventIndex>(catalog_.events_.size());
        const std::string_view id = event.first_text();
        if (const auto first = catalog_.event_ids_.insert(id, index)) {
          const Bulletin& other = catalog_.bulletin(catalog_.event(*first).bulletins.front());
          diagnostics_.push_back(make("event-declared-twice",
                                      model::place(bulletins()[i].settings_path(), (*event).span),
                                      {std::string(id), other.id.text}, {"refer-to-event", {std::string(id)}}));
          continue;
        }
        catalog_.events_.push_back({at, {static_cast<BulletinIndex>(i)}});
        catalog_.relations_[i].events.push_back(index);
      }
    }
  }

  // ---- settings that name other settings

  void check_settings() {
    const std::string documents = "content/documents.yaml";
    for (const content::ExternalDocument& document : settings().documents) {
      check_organisation(document.issuer, documents);
      const diagnostics::Place place = model::place(documents, document.span);
      catalog_.citable_parts_.push_back(
          std::make_shared<const CitableParts>(compile_parts(document, [&](const std::string& pattern) {
            diagnostics_.push_back(make("bad-pattern", place, {pattern}));
          })));
      if (!document.language.empty() && !settings().find_language(document.language) && document.language.size() < 2) {
        diagnostics_.push_back(make("unknown-language", model::place(documents, document.span), {document.language}));
      }
    }
    for (const content::Organisation& organisation : settings().organisations) {
      check_organisation(organisation.parent, "content/organisations.yaml");
    }
    check_organisation(settings().issuer, "content/site.yaml");
  }

  void check_organisation(const std::optional<Mention>& mention, const std::string& path) {
    if (!mention || settings().find_organisation({mention->text}) != nullptr) return;
    std::vector<std::string> ids;
    for (const content::Organisation& organisation : settings().organisations) ids.push_back(organisation.id.text);
    diagnostics_.push_back(make("unknown-organisation", model::place(path, mention->span), {mention->text},
                                did_you_mean(text::nearest(mention->text, ids))));
  }

  // ---- order

  /// Newest first; of one day the higher number, then by id.
  void rank() {
    struct Entry {
      model::OrderInTime time;
      std::optional<std::int64_t> number;
      BulletinIndex index{};
    };
    std::vector<Entry> entries;
    entries.reserve(bulletins().size());
    for (const Bulletin& bulletin : bulletins()) {
      const auto index = static_cast<BulletinIndex>(entries.size());
      entries.push_back({model::order_in_time(bulletin.date), bulletin.number, index});
    }
    std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
      if (a.time != b.time) return a.time > b.time;
      if (a.number != b.number) return a.number > b.number;
      return catalog_.bulletin(a.index).id < catalog_.bulletin(b.index).id;
    });
    catalog_.newest_first_.reserve(entries.size());
    catalog_.ranks_.resize(entries.size());
    for (const Entry& entry : entries) {
      catalog_.ranks_[position(entry.index)] = static_cast<std::uint32_t>(catalog_.newest_first_.size());
      catalog_.newest_first_.push_back(entry.index);
    }
  }

  void order() {
    rank();
    catalog_.by_series_.resize(settings().series.size());
    catalog_.by_topic_.resize(settings().topics.size());
    catalog_.by_issuer_.resize(settings().organisations.size());
    catalog_.series_of_.resize(bulletins().size());
    std::unordered_map<std::string_view, std::size_t> topics;
    for (std::size_t i = 0; i < settings().topics.size(); ++i) topics[settings().topics[i].id.text] = i;
    std::unordered_map<std::string_view, std::size_t> organisations;
    for (std::size_t i = 0; i < settings().organisations.size(); ++i) {
      organisations[settings().organisations[i].id.text] = i;
    }
    for (const BulletinIndex index : catalog_.newest_first_) {
      const Bulletin& bulletin = catalog_.bulletin(index);
      const auto series = static_cast<std::size_t>(settings().find_series(bulletin.series) - settings().series.data());
      catalog_.series_of_[position(index)] = series;
      catalog_.by_series_[series].push_back(index);
      for (const Mention& topic : bulletin.topics) {
        const auto found = topics.find(topic.text);
        if (found != topics.end()) catalog_.by_topic_[found->second].push_back(index);
      }
      for (const Mention& issuer : bulletin.issuers) {
        const auto found = organisations.find(issuer.text);
        if (found != organisations.end()) catalog_.by_issuer_[found->second].push_back(index);
      }
    }
    for (std::size_t i = 0; i < catalog_.by_issuer_.size(); ++i) {
      if (!catalog_.by_issuer_[i].empty()) catalog_.issuers_.push_back(i);
    }
    register_facts();
    for (const auto& series : catalog_.by_series_) {
      for (std::size_t i = 0; i + 1 < series.size(); ++i) {
        catalog_.relations_[position(series[i])].previous = series[i + 1];
        catalog_.relations_[position(series[i + 1])].next = series[i];
      }
    }
  }

  void register_facts() {
    catalog_.first_facts_.resize(bulletins().size());
    for (const BulletinIndex index : catalog_.newest_first_) {
      catalog_.first_facts_[position(index)] = static_cast<std::uint32_t>(catalog_.fact_register_.size());
      std::uint32_t at = 0;
      for (const model::Fact& fact : catalog_.bulletin(index).facts) {
        if (!fact.label.empty()) catalog_.fact_register_.push_back({index, at});
        ++at;
      }
    }
  }

  // ---- references

  void relate(BulletinIndex index) {
    const Bulletin& bulletin = catalog_.bulletin(index);
    const std::string path = bulletin.settings_path();
    check_mentions(bulletin, path);
    for (std::size_t i = 0; i < catalog_.language_count(); ++i) {
      if (const auto& text = bulletin.texts[language(i)]) relate_text(index, *text, language(i));
    }
    for (const Mention& mention : bulletin.legal_basis) relate_mention(index, mention, Role::legal_basis);
    for (const model::Event& event : bulletin.events) {
      for (const Mention& mention : event.legal_basis) relate_mention(index, mention, Role::legal_basis);
    }
    for (const model::Fact& fact : bulletin.facts) {
      if (fact.source) relate_source(index, fact);
    }
    for (const Mention& mention : bulletin.see_also) {
      relate_mention(index, mention, Role::see_also);
    }
    for (const model::Correction& correction : bulletin.corrections) {
      if (correction.paragraph) {
        (void)resolve({"#" + correction.paragraph->text, correction.paragraph->span}, path, index);
      }
      for (const Mention& mention : correction.remark.references) (void)resolve(mention, path, index);
    }
    for (const model::Change& change : bulletin.changes) {
      for (const Mention& mention : change.note.references) (void)resolve(mention, path, index);
    }
  }

  void check_mentions(const Bulletin& bulletin, const std::string& path) {
    for (const Mention& issuer : bulletin.issuers) check_organisation(issuer, path);
    for (const Mention& topic : bulletin.topics) {
      if (settings().find_topic({topic.text}) != nullptr) continue;
      std::vector<std::string> ids;
      for (const content::Topic& known : settings().topics) ids.push_back(known.id.text);
      diagnostics_.push_back(make("unknown-topic", model::place(path, topic.span), {topic.text},
                                  did_you_mean(text::nearest(topic.text, ids))));
    }
    for (const model::Event& event : bulletin.events) check_organisation(event.host, path);
    for (const Mention& mention : bulletin.event_references) {
      const auto event = catalog_.find_event(mention.text);
      const auto self = catalog_.find_bulletin(bulletin.id.text);
      if (event && self) {
        catalog_.events_[position(*event)].bulletins.push_back(*self);
        catalog_.relations_[position(*self)].events.push_back(*event);
        continue;
      }
      std::vector<std::string> ids;
      for (std::size_t i = 0; i < catalog_.events_.size(); ++i) {
        ids.emplace_back(catalog_.id(static_cast<EventIndex>(i)));
      }
      diagnostics_.push_back(make("unknown-event", model::place(path, mention.span), {mention.text},
                                  did_you_mean(text::nearest(mention.text, ids))));
    }
  }

  /// Resolves, or reports at the part of the mention that is wrong.
  std::optional<Target> resolve(const Mention& mention, const std::string& path, std::optional<BulletinIndex> from) {
    auto result = catalog_.resolve(mention.text, from);
    if (auto* target = std::get_if<Target>(&result)) return std::move(*target);
    Unresolved& wrong = std::get<Unresolved>(result);
    if (wrong.rule.empty()) return std::nullopt;
    model::Span span = mention.span;
    if (span.column != 0) {
      span.column += static_cast<std::uint32_t>(wrong.offset);
      span.length = static_cast<std::uint32_t>(std::max<std::size_t>(wrong.length, 1));
    }
    diagnostics_.push_back(
        make(wrong.rule, model::place(path, span), std::move(wrong.arguments), std::move(wrong.help)));
    return std::nullopt;
  }

  void relate_mention(BulletinIndex index, const Mention& mention, Role role) {
    const auto target = resolve(mention, catalog_.bulletin(index).settings_path(), index);
    if (target) connect_whole(index, *target, role);
  }

  /// The source of a figure is cited by each passage that prints the figure.
  void relate_source(BulletinIndex index, const model::Fact& fact) {
    const auto target = resolve(*fact.source, catalog_.bulletin(index).settings_path(), index);
    if (!target) return;
    bool is_printed = false;
    for (std::size_t i = 0; i < catalog_.language_count(); ++i) {
      const auto& text = catalog_.bulletin(index).texts[language(i)];
      if (!text) continue;
      for (const model::FactUse& use : text->outline.facts) {
        if (use.name != fact.id.text) continue;
        is_printed = true;
        catalog_.graph_.add({index, language(i), use.from, *target, Role::source}, {});
      }
    }
    if (!is_printed) connect_whole(index, *target, Role::source);
  }

  /// What they point to is known now; as they were written, they would fill the memory of a large site.
  static void forget_references(Bulletin& bulletin) {
    for (auto& text : bulletin.texts) {
      if (text) text->outline.references = {};
    }
  }

  void relate_text(BulletinIndex index, const model::Text& text, Language in) {
    for (const model::Reference& reference : text.outline.references) {
      const std::string path = reference.path.empty() ? text.path : std::string(reference.path);
      const auto target = resolve({std::string(reference.target), reference.span}, path, index);
      if (target) catalog_.graph_.add({index, in, reference.from, *target, Role::text}, reference.context);
    }
  }

  /// Of something that bulletin.yaml says: all texts of the bulletin show it.
  void connect_whole(BulletinIndex from, const Target& target, Role role) {
    for (std::size_t i = 0; i < catalog_.language_count(); ++i) {
      if (catalog_.bulletin(from).texts[language(i)]) catalog_.graph_.add({from, language(i), {}, target, role}, {});
    }
  }

  void link_pages() {
    for (const model::Page& page : catalog_.site().pages) {
      for (const auto& text : page.texts) {
        if (!text) continue;
        for (const model::Reference& reference : text->outline.references) {
          if (reference.target.starts_with('#')) {
            check_own_anchor(page, *text, reference);
          } else {
            (void)resolve({std::string(reference.target), reference.span}, text->path, std::nullopt);
          }
        }
      }
    }
  }

  /// A reference of a standing page to a place in its own text.
  void check_own_anchor(const model::Page& page, const model::Text& text, const model::Reference& reference) {
    const std::string name(reference.target.substr(1));
    if (text.outline.anchors.contains(name)) return;
    diagnostics_.push_back(make("unknown-anchor", model::place(text.path, reference.span), {name, page.id},
                                did_you_mean(text::nearest(name, text.outline.anchors.names()))));
  }

  Diagnostics& diagnostics_;
  Catalog catalog_;
  content::Site* site_ = nullptr;  ///< the catalog's
};

Catalog assemble(content::Site site, Diagnostics& diagnostics) {
  return Assembler(std::move(site), diagnostics).run();
}

}  // namespace gaceta::catalog
