#include "diagnostics/report.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "text/utf8.hpp"

namespace gaceta::diagnostics {
namespace {

constexpr std::size_t kWidestLine = 100;  // characters of a source line that are shown; longer ones are cut with '…'

/// The lines of the files that diagnostics speak of; each file is read once.
class Sources {
 public:
  explicit Sources(const SourceText& read) : read_(read) {}

  /// Line `number` (from 1) without its end, or nothing.
  std::optional<std::string_view> line(const std::string& path, std::uint32_t number) {
    if (number == 0) return std::nullopt;
    auto [entry, is_new] = files_.try_emplace(path);
    if (is_new) entry->second = load(path);
    const File& file = entry->second;
    if (number >= file.starts.size()) return std::nullopt;
    const std::size_t start = file.starts[number - 1];
    std::string_view text = std::string_view(file.text).substr(start, file.starts[number] - start);
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
    if (text::first_invalid_byte(text)) return std::nullopt;
    return text;
  }

 private:
  struct File {
    std::string text;
    std::vector<std::size_t> starts;  // of each line, and one behind the last
  };

  File load(const std::string& path) const {
    File file;
    file.starts.push_back(0);
    auto found = read_(path);
    if (!found) return file;  // no lines at all
    file.text = *std::move(found);
    for (std::size_t i = 0; i < file.text.size(); ++i) {
      if (file.text[i] == '\n') file.starts.push_back(i + 1);
    }
    if (file.starts.back() != file.text.size()) file.starts.push_back(file.text.size());
    return file;
  }

  const SourceText& read_;
  std::map<std::string, File> files_;
};

/// A place in characters. `column` 0: the whole line.
struct CharacterPlace {
  std::size_t column = 0;
  std::size_t length = 0;
};

CharacterPlace in_characters(const Place& place, std::optional<std::string_view> line) {
  if (place.column == 0) return {};
  if (!line) return {place.column, place.length};
  const std::size_t start = std::min<std::size_t>(place.column - 1, line->size());
  const std::size_t end = std::min<std::size_t>(start + place.length, line->size());
  return {text::count_code_points(line->substr(0, start)) + 1,
          text::count_code_points(line->substr(start, end - start))};
}

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "\x1b[1;31m";
    case Severity::warning:
      return "\x1b[1;33m";
    default:
      return "\x1b[1;36m";
  }
}

/// What a terminal would obey rather than show: controls of ASCII, DEL and those of Latin-1.
bool is_control(char32_t letter) {
  return letter < 0x20 || (letter >= 0x7F && letter < 0xA0);
}

/// A sentence may quote anything that an author wrote; controls in it are shown as U+FFFD.
std::string printable(std::string_view sentence) {
  std::string out;
  for (std::size_t offset = 0; offset < sentence.size();) {
    const char32_t letter = text::next_code_point(sentence, offset);
    text::append_code_point(out, is_control(letter) ? U'\uFFFD' : letter);
  }
  return out;
}

/// `line` from code point `from`, at most kWidestLine of them, tabs as one space so that carets stay below their
/// letters.
std::string excerpt(std::string_view line, std::size_t from) {
  std::string out;
  std::size_t index = 0;
  for (std::size_t offset = 0; offset < line.size() && index < from + kWidestLine; ++index) {
    const char32_t letter = text::next_code_point(line, offset);
    if (index < from) continue;
    text::append_code_point(out, is_control(letter) ? U' ' : letter);
  }
  return out;
}

