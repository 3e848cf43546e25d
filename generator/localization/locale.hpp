// The one door through which a value becomes text: what a professional editor of one locale would print. LocaleData is
// what a locale knows (house style, messages, nouns): built once, immutable, shared by all threads. Locale is the
// worker: it keeps ICU objects and a memory of dates, so have one per thread and locale. Text is UTF-8, plain, not
// escaped.
#pragma once

#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "localization/house_style.hpp"
#include "localization/messages.hpp"
#include "localization/notation.hpp"
#include "localization/prose_rules.hpp"
#include "localization/units.hpp"
#include "localization/value.hpp"

namespace gaceta::localization {

struct LocaleData {
  std::string tag;       ///< "es-MX"
  std::string language;  ///< "es": the key of text maps
  HouseStyle style;
  Messages messages;
  ProseRules prose;
  std::shared_ptr<const Units> units;
};

/// What the site changes of a locale, as nodes of site.yaml; may be null. `path` is where they were written.
struct LocaleOverrides {
  const yaml::Node* house_style = nullptr;  ///< the map below `house_style: {es-MX: …}`
  const yaml::Node* messages = nullptr;     ///< a map key → pattern
  std::string_view path;
};

/// Reads locales/<tag>.yaml with what it extends, and locales/messages.<language>.yaml. Mistakes are reported, in the
/// shipped files too; a tag without a file is `unknown-locale` at `place`, and the result is null.
std::shared_ptr<const LocaleData> load_locale(std::string_view tag, const LocaleFiles& files,
                                              const LocaleOverrides& overrides, std::shared_ptr<const Units> units,
                                              const diagnostics::Place& place, diagnostics::Diagnostics& diagnostics);

/// The nouns that Gaceta ships (locales/nouns.yaml).
Units load_shipped_units(const LocaleFiles& files, diagnostics::Diagnostics& diagnostics);

enum class ElementKind : std::uint8_t { text, data, time };

class Locale {
 public:
  explicit Locale(std::shared_ptr<const LocaleData> data);
  ~Locale();
  Locale(Locale&&) noexcept;
  Locale& operator=(Locale&&) noexcept;

  [[nodiscard]] std::string_view tag() const { return data_->tag; }
  [[nodiscard]] std::string_view language() const { return data_->language; }
  [[nodiscard]] const LocaleData& data() const { return *data_; }

  // ---- values
  [[nodiscard]] std::string print(const Phrase& phrase) const;
  [[nodiscard]] std::string print(IntentId intent, const Value& value, const Options& options = {}) const;
  void append(std::string& out, const Phrase& phrase) const;
  void append(std::string& out, IntentId intent, const Value& value, const Options& options = {}) const;

  // ---- messages: `key` must exist in this language; a key that does not is printed as itself
  [[nodiscard]] bool has_message(std::string_view key) const;
  /// A message without arguments. Valid as long as the data.
  [[nodiscard]] std::string_view message(std::string_view key) const;
  [[nodiscard]] std::string message(std::string_view key, std::initializer_list<MessageArgument> arguments) const;
  [[nodiscard]] std::string message(std::string_view key, std::span<const MessageArgument> arguments) const;

  // ---- order and lists
  /// By the language's alphabet (ICU collation; punctuation and spaces count last). Equal only for equal bytes.
  [[nodiscard]] int compare(std::string_view a, std::string_view b) const;
  void sort(std::vector<std::string>& items) const;
  [[nodiscard]] std::string list_and(std::span<const std::string> items) const;
  [[nodiscard]] std::string list_or(std::span<const std::string> items) const;
  /// The word before the last of a list, with the spaces and marks around it (", and ", " e "), for lists of links:
  /// print items, list_separator() between, and this before `last` (its plain text).
  [[nodiscard]] std::string_view list_separator() const;
  [[nodiscard]] std::string list_and_joint(std::size_t items, std::string_view last) const;

  // ---- names
  [[nodiscard]] std::string country_name(std::string_view code) const;
  [[nodiscard]] std::string country_in_sentence(std::string_view code, Preposition preposition) const;
  /// The language of `tag` in this locale's words ("portugués"), and in its own ("português").
  [[nodiscard]] std::string language_name(std::string_view tag) const;
  [[nodiscard]] static std::string own_language_name(std::string_view tag);

  // ---- typography
  [[nodiscard]] std::string quote(std::string_view text) const;
  [[nodiscard]] std::string upper(std::string_view text) const;
  [[nodiscard]] std::string capitalized(std::string_view text) const;

 private:
  struct Tools;
  std::shared_ptr<const LocaleData> data_;
  std::unique_ptr<Tools> tools_;
};

/// How many formatters this process has built so far (sets of printers, collators, plural rules), for tests that guard
/// how often that happens: once per thread and language, never per page.
std::size_t formatters_built();

/// Whether <data value> or <time datetime> holds the phrase.
ElementKind kind_of_element(const Phrase& phrase);
/// What stands in that attribute: exact digits, ISO 8601, a code. Empty for text.
std::string machine_value(const Phrase& phrase);
/// Whether a country code is one that ISO 3166-1 assigns.
bool is_country(std::string_view code);

}  // namespace gaceta::localization
