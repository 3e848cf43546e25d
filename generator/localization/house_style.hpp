// How one locale prints: every sign, word and pattern that is a matter of style, as data read from locales/<tag>.yaml
// and from `house_style:` of site.yaml. docs/manual/house-style.md explains each key; the fields here have the same
// names. No code knows a language: a new one is a new file. Built by load_house_style, then never changed; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "localization/pattern.hpp"
#include "localization/value.hpp"
#include "yaml/node.hpp"

namespace gaceta::localization {

/// Whether 1.0 and 1.5 are singular: Spanish and English say no (only a bare 1 is), Portuguese says yes (below two).
enum class PluralRule : std::uint8_t { only_one, below_two };

struct NumberStyle {
  std::string decimal;
  std::string group;
  int group_from = 4;  ///< digits of the integer part from which it is grouped
  std::string thin_group;
  int thin_group_from = 5;
  std::string minus;
  std::string plus;
  PluralRule plural = PluralRule::only_one;
  std::string round_million;  ///< between a round million in digits and its noun: " de "
  Pattern range;              ///< {from} {to}
};

struct PercentStyle {
  Pattern symbol, words, of, range, fall, rise;
  Pattern of_qualified;  ///< percent/of behind a qualifier, which brings its own article
  Pattern point, points;
};

/// When a scale word is used: always, only if the number before it is whole, or only if asked for.
enum class ScaleUse : std::uint8_t { always, whole, forced };

struct ScaleWord {
  std::string one, other;
  std::string short_form;  ///< for narrow tables: M, B
  std::string joint;       ///< between the scale word and a noun: " de "
  bool drops_one = false;  ///< 'mil millones', never '1 mil millones'
  ScaleUse use = ScaleUse::always;
  std::optional<Gender> gender;  ///< of a scale word that is a noun: qualifiers agree with it, not with what is counted
};

/// How money reads in prose: by its name ("dólares") or by its sign ("$").
enum class MoneyProse : std::uint8_t { name, symbol };

struct CurrencyStyle {
  std::string one, other;            ///< in prose
  std::string long_one, long_other;  ///< always with its country
  std::string symbol;
  std::string table_symbol;  ///< in narrow tables; else as `symbol`
  MoneyProse prose = MoneyProse::name;
  Gender gender = Gender::masculine;
  int decimals = 2;  ///< printed when an amount is not whole
  std::optional<Pattern> table;
};

struct MoneyStyle {
  Pattern name;           ///< {number} {name}
  Pattern code, symbol;   ///< {code} or {symbol}, {number}
  Pattern symbol_scaled;  ///< {symbol} {number} {scale}
  Pattern table, table_small;
  int max_decimals = 2;
};

struct QualifierStyle {
  std::optional<Pattern> general;    ///< {value}
  std::optional<Pattern> masculine;  ///< before a noun of that gender
  std::optional<Pattern> feminine;
  std::optional<Pattern> percent;
  std::optional<Pattern> count;
  std::optional<Pattern> date;
};

/// How the two ends of an interval of dates join, by what they share. "two" are consecutive days.
struct RangeStyle {
  Pattern two_days_in_month, two_days_in_year, two_days;
  Pattern days_in_month, days_in_year, days;
  Pattern months_in_year, months, years, parts, mixed;
  Pattern open_day, open_part, open;
};

struct DateStyle {
  std::map<int, std::string> months, short_months, weekdays;
  std::string first_day;  ///< the first of the month in prose; empty: the figure
  Pattern long_form, weekday_heading, weekday_text, numeric, medium, month_year, year, dateline;
  std::map<int, Pattern> halves, quarters;
  RangeStyle text, compact;
};

struct TimeStyle {
  int clock = 24;
  Pattern plain;  ///< {hour} {minute}
  Pattern with_half;
  std::string am, pm, noon, midnight;
  std::string twelve_noon;  ///< noon on a twelve-hour clock where `noon` is empty: "12:00 m."
  Pattern programme, text, with_place;
  Pattern slot, slot_shared, range, range_shared;
};

struct OrdinalStyle {
  /// Ending by the last digits of the number; the longest key that fits wins, "" fits always.
  std::map<std::string, std::string> masculine, feminine, before_noun;
  Pattern word, roman;
  int words_up_to = 99;
};

/// Number words: rules of ICU's RuleBasedNumberFormat and the rule set for each use.
struct SpelloutStyle {
  std::string rules;
  std::string masculine, feminine, standalone;
  std::string ordinal_masculine, ordinal_feminine, ordinal_before_noun;
  int words_up_to = 999999;
};

/// The first sound of a Spanish word before which the conjunction changes.
enum class Sound : std::uint8_t { none, i, o };

struct ConjunctionStyle {
  std::string two;           ///< between two items: " y "
  std::string last;          ///< before the last of three or more: ", and "
  std::string last_complex;  ///< the same where items hold commas
  Sound changes_before = Sound::none;
  std::string from, into;  ///< 'y' becomes 'e'
};

struct ListStyle {
  std::string separator, complex_separator;
  ConjunctionStyle conjunction, disjunction;
};

struct CountryStyle {
  std::string name;
  std::string article;  ///< in a sentence: "la", "the"
  std::string abbr;
};

struct PlaceStyle {
  std::map<std::string, CountryStyle> countries;
  std::map<std::string, std::string> languages;     ///< name in this locale by tag
  std::string in, of, to, from;                     ///< the prepositions
  std::map<std::string, std::string> contractions;  ///< "de el" → "del"
  std::map<std::string, std::string> cities;        ///< abbr/place
};

struct IdentifierStyle {
  Pattern article, article_abbr, chapter, annex, paragraph, report, instrument, number;
  std::map<std::string, std::string> series;       ///< a series' name in this language
  std::map<std::string, Pattern> series_prefixes;  ///< "Reporte" → "{name} Report"
};

struct TermStyle {
  std::string name, expansion, plural;
};

struct StatusStyle {
  std::string label;
  Pattern day, part, other;  ///< {date}
};

struct TermsStyle {
  std::map<std::string, TermStyle> terms;
  std::map<std::string, StatusStyle> statuses;
  Pattern first_use;
};

enum class HeadingCase : std::uint8_t { sentence, title };

struct TypographyStyle {
  std::string open, close, inner_open, inner_close;
  bool punctuation_inside = false;
  Pattern dash, question, exclamation, ellipsis, quote_attribution;
  HeadingCase heading = HeadingCase::sentence;
  std::vector<std::string> minor_words;
};

struct HouseStyle {
  std::string tag;
  NumberStyle numbers;
  PercentStyle percent;
  std::map<int, ScaleWord> scales;  ///< by power of ten
  MoneyStyle money;
  std::map<std::string, CurrencyStyle> currencies;
  std::map<std::string, QualifierStyle> qualifiers;  ///< by the word of the notation: "more-than"
  DateStyle dates;
  TimeStyle times;
  OrdinalStyle ordinals;
  SpelloutStyle spellout;
  ListStyle lists;
  PlaceStyle places;
  IdentifierStyle identifiers;
  TermsStyle terms;
  TypographyStyle typography;
};

/// The text of a file of locales/ by its name without ".yaml" ("es-MX", "messages.es"), or nothing if there is none.
using LocaleFiles = std::function<std::optional<std::string>(std::string_view name)>;

/// The style of `tag`: its file over what it extends, then the site's `overrides` (may be null; written in
/// `overrides_path`). Unknown keys, wrong types and unreadable patterns are reported at their place, files as
/// locales/<name>.yaml. Nothing when there is no file for `tag`.
std::optional<HouseStyle> load_house_style(std::string_view tag, const LocaleFiles& files, const yaml::Node* overrides,
                                           std::string_view overrides_path, diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::localization
