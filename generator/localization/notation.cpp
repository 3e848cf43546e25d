#include "localization/notation.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "localization/locale.hpp"
#include "localization/style_word.hpp"
#include "text/nearest.hpp"

// A role is a value, then words in any order: a unit (numbers only), a style, a qualifier, 'capital'. Each word is
// looked up in that order; what is found nowhere is an unknown unit as long as a number has none, else an unknown
// style.

namespace gaceta::localization {
namespace {

using diagnostics::Help;
using model::Decimal;

/// A word of the role with its place.
struct Token {
  std::string_view text;
  std::size_t offset = 0;
};

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t at = 0;
  while ((at = text.find_first_not_of(" \t\n", at)) != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(" \t\n", at), text.size());
    tokens.push_back({text.substr(at, end - at), at});
    at = end;
  }
  return tokens;
}

NotationError fault(std::string_view rule, const Token& token, Help help = {}) {
  return {rule, token.offset, token.text.size(), {std::string(token.text)}, std::move(help)};
}

// ---- style words

constexpr std::array<std::string_view, 6> kQualifierWords = {"more-than", "nearly",   "about",
                                                             "up-to",     "at-least", "less-than"};
constexpr std::array<Qualifier, 6> kQualifiers = {Qualifier::more_than, Qualifier::nearly,   Qualifier::about,
                                                  Qualifier::up_to,     Qualifier::at_least, Qualifier::less_than};

/// What the words behind a value said.
struct Style {
  std::optional<IntentId> intent;
  Token word;
  bool capital = false;
};

/// Reads `token` as a style word; an error when it is none, or the second one.
std::optional<NotationError> read_style(Style& style, const Token& token, Group group, const NamedFormats* formats) {
  if (token.text == kCapital) {
    style.capital = true;
    return std::nullopt;
  }
  const std::optional<IntentId> found = style_intent(group, token.text, formats);
  if (!found) return fault("unknown-style", token, suggestion(token.text, style_words(group, formats)));
  if (style.intent) {
    NotationError error = fault("style-twice", token);
    error.arguments.emplace_back(style.word.text);
    return error;
  }
  style.intent = found;
  style.word = token;
  return std::nullopt;
}

// ---- numbers

/// Whether `text` is digits in groups of three parted by `sign`: 647,766.
bool is_grouped(std::string_view text, char sign) {
  std::size_t at = text.find(sign);
  if (at == std::string_view::npos || at == 0 || at > 3) return false;
  for (; at < text.size(); at += 4) {
    if (text[at] != sign || text.substr(at + 1, 3).find_first_not_of("0123456789") != std::string_view::npos ||
        text.size() - at < 4) {
      return false;
    }
  }
  return true;
}

/// "647,766" and "65,3" as they should be written, if that is plain to see.
Help help_for_number(std::string_view typed) {
  for (const char sign : {',', '.'}) {
    std::string digits(typed);
    digits.erase(std::remove(digits.begin(), digits.end(), sign), digits.end());
    if (is_grouped(typed, sign) && model::parse_decimal(digits)) return {"write-number-as", {digits}};
  }
  std::string with_point(typed);
  std::replace(with_point.begin(), with_point.end(), ',', '.');
  if (model::parse_decimal(with_point)) return {"write-number-as", {with_point}};
  return {"plain-number", {}};
}

std::variant<Number, NotationError> read_number(Token token) {
  Number number;
  if (token.text.ends_with('%')) {
    number.unit.kind = UnitKind::percent;
    token.text.remove_suffix(1);
  }
  const std::size_t dots = token.text.find("..");
  const Token first{token.text.substr(0, dots), token.offset};
  const std::optional<Decimal> value = model::parse_decimal(first.text);
  if (!value) return fault("bad-number", first, help_for_number(first.text));
  number.value = *value;
  if (dots == std::string_view::npos) return number;
  const Token second{token.text.substr(dots + 2), token.offset + dots + 2};
  number.to = model::parse_decimal(second.text);
  if (!number.to) return fault("bad-number", second, help_for_number(second.text));
  if (*number.to < number.value) return fault("reversed-range", token);
  return number;
}

