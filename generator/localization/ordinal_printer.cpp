// Ordinals as figures, words and Roman numerals; and the number words behind them.
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include <array>
#include <utility>

#include "localization/printer.hpp"

namespace gaceta::localization {

struct Speller::Rules {
  std::unique_ptr<icu::RuleBasedNumberFormat> format;
};

Speller::Speller(const SpelloutStyle& style) : style_(style) {}
Speller::~Speller() = default;

namespace {

std::unique_ptr<icu::RuleBasedNumberFormat> compiled(const std::string& rules) {
  UParseError position;
  UErrorCode status = U_ZERO_ERROR;
  auto format = std::make_unique<icu::RuleBasedNumberFormat>(icu::UnicodeString::fromUTF8(rules),
                                                             icu::Locale::getRoot(), position, status);
  if (U_FAILURE(status)) format.reset();
  return format;
}

const std::string& rule_set(const SpelloutStyle& style, Spelling spelling) {
  switch (spelling) {
    case Spelling::feminine:
      return style.feminine;
    case Spelling::standalone:
      return style.standalone;
    case Spelling::ordinal_masculine:
      return style.ordinal_masculine;
    case Spelling::ordinal_feminine:
      return style.ordinal_feminine;
    case Spelling::ordinal_before_noun:
      return style.ordinal_before_noun;
    default:
      return style.masculine;
  }
}

/// The ending whose key is the longest that the digits end with.
std::string_view ending(const std::map<std::string, std::string>& endings, std::string_view digits) {
  std::string_view best;
  std::size_t longest = 0;
  for (const auto& [key, text] : endings) {
    if (!digits.ends_with(key) || key.size() < longest) continue;
    longest = key.size();
    best = text;
  }
  return best;
}

bool is_before_noun(const Ordinal& ordinal) {
  return ordinal.gender == Gender::masculine && (ordinal.before_noun || !ordinal.noun.empty());
}

std::string in_figures(const OrdinalStyle& style, const Ordinal& ordinal) {
  const std::string digits = std::to_string(ordinal.number);
  const auto& endings = is_before_noun(ordinal)              ? style.before_noun
                        : ordinal.gender == Gender::feminine ? style.feminine
                                                             : style.masculine;
  return digits + std::string(ending(endings, digits));
}

/// Empty beyond what the style spells.
std::string in_words(const Printer& printer, const Ordinal& ordinal) {
  if (ordinal.number < 1 || ordinal.number > printer.style().ordinals.words_up_to) return {};
  const Spelling spelling = is_before_noun(ordinal)              ? Spelling::ordinal_before_noun
                            : ordinal.gender == Gender::feminine ? Spelling::ordinal_feminine
                                                                 : Spelling::ordinal_masculine;
  return printer.speller.spell(ordinal.number, spelling);
}

/// 'Segunda Reunión' is a name; 'segunda reunión' is not: the ordinal follows the noun's first letter.
std::string like_noun(std::string word, std::string_view noun, const std::string& tag) {
  return !noun.empty() && with_capital(noun, tag) == noun ? with_capital(word, tag) : word;
}

}  // namespace

bool number_words_are_readable(const SpelloutStyle& style) {
  if (style.rules.empty()) return true;
  Speller speller(style);
  for (const Spelling spelling :
       {Spelling::masculine, Spelling::feminine, Spelling::standalone, Spelling::ordinal_masculine,
        Spelling::ordinal_feminine, Spelling::ordinal_before_noun}) {
    if (!rule_set(style, spelling).empty() && speller.spell(1, spelling).empty()) return false;
  }
  return true;
}

std::string Speller::spell(std::int64_t number, Spelling spelling) {
  const std::string& name = rule_set(style_, spelling);
  if (style_.rules.empty() || name.empty()) return {};
  if (!rules_) rules_ = std::make_unique<Rules>(Rules{compiled(style_.rules)});
  if (!rules_->format) return {};
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text;
  icu::FieldPosition ignored;
  rules_->format->format(number, icu::UnicodeString::fromUTF8(name), text, ignored, status);
  std::string out;
  return U_SUCCESS(status) ? text.toUTF8String(out) : out;
}

std::string roman_numeral(std::int64_t number) {
  constexpr std::int64_t kLargest = 3999;
  constexpr std::array<std::pair<int, std::string_view>, 13> kSigns = {{{1000, "M"},
                                                                        {900, "CM"},
                                                                        {500, "D"},
                                                                        {400, "CD"},
                                                                        {100, "C"},
                                                                        {90, "XC"},
                                                                        {50, "L"},
                                                                        {40, "XL"},
                                                                        {10, "X"},
                                                                        {9, "IX"},
                                                                        {5, "V"},
                                                                        {4, "IV"},
                                                                        {1, "I"}}};
  if (number < 1 || number > kLargest) return std::to_string(number);
  std::string out;
  for (const auto& [value, sign] : kSigns) {
    for (; number >= value; number -= value) out += sign;
  }
  return out;
}

void append_ordinal(std::string& out, const Printer& printer, IntentId intent, const Ordinal& ordinal) {
  const OrdinalStyle& style = printer.style().ordinals;
  const std::string_view noun = printer.text(ordinal.noun);
  const std::string figures = in_figures(style, ordinal);
  if (intent == IntentId::ordinal_roman) {
    const std::string roman = roman_numeral(ordinal.number);
    const bool in_roman = style.roman.has(Slot::roman);
    out += noun.empty() ? (in_roman ? roman : figures)
                        : style.roman.filled({{Slot::roman, roman}, {Slot::abbr, figures}, {Slot::noun, noun}});
    return;
  }
  if (intent == IntentId::ordinal_word) {
    std::string word = in_words(printer, ordinal);
    if (word.empty()) word = figures;
    word = like_noun(std::move(word), noun, printer.data.tag);
    out += noun.empty() ? word : style.word.filled({{Slot::word, word}, {Slot::noun, noun}});
    return;
  }
  out += figures;
}

}  // namespace gaceta::localization
