#include "content/blocks.hpp"

#include <algorithm>
#include <set>

#include "content/data_table.hpp"
#include "content/local_text.hpp"
#include "content/source.hpp"
#include "content/vocabulary.hpp"
#include "markdown/parse.hpp"
#include "text/nearest.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "yaml/parse.hpp"

namespace gaceta::content {
namespace {

using diagnostics::Diagnostics;
using diagnostics::did_you_mean;
using diagnostics::make;
using model::Language;
using yaml::Choice;
using yaml::Fields;

constexpr Choice<Programme::SlotType> kSlotTypes[] = {{"session", Programme::SlotType::session},
                                                      {"break", Programme::SlotType::pause}};
constexpr Choice<StatusTable::Status> kStatuses[] = {
    {"held", StatusTable::Status::held},           {"completed", StatusTable::Status::completed},
    {"delivered", StatusTable::Status::delivered}, {"in-progress", StatusTable::Status::in_progress},
    {"planned", StatusTable::Status::planned},     {"not-planned", StatusTable::Status::not_planned},
    {"ongoing", StatusTable::Status::ongoing}};
/// Keys that would publish how to reach a person: refused, whatever they hold.
constexpr std::string_view kContactKeys[] = {"email",    "mail", "correo", "phone",  "telephone",
                                             "telefono", "tel",  "fax",    "mobile", "movil"};

/// Reads one data file for one language.
class BlockReader {
 public:
  BlockReader(const Settings& settings, Language language, std::string_view path, Diagnostics& diagnostics)
      : settings_(settings), language_(language), path_(path), diagnostics_(diagnostics) {}

  Programme programme(const yaml::Node& node) {
    Programme programme;
    Fields fields(node, path_, diagnostics_);
    each(fields.required_list("days"), [&](Fields& day_fields) {
      Programme::Day day;
      day.date = read_date(day_fields, "date", Presence::required);
      each(day_fields.required_list("parts"), [&](Fields& part_fields) { day.parts.push_back(part(part_fields)); });
      programme.days.push_back(std::move(day));
    });
    fields.finish();
    return programme;
  }

  Participants participants(const yaml::Node& node) {
    Participants participants;
    Fields fields(node, path_, diagnostics_);
    each(fields.required_list("groups"), [&](Fields& group_fields) {
      Participants::Group group;
      group.country = read_country(group_fields, "country");
      group.label = inline_text(group_fields, "label");
      if (!group_fields.has("country") && group.label.empty()) {
        diagnostics_.push_back(make("group-without-name", group_fields.place()));
      }
      each(group_fields.required_list("rows"), [&](Fields& row) { group.rows.push_back(person(row)); });
      participants.groups.push_back(std::move(group));
    });
    fields.finish();
    return participants;
  }

  StatusTable status_table(const yaml::Node& node) {
    StatusTable table;
    Fields fields(node, path_, diagnostics_);
    if (const yaml::Node* map = fields.map("columns")) {
      Fields columns(*map, path_, diagnostics_);
      table.result_title = inline_text(columns, "result");
      table.activity_title = inline_text(columns, "activity");
      table.status_title = inline_text(columns, "status");
      columns.finish();
    }
    std::set<std::string> ids;
    each(fields.required_list("results"), [&](Fields& result_fields) {
      StatusTable::Result result = status_result(result_fields);
      if (!result.id.empty() && !ids.insert(result.id).second) {
        diagnostics_.push_back(make("duplicate-result", result_fields.place("id"), {result.id}));
      }
      if (!result.continues.empty() && !ids.contains(result.continues)) {
        diagnostics_.push_back(
            make("unknown-result", result_fields.place("continues"), {result.continues},
                 did_you_mean(text::nearest(result.continues, std::vector<std::string>(ids.begin(), ids.end())))));
      }
      table.results.push_back(std::move(result));
    });
    fields.finish();
    return table;
  }

 private:
  /// Calls `read` with the fields of each item, and checks that it asked for all of them.
  template <typename Read>
  void each(const yaml::Node* list, const Read& read) {
    if (list == nullptr) return;
    for (const yaml::Node& item : list->items()) {
      Fields fields(item, path_, diagnostics_);
      refuse_contact_data(item, fields);
      read(fields);
      fields.finish();
    }
  }

