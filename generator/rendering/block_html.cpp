#include "rendering/block_html.hpp"

#include <algorithm>
#include <map>

#include "content/data_table.hpp"
#include "content/roles.hpp"
#include "rendering/link.hpp"
#include "rendering/table_html.hpp"
#include "rendering/value_html.hpp"
#include "text/html.hpp"

namespace gaceta::rendering {
namespace {

using content::DataTable;
using content::Inline;
using content::Participants;
using content::Person;
using content::Programme;
using content::StatusTable;
using localization::IntentId;
using localization::TimeRange;
using markdown::Document;
using text::append_html_escaped;

class BlockWriter {
 public:
  BlockWriter(std::string& out, TextContext& context, const Document& document, const content::Block& block,
              const model::Anchor* anchor)
      : out_(out), context_(context), document_(document), block_(block), anchor_(anchor) {}

  void operator()(std::monostate) const {}

  // ---- programme

  void operator()(const Programme& programme) {
    open_section("programme");
    for (const Programme::Day& day : programme.days) {
      out_ += "<div class=\"day\">";
      if (day.date) {
        out_ += "<h3><time datetime=\"" + model::to_string(day.date->start) + "\">";
        append_html_escaped(out_, locale().print(IntentId::date_weekday_heading, *day.date));
        out_ += "</time></h3>\n";
      }
      for (const Programme::Part& part : day.parts) programme_part(part);
      out_ += "</div>\n";
    }
    out_ += "</div>\n";
  }

  // ---- participants, by country in the order of the reader's language

  void operator()(const Participants& participants) {
    struct Named {
      std::string name;
      const Participants::Group* group;
    };
    std::vector<Named> groups;
    for (const Participants::Group& group : participants.groups) {
      if (group.rows.empty()) continue;
      groups.push_back({group.country.empty() ? group.label.document.plain_text(Document::root())
                                              : locale().country_name(group.country),
                        &group});
    }
    std::stable_sort(groups.begin(), groups.end(), [&](const Named& a, const Named& b) {
      if (a.group->country.empty() != b.group->country.empty()) return b.group->country.empty();
      return !a.group->country.empty() && locale().compare(a.name, b.name) < 0;
    });
    open_section("participants");
    out_ += "<dl>\n";
    for (const Named& named : groups) {
      out_ += "<div><dt>";
      append_html_escaped(out_, named.name);
      out_ += "</dt>";
      for (const Person& person : named.group->rows) {
        out_ += "<dd>";
        append_person(person);
        out_ += "</dd>";
      }
      out_ += "</div>\n";
    }
    out_ += "</dl></div>\n";
  }

  // ---- status table

  void operator()(const StatusTable& table) {
    open_table(out_, anchor_, "stack follow-up");
    activity_label_ = label(table.activity_title, "activity");
    status_label_ = label(table.status_title, "status");
    append_caption("caption");
    out_ += "<thead><tr>";
    append_header(table.result_title, "result");
    append_header(table.activity_title, "activity");
    append_header(table.status_title, "status");
    out_ += "</tr></thead>\n";
    for (const StatusTable::Result& result : table.results) {
      out_ += "<tbody>";
      result.band.empty() ? status_result(result) : status_band(result);
      out_ += "</tbody>\n";
    }
    close_table(out_);
  }

  // ---- data table

  void operator()(const DataTable& table) {
    const bool is_wide = table.columns.size() >= kWideTable;
    open_table(out_, anchor_, {}, is_wide ? table_name(host(), caption_text(), anchor_) : std::string());
    append_caption("caption");
    out_ += "<thead><tr>";
    for (const DataTable::Column& column : table.columns) {
      out_ += column.is_numeric ? "<th scope=\"col\" class=\"right\">" : "<th scope=\"col\">";
      append_html_escaped(out_, column.title);
      out_ += "</th>";
    }
    out_ += "</tr></thead>\n<tbody>";
    const std::vector<std::size_t> decimals = most_decimals(table);
    for (const auto& row : table.rows) {
      out_ += "<tr>";
      for (std::size_t i = 0; i < row.size(); ++i) data_cell(table.columns[i], row[i], i == 0, decimals[i]);
      out_ += "</tr>\n";
    }
    out_ += "</tbody>";
    close_table(out_);
    append_source(table.source);
    append_download();
  }

  // ---- key figures

