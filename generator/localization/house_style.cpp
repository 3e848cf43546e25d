#include "localization/house_style.hpp"

#include <algorithm>

#include "localization/printer.hpp"
#include "localization/style_reader.hpp"
#include "yaml/parse.hpp"

// A file says only what differs from the files that it extends. They are read first, in the order in which they are
// named, then the file itself, then the site's overrides: each over the same HouseStyle.

namespace gaceta::localization {
namespace {

struct StyleFiles {
  const LocaleFiles& files;
  diagnostics::Diagnostics& diagnostics;
  std::vector<std::string> open;  ///< being read, outermost first: a file must not extend itself
};

bool read_file(const std::string& name, StyleFiles& files, HouseStyle& style);

/// The files named by `extends`, a name or a list of names.
void read_extended(const yaml::Node& node, std::string_view path, StyleFiles& files, HouseStyle& style) {
  const std::span<const yaml::Node> names = node.is_list() ? node.items() : std::span(&node, 1);
  for (const yaml::Node& name : names) {
    const std::string wanted(name.scalar());
    const bool circular = std::find(files.open.begin(), files.open.end(), wanted) != files.open.end();
    if (name.is_scalar() && !circular && read_file(wanted, files, style)) continue;
    files.diagnostics.push_back(diagnostics::make("unknown-house-style", yaml::place(path, name.position()), {wanted}));
  }
}

/// False when there is no such file.
bool read_file(const std::string& name, StyleFiles& files, HouseStyle& style) {
  const std::optional<std::string> text = files.files(name);
  if (!text) return false;
  const std::string path = "locales/" + name + ".yaml";
  const std::optional<yaml::Node> root = yaml::parse(*text, path, 1, files.diagnostics);
  if (!root || root->is_null()) return true;
  files.open.push_back(name);
  StyleReader reader(*root, {path, files.diagnostics});
  reader.know("extends");
  if (const yaml::Node* extends = root->find("extends")) read_extended(*extends, path, files, style);
  read_sections(reader, style);
  reader.finish();
  files.open.pop_back();
  return true;
}

/// Rules that ship are tested; those of a site are compiled here, once, to find out.
void check_number_words(const yaml::Node& overrides, std::string_view path, const SpelloutStyle& style,
                        diagnostics::Diagnostics& diagnostics) {
  const yaml::Node* words = overrides.find("number_words");
  const yaml::Node* rules = words == nullptr ? nullptr : words->find("rules");
  if (rules == nullptr || number_words_are_readable(style)) return;
  diagnostics.push_back(diagnostics::make("bad-number-words", yaml::place(path, rules->position())));
}

}  // namespace

void read_sections(StyleReader& reader, HouseStyle& style) {
  read_number_sections(reader, style);
  read_date_sections(reader, style);
  read_word_sections(reader, style);
}

std::optional<HouseStyle> load_house_style(std::string_view tag, const LocaleFiles& files, const yaml::Node* overrides,
                                           std::string_view overrides_path, diagnostics::Diagnostics& diagnostics) {
  HouseStyle style;
  style.tag = tag;
  StyleFiles state{files, diagnostics, {}};
  if (!read_file(std::string(tag), state, style)) return std::nullopt;
  if (overrides != nullptr && !overrides->is_null()) {
    StyleReader reader(*overrides, {overrides_path, diagnostics});
    read_sections(reader, style);
    reader.finish();
    check_number_words(*overrides, overrides_path, style.spellout, diagnostics);
  }
  return style;
}

}  // namespace gaceta::localization
