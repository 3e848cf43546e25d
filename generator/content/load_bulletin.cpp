#include "content/load_bulletin.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "content/local_text.hpp"
#include "content/remark.hpp"
#include "content/source.hpp"
#include "text/nearest.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "yaml/parse.hpp"

namespace gaceta::content {
namespace {

using diagnostics::Diagnostics;
using diagnostics::make;
using yaml::Choice;
using yaml::Fields;

constexpr Choice<model::BulletinKind> kKinds[] = {{"bulletin", model::BulletinKind::bulletin},
                                                  {"press-release", model::BulletinKind::press_release},
                                                  {"base-document", model::BulletinKind::base_document},
                                                  {"rapporteurs-report", model::BulletinKind::rapporteurs_report}};
constexpr Choice<model::PublicationStatus> kStatuses[] = {{"published", model::PublicationStatus::published},
                                                          {"draft", model::PublicationStatus::draft}};
constexpr Choice<model::SectionNumbers> kSectionNumbers[] = {{"none", model::SectionNumbers::none},
                                                             {"roman", model::SectionNumbers::roman},
                                                             {"arabic", model::SectionNumbers::arabic}};
constexpr Choice<model::EventFormat> kEventFormats[] = {{"in-person", model::EventFormat::in_person},
                                                        {"virtual", model::EventFormat::virtual_only},
                                                        {"hybrid", model::EventFormat::hybrid}};
constexpr Choice<model::EventStatus> kEventStatuses[] = {{"held", model::EventStatus::held},
                                                         {"postponed", model::EventStatus::postponed},
                                                         {"planned", model::EventStatus::planned},
                                                         {"cancelled", model::EventStatus::cancelled}};
constexpr Choice<model::FactStatus> kFactStatuses[] = {{"reported", model::FactStatus::reported},
                                                       {"quoted", model::FactStatus::quoted},
                                                       {"target", model::FactStatus::target},
                                                       {"recommended", model::FactStatus::recommended},
                                                       {"announced", model::FactStatus::announced},
                                                       {"derived", model::FactStatus::derived},
                                                       {"to-be-confirmed", model::FactStatus::to_be_confirmed}};

constexpr Choice<model::ChangeWeight> kChangeWeights[] = {{"major", model::ChangeWeight::major},
                                                          {"minor", model::ChangeWeight::minor}};

class BulletinReader {
 public:
  BulletinReader(std::string_view series, std::string_view folder, const Settings& settings, std::string_view path,
                 Diagnostics& diagnostics)
      : settings_(settings), languages_(settings.languages), path_(path), diagnostics_(diagnostics) {
    bulletin_.series = {std::string(series)};
    bulletin_.id = {std::string(series) + std::string(folder.substr(folder.rfind('/')))};
    bulletin_.texts = model::PerLanguage<std::optional<model::Text>>(settings.language_count());
  }

  std::optional<model::Bulletin> read(const yaml::Node& node) {
    Fields fields(node, path_, diagnostics_);
    read_identity(fields);
    const auto date = read_date(fields, "date", Presence::required);
    read_links(fields);
    read_shape(fields);
    read_events(fields);
    read_facts(fields);
    // A bulletin without a usable date is kept, so that the rest of its mistakes are found in the same run.
    if (date) bulletin_.date = *date;
    read_corrections(fields);
    read_changes(fields, date);
    fields.finish();
    return std::move(bulletin_);
  }

 private:
  void read_identity(Fields& fields) {
    if (const auto id = fields.text("id")) {
      bool is_fine = true;
      for (std::size_t start = 0; start <= id->value.size();) {
        const std::size_t end = std::min(id->value.find('/', start), id->value.size());
        is_fine = is_fine &&
                  check_id(std::string_view(id->value).substr(start, end - start), id->position, path_, diagnostics_);
        start = end + 1;
      }
      if (is_fine && id->value != bulletin_.id.text) {
        bulletin_.other_folder = bulletin_.folder();
        bulletin_.id = {id->value};
      }
    }
    bulletin_.kind = fields.choice("kind", kKinds).value_or(model::BulletinKind::bulletin);
    bulletin_.number = fields.integer("number");
    if (bulletin_.number && *bulletin_.number < 0) {
      diagnostics_.push_back(make("bad-report-number", fields.place("number"), {std::to_string(*bulletin_.number)}));
    }
    bulletin_.symbol = fields.string("symbol").value_or("");
    bulletin_.date_note = read_local_text(fields, "date_note", languages_);
    bulletin_.status = fields.choice("status", kStatuses).value_or(model::PublicationStatus::published);
    read_source_language(fields);
  }

