// The order of the steps matters: ids first, because references need them; then the references of each bulletin, which
// give the relations; the reverse of them are the citations. Addresses come last and must not collide.
#include "catalog/assemble.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "catalog/citable_parts.hpp"
#include "localization/locale.hpp"
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
    catalog_.site_ = std::make_unique<const content::Site>(std::move(site));
  }

  Catalog run() {
    index_ids();
    check_settings();
    order();
    for (std::size_t i = 0; i < bulletins().size(); ++i) relate(static_cast<BulletinIndex>(i));
    link_pages();
    address_everything();
    return std::move(catalog_);
  }

 private:
  const content::Settings& settings() const { return catalog_.settings(); }
  const std::vector<Bulletin>& bulletins() const { return catalog_.bulletins(); }
  Language language(std::size_t i) const { return static_cast<Language>(i); }

  // ---- ids

  void index_ids() {
    for (std::size_t i = 0; i < bulletins().size(); ++i) {
      const Bulletin& bulletin = bulletins()[i];
      if (!catalog_.bulletin_ids_.try_emplace(bulletin.id.text, static_cast<BulletinIndex>(i)).second) {
        const Bulletin& other = catalog_.bulletin(catalog_.bulletin_ids_.at(bulletin.id.text));
        diagnostics_.push_back(make("duplicate-id", {bulletin.settings_path()}, {bulletin.id.text, other.folder}));
      }
    }
    for (std::size_t i = 0; i < settings().documents.size(); ++i) {
      catalog_.document_ids_.try_emplace(settings().documents[i].id.text, static_cast<DocumentIndex>(i));
    }
    for (std::size_t i = 0; i < catalog_.site().pages.size(); ++i) {
      catalog_.page_ids_.try_emplace(catalog_.site().pages[i].id, static_cast<PageIndex>(i));
    }
    catalog_.relations_.resize(bulletins().size());
    catalog_.document_citations_.resize(settings().documents.size());
    index_events();
  }

  void index_events() {
    for (std::size_t i = 0; i < bulletins().size(); ++i) {
      for (const model::Event& event : bulletins()[i].events) {
        const auto index = static_cast<EventIndex>(catalog_.events_.size());
        const auto [found, is_new] = catalog_.event_ids_.try_emplace(event.id.text, index);
        if (!is_new) {
          const Bulletin& other = catalog_.bulletin(catalog_.event(found->second).bulletins.front());
          diagnostics_.push_back(make("event-declared-twice", model::place(bulletins()[i].settings_path(), event.span),
                                      {event.id.text, other.id.text}, {"refer-to-event", {event.id.text}}));
          continue;
        }
        catalog_.events_.push_back({&event, {static_cast<BulletinIndex>(i)}, {}});
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

  void order() {
    for (std::size_t i = 0; i < bulletins().size(); ++i)
      catalog_.newest_first_.push_back(static_cast<BulletinIndex>(i));
    std::sort(catalog_.newest_first_.begin(), catalog_.newest_first_.end(), [&](BulletinIndex a, BulletinIndex b) {
      const Bulletin& left = catalog_.bulletin(a);
      const Bulletin& right = catalog_.bulletin(b);
      if (model::earlier(right.date, left.date)) return true;
      if (model::earlier(left.date, right.date)) return false;
      if (left.number != right.number) return left.number > right.number;
      return left.id < right.id;
    });
    catalog_.by_series_.resize(settings().series.size());
    catalog_.by_topic_.resize(settings().topics.size());
    catalog_.series_of_.resize(bulletins().size());
    std::unordered_map<std::string_view, std::size_t> topics;
    for (std::size_t i = 0; i < settings().topics.size(); ++i) topics[settings().topics[i].id.text] = i;
    for (const BulletinIndex index : catalog_.newest_first_) {
      const Bulletin& bulletin = catalog_.bulletin(index);
      const auto series = static_cast<std::size_t>(settings().find_series(bulletin.series) - settings().series.data());
      catalog_.series_of_[position(index)] = series;
      catalog_.by_series_[series].push_back(index);
      for (const Mention& topic : bulletin.topics) {
        const auto found = topics.find(topic.text);
        if (found != topics.end()) catalog_.by_topic_[found->second].push_back(index);
      }
    }
    for (const auto& series : catalog_.by_series_) {
      for (std::size_t i = 0; i + 1 < series.size(); ++i) {
        catalog_.relations_[position(series[i])].previous = series[i + 1];
        catalog_.relations_[position(series[i + 1])].next = series[i];
      }
    }
  }

  // ---- references

  void relate(BulletinIndex index) {
    const Bulletin& bulletin = catalog_.bulletin(index);
    const std::string path = bulletin.settings_path();
    check_mentions(bulletin, path);
    std::set<Target> seen;
    for (std::size_t i = 0; i < catalog_.language_count(); ++i) {
      if (const auto& text = bulletin.texts[language(i)]) relate_text(index, *text, language(i), seen);
    }
    for (const Mention& mention : bulletin.legal_basis) relate_mention(index, mention, path, seen);
    for (const model::Event& event : bulletin.events) {
      for (const Mention& mention : event.legal_basis) relate_mention(index, mention, path, seen);
    }
    for (const model::Fact& fact : bulletin.facts) {
      if (fact.source) relate_mention(index, *fact.source, path, seen);
    }
    for (const Mention& mention : bulletin.see_also) {
      const auto target = resolve(mention, path, index);
      if (const auto* other = target ? std::get_if<BulletinTarget>(&*target) : nullptr) {
        catalog_.relations_[position(index)].see_also.push_back(other->bulletin);
      }
    }
    for (const model::Correction& correction : bulletin.corrections) {
      if (correction.paragraph) {
        (void)resolve({"#" + correction.paragraph->text, correction.paragraph->span}, path, index);
      }
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
      for (const Event& known : catalog_.events_) ids.push_back(known.event->id.text);
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

  void relate_mention(BulletinIndex index, const Mention& mention, const std::string& path, std::set<Target>& seen) {
    const auto target = resolve(mention, path, index);
    if (target) add_relation(index, *target, seen);
  }

  void add_relation(BulletinIndex index, const Target& target, std::set<Target>& seen) {
    const auto* bulletin = std::get_if<BulletinTarget>(&target);
    if (bulletin != nullptr && bulletin->bulletin == index) return;  // inside the same bulletin
    if (seen.insert(target).second) catalog_.relations_[position(index)].references.push_back(target);
  }

  void relate_text(BulletinIndex index, const model::Text& text, Language in, std::set<Target>& seen) {
    for (const model::Reference& reference : text.outline.references) {
      const std::string& path = reference.path.empty() ? text.path : reference.path;
      const auto target = resolve({reference.target, reference.span}, path, index);
      if (!target) continue;
      add_relation(index, *target, seen);
      catalog_.edges_.push_back({index, in, reference.from, *target});
      cite(index, reference, *target, in);
    }
  }

  /// Adds the citation to what is cited, or this language's context to the one that another language made.
  void cite(BulletinIndex from, const model::Reference& reference, const Target& target, Language in) {
    std::vector<Citation>* citations = nullptr;
    std::string part;
    if (const auto* bulletin = std::get_if<BulletinTarget>(&target);
        bulletin != nullptr && bulletin->bulletin != from) {
      citations = &catalog_.relations_[position(bulletin->bulletin)].cited_by;
      part = bulletin->anchor;
    } else if (const auto* document = std::get_if<DocumentTarget>(&target)) {
      citations = &catalog_.document_citations_[position(document->document)];
      static constexpr std::string_view kParts[] = {"", "article ", "chapter ", "annex "};
      part = std::string(kParts[static_cast<std::size_t>(document->part)]) + document->number;
    } else if (const auto* event = std::get_if<EventTarget>(&target)) {
      citations = &catalog_.events_[position(event->event)].cited_by;
    }
    if (citations == nullptr) return;
    auto found = std::find_if(citations->begin(), citations->end(), [&](const Citation& one) {
      return one.from == from && one.anchor == reference.from && one.part == part;
    });
    if (found == citations->end()) {
      const model::Anchor* anchor = catalog_.find_anchor(from, reference.from, in);
      citations->push_back({from, reference.from, anchor != nullptr ? number_of(*anchor) : "",
                            anchor != nullptr ? anchor->kind : model::Anchor::Kind::block, part,
                            model::LocalText(catalog_.language_count())});
      found = citations->end() - 1;
    }
    if (found->context[in].empty()) found->context[in] = reference.context;
  }

  /// The number that readers cite, whether it is printed in the text or only counted.
  static std::string number_of(const model::Anchor& anchor) {
    if (!anchor.number.empty()) return anchor.number;
    const std::size_t dash = anchor.name.find('-');
    const bool is_counted = dash != std::string::npos && dash + 1 < anchor.name.size() &&
                            anchor.name.find_first_not_of("0123456789-", dash) == std::string::npos;
    return is_counted ? anchor.name.substr(dash + 1) : std::string();
  }

  void link_pages() {
    for (const model::Page& page : catalog_.site().pages) {
      for (const auto& text : page.texts) {
        if (!text) continue;
        for (const model::Reference& reference : text->outline.references) {
          if (reference.target.starts_with('#')) {
            check_own_anchor(page, *text, reference);
          } else {
            (void)resolve({reference.target, reference.span}, text->path, std::nullopt);
          }
        }
      }
    }
  }

  /// A reference of a standing page to a place in its own text.
  void check_own_anchor(const model::Page& page, const model::Text& text, const model::Reference& reference) {
    const std::string name = reference.target.substr(1);
    std::vector<std::string> names;
    for (const model::Anchor& anchor : text.outline.anchors) names.push_back(anchor.name);
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    diagnostics_.push_back(make("unknown-anchor", model::place(text.path, reference.span), {name, page.id},
                                did_you_mean(text::nearest(name, names))));
  }

  // ---- addresses

  struct Owner {
    diagnostics::Place place;
    std::string address;
  };

  void address_everything() {
    const std::size_t languages = catalog_.language_count();
    std::vector<localization::Locale> locales;
    for (const auto& data : catalog_.site().locales) locales.emplace_back(data);
    address_sections(locales);
    catalog_.series_addresses_.assign(settings().series.size(), model::LocalText(languages));
    catalog_.topic_addresses_.assign(settings().topics.size(), model::LocalText(languages));
    catalog_.bulletin_addresses_.assign(bulletins().size(), model::LocalText(languages));
    catalog_.missing_addresses_.assign(bulletins().size(), model::LocalText(languages));
    catalog_.page_addresses_.assign(catalog_.site().pages.size(), model::LocalText(languages));
    for (std::size_t l = 0; l < languages; ++l) address_language(language(l));
    for (std::size_t l = 0; l < languages; ++l) address_aliases(language(l));
  }

  void address_sections(const std::vector<localization::Locale>& locales) {
    static constexpr std::string_view kWords[kSections] = {"path-topics", "path-documents", "path-facts", "path-index",
                                                           "path-search"};
    const std::size_t languages = catalog_.language_count();
    catalog_.section_addresses_.assign(kSections, model::LocalText(languages));
    catalog_.parallel_words_ = model::LocalText(languages);
    catalog_.page_words_ = model::LocalText(languages);
    for (std::size_t l = 0; l < languages; ++l) {
      const std::string home = catalog_.home_address(language(l));
      claim(home, {"content/site.yaml"});
      for (std::size_t i = 0; i < kSections; ++i) {
        std::string& address = catalog_.section_addresses_[i][language(l)];
        address = home + text::slugify(locales[l].message(kWords[i])) + "/";
        claim(address, {"content/site.yaml"});
      }
      catalog_.parallel_words_[language(l)] = text::slugify(locales[l].message("path-parallel"));
      catalog_.page_words_[language(l)] = text::slugify(locales[l].message("path-page"));
    }
  }

  void address_language(Language in) {
    const std::string home = catalog_.home_address(in);
    for (std::size_t i = 0; i < settings().series.size(); ++i) {
      const content::Series& series = settings().series[i];
      std::string& address = catalog_.series_addresses_[i][in] = home + series.slug[in] + "/";
      const diagnostics::Place place = model::place("content/site.yaml", series.span);
      const std::size_t pages = catalog_.page_count(catalog_.in_series(i).size());
      for (std::size_t page = 1; page <= pages; ++page) claim(catalog_.page_address(address, in, page), place);
    }
    const std::string& topics = catalog_.section_address(Section::topics, in);
    for (std::size_t i = 0; i < settings().topics.size(); ++i) {
      const content::Topic& topic = settings().topics[i];
      std::string& address = catalog_.topic_addresses_[i][in] = topics + topic.slug[in] + "/";
      claim(address, model::place("content/topics.yaml", topic.span));
    }
    for (std::size_t i = 0; i < bulletins().size(); ++i) {
      const std::string& series = catalog_.series_address(catalog_.series_of(static_cast<BulletinIndex>(i)), in);
      const auto& text = bulletins()[i].texts[in];
      // Without a text in this language, the page that says so lives at the address of the text that there is.
      const model::Text& named = text ? *text : first_text(bulletins()[i]);
      std::string& address = (text ? catalog_.bulletin_addresses_ : catalog_.missing_addresses_)[i][in];
      address = series + named.slug + "/";
      claim(address, model::place(named.path, named.slug_span));
    }
    for (std::size_t i = 0; i < catalog_.site().pages.size(); ++i) {
      const auto& text = catalog_.site().pages[i].texts[in];
      if (!text) continue;
      std::string& address = catalog_.page_addresses_[i][in] = home + text->slug + "/";
      claim(address, model::place(text->path, text->slug_span));
    }
  }

  static const model::Text& first_text(const Bulletin& bulletin) {
    return **std::find_if(bulletin.texts.begin(), bulletin.texts.end(),
                          [](const auto& text) { return text.has_value(); });
  }

  // ---- old addresses

  void address_aliases(Language in) {
    for (std::size_t i = 0; i < bulletins().size(); ++i) {
      if (const auto& text = bulletins()[i].texts[in]) {
        add_aliases(*text, in, catalog_.address(static_cast<BulletinIndex>(i), in));
      }
    }
    for (std::size_t i = 0; i < catalog_.site().pages.size(); ++i) {
      if (const auto& text = catalog_.site().pages[i].texts[in]) {
        add_aliases(*text, in, catalog_.address(static_cast<PageIndex>(i), in));
      }
    }
  }

  void add_aliases(const model::Text& text, Language in, const std::string& address) {
    for (const Mention& mention : text.aliases) {
      std::optional<std::string> path = alias_path(mention.text);
      const diagnostics::Place place = model::place(text.path, mention.span);
      if (!path) {
        diagnostics_.push_back(make("bad-alias", place, {mention.text}, {"alias-example", {}}));
        continue;
      }
      path->insert(0, catalog_.home_address(in));
      constexpr std::string_view kIndex = "index.html";
      claim(path->ends_with("/index.html") ? path->substr(0, path->size() - kIndex.size()) : *path, place);
      catalog_.aliases_.push_back({*std::move(path), in, address, &text});
    }
  }

  /// The file that stands at an old address below the language's folder; nothing if it could not be one.
  static std::optional<std::string> alias_path(std::string_view alias) {
    while (alias.starts_with('/')) alias.remove_prefix(1);
    while (alias.ends_with('/')) alias.remove_suffix(1);
    if (alias.empty()) return std::nullopt;
    for (std::size_t start = 0; start <= alias.size();) {
      const std::string_view part = alias.substr(start, alias.find('/', start) - start);
      if (part.empty() || part.front() == '.' || part.back() == '.') return std::nullopt;
      for (const char c : part) {
        if (static_cast<unsigned char>(c) <= ' ' ||
            std::string_view("\\?#:*\"<>|%\x7f").find(c) != std::string_view::npos) {
          return std::nullopt;
        }
      }
      start += part.size() + 1;
    }
    const bool is_file = alias.ends_with(".html") || alias.ends_with(".htm");
    return is_file ? std::string(alias) : std::string(alias) + "/index.html";
  }

  /// Two pages may not share a folder, not even on a disk that knows no difference between capitals and small letters.
  void claim(const std::string& address, diagnostics::Place place) {
    const auto [found, is_new] = owners_.try_emplace(text::fold_case(address), Owner{place, address});
    if (is_new) return;
    diagnostics_.push_back(make("address-collision", std::move(place), {address, found->second.place.path}));
  }

  Diagnostics& diagnostics_;
  Catalog catalog_;
  std::unordered_map<std::string, Owner> owners_;
};

Catalog assemble(content::Site site, Diagnostics& diagnostics) {
  return Assembler(std::move(site), diagnostics).run();
}

}  // namespace gaceta::catalog
