// The structure that each kind of page gives to its template. Every page is a Frame with something in it.
#pragma once

#include <string>
#include <vector>

#include "rendering/host.hpp"
#include "rendering/metadata.hpp"
#include "rendering/pagination.hpp"
#include "rendering/parallel_rows.hpp"
#include "rendering/views.hpp"
#include "templating/types.hpp"

namespace gaceta::rendering {

/// A file beside the page.
struct FileLink {
  std::string name;
  std::string url;  ///< relative
};

/// What all pages have: language, titles, addresses, navigation.
struct Frame {
  std::string title;
  std::string description;
  std::string canonical;                ///< absolute
  std::string x_default;                ///< absolute; empty where the page has no language choice
  std::vector<LanguageView> languages;  ///< in the order of site.yaml
  std::string page_class;               ///< 'bulletin', 'home', …
  std::vector<FileLink> feeds;          ///< of the language, and of the series that the page is about
  std::vector<FileLink> cite_files;     ///< citations of what the page lists
};

/// An event with the passages that tell of it.
struct EventEntry {
  EventView event;
  std::vector<CitationView> cited_by;
};

/// That a translation is behind its source.
struct StaleView {
  std::size_t count = 0;   ///< blocks that changed
  std::string date;        ///< since when, as printed
  std::string url;         ///< of the source
  std::string lang, name;  ///< of its language: tag, and its own name
};

struct BulletinPage : Frame {
  BulletinView bulletin;
  std::string body;
  std::string notes;
  std::vector<HeadingView> contents;
  std::vector<CorrectionView> corrections;
  std::vector<ChangeView> changes;  ///< those with a note, the last one first
  std::vector<LinkView> legal_basis, references, see_also;
  std::vector<CitationView> cited_by;
  std::vector<EventEntry> events;
  std::vector<EventView> meetings;  ///< those with a place and a date, for the masthead: at most two
  std::optional<BulletinView> previous, next;
  std::string parallel_url;    ///< the page with both languages; empty if there is none
  std::size_t unverified = 0;  ///< facts that are to be confirmed
  std::optional<StaleView> stale;
  Metadata metadata;
  std::string cite_as;  ///< the citation in words
};

/// One of the texts that stand side by side.
struct ColumnView {
  std::string code, locale, name;
  std::string title;
  std::string url;  ///< of the text's own page
};

/// Two languages side by side.
struct ParallelPage : Frame {
  BulletinView bulletin;
  std::vector<ColumnView> columns;
  std::vector<ParallelRow> rows;
};

/// Says that a bulletin has no text in the reader's language, and offers the ones it has.
struct MissingPage : Frame {
  BulletinView bulletin;
};

struct StandingPage : Frame {
  std::string body;
  std::string notes;
};

struct HomePage : Frame {
  std::vector<BulletinView> latest;
  std::vector<OrganisationView> issuers;  ///< those with the most bulletins
  std::vector<YearLink> years;
};

struct SeriesPage : Frame {
  SeriesView series;
  std::vector<YearView> years;
  Pagination pagination;
};

struct TopicPage : Frame {
  TopicView topic;
  std::vector<YearView> years;
  Pagination pagination;
};

struct TopicsPage : Frame {
  std::vector<TopicView> topics;
};

struct IssuerPage : Frame {
  OrganisationView issuer;
  std::optional<OrganisationView> parent;
  std::vector<OrganisationView> parts;  ///< those that issue something
  std::vector<YearView> years;
  Pagination pagination;
};

struct IssuersPage : Frame {
  std::vector<OrganisationView> issuers;
};

struct DocumentEntry {
  DocumentView document;
  std::vector<CitationView> cited_by;  ///< where the document has pages of its own: only the latest
  std::string all_url;                 ///< of those pages; empty if it has none
  std::size_t count = 0;               ///< of the bulletins that cite it
};

struct DocumentsPage : Frame {
  std::vector<DocumentEntry> documents;
  Pagination pagination;
};

struct DocumentPage : Frame {
  DocumentView document;
  std::string register_url;  ///< of its place in the register
  std::vector<CitationView> cited_by;
  std::size_t count = 0;  ///< of the bulletins, on all pages
  Pagination pagination;
};

struct FactEntry {
  BulletinView bulletin;
  std::string anchor;     ///< of the entry itself
  std::string place_url;  ///< of the passage that prints the figure; empty if the reader's text does not
  std::vector<CitationView> cited_by;
  std::string label;
  std::string value;  ///< markup
  std::string period;
  bool is_unverified = false;
};

struct FactsPage : Frame {
  std::vector<FactEntry> facts;
  Pagination pagination;
};

/// A letter or a year of an index that has a page for each.
struct IndexPartView {
  std::string label;
  std::string url;
  std::size_t count = 0;
  bool is_current = false;
};

/// Either everything, or the parts that have pages of their own.
struct IndexPage : Frame {
  std::vector<BulletinView> by_title;
  std::vector<YearView> years;
  std::vector<IndexPartView> letters, year_parts;
};

struct IndexPartPage : Frame {
  std::string heading;
  std::vector<BulletinView> bulletins;
  Pagination pagination;
  std::vector<IndexPartView> letters, year_parts;
};

struct SearchPage : Frame {};

/// Stands at an old address.
struct ForwardPage : Frame {
  std::string target_url;
};

struct RootPage : Frame {};

/// What every page has.
const templating::ObjectType& frame_type();
const templating::ObjectType& bulletin_page_type();
const templating::ObjectType& parallel_page_type();
const templating::ObjectType& missing_page_type();
const templating::ObjectType& standing_page_type();
const templating::ObjectType& home_page_type();
const templating::ObjectType& series_page_type();
const templating::ObjectType& topic_page_type();
const templating::ObjectType& topics_page_type();
const templating::ObjectType& issuer_page_type();
const templating::ObjectType& issuers_page_type();
const templating::ObjectType& documents_page_type();
const templating::ObjectType& document_page_type();
const templating::ObjectType& facts_page_type();
const templating::ObjectType& index_page_type();
const templating::ObjectType& index_part_page_type();
const templating::ObjectType& search_page_type();
const templating::ObjectType& forward_page_type();
const templating::ObjectType& root_page_type();

}  // namespace gaceta::rendering