  void operator()(const content::FactList& list) {
    if (context_.bulletin == nullptr) return;
    open_section("key-figures");
    out_ += "<dl>\n";
    for (const std::string& id : list.facts) {
      for (const model::Fact& fact : context_.bulletin->facts) {
        if (fact.id.text == id) key_figure(fact);
      }
    }
    out_ += "</dl></div>\n";
  }

 private:
  const Host& host() const { return context_.host; }
  const localization::Locale& locale() const { return context_.host.locale; }

  void open_section(std::string_view css_class) {
    out_ += "<div class=\"";
    out_ += css_class;
    out_ += '"';
    if (anchor_ != nullptr) {
      out_ += " id=\"";
      append_html_escaped(out_, anchor_->name);
      out_ += '"';
    }
    if (const auto* caption = document_.option(block_.directive, "caption")) {
      out_ += " role=\"group\" aria-label=\"";
      append_html_escaped(out_, caption->text);
      out_ += '"';
    }
    out_ += ">\n";
  }

  std::string_view caption_text() const {
    const markdown::Located* caption = document_.option(block_.directive, "caption");
    if (caption == nullptr) {
      const markdown::Marks* marks = document_.marks(block_.directive);
      caption = marks != nullptr ? marks->value("caption") : nullptr;
    }
    return caption != nullptr ? std::string_view(caption->text) : std::string_view{};
  }

  void append_caption(std::string_view element) {
    const std::string_view caption = caption_text();
    if (caption.empty()) return;
    out_ += '<';
    out_ += element;
    out_ += '>';
    append_html_escaped(out_, caption);
    out_ += "</";
    out_ += element;
    out_ += ">\n";
  }

  void append_person(const Person& person) {
    bool first = true;
    const auto separate = [&] {
      if (!first) out_ += ", ";
      first = false;
    };
    if (!person.name.empty()) {
      separate();
      out_ += "<span class=\"name\">";
      append_html_escaped(out_, person.name);
      out_ += "</span>";
    }
    if (!person.role.empty()) separate(), append_inline(out_, context_, person.role);
    if (!person.organisation_id.empty()) {
      separate();
      const content::Organisation* organisation = host().settings().find_organisation({person.organisation_id});
      append_html_escaped(out_, organisation->name[host().language]);
    } else if (!person.organisation.empty()) {
      separate();
      append_inline(out_, context_, person.organisation);
    }
    if (!person.country.empty()) {
      out_ += " (";
      append_html_escaped(out_, locale().country_name(person.country));
      out_ += ')';
    }
  }

  void append_people(const std::vector<Person>& people) {
    if (people.empty()) return;
    out_ += "<ul class=\"speakers\">";
    for (const Person& person : people) {
      out_ += "<li>";
      append_person(person);
      out_ += "</li>";
    }
    out_ += "</ul>";
  }

  void programme_part(const Programme::Part& part) {
    if (!part.label.empty()) {
      out_ += "<h4>";
      append_inline(out_, context_, part.label);
      out_ += "</h4>\n";
    }
    out_ += "<ol class=\"slots\">\n";
    for (const Programme::Slot& slot : part.slots) {
      out_ += slot.type == Programme::SlotType::pause ? "<li class=\"break\">" : "<li>";
      if (slot.start) {
        out_ += "<span class=\"slot-time\">";
        const IntentId intent = slot.end ? IntentId::time_range_slot : IntentId::time_range_open;
        append_html_escaped(out_, locale().print(intent, TimeRange{*slot.start, slot.end}));
        out_ += "</span> ";
      }
      out_ += "<div class=\"slot\"><span class=\"slot-title\">";
      append_inline(out_, context_, slot.title);
      out_ += "</span>";
      if (slot.moderator) {
        out_ += "<p class=\"moderator\"><span class=\"label\">";
        append_html_escaped(out_, locale().message("moderator"));
        out_ += "</span> ";
        append_person(*slot.moderator);
        out_ += "</p>";
      }
      append_people(slot.speakers);
      append_talks(slot.talks);
      out_ += "</div></li>\n";
    }
    out_ += "</ol>\n";
  }

  void append_talks(const std::vector<Programme::Talk>& talks) {
    if (talks.empty()) return;
    out_ += "<ul class=\"talks\">";
    for (const Programme::Talk& talk : talks) {
      out_ += "<li><span class=\"talk-title\">";
      append_inline(out_, context_, talk.title);
      out_ += "</span>";
      if (talk.document) append_mention(*talk.document);
      append_people(talk.speakers);
      out_ += "</li>";
    }
    out_ += "</ul>";
  }