  void refuse_contact_data(const yaml::Node& item, Fields& fields) {
    for (const yaml::Entry& entry : item.entries()) {
      const auto* const found = std::find(std::begin(kContactKeys), std::end(kContactKeys), entry.key.scalar());
      if (found == std::end(kContactKeys)) continue;
      fields.know(*found);
      diagnostics_.push_back(make("contact-data", yaml::place(path_, entry.key.position()), {std::string(*found)}));
    }
  }

  /// The text at `key` in the reader's language, parsed as inline Markdown.
  Inline inline_text(Fields& fields, std::string_view key, Presence presence = Presence::optional) {
    const yaml::Node* node = presence == Presence::required ? fields.required_node(key) : fields.node(key);
    if (node == nullptr) return {};
    const model::LocalText texts = local_text_of(*node, path_, settings_.languages, diagnostics_);
    if (texts.empty()) return {};
    const yaml::Node* chosen = node->is_map() ? node->find(settings_.languages[model::index(language_)].code) : node;
    const std::string& text = texts[language_];
    const yaml::Node& source = chosen != nullptr && chosen->is_scalar() ? *chosen : *node;
    return {markdown::parse_inline(text, yaml::place(path_, source.text_position()), kMarkdownOptions, diagnostics_)};
  }

  std::optional<model::Time> time(Fields& fields, std::string_view key) {
    const auto text = fields.text(key);
    if (!text) return std::nullopt;
    auto time = model::parse_time(text->value);
    if (!time) {
      diagnostics_.push_back(
          make("impossible-time", yaml::place(path_, text->position), {text->value}, {"time-example", {}}));
    }
    return time;
  }

  Person person(Fields& fields) {
    Person person;
    person.name = fields.string("name").value_or("");
    person.role = inline_text(fields, "role");
    const yaml::Node* organisation = fields.node("organisation");
    if (organisation != nullptr && organisation->is_scalar() &&
        settings_.find_organisation({std::string(organisation->scalar())}) != nullptr) {
      person.organisation_id = std::string(organisation->scalar());
    } else {
      person.organisation = inline_text(fields, "organisation");
    }
    person.country = read_country(fields, "country");
    if (person.name.empty() && person.organisation_id.empty() && person.organisation.empty() && person.role.empty()) {
      diagnostics_.push_back(make("empty-person", fields.place()));
    }
    return person;
  }

  std::vector<Person> people(Fields& fields, std::string_view key) {
    std::vector<Person> people;
    each(fields.list(key), [&](Fields& one) { people.push_back(person(one)); });
    return people;
  }

  Programme::Part part(Fields& fields) {
    Programme::Part part;
    part.label = inline_text(fields, "label");
    each(fields.required_list("slots"), [&](Fields& slot_fields) {
      Programme::Slot slot;
      slot.start = time(slot_fields, "start");
      slot.end = time(slot_fields, "end");
      if (slot.start && slot.end && *slot.end < *slot.start) {
        diagnostics_.push_back(make("slot-ends-before-it-starts", slot_fields.place("end")));
      }
      slot.title = inline_text(slot_fields, "title", Presence::required);
      slot.type = slot_fields.choice("type", kSlotTypes).value_or(Programme::SlotType::session);
      if (const yaml::Node* map = slot_fields.map("moderator")) {
        Fields moderator(*map, path_, diagnostics_);
        refuse_contact_data(*map, moderator);
        slot.moderator = person(moderator);
        moderator.finish();
      }
      slot.speakers = people(slot_fields, "speakers");
      each(slot_fields.list("talks"), [&](Fields& talk_fields) {
        Programme::Talk talk;
        talk.title = inline_text(talk_fields, "title", Presence::required);
        talk.original = talk_fields.string("original").value_or("");
        talk.document = read_mention(talk_fields, "document");
        talk.speakers = people(talk_fields, "speakers");
        slot.talks.push_back(std::move(talk));
      });
      part.slots.push_back(std::move(slot));
    });
    return part;
  }

  StatusTable::Result status_result(Fields& fields) {
    StatusTable::Result result;
    result.band = inline_text(fields, "band");
    if (!result.band.empty()) return result;
    result.id = fields.string("id").value_or("");
    result.result = inline_text(fields, "result", Presence::required);
    result.continues = fields.string("continues").value_or("");
    each(fields.required_list("activities"),
         [&](Fields& activity_fields) { result.activities.push_back(activity(activity_fields)); });
    return result;
  }