Group group_of(UnitKind kind) {
  switch (kind) {
    case UnitKind::percent:
      return Group::percent;
    case UnitKind::points:
      return Group::points;
    case UnitKind::currency:
      return Group::money;
    case UnitKind::noun:
      return Group::count;
    case UnitKind::year:
      return Group::year;
    default:
      return Group::plain;
  }
}

IntentId range_intent(Group group) {
  switch (group) {
    case Group::percent:
      return IntentId::percent_range;
    case Group::points:
      return IntentId::percent_points;
    case Group::money:
      return IntentId::money_range;
    case Group::count:
      return IntentId::count_range;
    default:
      return IntentId::decimal_range;
  }
}

/// The author's notation decides: digits print as digits, an exponent prints in words.
IntentId default_intent(Group group, const Number& number) {
  const bool in_words = number.value.notation() == Decimal::Notation::exponent;
  switch (group) {
    case Group::percent:
      return IntentId::percent_symbol;
    case Group::points:
      return IntentId::percent_points;
    case Group::money:
      return in_words ? IntentId::money_text : IntentId::money_name;
    case Group::count:
      return in_words ? IntentId::count_text : IntentId::plural_message;
    case Group::year:
      return IntentId::identifier_year;
    default:
      break;
  }
  if (in_words) return IntentId::decimal_text;
  return number.value.is_integer() ? IntentId::integer_grouped : IntentId::decimal_plain;
}

bool fits_range(std::string_view word) {
  return word == "text" || word == "digits" || word == "symbol";
}

std::variant<Phrase, NotationError> number_phrase(Number number, const Style& style) {
  const Group group = group_of(number.unit.kind);
  if (number.to && style.intent && !fits_range(style.word.text)) {
    return fault("unknown-style", style.word, {"one-of", {"text, digits"}});
  }
  const bool in_digits =
      style.intent ? style.word.text == "digits" : number.value.notation() == Decimal::Notation::plain;
  Phrase phrase;
  phrase.intent = number.to ? range_intent(group) : style.intent.value_or(default_intent(group, number));
  phrase.options.digits = Digits::significand;
  phrase.options.in_digits = in_digits;
  phrase.options.capital = style.capital;
  phrase.value = std::move(number);
  return phrase;
}

NotationError unknown_word(const Token& token, const Number& number, const Units& units, const NamedFormats* formats) {
  const Group group = group_of(number.unit.kind);
  std::vector<std::string> styles = style_words(group, formats);
  styles.insert(styles.end(), kQualifierWords.begin(), kQualifierWords.end());
  if (number.unit.kind != UnitKind::none) return fault("unknown-style", token, suggestion(token.text, styles));
  if (auto near = text::nearest(token.text, std::span<const std::string>(styles))) {
    return fault("unknown-style", token, diagnostics::did_you_mean(std::move(near)));
  }
  const std::vector<std::string> words = units.words();
  auto near = text::nearest(token.text, std::span<const std::string>(words));
  return fault("unknown-unit", token, near ? diagnostics::did_you_mean(std::move(near)) : Help{"declare-unit", {}});
}

std::variant<Phrase, NotationError> parse_number(const std::vector<Token>& tokens, const Units& units,
                                                 const NamedFormats* formats) {
  auto read = read_number(tokens.front());
  if (auto* error = std::get_if<NotationError>(&read)) return std::move(*error);
  Number number = std::get<Number>(std::move(read));
  std::vector<Token> styles;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const std::optional<Unit> unit = units.find(token.text);
    if (unit && number.unit.kind == UnitKind::none && unit->kind != UnitKind::date) {
      number.unit = *unit;
    } else if (const std::optional<Qualifier> qualifier = parse_qualifier(token.text)) {
      number.qualifier = *qualifier;
    } else {
      styles.push_back(token);
    }
  }
  Style style;
  for (const Token& token : styles) {
    const bool known = token.text == kCapital || style_intent(group_of(number.unit.kind), token.text, formats);
    if (!known) return unknown_word(token, number, units, formats);
    if (auto error = read_style(style, token, group_of(number.unit.kind), formats)) return *std::move(error);
  }
  return number_phrase(std::move(number), style);
}

