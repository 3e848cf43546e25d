// Typed reading of one map of a house style file, over values that are already there: a key that is present replaces, a
// key that is missing leaves. Internal to house_style.
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "localization/house_style.hpp"
#include "yaml/fields.hpp"

namespace gaceta::localization {

/// Where a house style is written, and where its mistakes go.
struct StyleSource {
  std::string_view path;
  diagnostics::Diagnostics& diagnostics;
};

class StyleReader {
 public:
  StyleReader(const yaml::Node& map, StyleSource source)
      : source_(source), fields_(map, source.path, source.diagnostics) {}

  /// A text; invisible characters may be spelled out.
  void text(std::string_view key, std::string& target);
  void texts(std::string_view key, std::vector<std::string>& target);
  void integer(std::string_view key, int& target, int least, int most);
  void flag(std::string_view key, bool& target);
  void pattern(std::string_view key, Pattern& target, std::initializer_list<Slot> slots);
  void pattern(std::string_view key, std::optional<Pattern>& target, std::initializer_list<Slot> slots);
  template <typename Enum, std::size_t size>
  void choice(std::string_view key, Enum& target, const yaml::Choice<Enum> (&choices)[size]) {
    target = fields_.choice(key, choices).value_or(target);
  }

  template <typename Enum, std::size_t size>
  void choice(std::string_view key, std::optional<Enum>& target, const yaml::Choice<Enum> (&choices)[size]) {
    if (const std::optional<Enum> chosen = fields_.choice(key, choices)) target = chosen;
  }

  /// Maps from a name, or from a number between `least` and `most`, to texts or patterns; entries are merged.
  void text_map(std::string_view key, std::map<std::string, std::string>& target);
  void numbered_texts(std::string_view key, std::map<int, std::string>& target, int least, int most);
  void numbered_patterns(std::string_view key, std::map<int, Pattern>& target, int least, int most,
                         std::initializer_list<Slot> slots);

  /// The map below `key`, read by `read(StyleReader&)`.
  template <typename Read>
  void section(std::string_view key, Read read) {
    if (const yaml::Node* map = fields_.map(key)) {
      StyleReader reader(*map, source_);
      read(reader);
      reader.finish();
    }
  }
  /// The same for each entry of a map of maps: `read(name, StyleReader&)`. `plain(name, text)` takes entries that are
  /// only a text; without it they are wrong.
  template <typename Read>
  void entries(std::string_view key, Read read) {
    const yaml::Node* map = fields_.map(key);
    if (map == nullptr) return;
    for (const yaml::Entry& entry : map->entries()) {
      StyleReader reader(entry.value, source_);
      read(std::string(entry.key.scalar()), reader);
      reader.finish();
    }
  }
  const yaml::Node* map(std::string_view key) { return fields_.map(key); }
  void know(std::string_view key) { fields_.know(key); }
  void finish() { fields_.finish(); }
  [[nodiscard]] const StyleSource& source() const { return source_; }

  /// `node` as a pattern; reports what is wrong with it.
  std::optional<Pattern> as_pattern(const yaml::Node& node, std::initializer_list<Slot> slots);
  /// A key as a number between `least` and `most`; reports anything else.
  std::optional<int> as_number(const yaml::Node& key, int least, int most);
  /// `node` as a text; reports anything else.
  std::optional<std::string> as_text(const yaml::Node& node);

 private:
  StyleSource source_;
  yaml::Fields fields_;
};

/// Reads every section of a house style into `style`.
void read_sections(StyleReader& reader, HouseStyle& style);

// One function per file of sections.
void read_number_sections(StyleReader& reader, HouseStyle& style);
void read_date_sections(StyleReader& reader, HouseStyle& style);
void read_word_sections(StyleReader& reader, HouseStyle& style);

}  // namespace gaceta::localization
