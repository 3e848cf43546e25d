// A small host for the tests of templating: a page with entries, dates, and two functions.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/report.hpp"
#include "templating/templates.hpp"

namespace gaceta::templating::testing {

struct Date {
  int year = 0;
};
inline constexpr ValueType<Date> date_value{"date"};

struct Entry {
  std::string title;
  std::string address;
  Date date;
  std::vector<Entry> related;
  std::vector<std::string> topics;
};

struct Page {
  std::string title;
  std::string body;
  std::string address;
  std::int64_t count = 0;
  bool draft = false;
  Date date;
  std::optional<std::string> subtitle;
  std::vector<Entry> entries;
  const Entry* main = nullptr;
  std::vector<std::string> words;
};

/// The host object of a rendering: what filters may ask.
struct Site {
  std::string_view language = "es";
};

inline const ObjectType& entry_type() {
  static const ObjectType type = object_type<Entry>("entry")
                                     .text<&Entry::title>("title")
                                     .url<&Entry::address>("url")
                                     .value<date_value, &Entry::date>("date")
                                     .text_list<&Entry::topics>("topics")
                                     .list<&Entry::related>("related", entry_type);
  return type;
}

inline const ObjectType& page_type() {
  static const ObjectType type =
      object_type<Page>("page")
          .text<&Page::title>("title")
          .html<&Page::body>("body")
          .url<&Page::address>("url")
          .integer<&Page::count>("count")
          .boolean<&Page::draft>("draft")
          .value<date_value, &Page::date>("date")
          .text<&Page::subtitle>("subtitle")
          .list<&Page::entries>("entries", entry_type)
          .object<&Page::main>("main", entry_type)
          .text_list<&Page::words>("words")
          .text("shouted", [](const Page& page, std::string& out) { (out += page.title) += '!'; })
          .text("language", [](const Page&, Context& context) { return context.host<const Site>().language; });
  return type;
}

/// format(date, intent): the year, as text. t(key, …): the key in brackets with its further arguments, as markup.
inline Registry functions() {
  Registry registry;
  registry.add({"format",
                {{"value", FieldType::value(date_value)}, {"intent", FieldType::text(), Need::constant}},
                false,
                Kind::text,
                [](const Call& call) -> std::optional<Complaint> {
                  if (call.arguments[1].constant->as_text().starts_with("date/")) return std::nullopt;
                  return Complaint{"template-unknown-name", {"intent"}, {}, 1};
                },
                [](Context&, const Arguments& arguments, std::string& out) {
                  (out += arguments[1].as_text()) += '=';
                  out += std::to_string(arguments[0].as(date_value)->year);
                }});
  registry.add({"t",
                {{"key", FieldType::text(), Need::constant}, {"note", FieldType::text(), Need::optional}},
                true,
                Kind::html,
                {},
                [](Context& context, const Arguments& arguments, std::string& out) {
                  (out += "<b>") += arguments[0].as_text();
                  for (std::size_t i = 0; i < arguments.names.size(); ++i) {
                    ((out += ' ') += arguments.names[i]) += '=';
                    out += arguments.further(i).kind() == Kind::integer
                               ? std::to_string(arguments.further(i).as_integer())
                               : std::string(arguments.further(i).as_text());
                  }
                  ((out += ' ') += context.host<const Site>().language) += "</b>";
                }});
  return registry;
}

using Files = std::map<std::string, std::string, std::less<>>;

inline Loader loader(const Files& files) {
  return [files](std::string_view name) -> std::optional<Source> {
    const auto found = files.find(name);
    if (found == files.end()) return std::nullopt;
    return Source{"templates/" + found->first, found->second};
  };
}

inline Page sample_page() {
  Page page;
  page.title = "Pymes & <más>";
  page.body = "<p>Hola</p>";
  page.address = "/es/";
  page.count = 3;
  page.date.year = 2022;
  page.entries = {{"Uno", "/uno/", {2020}, {}, {"a", "b"}}, {"Dos \"2\"", "javascript:alert(1)", {2021}, {}, {}}};
  page.words = {"x", "y"};
  return page;
}

/// The page that `files` render for `page`; the diagnostics' text if there are any.
inline std::string rendered(const Files& files, const Page& page, std::string_view entry = "page.html") {
  Templates templates(loader(files), functions());
  diagnostics::Diagnostics found;
  const std::optional<Template> compiled = templates.compile(entry, page_type(), found);
  if (!compiled || !found.empty()) {
    const auto source = [&](std::string_view path) -> std::optional<std::string> {
      const auto file = files.find(path.substr(path.find('/') + 1));
      return file != files.end() ? std::optional<std::string>(file->second) : std::nullopt;
    };
    return diagnostics::as_text(found, source, diagnostics::Language::english, diagnostics::Style::plain);
  }
  const Site site;
  Renderer renderer;
  std::string out;
  renderer.render(*compiled, page, site, out);
  return out;
}

inline std::string rendered(std::string text, std::string_view entry = "page.html") {
  return rendered(Files{{std::string(entry), std::move(text)}}, sample_page(), entry);
}

}  // namespace gaceta::templating::testing