// ---- dates and times

bool looks_like_a_date(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789-/.HQ") == std::string_view::npos && text.size() >= 4 &&
         text.substr(0, 4).find_first_not_of("0123456789") == std::string_view::npos &&
         (text.size() == 4 || text[4] == '-' || text[4] == '/');
}

/// '14/07/2021', '7-14-2021': digits, a mark, digits, the same mark, a year. Day and month are told apart where only
/// one reading exists; a suggestion in ISO 8601 then, else nothing.
std::optional<Help> day_first_help(std::string_view text) {
  const std::size_t first = text.find_first_not_of("0123456789");
  if (first == 0 || first > 2 || first == std::string_view::npos) return std::nullopt;
  const std::size_t second = text.find(text[first], first + 1);
  if (std::string_view("/-.").find(text[first]) == std::string_view::npos || second == std::string_view::npos) {
    return std::nullopt;
  }
  std::string day(text.substr(0, first));
  std::string month(text.substr(first + 1, second - first - 1));
  const std::string year(text.substr(second + 1));
  const auto are_digits = [](std::string_view part, std::size_t most) {
    return !part.empty() && part.size() <= most && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (!are_digits(month, 2) || !are_digits(year, 4) || year.size() != 4) return std::nullopt;
  if (std::stoi(month) > 12) std::swap(day, month);
  const auto two = [](const std::string& part) { return part.size() == 1 ? "0" + part : part; };
  const std::string iso = year + "-" + two(month) + "-" + two(day);
  const bool is_plain = std::stoi(day) > 12 || two(day) == two(month);
  return is_plain && model::parse_date(iso) ? diagnostics::did_you_mean(iso) : Help{"iso-date", {}};
}

NotationError date_fault(const Token& token) {
  const Help help{"iso-date", {}};
  if (auto near = day_first_help(token.text)) return fault("bad-date", token, *std::move(near));
  const std::size_t slash = token.text.find('/');
  if (slash != std::string_view::npos) {
    const Token start{token.text.substr(0, slash), token.offset};
    const Token end{token.text.substr(slash + 1), token.offset + slash + 1};
    if (!model::parse_date(start.text)) return date_fault(start);
    if (end.text != ".." && !model::parse_date(end.text)) return date_fault(end);
    return fault("reversed-range", token);
  }
  return fault(looks_like_a_date(token.text) && token.text.size() >= 7 ? "impossible-date" : "bad-date", token, help);
}

/// 'heading' is the weekday for a day and the month for a month; words for intervals fall back to the date alone.
IntentId date_intent(const model::DateRange& range, const Style& style) {
  if (!style.intent) return range.is_single() ? IntentId::date_long : IntentId::date_range_text;
  const bool is_day = range.start.precision == model::DatePrecision::day;
  if (*style.intent == IntentId::date_weekday_heading && !is_day) return IntentId::date_month_year_heading;
  return *style.intent;
}

/// A day that is printed as a month or a year is a date of less precision.
model::DateRange coarsened(model::DateRange range, IntentId intent) {
  const bool to_year = intent == IntentId::date_year;
  if (!to_year && (intent != IntentId::date_month_year || range.start.precision != model::DatePrecision::day)) {
    return range;
  }
  for (model::Date* date : {&range.start, range.end ? &*range.end : nullptr}) {
    if (date == nullptr) continue;
    date->day = 0;
    date->precision = model::DatePrecision::month;
    if (to_year) *date = model::Date{date->year, 0, 0, 0, model::DatePrecision::year};
  }
  return range;
}

std::variant<Phrase, NotationError> parse_date_role(const std::vector<Token>& tokens, const NamedFormats* formats) {
  const std::optional<model::DateRange> range = model::parse_edtf(tokens.front().text);
  if (!range) return date_fault(tokens.front());
  Style style;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (auto error = read_style(style, tokens[i], Group::date, formats)) return *std::move(error);
  }
  Phrase phrase;
  phrase.intent = date_intent(*range, style);
  phrase.value = coarsened(*range, phrase.intent);
  phrase.options.capital = style.capital;
  return phrase;
}

