#include "localization/locale.hpp"

#include <unicode/coll.h>
#include <unicode/locdspnm.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>

#include "localization/message_pattern.hpp"
#include "localization/printer.hpp"
#include "yaml/parse.hpp"

// ICU does what needs its data: collation, plural categories, names of languages that the house style does not list.
// All else is the house style's. The ICU objects are built when first asked for and kept as long as the Locale.

namespace gaceta::localization {
namespace {

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<int32_t>(text.size())};
}

icu::Locale icu_locale(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Locale::forLanguageTag(piece(tag), status);
}

/// Letters first: spaces and punctuation count only between equals, so '¿Por qué…?' stands under P.
std::unique_ptr<icu::Collator> make_collator(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(icu_locale(tag), status));
  if (U_FAILURE(status)) return nullptr;
  collator->setAttribute(UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED, status);
  return collator;
}

std::string language_name_in(std::string_view tag, const icu::Locale& locale) {
  const std::unique_ptr<icu::LocaleDisplayNames> names(
      icu::LocaleDisplayNames::createInstance(locale, ULDN_STANDARD_NAMES));
  icu::UnicodeString name;
  names->localeDisplayName(icu_locale(tag), name);
  return utf8(name);
}

std::shared_ptr<LocaleData> with_messages(std::shared_ptr<LocaleData> data, const LocaleFiles& files,
                                          const LocaleOverrides& overrides, diagnostics::Diagnostics& diagnostics) {
  const std::string name = "messages." + data->language;
  const std::string path = "locales/" + name + ".yaml";
  if (const std::optional<std::string> text = files(name)) {
    if (const auto root = yaml::parse(*text, path, 1, diagnostics)) data->messages.add(*root, path, diagnostics);
  }
  if (overrides.messages != nullptr) data->messages.add(*overrides.messages, overrides.path, diagnostics);
  return data;
}

}  // namespace

std::shared_ptr<const LocaleData> load_locale(std::string_view tag, const LocaleFiles& files,
                                              const LocaleOverrides& overrides, std::shared_ptr<const Units> units,
                                              const diagnostics::Place& place, diagnostics::Diagnostics& diagnostics) {
  std::optional<HouseStyle> style = load_house_style(tag, files, overrides.house_style, overrides.path, diagnostics);
  if (!style) {
    diagnostics.push_back(diagnostics::make("unknown-locale", place, {std::string(tag)}));
    return nullptr;
  }
  auto data = std::make_shared<LocaleData>();
  data->tag = tag;
  data->language = tag.substr(0, tag.find('-'));
  data->style = *std::move(style);
  data->units = std::move(units);
  data->prose = load_prose_rules(data->language, files, diagnostics);
  return with_messages(std::move(data), files, overrides, diagnostics);
}

Units load_shipped_units(const LocaleFiles& files, diagnostics::Diagnostics& diagnostics) {
  constexpr std::string_view kPath = "locales/nouns.yaml";
  const std::optional<std::string> text = files("nouns");
  if (!text) return {};
  const std::optional<yaml::Node> root = yaml::parse(*text, kPath, 1, diagnostics);
  return root ? Units(read_nouns(*root, kPath, diagnostics)) : Units();
}

namespace {

std::atomic<std::size_t> formatters{0};

void count_formatter() {
  formatters.fetch_add(1, std::memory_order_relaxed);
}

}  // namespace

std::size_t formatters_built() {
  return formatters;
}

struct Locale::Tools {
  explicit Tools(const LocaleData& data) : speller(data.style.spellout), printer{data, speller} { count_formatter(); }

  const icu::Collator* collation(std::string_view tag) {
    if (!collator) {
      collator = make_collator(tag);
      count_formatter();
    }
    return collator.get();
  }

  const icu::PluralRules* plural_rules(std::string_view tag) {
    if (!plurals) {
      UErrorCode status = U_ZERO_ERROR;
      plurals.reset(icu::PluralRules::forLocale(icu_locale(tag), status));
      count_formatter();
    }
    return plurals.get();
  }

  /// The CLDR keyword of a number, "one" or "other" in most languages.
  std::string_view plural_form(std::string_view tag, const model::Decimal& number) {
    const std::optional<std::int64_t> integer = number.to_integer();
    const bool is_small = integer && *integer >= 0 && static_cast<std::size_t>(*integer) < small_plurals.size();
    std::string& known = is_small ? small_plurals[static_cast<std::size_t>(*integer)] : large_plural;
    if (!is_small || known.empty()) known = select_plural(tag, number);
    return known;
  }