  StatusTable::Activity activity(Fields& fields) {
    StatusTable::Activity activity;
    activity.activity = inline_text(fields, "activity", Presence::required);
    activity.group = inline_text(fields, "group");
    if (!activity.group.empty()) activity.group_text = activity.group.document.plain_text(markdown::Document::root());
    activity.programme = read_country(fields, "programme");
    fields.required_node("status");
    activity.status = fields.choice("status", kStatuses).value_or(StatusTable::Status::planned);
    activity.dates = read_date(fields, "dates");
    activity.place = inline_text(fields, "place");
    activity.country = read_country(fields, "country");
    activity.detail = inline_text(fields, "detail");
    activity.reference = read_mention(fields, "ref");
    return activity;
  }

  const Settings& settings_;
  Language language_;
  std::string_view path_;
  Diagnostics& diagnostics_;
};

/// The ids in the body of a facts block, one per line; an empty body means all facts that have a label.
FactList fact_list(const markdown::Document& document, markdown::Index node, std::string_view text_path,
                   const model::Bulletin& bulletin, Diagnostics& diagnostics) {
  FactList list;
  std::vector<std::string> known;
  for (const model::Fact& fact : bulletin.facts) known.push_back(fact.id.text);
  const std::string_view body = document.text(node);
  markdown::Position position = document[node].value_position;
  for (std::size_t start = 0; start < body.size(); ++position.line) {
    const std::size_t end = std::min(body.find('\n', start), body.size());
    const std::string_view line = body.substr(start, end - start);
    const std::string id(text::trimmed(line));
    start = end + 1;
    if (id.empty()) continue;
    const auto column = static_cast<std::uint32_t>(line.find(id)) + 1;
    if (std::find(known.begin(), known.end(), id) == known.end()) {
      diagnostics.push_back(make("unknown-fact",
                                 {std::string(text_path), position.line, column, static_cast<std::uint32_t>(id.size())},
                                 {id}, did_you_mean(text::nearest(id, known))));
    } else {
      if (model::find_fact(bulletin.facts, id)->label.empty()) {
        diagnostics.push_back(
            make("fact-without-label",
                 {std::string(text_path), position.line, column, static_cast<std::uint32_t>(id.size())}, {id}));
      }
      list.facts.push_back(id);
    }
  }
  if (!text::trimmed(body).empty()) return list;
  for (const model::Fact& fact : bulletin.facts) {
    if (!fact.label.empty()) list.facts.push_back(fact.id.text);
  }
  return list;
}

struct DirectiveOptions {
  std::string_view directive;
  std::vector<std::string_view> names;
};

void check_options(const markdown::Document& document, markdown::Index node, std::string_view text_path,
                   Diagnostics& diagnostics) {
  static const DirectiveOptions kKnown[] = {{"quote", {"by", "role", "organisation", "country", "paraphrase", "lang"}},
                                            {"facts", {"caption"}},
                                            {"programme", {"caption"}},
                                            {"participants", {"caption"}},
                                            {"status", {"caption"}},
                                            {"table", {"caption", "columns", "formats", "source"}}};
  const std::string_view directive = document.name(node);
  for (const DirectiveOptions& known : kKnown) {
    if (known.directive != directive) continue;
    for (const markdown::DirectiveOption& option : document.options(node)) {
      if (std::find(known.names.begin(), known.names.end(), option.key.text) != known.names.end()) continue;
      diagnostics.push_back(make("unknown-option", markdown::place(text_path, option.key.position),
                                 {option.key.text, std::string(directive)},
                                 did_you_mean(text::nearest(option.key.text, known.names))));
    }
  }
}

}  // namespace

Block load_block(const filesystem::Folder& root, const markdown::Document& document, markdown::Index node,
                 std::string_view text_path, const model::Bulletin& bulletin, Language language,
                 const Settings& settings, Diagnostics& diagnostics) {
  Block block;
  block.directive = node;
  check_options(document, node, text_path, diagnostics);
  const std::string_view name = document.name(node);
  if (name == "quote") return block;
  if (name == "facts") {
    block.data = fact_list(document, node, text_path, bulletin, diagnostics);
    return block;
  }
  std::string argument(text::trimmed(document.argument(node)));
  if (name != "programme" && name != "participants" && name != "status" && name != "table") return block;
  if (argument.empty() && name == "table") {
    diagnostics.push_back(make("table-without-file", markdown::place(text_path, document[node].position)));
    return block;
  }
  if (argument.empty()) argument = std::string(name) + ".yaml";
  const auto path = find_file(root, bulletin.folder(), argument);
  if (!path) {
    diagnostics.push_back(make("missing-data-file", markdown::place(text_path, document[node].position), {argument}));
    return block;
  }
  block.path = *path;
  const auto text = read_text(root, block.path, diagnostics);
  if (!text) return block;
  if (name == "table") {
    block.data = data_table(*text, block.path, document, node, text_path, settings, diagnostics);
    return block;
  }
  const auto data = yaml::parse(*text, block.path, 1, diagnostics);
  if (!data) return block;
  if (data->is_null()) {
    diagnostics.push_back(make("empty-file", {block.path}));
    return block;
  }
  BlockReader reader(settings, language, block.path, diagnostics);
  if (name == "programme") block.data = reader.programme(*data);
  if (name == "participants") block.data = reader.participants(*data);
  if (name == "status") block.data = reader.status_table(*data);
  return block;
}

namespace {

using Visit = std::function<void(const markdown::Document&)>;

void visit_inline(const Inline& text, const Visit& visit) {
  if (!text.empty()) visit(text.document);
}

void visit_person(const Person& person, const Visit& visit) {
  visit_inline(person.role, visit);
  visit_inline(person.organisation, visit);
}

void visit_programme(const Programme& programme, const Visit& visit) {
  for (const Programme::Day& day : programme.days) {
    for (const Programme::Part& part : day.parts) {
      visit_inline(part.label, visit);
      for (const Programme::Slot& slot : part.slots) {
        visit_inline(slot.title, visit);
        if (slot.moderator) visit_person(*slot.moderator, visit);
        for (const Person& person : slot.speakers) visit_person(person, visit);
        for (const Programme::Talk& talk : slot.talks) {
          visit_inline(talk.title, visit);
          for (const Person& person : talk.speakers) visit_person(person, visit);
        }
      }
    }
  }
}

void visit_status(const StatusTable& table, const Visit& visit) {
  for (const Inline* title : {&table.result_title, &table.activity_title, &table.status_title}) {
    visit_inline(*title, visit);
  }
  for (const StatusTable::Result& result : table.results) {
    visit_inline(result.band, visit);
    visit_inline(result.result, visit);
    for (const StatusTable::Activity& activity : result.activities) {
      visit_inline(activity.activity, visit);
      visit_inline(activity.group, visit);
      visit_inline(activity.place, visit);
      visit_inline(activity.detail, visit);
    }
  }
}

}  // namespace

void for_each_inline(const Block& block,
                     const std::function<void(const markdown::Document&, std::string_view path)>& visit_with_path) {
  const Visit visit = [&](const markdown::Document& document) { visit_with_path(document, block.path); };
  if (const auto* table = std::get_if<DataTable>(&block.data)) {
    if (!table->source.empty()) visit_with_path(table->source.document, table->source_path);
  }
  if (const auto* programme = std::get_if<Programme>(&block.data)) visit_programme(*programme, visit);
  if (const auto* status = std::get_if<StatusTable>(&block.data)) visit_status(*status, visit);
  if (const auto* participants = std::get_if<Participants>(&block.data)) {
    for (const Participants::Group& group : participants->groups) {
      visit_inline(group.label, visit);
      for (const Person& row : group.rows) visit_person(row, visit);
    }
  }
}

void for_each_mention(const Block& block, const std::function<void(const model::Mention&)>& visit) {
  if (const auto* programme = std::get_if<Programme>(&block.data)) {
    for (const Programme::Day& day : programme->days) {
      for (const Programme::Part& part : day.parts) {
        for (const Programme::Slot& slot : part.slots) {
          for (const Programme::Talk& talk : slot.talks) {
            if (talk.document) visit(*talk.document);
          }
        }
      }
    }
  }
  if (const auto* status = std::get_if<StatusTable>(&block.data)) {
    for (const StatusTable::Result& result : status->results) {
      for (const StatusTable::Activity& activity : result.activities) {
        if (activity.reference) visit(*activity.reference);
      }
    }
  }
}

}  // namespace gaceta::content