std::variant<Phrase, NotationError> parse_time_role(const std::vector<Token>& tokens, const NamedFormats* formats) {
  const Help help{"iso-time", {}};
  const Token& token = tokens.front();
  const std::size_t slash = token.text.find('/');
  const std::optional<model::Time> start = model::parse_time(token.text.substr(0, slash));
  if (!start) return fault("bad-time", {token.text.substr(0, slash), token.offset}, help);
  TimeRange range{*start, std::nullopt};
  if (slash != std::string_view::npos) {
    const Token end{token.text.substr(slash + 1), token.offset + slash + 1};
    range.end = model::parse_time(end.text);
    if (!range.end) return fault("bad-time", end, help);
    if (*range.end < *start) return fault("reversed-range", token);
  }
  Style style;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (auto error = read_style(style, tokens[i], Group::time, formats)) return *std::move(error);
  }
  Phrase phrase;
  phrase.intent = style.intent.value_or(range.end ? IntentId::time_range_text : IntentId::time_text);
  phrase.value = range;
  phrase.options.capital = style.capital;
  return phrase;
}

// ---- ordinals and countries

std::variant<Phrase, NotationError> parse_ordinal(const std::vector<Token>& tokens, const NamedFormats* formats) {
  constexpr std::int64_t kLargest = 3999;
  const std::optional<Decimal> value = model::parse_decimal(tokens.front().text);
  const std::optional<std::int64_t> number = value ? value->to_integer() : std::nullopt;
  if (!number || *number < 1 || *number > kLargest) return fault("bad-ordinal", tokens.front());
  Ordinal ordinal;
  ordinal.number = *number;
  Style style;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const std::string_view word = tokens[i].text;
    if (word == "m" || word == "f") {
      ordinal.gender = word == "f" ? Gender::feminine : Gender::masculine;
    } else if (word == "noun") {
      ordinal.before_noun = true;
    } else if (auto error = read_style(style, tokens[i], Group::ordinal, formats)) {
      return *std::move(error);
    }
  }
  Phrase phrase;
  phrase.intent = style.intent.value_or(IntentId::ordinal_abbr);
  phrase.value = std::move(ordinal);
  phrase.options.capital = style.capital;
  return phrase;
}

Preposition preposition_of(std::string_view word) {
  if (word == "in") return Preposition::in;
  if (word == "of") return Preposition::of;
  if (word == "to") return Preposition::to;
  return word == "from" ? Preposition::from : Preposition::none;
}

std::variant<Phrase, NotationError> parse_country(const std::vector<Token>& tokens, const NamedFormats* formats) {
  const Token& code = tokens.front();
  if (!is_country(code.text)) return fault("unknown-country", code);
  Style style;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (auto error = read_style(style, tokens[i], Group::country, formats)) return *std::move(error);
  }
  Phrase phrase;
  phrase.intent = style.intent.value_or(IntentId::country_name);
  phrase.value = Country{std::string(code.text), preposition_of(style.word.text)};
  phrase.options.capital = style.capital;
  return phrase;
}

}  // namespace

bool is_value_role(std::string_view role) {
  return role == "num" || role == "date" || role == "time" || role == "ord" || role == "country";
}

std::variant<Phrase, NotationError> parse_role(std::string_view role, std::string_view text, const Units& units,
                                               const NamedFormats* formats) {
  const std::vector<Token> tokens = tokens_of(text);
  if (tokens.empty()) return NotationError{"empty-value-role", 0, text.size(), {}, {}};
  if (role == "date") return parse_date_role(tokens, formats);
  if (role == "time") return parse_time_role(tokens, formats);
  if (role == "ord") return parse_ordinal(tokens, formats);
  if (role == "country") return parse_country(tokens, formats);
  return parse_number(tokens, units, formats);
}

