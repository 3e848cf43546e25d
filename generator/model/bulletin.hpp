// What a bulletin is: the values of bulletin.yaml and of each text's front matter, checked and typed. No I/O, no
// Markdown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/boxed.hpp"
#include "model/edtf.hpp"
#include "model/ids.hpp"
#include "model/language.hpp"
#include "model/outline.hpp"
#include "model/packed_list.hpp"
#include "model/span.hpp"

namespace gaceta::model {

enum class BulletinKind { bulletin, press_release, base_document, rapporteurs_report };
enum class PublicationStatus { published, draft };
enum class SectionNumbers { none, roman, arabic };
enum class EventFormat { unknown, in_person, virtual_only, hybrid };
enum class EventStatus { held, postponed, planned, cancelled };
enum class FactStatus { reported, quoted, target, recommended, announced, derived, to_be_confirmed };

/// A word of content that names something else, with the place where it was written: resolved by the catalog.
struct Mention {
  std::string text;
  Span span;

  friend bool operator==(const Mention&, const Mention&) = default;
};

struct Event {
  EventId id;
  Span span;  ///< of the id, in bulletin.yaml
  LocalText title;
  std::optional<DateRange> dates;
  LocalText place;
  std::string country;  ///< ISO 3166-1 alpha-2, or empty
  LocalText venue;
  EventFormat format = EventFormat::unknown;
  EventStatus status = EventStatus::held;
  std::optional<DateRange> originally;
  std::optional<Mention> host;
  PackedList<Mention> legal_basis;
};

/// A figure that is declared once and printed in every language.
struct Fact {
  FactId id;
  Span span;
  std::string value;  ///< as written, exact; the notation decides how it prints
  Span value_span;
  std::string unit;  ///< empty: plain number
  Span unit_span;
  std::string qualifier;  ///< 'more-than', …; empty: exact
  std::optional<DateRange> period;
  LocalText label;
  std::optional<Mention> source;  ///< a reference, or
  LocalText source_text;          ///< words
  FactStatus status = FactStatus::reported;
  LocalText note;
};

void pack(Packer& packer, const Mention& mention);
void unpack(Unpacker& unpacker, Mention& mention);
void pack(Packer& packer, const Event& event);
void unpack(Unpacker& unpacker, Event& event);
void pack(Packer& packer, const Fact& fact);
void unpack(Unpacker& unpacker, Fact& fact);

std::optional<Fact> find_fact(const PackedList<Fact>& facts, std::string_view id);

/// A sentence or two of bulletin.yaml, in inline Markdown, with what it refers to in any language.
struct Remark {
  LocalText text;
  std::vector<Mention> references;
};

struct Correction {
  DateRange date;
  Remark remark;
  std::optional<Mention> paragraph;   ///< an anchor of this bulletin
  std::vector<std::string> evidence;  ///< addresses
};

enum class ChangeWeight { major, minor };

/// That the bulletin changed after it was published. Only a major change brings it before readers again.
struct Change {
  DateRange date;
  Remark note;  ///< without text where bulletin.yaml gives a date alone
  ChangeWeight weight = ChangeWeight::major;
};

struct Dateline {
  LocalText place;
  DateRange date;
};

/// How far a translation is behind the text that it was made from, by the record that `gaceta stamp` keeps.
struct Translation {
  Language source{};
  std::optional<Date> stamped;        ///< when somebody last said that both texts say the same; nothing: never
  std::uint32_t blocks = 0;           ///< of the source
  std::uint32_t stale = 0;            ///< of them: changed, new or gone since
  std::vector<std::string> outdated;  ///< anchors of this text, in its order, whose blocks have an older source
};

/// One language's text. The body is put aside; its outline is what others need to know of it.
struct Text {
  std::string path;  ///< relative to the site's root
  std::string title;
  std::string summary;
  std::string slug;
  Span slug_span;
  PackedList<Mention> aliases;
  bool has_translator = false;  ///< the front matter names one
  Outline outline;
  Boxed<Translation> translation;  ///< absent for the source, and where there is no source to compare with
  PutAside body;                   ///< packed; see content/body.hpp
};

struct Bulletin {
  BulletinId id;
  Boxed<std::string> other_folder;  ///< where it lies, if its id is not the path of its folder
  SeriesId series;
  BulletinKind kind = BulletinKind::bulletin;
  std::optional<std::int64_t> number;
  std::string symbol;
  DateRange date;
  LocalText date_note;
  std::vector<Change> changes;       ///< the last one first
  std::optional<DateRange> updated;  ///< of the last change
  PublicationStatus status = PublicationStatus::published;
  PackedList<Mention> issuers;
  PackedList<Mention> topics;
  PackedList<Mention> legal_basis;
  PackedList<Mention> see_also;
  SectionNumbers section_numbers = SectionNumbers::none;
  bool numbered_paragraphs = false;
  Boxed<Dateline> dateline;
  PackedList<Event> events;
  PackedList<Mention> event_references;
  PackedList<Fact> facts;
  std::vector<Correction> corrections;
  LocalText attribution;
  Language source_language{};  ///< in which it is written; the other texts are translations
  PerLanguage<std::optional<Text>> texts;

  /// Relative to the site's root: content/tmec/2021-07-pymes.
  std::string folder() const { return other_folder ? *other_folder : "content/" + id.text; }
  /// Where bulletin.yaml is, relative to the site's root: the file that all spans but those of texts speak of.
  std::string settings_path() const { return folder() + "/bulletin.yaml"; }
};

/// A standing page: about, contact.
struct Page {
  std::string id;  ///< the folder's name
  std::string folder;
  PerLanguage<std::optional<Text>> texts;
};

}  // namespace gaceta::model