  void append_mention(const model::Mention& mention) {
    const auto resolved = host().catalog.resolve(mention.text, context_.index);
    const auto* target = std::get_if<catalog::Target>(&resolved);
    if (target == nullptr) return;
    const Link link = link_to(host(), *target);
    out_ += " <span class=\"document\">";
    append_link(out_, host(), link, words_html(link), "reference");
    out_ += "</span>";
  }

  void append_header(const Inline& title, std::string_view usual) {
    out_ += "<th scope=\"col\">";
    if (title.empty()) {
      append_html_escaped(out_, locale().message("status-table-" + std::string(usual)));
    } else {
      append_inline(out_, context_, title);
    }
    out_ += "</th>";
  }

  /// The title of a column as an attribute: on a phone each cell says what it is.
  std::string label(const Inline& title, std::string_view usual) const {
    return text::html_escaped(title.empty() ? std::string(locale().message("status-table-" + std::string(usual)))
                                            : title.document.plain_text(Document::root()));
  }

  void status_band(const StatusTable::Result& result) {
    out_ += "<tr class=\"band\"><td colspan=\"3\">";
    append_inline(out_, context_, result.band);
    out_ += "</td></tr>";
  }

  void status_result(const StatusTable::Result& result) {
    const std::string* group = nullptr;
    for (std::size_t i = 0; i < result.activities.size(); ++i) {
      const StatusTable::Activity& activity = result.activities[i];
      out_ += "<tr>";
      if (i == 0) append_result_cell(result);
      out_ += "<td data-label=\"" + activity_label_ + "\">";
      if (!activity.group_text.empty() && (group == nullptr || *group != activity.group_text)) {
        out_ += "<strong class=\"group\">";
        append_inline(out_, context_, activity.group);
        out_ += "</strong> ";
      }
      group = &activity.group_text;
      append_activity(activity);
      out_ += "</td><td data-label=\"" + status_label_ + "\">";
      append_status(activity);
      out_ += "</td></tr>\n";
    }
  }

  void append_result_cell(const StatusTable::Result& result) {
    out_ += "<th scope=\"rowgroup\"";
    if (result.activities.size() > 1) out_ += " rowspan=\"" + std::to_string(result.activities.size()) + "\"";
    if (!result.id.empty() && context_.ids == Ids::written) {
      out_ += " id=\"";
      append_html_escaped(out_, result.id);
      out_ += '"';
    }
    out_ += '>';
    append_inline(out_, context_, result.result);
    out_ += "</th>";
  }

  void append_activity(const StatusTable::Activity& activity) {
    append_inline(out_, context_, activity.activity);
    if (!activity.programme.empty()) {
      const std::string country = locale().country_name(activity.programme);
      out_ += " <span class=\"programme-country\">(";
      append_html_escaped(out_, locale().message("national-programme", {{"country", std::string_view(country)}}));
      out_ += ")</span>";
    }
    if (activity.reference) append_mention(*activity.reference);
  }

  /// For the mark before the words: full, half, empty, none.
  static std::string_view progress_class(StatusTable::Status status) {
    switch (status) {
      case StatusTable::Status::held:
      case StatusTable::Status::completed:
      case StatusTable::Status::delivered:
        return " is-done";
      case StatusTable::Status::in_progress:
      case StatusTable::Status::ongoing:
        return " is-going";
      case StatusTable::Status::not_planned:
        return " is-absent";
      default:
        return "";
    }
  }

  void append_status(const StatusTable::Activity& activity) {
    static constexpr std::string_view kKeys[] = {"status-held",        "status-completed", "status-delivered",
                                                 "status-in-progress", "status-planned",   "status-not-planned",
                                                 "status-ongoing"};
    static constexpr std::string_view kDatedKey = "status-planned-for";
    const bool is_dated_plan = activity.status == StatusTable::Status::planned && activity.dates;
    out_ += "<span class=\"status";
    out_ += progress_class(activity.status);
    out_ += "\">";
    if (is_dated_plan) {
      const std::string date = date_text(locale(), *activity.dates);
      const auto precision = activity.dates->start.precision;
      const std::string_view article =
          precision == model::DatePrecision::half || precision == model::DatePrecision::quarter
              ? std::string_view("period")
              : std::string_view("date");
      append_html_escaped(out_, locale().message(kDatedKey, {{"kind", article}, {"date", std::string_view(date)}}));
    } else {
      append_html_escaped(out_, locale().message(kKeys[static_cast<std::size_t>(activity.status)]));
    }
    out_ += "</span>";
    std::string when_and_where;
    if (activity.dates && !is_dated_plan) append_date(when_and_where, host(), *activity.dates);
    if (!activity.place.empty()) {
      if (!when_and_where.empty()) when_and_where += ", ";
      append_inline(when_and_where, context_, activity.place);
    }
    if (!activity.country.empty()) {
      const std::string country = text::html_escaped(locale().country_name(activity.country));
      when_and_where += when_and_where.empty() ? country : " (" + country + ")";
    }
    if (!when_and_where.empty()) out_ += "<span class=\"when\">" + when_and_where + "</span>";
    if (!activity.detail.empty()) {
      out_ += "<span class=\"detail\">";
      append_inline(out_, context_, activity.detail);
      out_ += "</span>";
    }
  }

