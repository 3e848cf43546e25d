#include "content/local_text.hpp"

#include <algorithm>

#include "text/nearest.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace gaceta::content {
namespace {

using diagnostics::Diagnostics;
using diagnostics::did_you_mean;
using diagnostics::make;
using model::Language;
using model::LocalText;

std::vector<std::string> codes_of(std::span<const LanguageSettings> languages) {
  std::vector<std::string> codes;
  for (const LanguageSettings& language : languages) codes.push_back(language.code);
  return codes;
}

/// Fills `texts` from a map node; languages without a text stay empty.
void read_languages(const yaml::Node& node, std::string_view path, std::span<const LanguageSettings> languages,
                    Diagnostics& diagnostics, LocalText& texts) {
  for (const yaml::Entry& entry : node.entries()) {
    const std::string_view code = entry.key.scalar();
    const auto found = std::find_if(languages.begin(), languages.end(),
                                    [&](const LanguageSettings& language) { return language.code == code; });
    if (found == languages.end()) {
      diagnostics.push_back(make("unknown-language", yaml::place(path, entry.key.position()), {std::string(code)},
                                 did_you_mean(text::nearest(code, codes_of(languages)))));
    } else if (!entry.value.is_scalar()) {
      yaml::report_wrong_type(entry.value, "@yaml-text", path, diagnostics);
    } else {
      texts[static_cast<Language>(found - languages.begin())] = std::string(text::trimmed(entry.value.scalar()));
    }
  }
}

}  // namespace

LocalText local_text_of(const yaml::Node& node, std::string_view path, std::span<const LanguageSettings> languages,
                        Diagnostics& diagnostics) {
  if (node.is_scalar()) return LocalText(languages.size(), std::string(text::trimmed(node.scalar())));
  if (!node.is_map()) {
    yaml::report_wrong_type(node, "@text-map", path, diagnostics);
    return {};
  }
  LocalText texts(languages.size());
  read_languages(node, path, languages, diagnostics, texts);
  const auto given = std::find_if(texts.begin(), texts.end(), [](const std::string& text) { return !text.empty(); });
  if (given == texts.end()) {
    diagnostics.push_back(make("empty-text-map", yaml::place(path, node.position()), {}));
    return {};
  }
  const std::string fallback = *given;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    std::string& text = texts[static_cast<Language>(i)];
    if (!text.empty()) continue;
    diagnostics.push_back(make("missing-language", yaml::place(path, node.position()), {languages[i].code},
                               {"add-language-text", {languages[i].code}}));
    text = fallback;
  }
  return texts;
}

LocalText read_local_text(yaml::Fields& fields, std::string_view key, std::span<const LanguageSettings> languages,
                          Presence presence) {
  const yaml::Node* node = presence == Presence::required ? fields.required_node(key) : fields.node(key);
  return node != nullptr ? local_text_of(*node, fields.path(), languages, fields.diagnostics()) : LocalText{};
}

LocalText read_partial_text(yaml::Fields& fields, std::string_view key, std::span<const LanguageSettings> languages) {
  const yaml::Node* node = fields.node(key);
  if (node == nullptr) return {};
  if (!node->is_map()) return local_text_of(*node, fields.path(), languages, fields.diagnostics());
  LocalText texts(languages.size());
  read_languages(*node, fields.path(), languages, fields.diagnostics(), texts);
  return texts;
}

std::optional<model::DateRange> read_date(yaml::Fields& fields, std::string_view key, Presence presence) {
  const auto text = presence == Presence::required ? fields.required_text(key) : fields.text(key);
  if (!text) return std::nullopt;
  auto date = model::parse_edtf(text->value);
  if (!date) {
    fields.diagnostics().push_back(
        make("impossible-date", yaml::place(fields.path(), text->position), {text->value}, {"date-examples", {}}));
  }
  return date;
}

std::optional<model::Mention> read_mention(yaml::Fields& fields, std::string_view key) {
  auto text = fields.text(key);
  if (!text) return std::nullopt;
  return model::Mention{std::move(text->value), span(text->position)};
}

model::PackedList<model::Mention> read_mentions(yaml::Fields& fields, std::string_view key) {
  model::PackedList<model::Mention> mentions;
  for (yaml::Text& text : fields.strings(key)) mentions.push_back({std::move(text.value), span(text.position)});
  return mentions;
}

bool is_web_address(std::string_view text) {
  const std::string_view rest = text.starts_with("https://")  ? text.substr(8)
                                : text.starts_with("http://") ? text.substr(7)
                                                              : std::string_view{};
  return !rest.empty() && rest.front() != '/' && rest.find_first_of(" \t\n\"<>\\^`{|}") == std::string_view::npos;
}

std::string read_url(yaml::Fields& fields, std::string_view key) {
  auto text = fields.text(key);
  if (!text) return {};
  if (is_web_address(text->value)) return std::move(text->value);
  fields.diagnostics().push_back(make("bad-url", yaml::place(fields.path(), text->position), {text->value}));
  return {};
}

std::string read_country(yaml::Fields& fields, std::string_view key) {
  auto text = fields.text(key);
  if (!text) return {};
  const std::string& code = text->value;
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (code.size() == 2 && std::all_of(code.begin(), code.end(), is_upper)) return code;
  fields.diagnostics().push_back(make("bad-country", yaml::place(fields.path(), text->position), {code}));
  return {};
}

bool check_id(std::string_view id, yaml::Position position, std::string_view path, Diagnostics& diagnostics) {
  const auto is_allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  if (!id.empty() && id.front() != '-' && std::all_of(id.begin(), id.end(), is_allowed)) return true;
  diagnostics::Help help;
  if (const std::string slug = text::slugify(id); !slug.empty()) help = did_you_mean(slug);
  diagnostics.push_back(make("bad-id", yaml::place(path, position), {std::string(id)}, std::move(help)));
  return false;
}

}  // namespace gaceta::content