void append_source(std::string& out, std::string_view line, std::uint32_t number, const CharacterPlace& place) {
  const std::string label = std::to_string(number);
  // A long line is shown around the place, which then starts after some context.
  const std::size_t total = text::count_code_points(line);
  std::size_t from = 0;
  if (total > kWidestLine && place.column > kWidestLine / 2) from = place.column - kWidestLine / 4;
  out += "  " + label + " | " + (from > 0 ? "… " : "") + excerpt(line, from) +
         (total > from + kWidestLine ? " …" : "") + "\n";
  if (place.column == 0) return;
  const std::size_t shown_end = std::min(place.column - 1 + std::max<std::size_t>(place.length, 1), from + kWidestLine);
  const std::size_t carets = shown_end > place.column - 1 ? shown_end - (place.column - 1) : 1;
  out += "  " + std::string(label.size(), ' ') + " | " +
         std::string(place.column - 1 - from + (from > 0 ? 2 : 0), ' ') + std::string(carets, '^') + "\n";
}

}  // namespace

std::string as_text(const Diagnostics& diagnostics, const SourceText& source, Language language, Style style) {
  Sources sources(source);
  const bool colour = style == Style::colour;
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) {
    const auto line = sources.line(diagnostic.place.path, diagnostic.place.line);
    const CharacterPlace place = in_characters(diagnostic.place, line);
    out += diagnostic.place.path;
    if (diagnostic.place.line > 0) out += ":" + std::to_string(diagnostic.place.line);
    if (place.column > 0) out += ":" + std::to_string(place.column);
    out += ": ";
    if (colour) out += colour_of(diagnostic.severity);
    out += severity_word(diagnostic.severity, language);
    if (colour) out += "\x1b[0m";
    out += ": " + printable(message(diagnostic, language)) + " [" + std::string(diagnostic.id) + "]\n";
    if (line) append_source(out, *line, diagnostic.place.line, place);
    if (const std::string advice = help(diagnostic, language); !advice.empty()) {
      out += (language == Language::spanish ? "    ayuda: " : "    help: ") + printable(advice) + "\n";
    }
  }
  return out;
}

std::string as_json(const Diagnostics& diagnostics, const SourceText& source, Language language) {
  Sources sources(source);
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Diagnostic& diagnostic : diagnostics) {
    const CharacterPlace place =
        in_characters(diagnostic.place, sources.line(diagnostic.place.path, diagnostic.place.line));
    list.push_back({{"file", diagnostic.place.path},
                    {"line", diagnostic.place.line},
                    {"column", place.column},
                    {"end_column", place.column + place.length},
                    {"severity", severity_word(diagnostic.severity, Language::english)},
                    {"id", diagnostic.id},
                    {"message", message(diagnostic, language)},
                    {"help", help(diagnostic, language)}});
  }
  return list.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string as_sarif(const Diagnostics& diagnostics, const SourceText& source, Language language,
                     std::string_view version) {
  using Json = nlohmann::ordered_json;
  Sources sources(source);
  Json results = Json::array();
  std::set<std::string_view> ids;
  for (const Diagnostic& diagnostic : diagnostics) {
    ids.insert(diagnostic.id);
    const CharacterPlace place =
        in_characters(diagnostic.place, sources.line(diagnostic.place.path, diagnostic.place.line));
    Json location = {{"artifactLocation", {{"uri", diagnostic.place.path}}}};
    if (diagnostic.place.line > 0) {
      location["region"] = {{"startLine", diagnostic.place.line}};
      if (place.column > 0) {
        location["region"]["startColumn"] = place.column;
        location["region"]["endColumn"] = place.column + place.length;
      }
    }
    std::string sentence = message(diagnostic, language);
    if (const std::string advice = help(diagnostic, language); !advice.empty()) sentence += " (" + advice + ")";
    results.push_back({{"ruleId", diagnostic.id},
                       {"level", severity_word(diagnostic.severity, Language::english)},
                       {"message", {{"text", sentence}}},
                       {"locations", Json::array({Json{{"physicalLocation", location}}})}});
  }
  Json rules = Json::array();
  for (const std::string_view id : ids) rules.push_back({{"id", id}});
  const Json log = {
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs", Json::array({Json{{"tool", {{"driver", {{"name", "gaceta"}, {"version", version}, {"rules", rules}}}}},
                                 {"columnKind", "unicodeCodePoints"},
                                 {"results", results}}})}};
  return log.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace gaceta::diagnostics
