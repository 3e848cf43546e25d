// The structure that each kind of page gives to its template. Every page is a Frame with something in it.
#pragma once

#include <string>
#include <vector>

#include "rendering/host.hpp"
#include "rendering/views.hpp"
#include "templating/types.hpp"

namespace gaceta::rendering {

/// What all pages have: language, titles, addresses, navigation.
struct Frame {
  std::string title;
  std::string description;
  std::string canonical;                  ///< absolute
  std::string x_default;                  ///< absolute; empty where the page has no language choice
  std::vector<LanguageView> languages;    ///< in the order of site.yaml
  std::string page_class;                 ///< 'bulletin', 'home', …
};

/// An event with the passages that tell of it.
struct EventEntry {
  EventView event;
  std::vector<CitationView> cited_by;
};

struct BulletinPage : Frame {
  BulletinView bulletin;
  std::string body;
  std::string notes;
  std::vector<HeadingView> contents;
  std::vector<CorrectionView> corrections;
  std::vector<LinkView> legal_basis, references, see_also;
  std::vector<CitationView> cited_by;
  std::vector<EventEntry> events;
  std::optional<BulletinView> previous, next;
  std::size_t unverified = 0;  ///< facts that are to be confirmed
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
  std::vector<YearLink> years;
};

struct SeriesPage : Frame {
  SeriesView series;
  std::vector<YearView> years;
};

struct TopicPage : Frame {
  TopicView topic;
  std::vector<YearView> years;
};

struct TopicsPage : Frame {
  std::vector<TopicView> topics;
};

struct DocumentEntry {
  DocumentView document;
  std::vector<CitationView> cited_by;
};

struct DocumentsPage : Frame {
  std::vector<DocumentEntry> documents;
};

struct FactEntry {
  BulletinView bulletin;
  std::string anchor;
  std::string label;
  std::string value;  ///< markup
  std::string period;
  bool is_unverified = false;
};

struct FactsPage : Frame {
  std::vector<FactEntry> facts;
};

struct IndexPage : Frame {
  std::vector<BulletinView> by_title;
  std::vector<YearView> years;
};

struct RootPage : Frame {};

const templating::ObjectType& bulletin_page_type();
const templating::ObjectType& missing_page_type();
const templating::ObjectType& standing_page_type();
const templating::ObjectType& home_page_type();
const templating::ObjectType& series_page_type();
const templating::ObjectType& topic_page_type();
const templating::ObjectType& topics_page_type();
const templating::ObjectType& documents_page_type();
const templating::ObjectType& facts_page_type();
const templating::ObjectType& index_page_type();
const templating::ObjectType& root_page_type();

}  // namespace gaceta::rendering