  static std::size_t decimals_of(std::string_view cell) {
    const std::size_t point = cell.find('.');
    return point == std::string_view::npos ? 0 : cell.size() - point - 1;
  }

  static std::vector<std::size_t> most_decimals(const DataTable& table) {
    std::vector<std::size_t> most(table.columns.size());
    for (const auto& row : table.rows) {
      for (std::size_t i = 0; i < row.size() && i < most.size(); ++i) {
        if (table.columns[i].is_numeric) most[i] = std::max(most[i], decimals_of(row[i]));
      }
    }
    return most;
  }

  /// The class that moves a figure left by the decimals it has less than the longest of its column, so that units stand
  /// under units: the sheet knows up to four.
  static std::string short_class(std::string_view cell, std::size_t most) {
    const std::size_t own = decimals_of(cell);
    if (own >= most) return {};
    std::string css = " short-" + std::to_string(std::min<std::size_t>(most - own, 4));
    if (own == 0) css += " whole";
    return css;
  }

  void data_cell(const DataTable::Column& column, const std::string& cell, bool is_first, std::size_t decimals) {
    const bool is_header = is_first && !column.is_numeric;
    if (is_header) {
      out_ += "<th scope=\"row\">";
    } else if (column.is_numeric) {
      out_ += "<td class=\"right" + short_class(cell, decimals) + "\">";
    } else {
      out_ += "<td>";
    }
    const content::CellMeaning meaning = content::cell_meaning(column, cell, host().settings());
    if (const auto* phrase = std::get_if<localization::Phrase>(&meaning)) {
      append_value(out_, host(), *phrase);
    } else {
      append_html_escaped(out_, cell);
    }
    out_ += is_header ? "</th>" : "</td>";
  }

  void append_source(const content::Inline& source) {
    if (source.empty()) return;
    out_ += "<p class=\"table-source\"><span class=\"label\">";
    append_html_escaped(out_, locale().message("source"));
    out_ += ":</span> ";
    append_inline(out_, context_, source);
    out_ += "</p>\n";
  }

  void append_download() {
    const std::string name = block_.path.substr(block_.path.rfind('/') + 1);
    out_ += "<p class=\"download\"><a href=\"";
    append_html_escaped(out_, host().prefix + context_.media_address + name);
    out_ += "\" download>";
    append_html_escaped(out_, locale().message("download-csv"));
    out_ += "</a></p>\n";
  }

  void key_figure(const model::Fact& fact) {
    const auto phrase = content::fact_phrase(fact, "", host().settings(), host().catalog.site().formats);
    if (!phrase) return;
    out_ += "<div" + fact_place(context_, fact) + "><dt>";
    append_html_escaped(out_, fact.label.empty() ? fact.id.text : fact.label[host().language]);
    if (fact.period) {
      out_ += " <span class=\"period\">(";
      append_date(out_, host(), *fact.period);
      out_ += ")</span>";
    }
    out_ += "</dt><dd>";
    append_fact(out_, host(), *phrase, fact, context_.index);
    out_ += "</dd></div>\n";
  }

  std::string& out_;
  TextContext& context_;
  const Document& document_;
  const content::Block& block_;
  const model::Anchor* anchor_;
  std::string activity_label_, status_label_;  ///< of a status table, escaped
};

}  // namespace

void append_block(std::string& out, TextContext& context, const Document& document, const content::Block& block,
                  const model::Anchor* anchor) {
  std::visit(BlockWriter(out, context, document, block, anchor), block.data);
}

}  // namespace gaceta::rendering
