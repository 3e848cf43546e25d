// What a site says of itself and of the world around it: site.yaml, organisations.yaml, topics.yaml, documents.yaml,
// glossary.yaml, checked and typed. Plain values; const once loaded and then shared by all threads.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "content/image_size.hpp"
#include "diagnostics/diagnostic.hpp"
#include "inventory/inventory.hpp"
#include "localization/units.hpp"
#include "model/bulletin.hpp"
#include "yaml/node.hpp"

namespace gaceta::content {

struct LanguageSettings {
  std::string code;    ///< 'es': folder of the output, name of the text files
  std::string locale;  ///< 'es-MX': BCP 47 tag that decides the house style
  model::Span locale_span;
  std::string name;  ///< in itself: 'español'; as the site or else CLDR says
};

struct Series {
  model::SeriesId id;
  model::Span span;
  model::LocalText name;
  model::LocalText slug;
  model::LocalText description;
};

struct Topic {
  model::TopicId id;
  model::Span span;
  model::LocalText name;
  model::LocalText slug;
  model::LocalText description;
};

struct Organisation {
  model::OrganisationId id;
  model::LocalText acronym;
  model::LocalText name;
  std::string country;
  std::string url;
  std::optional<model::Mention> parent;
};

/// A document that bulletins cite and this site does not publish.
struct ExternalDocument {
  model::DocumentId id;
  model::Span span;
  std::string kind;
  model::LocalText symbol;
  model::LocalText title;
  std::optional<model::DateRange> date;
  std::optional<model::Mention> issuer;
  std::string language;                     ///< of its only edition, or empty
  model::LocalText url;                     ///< an address may be missing in a language (empty string)
  std::string articles, chapters, annexes;  ///< patterns (ECMAScript) of what stands behind '#', or empty
};

struct Term {
  model::TermId id;
  model::LocalText text;
  model::LocalText plural;
  model::LocalText expansion;
  model::LocalText note;
  std::string gender;
  bool never_translated = false;
  model::PerLanguage<std::vector<std::string>> variants;
};

/// Another site's inventory: what is there can be referred to as 'prefix:id'.
struct OtherSite {
  std::string prefix;
  model::Span span;
  inventory::Inventory inventory;
  bool is_readable = true;  ///< else its fault is reported, and nothing that refers to it
};

struct Outputs {
  bool parallel = true;
  bool citations = true;
  bool search = true;
  bool feeds = true;
  bool inventories = true;
};

/// What the site adds to the look: files in its own assets/, found by their names.
struct Brand {
  bool has_css = false;           ///< assets/site.css, loaded after gaceta.css
  std::string logo;               ///< 'assets/logo.svg', 'assets/logo.png'; empty: none
  std::optional<ImageSize> size;  ///< of the logo
};

struct Settings {
  std::vector<LanguageSettings> languages;
  model::LocalText title;
  model::LocalText description;
  model::LocalText licence;
  std::string base_url;  ///< ends in '/'
  /// Who may name feeds and entries for ever (RFC 4151): a host, or 'host,2026-05'. Does not follow --base-url.
  std::string feed_authority;
  std::size_t per_page = 50;  ///< entries on a page of a long list
  std::optional<model::Mention> issuer;
  std::vector<Series> series;  ///< in the order of site.yaml
  std::vector<Topic> topics;
  std::vector<Organisation> organisations;
  std::vector<ExternalDocument> documents;
  std::vector<Term> terms;
  std::vector<OtherSite> other_sites;
  std::shared_ptr<const localization::Units> units;  ///< those that Gaceta ships and the site's own
  std::map<std::string, yaml::Node> house_style;     ///< per locale: keys that override the shipped ones
  std::map<std::string, yaml::Node> messages;  ///< per language: words of the interface that override the shipped ones
  std::map<std::string, std::string> formats;  ///< a name of the site's own → intent
  Brand brand;
  Outputs outputs;
  std::map<std::string, diagnostics::Severity> severities;

  std::size_t language_count() const { return languages.size(); }
  /// The language called `code`, if configured.
  std::optional<model::Language> find_language(std::string_view code) const;
  const Series* find_series(const model::SeriesId& id) const;
  const Topic* find_topic(const model::TopicId& id) const;
  const Organisation* find_organisation(const model::OrganisationId& id) const;
  const ExternalDocument* find_document(const model::DocumentId& id) const;
  const Term* find_term(const model::TermId& id) const;
};

}  // namespace gaceta::content