std::optional<Qualifier> parse_qualifier(std::string_view word) {
  if (word.empty()) return Qualifier::exact;
  const auto found = std::find(kQualifierWords.begin(), kQualifierWords.end(), word);
  if (found == kQualifierWords.end()) return std::nullopt;
  return kQualifiers[static_cast<std::size_t>(found - kQualifierWords.begin())];
}

// ---- facts

namespace {

FactError in_field(FactField field, NotationError error) {
  return {field, std::move(error)};
}

/// The unit of a fact, or what is wrong with it.
std::variant<Unit, FactError> fact_unit(std::string_view word, const Units& units) {
  if (word.empty()) return Unit{};
  if (std::optional<Unit> unit = units.find(word)) return *std::move(unit);
  const std::vector<std::string> words = units.words();
  auto near = text::nearest(word, std::span<const std::string>(words));
  return in_field(FactField::unit, fault("unknown-unit", {word, 0},
                                         near ? diagnostics::did_you_mean(std::move(near)) : Help{"declare-unit", {}}));
}

/// The style words of a fact's role behind the value that the fact holds.
template <typename Parse>
std::variant<Phrase, FactError> with_style(const FactFields& fact, Parse parse) {
  std::vector<Token> tokens = {{fact.value, 0}};
  std::variant<Phrase, NotationError> bare = parse(tokens);
  if (auto* error = std::get_if<NotationError>(&bare)) return in_field(FactField::value, std::move(*error));
  for (const Token& token : tokens_of(fact.style)) {
    if (token.text != "bare") tokens.push_back(token);
  }
  std::variant<Phrase, NotationError> styled = parse(tokens);
  if (auto* error = std::get_if<NotationError>(&styled)) return in_field(FactField::style, std::move(*error));
  return std::get<Phrase>(std::move(styled));
}

bool is_bare(std::string_view style) {
  const std::vector<Token> tokens = tokens_of(style);
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.text == "bare"; });
}

std::variant<Phrase, NotationError> fact_number(const std::vector<Token>& tokens, const Unit& unit, Qualifier qualifier,
                                                const Units& units, const NamedFormats* formats) {
  auto read = read_number(tokens.front());
  if (auto* error = std::get_if<NotationError>(&read)) return std::move(*error);
  Number number = std::get<Number>(std::move(read));
  if (unit.kind != UnitKind::none) number.unit = unit;
  number.qualifier = qualifier;
  Style style;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const Group group = group_of(number.unit.kind);
    const bool known = tokens[i].text == kCapital || style_intent(group, tokens[i].text, formats);
    if (!known) return unknown_word(tokens[i], number, units, formats);
    if (auto error = read_style(style, tokens[i], group, formats)) return *std::move(error);
  }
  return number_phrase(std::move(number), style);
}

}  // namespace

std::variant<Phrase, FactError> phrase_of_fact(const FactFields& fact, const Units& units,
                                               const NamedFormats* formats) {
  std::variant<Unit, FactError> unit = fact_unit(fact.unit, units);
  if (auto* error = std::get_if<FactError>(&unit)) return std::move(*error);
  const UnitKind kind = std::get<Unit>(unit).kind;
  const std::optional<Qualifier> qualifier = parse_qualifier(fact.qualifier);
  if (!qualifier) {
    const std::vector<std::string> words(kQualifierWords.begin(), kQualifierWords.end());
    return in_field(FactField::qualifier,
                    fault("unknown-qualifier", {fact.qualifier, 0}, suggestion(fact.qualifier, words)));
  }
  const bool years = kind == UnitKind::year && fact.value.find('/') != std::string_view::npos;
  if (kind == UnitKind::date || years) {
    return with_style(fact, [&](const std::vector<Token>& tokens) { return parse_date_role(tokens, formats); });
  }
  const Qualifier shown = is_bare(fact.style) ? Qualifier::exact : *qualifier;
  return with_style(fact, [&](const std::vector<Token>& tokens) {
    return fact_number(tokens, std::get<Unit>(unit), shown, units, formats);
  });
}

}  // namespace gaceta::localization