  void read_source_language(Fields& fields) {
    const auto code = fields.text("source_language");
    if (!code) return;
    std::vector<std::string> known;
    for (std::size_t i = 0; i < languages_.size(); ++i) {
      if (languages_[i].code == code->value) bulletin_.source_language = static_cast<model::Language>(i);
      known.push_back(languages_[i].code);
    }
    if (std::find(known.begin(), known.end(), code->value) != known.end()) return;
    diagnostics_.push_back(make("unknown-language", yaml::place(path_, code->position), {code->value},
                                diagnostics::did_you_mean(text::nearest(code->value, known))));
  }

  void read_links(Fields& fields) {
    bulletin_.issuers = read_mentions(fields, "issuers");
    bulletin_.topics = read_mentions(fields, "topics");
    bulletin_.legal_basis = read_mentions(fields, "legal_basis");
    bulletin_.see_also = read_mentions(fields, "see_also");
    for (const auto* list : {&bulletin_.issuers, &bulletin_.topics, &bulletin_.legal_basis, &bulletin_.see_also}) {
      check_listed_once(*list);
    }
  }

  void check_listed_once(const model::PackedList<model::Mention>& mentions) {
    std::set<std::string> seen;
    for (const model::Mention& mention : mentions) {
      if (seen.insert(mention.text).second) continue;
      diagnostics_.push_back(make("listed-twice", model::place(path_, mention.span), {mention.text}));
    }
  }

  void read_shape(Fields& fields) {
    bulletin_.section_numbers = fields.choice("section_numbers", kSectionNumbers).value_or(model::SectionNumbers::none);
    bulletin_.numbered_paragraphs = fields.boolean("numbered_paragraphs").value_or(false);
    bulletin_.attribution = read_local_text(fields, "attribution", languages_);
    const yaml::Node* map = fields.map("dateline");
    if (map == nullptr) return;
    Fields dateline(*map, path_, diagnostics_);
    model::LocalText place = read_local_text(dateline, "place", languages_, Presence::required);
    const auto date = read_date(dateline, "date", Presence::required);
    dateline.finish();
    if (date && !place.empty()) bulletin_.dateline = model::Dateline{std::move(place), *date};
  }

  void read_events(Fields& fields) {
    const yaml::Node* list = fields.list("events");
    if (list == nullptr) return;
    std::set<std::string> seen;
    for (const yaml::Node& item : list->items()) {
      Fields event(item, path_, diagnostics_);
      if (event.has("ref")) {
        if (auto mention = read_mention(event, "ref")) bulletin_.event_references.push_back(*mention);
        event.finish();
        continue;
      }
      if (auto read = read_event(event); read && !seen.insert(read->id.text).second) {
        diagnostics_.push_back(make("duplicate-event", model::place(path_, read->span), {read->id.text}));
      } else if (read) {
        bulletin_.events.push_back(*read);
      }
      event.finish();
    }
  }

  std::optional<model::Event> read_event(Fields& fields) {
    model::Event event;
    const auto id = fields.required_text("id");
    event.title = read_local_text(fields, "title", languages_, Presence::required);
    event.dates = read_date(fields, "dates");
    event.place = read_local_text(fields, "place", languages_);
    event.country = read_country(fields, "country");
    event.venue = read_local_text(fields, "venue", languages_);
    event.format = fields.choice("format", kEventFormats).value_or(model::EventFormat::unknown);
    event.status = fields.choice("status", kEventStatuses).value_or(model::EventStatus::held);
    event.originally = read_date(fields, "originally");
    event.host = read_mention(fields, "host");
    event.legal_basis = read_mentions(fields, "legal_basis");
    const bool has_id = id && check_id(id->value, id->position, path_, diagnostics_);
    if (!has_id || event.title.empty()) return std::nullopt;
    event.id = {id->value};
    event.span = span(id->position);
    return event;
  }