  std::string select_plural(std::string_view tag, const model::Decimal& number) {
    const icu::PluralRules* rules = plural_rules(tag);
    if (rules == nullptr) return "other";
    UErrorCode status = U_ZERO_ERROR;
    const auto formatted = exact_digits.formatDecimal(piece(number.to_plain_string()), status);
    return U_SUCCESS(status) ? utf8(rules->select(formatted, status)) : "other";
  }

  Speller speller;
  Printer printer;
  std::unique_ptr<icu::Collator> collator;
  std::unique_ptr<icu::PluralRules> plurals;
  const icu::number::LocalizedNumberFormatter exact_digits =
      icu::number::NumberFormatter::withLocale(icu::Locale::getRoot()).precision(icu::number::Precision::unlimited());
  std::array<std::string, 128> small_plurals;  ///< of the numbers that pages count to; empty: not asked for yet
  std::string large_plural;
};

Locale::Locale(std::shared_ptr<const LocaleData> data)
    : data_(std::move(data)), tools_(std::make_unique<Tools>(*data_)) {}
Locale::~Locale() = default;
Locale::Locale(Locale&&) noexcept = default;
Locale& Locale::operator=(Locale&&) noexcept = default;

// ---- values

std::string Locale::print(const Phrase& phrase) const {
  return print(phrase.intent, phrase.value, phrase.options);
}

std::string Locale::print(IntentId intent, const Value& value, const Options& options) const {
  std::string out;
  append(out, intent, value, options);
  return out;
}

void Locale::append(std::string& out, const Phrase& phrase) const {
  append(out, phrase.intent, phrase.value, phrase.options);
}

namespace {

struct Appender {
  std::string& out;
  const Locale& locale;
  const Printer& printer;
  IntentId intent;
  const Options& options;

  void operator()(const Number& number) const { append_number(out, printer, intent, number, options); }
  void operator()(const model::DateRange& range) const { append_date(out, printer, intent, range, options); }
  void operator()(const TimeRange& range) const { append_time(out, printer, intent, range, options); }
  void operator()(const Ordinal& ordinal) const { append_ordinal(out, printer, intent, ordinal); }
  void operator()(const Country& country) const { append_country(out, printer, intent, country); }
  void operator()(const Words& words) const { append_words(out, printer, intent, words); }
  void operator()(const TextList& list) const {
    std::vector<std::string> items;
    for (const TextMap& item : list.items) items.emplace_back(printer.text(item));
    if (intent == IntentId::sort) {
      locale.sort(items);
      for (const std::string& item : items) out.append(&item == items.data() ? "" : " | ").append(item);
    } else {
      out += intent == IntentId::list_or ? locale.list_or(items) : locale.list_and(items);
    }
  }
};

}  // namespace

void Locale::append(std::string& out, IntentId intent, const Value& value, const Options& options) const {
  if (!options.capital) {
    std::visit(Appender{out, *this, tools_->printer, intent, options}, value);
    return;
  }
  std::string text;
  std::visit(Appender{text, *this, tools_->printer, intent, options}, value);
  out += capitalized(text);
}

// ---- messages

bool Locale::has_message(std::string_view key) const {
  return data_->messages.find(key) != nullptr;
}

std::string_view Locale::message(std::string_view key) const {
  const MessagePattern* pattern = data_->messages.find(key);
  assert(pattern != nullptr && "every key of the interface must be in locales/messages.<language>.yaml");
  return pattern != nullptr ? std::string_view(pattern->plain) : key;
}

std::string Locale::message(std::string_view key, std::initializer_list<MessageArgument> arguments) const {
  return message(key, std::span(arguments.begin(), arguments.size()));
}

std::string Locale::message(std::string_view key, std::span<const MessageArgument> arguments) const {
  const MessagePattern* pattern = data_->messages.find(key);
  assert(pattern != nullptr && "every key of the interface must be in locales/messages.<language>.yaml");
  if (pattern == nullptr) return std::string(key);
  const MessageVoice voice{[this](const model::Decimal& number) {
                             std::string digits;
                             append_digits(digits, data_->style.numbers, number);
                             return digits;
                           },
                           [this](const model::Decimal& number) { return tools_->plural_form(data_->tag, number); }};
  std::string out;
  append_message(out, *pattern, arguments, voice);
  return out;
}

// ---- order and lists

int Locale::compare(std::string_view a, std::string_view b) const {
  if (const icu::Collator* collator = tools_->collation(data_->tag)) {
    UErrorCode status = U_ZERO_ERROR;
    const UCollationResult order = collator->compareUTF8(piece(a), piece(b), status);
    if (order != UCOL_EQUAL) return order;
  }
  return a.compare(b);
}

