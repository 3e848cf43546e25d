// What page templates see: small views of the catalog, and the types that give their fields names. The names here are a
// promise to webmasters, listed in docs/manual/template-data.md.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "catalog/catalog.hpp"
#include "rendering/host.hpp"
#include "templating/types.hpp"

namespace gaceta::rendering {

inline constexpr templating::ValueType<model::DateRange> date_value{"date"};

/// A bulletin as lists and neighbours show it.
struct BulletinView {
  catalog::BulletinIndex index{};
};

struct SeriesView {
  std::size_t index = 0;
};

struct TopicView {
  std::size_t index = 0;
};

struct OrganisationView {
  const content::Organisation* organisation = nullptr;
};

struct EventView {
  catalog::EventIndex index{};
};

struct DocumentView {
  catalog::DocumentIndex index{};
};

/// A link that is ready to print.
struct LinkView {
  std::string url;
  std::string text;
  std::string language;        ///< tag, if it is not the reader's
  std::string language_label;  ///< '(en español)'
  bool is_external = false;
  std::string detail = {};  ///< the title of a document that is cited by its symbol
};

/// The same page in one language of the site.
struct LanguageView {
  std::string code;
  std::string locale;
  std::string name;      ///< in itself
  std::string url;       ///< relative; where the page does not exist, that language's home
  std::string absolute;  ///< empty where the page does not exist
  bool is_current = false;
  bool exists = false;
  model::Language index{};
};

struct CitationView {
  std::string url;    ///< of the citing paragraph
  std::string title;  ///< of the citing bulletin
  std::string place;  ///< 'párr. 12'
  std::string part;   ///< which parts are cited, in words; empty for the whole
  std::string context;
  std::string language;  ///< tag of the citing text, if it is not the reader's
};

struct HeadingView {
  int level = 2;
  std::string anchor;
  std::string number;
  std::string text;
};

struct CorrectionView {
  model::DateRange date;
  std::string text_html;
  std::string place_url;
  std::string place_text;
  std::vector<LinkView> evidence;
};

/// What changed after publication.
struct ChangeView {
  model::DateRange date;
  std::string note_html;
  bool is_minor = false;
};

/// A year with its bulletins, on list pages.
struct YearView {
  int year = 0;
  std::vector<BulletinView> bulletins;
};

/// A year as a way in: how many bulletins, and where they are listed.
struct YearLink {
  int year = 0;
  std::size_t count = 0;
  std::string url;
};

/// The word of the interface for a kind: 'kind-press-release'.
std::string_view kind_key(model::BulletinKind kind);

const templating::ObjectType& bulletin_type();
const templating::ObjectType& series_type();
const templating::ObjectType& topic_type();
const templating::ObjectType& organisation_type();
const templating::ObjectType& event_type();
const templating::ObjectType& document_type();
const templating::ObjectType& link_type();
const templating::ObjectType& language_type();
const templating::ObjectType& citation_type();
const templating::ObjectType& heading_type();
const templating::ObjectType& correction_type();
const templating::ObjectType& change_type();
const templating::ObjectType& year_type();
const templating::ObjectType& year_link_type();

LinkView view_of(const Host& host, const catalog::Target& target);
/// Who cites something, each passage once with all that it cites of it. A bulletin that cites it from a passage is not
/// listed a second time as a whole.
std::vector<CitationView> views_of(const Host& host, std::span<const catalog::Citation> citations);
std::vector<YearView> by_year(const catalog::Catalog& catalog, const std::vector<catalog::BulletinIndex>& bulletins);

}  // namespace gaceta::rendering