  void read_facts(Fields& fields) {
    const yaml::Node* map = fields.map("facts");
    if (map == nullptr) return;
    for (const yaml::Entry& entry : map->entries()) {
      if (!check_id(entry.key.scalar(), entry.key.position(), path_, diagnostics_)) continue;
      model::Fact fact;
      fact.id = {std::string(entry.key.scalar())};
      fact.span = span(entry.key.position());
      Fields one(entry.value, path_, diagnostics_);
      read_fact(one, fact);
      one.finish();
      if (!fact.value.empty()) bulletin_.facts.push_back(fact);
    }
  }

  void read_fact(Fields& fields, model::Fact& fact) {
    if (auto value = fields.required_text("value")) {
      fact.value = std::move(value->value);
      fact.value_span = span(value->position);
    }
    if (auto unit = fields.text("unit")) {
      fact.unit = std::move(unit->value);
      fact.unit_span = span(unit->position);
    }
    static constexpr Choice<std::string_view> kQualifiers[] = {{"exact", ""},        {"more-than", "more-than"},
                                                               {"nearly", "nearly"}, {"about", "about"},
                                                               {"up-to", "up-to"},   {"at-least", "at-least"}};
    fact.qualifier = fields.choice<std::string_view>("qualifier", kQualifiers).value_or("");
    fact.period = read_date(fields, "period");
    fact.label = read_local_text(fields, "label", languages_);
    if (const yaml::Node* source = fields.node("source"); source != nullptr && source->is_scalar()) {
      fact.source = read_mention(fields, "source");
    } else if (source != nullptr) {
      fact.source_text = read_local_text(fields, "source", languages_);
    }
    fact.status = fields.choice("status", kFactStatuses).value_or(model::FactStatus::reported);
    fact.note = read_local_text(fields, "note", languages_);
  }

  void read_corrections(Fields& fields) {
    const yaml::Node* list = fields.list("corrections");
    if (list == nullptr) return;
    for (const yaml::Node& item : list->items()) {
      Fields one(item, path_, diagnostics_);
      const auto date = read_date(one, "date", Presence::required);
      model::Remark remark = read_remark(one, "text", Presence::required, settings_, bulletin_);
      auto paragraph = read_mention(one, "paragraph");
      std::vector<std::string> evidence;
      for (yaml::Text& url : one.strings("evidence")) {
        if (!is_web_address(url.value)) {
          diagnostics_.push_back(make("bad-url", yaml::place(path_, url.position), {url.value}));
        } else {
          evidence.push_back(std::move(url.value));
        }
      }
      one.finish();
      if (!date || remark.text.empty()) continue;
      bulletin_.corrections.push_back({*date, std::move(remark), std::move(paragraph), std::move(evidence)});
    }
  }

  /// `updated:` is the date of the last change, or the list of all changes with their notes.
  void read_changes(Fields& fields, const std::optional<model::DateRange>& published) {
    const yaml::Node* node = fields.node("updated");
    if (node == nullptr) return;
    if (!node->is_list()) {
      add_change(fields, "updated", published, {}, model::ChangeWeight::major);
    } else {
      for (const yaml::Node& item : node->items()) {
        Fields one(item, path_, diagnostics_);
        const auto weight = one.choice("change", kChangeWeights).value_or(model::ChangeWeight::major);
        model::Remark note = read_remark(one, "note", Presence::required, settings_, bulletin_);
        add_change(one, "date", published, std::move(note), weight);
        one.finish();
      }
    }
    std::stable_sort(bulletin_.changes.begin(), bulletin_.changes.end(),
                     [](const model::Change& a, const model::Change& b) { return model::earlier(b.date, a.date); });
    for (const model::Change& change : bulletin_.changes) {
      if (!bulletin_.updated) bulletin_.updated = change.date;
    }
  }