void Locale::sort(std::vector<std::string>& items) const {
  std::sort(items.begin(), items.end(),
            [this](const std::string& a, const std::string& b) { return compare(a, b) < 0; });
}

std::string Locale::list_and(std::span<const std::string> items) const {
  const ListStyle& lists = data_->style.lists;
  return joined_list(lists, data_->style.numbers, lists.conjunction, {items.begin(), items.end()});
}

std::string Locale::list_or(std::span<const std::string> items) const {
  const ListStyle& lists = data_->style.lists;
  return joined_list(lists, data_->style.numbers, lists.disjunction, {items.begin(), items.end()});
}

std::string_view Locale::list_separator() const {
  return data_->style.lists.separator;
}

std::string Locale::list_and_joint(std::size_t items, std::string_view last) const {
  return joint_before(data_->style.lists.conjunction, data_->style.numbers, items, last, false);
}

// ---- names

std::string Locale::country_name(std::string_view code) const {
  return std::string(localization::country_name(tools_->printer, code));
}

std::string Locale::country_in_sentence(std::string_view code, Preposition preposition) const {
  return print(IntentId::country_in_sentence, Country{std::string(code), preposition});
}

std::string Locale::language_name(std::string_view tag) const {
  const auto& languages = data_->style.places.languages;
  const auto found = languages.find(std::string(tag));
  return found != languages.end() ? found->second : language_name_in(tag, icu_locale(data_->tag));
}

std::string Locale::own_language_name(std::string_view tag) {
  return language_name_in(tag, icu_locale(tag));
}

// ---- typography

std::string Locale::quote(std::string_view text) const {
  const TypographyStyle& style = data_->style.typography;
  return std::string(style.open).append(text).append(style.close);
}

std::string Locale::upper(std::string_view text) const {
  return in_upper_case(text, data_->tag);
}

std::string Locale::capitalized(std::string_view text) const {
  return with_capital(text, data_->tag);
}

// ---- shared by printers

std::string in_upper_case(std::string_view text, std::string_view tag) {
  icu::UnicodeString letters = icu::UnicodeString::fromUTF8(piece(text));
  return utf8(letters.toUpper(icu_locale(tag)));
}

std::string with_capital(std::string_view text, std::string_view tag) {
  icu::UnicodeString letters = icu::UnicodeString::fromUTF8(piece(text));
  int32_t at = 0;
  while (at < letters.length() && !u_isalnum(letters.char32At(at))) at = letters.moveIndex32(at, 1);
  if (at == letters.length()) return std::string(text);
  icu::UnicodeString first(letters.char32At(at));
  const int32_t size = first.length();
  return utf8(letters.replace(at, size, first.toTitle(nullptr, icu_locale(tag))));
}

std::string_view country_name(const Printer& printer, std::string_view code) {
  const auto& countries = printer.style().places.countries;
  const auto found = countries.find(std::string(code));
  return found == countries.end() || found->second.name.empty() ? code : std::string_view(found->second.name);
}

bool is_country(std::string_view code) {
  const char* const* codes = icu::Locale::getISOCountries();
  for (; *codes != nullptr; ++codes) {
    if (code == *codes) return true;
  }
  return false;
}

// ---- machine values

namespace {

struct MachineValue {
  std::string operator()(const Number& number) const {
    std::string text = number.value.to_plain_string();
    if (number.to) text += ".." + number.to->to_plain_string();
    return text;
  }
  std::string operator()(const model::DateRange& range) const { return model::to_edtf(range); }
  std::string operator()(const TimeRange& range) const {
    return model::to_string(range.start) + (range.end ? "/" + model::to_string(*range.end) : "");
  }
  std::string operator()(const Ordinal& ordinal) const { return std::to_string(ordinal.number); }
  std::string operator()(const Country& country) const { return country.code; }
  std::string operator()(const TextList&) const { return {}; }
  std::string operator()(const Words&) const { return {}; }
};

}  // namespace

ElementKind kind_of_element(const Phrase& phrase) {
  if (const auto* range = std::get_if<model::DateRange>(&phrase.value)) {
    // HTML's <time> knows days, months and years, and no intervals, halves or quarters.
    return range->is_single() && range->start.part == 0 ? ElementKind::time : ElementKind::data;
  }
  if (const auto* time = std::get_if<TimeRange>(&phrase.value)) {
    return time->end ? ElementKind::data : ElementKind::time;
  }
  if (std::holds_alternative<TextList>(phrase.value) || std::holds_alternative<Words>(phrase.value)) {
    return ElementKind::text;
  }
  return ElementKind::data;
}

std::string machine_value(const Phrase& phrase) {
  return std::visit(MachineValue{}, phrase.value);
}

}  // namespace gaceta::localization
