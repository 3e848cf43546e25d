// Whatever bytes come as templates, loading neither crashes nor throws nor runs away, every diagnostic lies in its
// file, and what a page prints of a value never becomes markup. Files are separated by a zero byte: page.html, then a,
// b and c.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "templating/templates.hpp"

using namespace gaceta;
using namespace gaceta::templating;

namespace {

struct Date {
  int year = 2022;
};
inline constexpr ValueType<Date> date_value{"date"};

struct Entry {
  std::string title = "<evil onx='\">&";
  Date date;
  std::vector<Entry> entries;
};

struct Site {};

const ObjectType& entry_type() {
  static const ObjectType type = object_type<Entry>("entry")
                                     .text<&Entry::title>("title")
                                     .text<&Entry::title>("t")
                                     .url("url", [](const Entry&) { return std::string_view("javascript:<evil"); })
                                     .html("body", [](const Entry&) { return std::string_view("<p>a&amp;b</p>"); })
                                     .integer("n", [](const Entry&) { return 3; })
                                     .boolean("b", [](const Entry&) { return false; })
                                     .value<date_value, &Entry::date>("date")
                                     .object("self", entry_type, [](const Entry& entry) { return &entry; })
                                     .list<&Entry::entries>("entries", entry_type)
                                     .list<&Entry::entries>("e", entry_type);
  return type;
}

Registry functions() {
  Registry registry;
  registry.add({"f",
                {{"value", FieldType()}, {"intent", FieldType::text(), Need::optional}},
                true,
                Kind::text,
                {},
                [](Context&, const Arguments& arguments, std::string& out) { out += arguments[0].as_text(); }});
  return registry;
}

void require(bool is_true) {
  if (!is_true) std::abort();
}

void check_place(const diagnostics::Place& place, const std::vector<std::string_view>& files) {
  const std::size_t number = place.path == "page.html" ? 0 : static_cast<std::size_t>(place.path.front() - 'a') + 1;
  if (place.line == 0) return;
  require(number < files.size());
  std::string_view rest = files[number];
  for (std::uint32_t line = 1; line < place.line; ++line) {
    require(rest.find('\n') != rest.npos);
    rest.remove_prefix(rest.find('\n') + 1);
  }
  const std::size_t size = std::min(rest.find('\n'), rest.size());
  require(place.column >= 1 && place.column - 1 + place.length <= size);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  std::vector<std::string_view> files;
  for (std::size_t begin = 0; begin <= input.size() && files.size() < 4;) {
    const std::size_t end = std::min(input.find('\0', begin), input.size());
    files.push_back(input.substr(begin, end - begin));
    begin = end + 1;
  }
  const auto load = [&](std::string_view name) -> std::optional<Source> {
    const std::size_t number = name == "page.html" ? 0
                               : name.size() == 1  ? static_cast<unsigned>(name[0] - 'a') + 1U
                                                   : 9;
    if (number >= files.size()) return std::nullopt;
    return Source{std::string(name), std::string(files[number])};
  };
  Templates templates(load, functions());
  diagnostics::Diagnostics found;
  const std::optional<Template> page = templates.compile("page.html", entry_type(), found);
  for (const auto& each : found) check_place(each.place, files);
  require(page.has_value() == found.empty());
  if (!page) return 0;
  Entry root;
  root.entries.resize(std::count(input.begin(), input.end(), 'f') > 24 ? 1
                                                                       : 2);  // each `for` in a `for` doubles the time
  const Site site;
  Renderer renderer;
  std::string out;
  renderer.render(*page, root, site, out);
  const bool may_be_markup = input.find("safe") != input.npos || input.find("evil") != input.npos;
  require(may_be_markup || out.find("<evil") == out.npos);
  return 0;
}
