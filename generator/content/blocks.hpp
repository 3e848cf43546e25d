// The blocks of a text whose data lives beside it, in YAML or CSV, resolved for one language: programme, participants,
// status table, data table, key figures. Read together with the body, dropped together with it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "content/settings.hpp"
#include "diagnostics/diagnostic.hpp"
#include "filesystem/folder.hpp"
#include "localization/intents.hpp"
#include "markdown/document.hpp"
#include "model/bulletin.hpp"
#include "model/edtf.hpp"

namespace gaceta::content {

/// A string of a data file in the text's language, as inline Markdown. Empty when it was not given.
struct Inline {
  markdown::Document document;
  bool empty() const { return document.nodes().empty(); }
};

struct Person {
  std::string name;
  Inline role;
  Inline organisation;          ///< words, or
  std::string organisation_id;  ///< an entry of organisations.yaml
  std::string country;
};

struct Programme {
  enum class SlotType { session, pause };
  struct Talk {
    Inline title;
    std::string original;  ///< language code of the original title, or empty
    std::optional<model::Mention> document;
    std::vector<Person> speakers;
  };
  struct Slot {
    std::optional<model::Time> start, end;
    Inline title;
    SlotType type = SlotType::session;
    std::optional<Person> moderator;
    std::vector<Person> speakers;
    std::vector<Talk> talks;
  };
  struct Part {
    Inline label;
    std::vector<Slot> slots;
  };
  struct Day {
    std::optional<model::DateRange> date;
    std::vector<Part> parts;
  };
  std::vector<Day> days;
};

struct Participants {
  struct Group {
    std::string country;  ///< ISO code, or
    Inline label;
    std::vector<Person> rows;
  };
  std::vector<Group> groups;
};

/// Result, activity, status: a result spans the rows of its activities; a band is a row across the table.
struct StatusTable {
  enum class Status { held, completed, delivered, in_progress, planned, not_planned, ongoing };
  struct Activity {
    Inline activity;
    Inline group;
    std::string group_text;  ///< plain, to know where a group begins
    std::string programme;   ///< country of a national programme
    Status status = Status::planned;
    std::optional<model::DateRange> dates;
    Inline place;
    std::string country;
    Inline detail;
    std::optional<model::Mention> reference;
  };
  struct Result {
    std::string id;
    Inline band;
    Inline result;
    std::string continues;
    std::vector<Activity> activities;
  };
  Inline result_title, activity_title, status_title;  ///< empty: the interface's own words
  std::vector<Result> results;
};

/// A CSV file: each cell as written; see data_table.hpp for how a cell is printed.
struct DataTable {
  struct Column {
    std::string name;   ///< header in the file
    std::string title;  ///< as printed
    std::string format;
    bool is_numeric = false;  ///< every cell that is not empty is a number, or the format prints numbers
    std::optional<localization::IntentId> intent = {};  ///< what `format` names
  };
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
  Inline source;            ///< where the figures come from, in words
  std::string source_path;  ///< of the text that says so
};

struct FactList {
  std::vector<std::string> facts;  ///< ids, in order
};

struct Block {
  markdown::Index directive = markdown::kNone;  ///< the node in the text's document
  std::string path;                             ///< of the data file, or empty
  std::variant<std::monostate, Programme, Participants, StatusTable, DataTable, FactList> data;
};

/// Reads the data of directive `node` of `document` (the text at `text_path`) for `language`. Mistakes go to
/// `diagnostics`; a block whose data cannot be read has none.
Block load_block(const filesystem::Folder& root, const markdown::Document& document, markdown::Index node,
                 std::string_view text_path, const model::Bulletin& bulletin, model::Language language,
                 const Settings& settings, diagnostics::Diagnostics& diagnostics);

/// Calls `visit` for each inline document of a block, in the order of printing, with the file that its places are in:
/// the block's data or, for the source of a table, the text itself.
void for_each_inline(const Block& block,
                     const std::function<void(const markdown::Document&, std::string_view path)>& visit);
/// Calls `visit` for each mention (of a document, an event, …) that a block's data makes outside of inline text.
void for_each_mention(const Block& block, const std::function<void(const model::Mention&)>& visit);

}  // namespace gaceta::content