  void add_change(Fields& fields, std::string_view key, const std::optional<model::DateRange>& published,
                  model::Remark note, model::ChangeWeight weight) {
    const auto date = read_date(fields, key, Presence::required);
    if (!date) return;
    const auto last = model::last_day(*date);
    if (published && last && *last < model::first_day(*published)) {
      diagnostics_.push_back(make("change-before-publication", fields.place(key),
                                  {model::to_string(*date), model::to_string(*published)}));
    }
    bulletin_.changes.push_back({*date, std::move(note), weight});
  }

  const Settings& settings_;
  std::span<const LanguageSettings> languages_;
  std::string_view path_;
  Diagnostics& diagnostics_;
  model::Bulletin bulletin_;
};

/// The slug that the front matter gives, or one made of the title; a slug that is none is reported.
void read_slug(Fields& fields, yaml::Position title_position, model::Text& text, Diagnostics& diagnostics) {
  const auto slug = fields.text("slug");
  if (!slug) {
    text.slug = text::slugify(text.title);
    text.slug_span = span(title_position);
    return;
  }
  text.slug = slug->value;
  text.slug_span = span(slug->position);
  if (text::is_slug(text.slug)) return;
  diagnostics.push_back(make("bad-slug", yaml::place(fields.path(), slug->position), {text.slug},
                             diagnostics::did_you_mean(text::slugify(text.slug))));
  text.slug = text::slugify(text.slug);
}

}  // namespace

std::optional<LoadedText> load_text(const filesystem::Folder& root, std::string_view folder, std::string_view code,
                                    Diagnostics& diagnostics) {
  LoadedText loaded;
  loaded.text.path = std::string(folder) + "/" + std::string(code) + ".md";
  auto source = read_text(root, loaded.text.path, diagnostics);
  if (!source) return std::nullopt;
  loaded.source = *std::move(source);
  const auto split = split_front_matter(loaded.source, loaded.text.path, diagnostics);
  if (!split) return std::nullopt;
  loaded.body_offset = static_cast<std::size_t>(split->body.data() - loaded.source.data());
  loaded.body_line = split->body_line;
  const auto node = yaml::parse(split->front_matter, loaded.text.path, split->front_matter_line, diagnostics);
  if (!node) return std::nullopt;
  Fields fields(*node, loaded.text.path, diagnostics);
  const auto title = fields.required_text("title");
  const auto summary = fields.required_text("summary");
  if (title) std::tie(loaded.text.title, loaded.title_position) = std::tie(title->value, title->position);
  if (summary) std::tie(loaded.text.summary, loaded.summary_position) = std::tie(summary->value, summary->position);
  read_slug(fields, loaded.title_position, loaded.text, diagnostics);
  loaded.text.aliases = read_mentions(fields, "aliases");
  loaded.text.has_translator = !fields.string("translator").value_or("").empty();
  loaded.is_draft = fields.choice("status", kStatuses) == model::PublicationStatus::draft;
  fields.finish();
  if (!title || !summary) return std::nullopt;
  if (loaded.text.slug.empty()) {
    diagnostics.push_back(make("no-slug", yaml::place(loaded.text.path, loaded.title_position)));
    return std::nullopt;
  }
  return loaded;
}

std::optional<model::Bulletin> load_bulletin(const filesystem::Folder& root, std::string_view series,
                                             std::string_view folder, const Settings& settings,
                                             Diagnostics& diagnostics) {
  const std::string path = std::string(folder) + "/bulletin.yaml";
  const auto text = read_text(root, path, diagnostics);
  if (!text) return std::nullopt;
  const auto node = yaml::parse(*text, path, 1, diagnostics);
  if (!node) return std::nullopt;
  if (node->is_null()) {
    diagnostics.push_back(make("empty-file", {path}, {}, {"bulletin-example", {}}));
    return std::nullopt;
  }
  return BulletinReader(series, folder, settings, path, diagnostics).read(*node);
}

}  // namespace gaceta::content
