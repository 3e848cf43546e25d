// Numbers with what they count: plain digits, percentages, money, nouns, and their ranges and qualifiers.
#include <algorithm>

#include "localization/printer.hpp"
#include "localization/scale.hpp"
#include "text/utf8.hpp"

namespace gaceta::localization {
namespace {

using model::Decimal;

constexpr int kMillion = 6;

// ---- digits

std::string digits(const Printer& printer, const Scaled& scaled) {
  std::string out;
  append_digits(out, printer.style().numbers, scaled.number, scaled.least_fraction);
  return out;
}

std::string plain(const Printer& printer, const Decimal& value, const Options& options) {
  return digits(printer, unscaled(value, options));
}

std::string with_sign(const Printer& printer, const Decimal& value, const Options& options) {
  const std::string text = plain(printer, value, options);
  return value > Decimal() ? printer.style().numbers.plus + text : text;
}

bool is_one(const Printer& printer, const Scaled& scaled) {
  return is_singular(printer.style().numbers.plural, scaled.number, scaled.fraction());
}

/// A round million in digits reads like a scale word, and takes the same 'de'.
bool is_round_million(const Scaled& scaled) {
  return scaled.word == nullptr && scaled.fraction() == 0 && !scaled.number.is_zero() &&
         scaled.number.lowest_power() >= kMillion;
}

/// Number and scale word: "53 mil millones", "mil millones", "1.4 million".
std::string number_and_scale(const Printer& printer, const Scaled& scaled) {
  if (scaled.word == nullptr) return digits(printer, scaled);
  const std::string& word = is_one(printer, scaled) ? scaled.word->one : scaled.word->other;
  return scaled.drops_number() ? word : digits(printer, scaled) + ' ' + word;
}

std::string_view joint(const Printer& printer, const Scaled& scaled) {
  if (scaled.word != nullptr) return scaled.word->joint;
  return is_round_million(scaled) ? std::string_view(printer.style().numbers.round_million) : " ";
}

/// How names agree with a number.
enum class Agreement { one, other, many };

Agreement agreement(const Printer& printer, const Scaled& scaled) {
  if (scaled.word != nullptr) return Agreement::other;
  if (is_round_million(scaled)) return Agreement::many;
  return is_one(printer, scaled) ? Agreement::one : Agreement::other;
}

std::string in_range(const Printer& printer, std::string_view from, std::string_view to) {
  return printer.style().numbers.range.filled({{Slot::from, from}, {Slot::to, to}});
}

/// The numbers of a range before what they count; a scale word that both share is said once.
std::string range_of_numbers(const Printer& printer, const Scaled& from, const Scaled& to) {
  const bool shared = from.word != nullptr && from.word == to.word && !from.drops_number();
  return in_range(printer, shared ? digits(printer, from) : number_and_scale(printer, from),
                  number_and_scale(printer, to));
}

// ---- percent

std::string percent(const Printer& printer, std::string_view number) {
  return printer.style().percent.symbol.filled({{Slot::number, number}});
}

std::string percent_range(const Printer& printer, const Number& number, const Options& options) {
  const std::string from = plain(printer, number.value, options);
  if (!number.to) return percent(printer, from);
  const std::string to = plain(printer, *number.to, options);
  if (number.value.is_negative() || number.to->is_negative()) {
    return in_range(printer, percent(printer, from), percent(printer, to));  // a mark beside a minus cannot be read
  }
  return percent(printer, printer.style().percent.range.filled({{Slot::from, from}, {Slot::to, to}}));
}

std::string percent_points(const Printer& printer, const Number& number, const Options& options) {
  const Scaled last = unscaled(number.to.value_or(number.value), options);
  const std::string text = number.to ? in_range(printer, plain(printer, number.value, options), digits(printer, last))
                                     : digits(printer, last);
  const PercentStyle& style = printer.style().percent;
  return (is_one(printer, last) ? style.point : style.points).filled({{Slot::number, text}});
}

std::string percent_of(const Printer& printer, const Number& number, std::string_view percentage) {
  const PercentStyle& style = printer.style().percent;
  const Pattern& pattern = number.qualifier == Qualifier::exact ? style.of : style.of_qualified;
  std::string text = pattern.filled({{Slot::percent, percentage}, {Slot::whole, printer.text(number.whole)}});
  return contracted(printer.style().places, std::move(text));
}

// ---- money

struct Names {
  std::string_view one, other;
};

/// A currency that the house style does not know is called by its code.
struct Money {
  std::string_view code;
  CurrencyStyle style;
};

Money money_of(const Printer& printer, std::string_view code) {
  const auto found = printer.style().currencies.find(std::string(code));
  Money money{code, found != printer.style().currencies.end() ? found->second : CurrencyStyle{}};
  if (money.style.other.empty()) money.style.one = money.style.other = code;
  return money;
}

Names short_names(const Money& money) {
  return {money.style.one, money.style.other};
}

Names long_names(const Money& money) {
  const bool known = !money.style.long_other.empty();
  return known ? Names{money.style.long_one, money.style.long_other} : short_names(money);
}

/// An amount in full digits: whole, or with the currency's decimals.
Scaled amount(const Decimal& value, const Money& money, const Options& options) {
  Scaled result = unscaled(value, options);
  const bool free = !options.fraction_digits && !options.max_fraction_digits;
  if (free && result.fraction() > 0) result.least_fraction = std::max(result.least_fraction, money.style.decimals);
  return result;
}

Scaled prose_amount(const Printer& printer, const Decimal& value, const Money& money, const Options& options) {
  const HouseStyle& style = printer.style();
  const Scaled result = scaled(value, style.scales, options, style.money.max_decimals, Decimals::cut);
  return result.word != nullptr ? result : amount(value, money, options);
}

std::string named(const Printer& printer, const Scaled& scaled, const Names& names) {
  const bool singular = agreement(printer, scaled) == Agreement::one;
  return number_and_scale(printer, scaled).append(joint(printer, scaled)).append(singular ? names.one : names.other);
}

/// Runs `print` on the size of `scaled` and puts the sign before the result: −$5, not $−5.
template <typename Print>
std::string sign_first(const Printer& printer, Scaled scaled, Print print) {
  const bool negative = scaled.number.is_negative();
  scaled.number = scaled.number.absolute();
  return (negative ? printer.style().numbers.minus : std::string()) + print(scaled);
}

std::string with_code(const Printer& printer, const Scaled& scaled, const Money& money) {
  return sign_first(printer, scaled, [&](const Scaled& size) {
    return printer.style().money.code.filled(
        {{Slot::number, number_and_scale(printer, size)}, {Slot::code, money.code}});
  });
}

std::string with_symbol(const Printer& printer, const Scaled& scaled, const Money& money) {
  if (money.style.symbol.empty()) return with_code(printer, scaled, money);
  return sign_first(printer, scaled, [&](const Scaled& size) {
    const MoneyStyle& style = printer.style().money;
    if (size.word == nullptr) {
      return style.symbol.filled({{Slot::number, digits(printer, size)}, {Slot::symbol, money.style.symbol}});
    }
    const std::string& word = is_one(printer, size) ? size.word->one : size.word->other;
    return style.symbol_scaled.filled(
        {{Slot::number, digits(printer, size)}, {Slot::symbol, money.style.symbol}, {Slot::scale, word}});
  });
}

std::string in_prose(const Printer& printer, const Scaled& scaled, const Money& money) {
  if (money.style.prose == MoneyProse::symbol) return with_symbol(printer, scaled, money);
  return named(printer, scaled, short_names(money));
}

/// From this power on a table counts millions, even if fewer than one.
constexpr int kTableMillions = 5;

/// What is glued to a letter: "M€". Signs of more than one character are not; the code follows instead.
std::string table_sign(const Money& money) {
  if (!money.style.table_symbol.empty()) return money.style.table_symbol;
  if (text::count_code_points(money.style.symbol) == 1) return money.style.symbol;
  return "\u00A0" + std::string(money.code);
}

std::string for_table(const Printer& printer, const Decimal& value, const Money& money, const Options& options) {
  const HouseStyle& style = printer.style();
  const Pattern& pattern = money.style.table ? *money.style.table : style.money.table;
  const std::string_view symbol = money.style.symbol.empty() ? money.code : std::string_view(money.style.symbol);
  const std::string sign = table_sign(money);
  const bool in_millions = pattern.has(Slot::millions);
  Options millions = options;
  millions.scale = Scale::million;
  const Scaled size = in_millions ? scaled(value, style.scales, millions, style.money.max_decimals, Decimals::cut)
                      : pattern.has(Slot::short_scale)
                          ? scaled_short(value, style.scales, options, style.money.max_decimals)
                          : scaled(value, style.scales, options, style.money.max_decimals, Decimals::cut);
  const bool small = size.word == nullptr || (in_millions && value.magnitude() < kTableMillions);
  return sign_first(printer, small ? amount(value, money, options) : size, [&](const Scaled& shown) {
    const std::string text = digits(printer, shown);
    const std::string_view word =
        shown.word == nullptr ? std::string_view() : (is_one(printer, shown) ? shown.word->one : shown.word->other);
    const std::string_view letter = shown.word == nullptr ? std::string_view() : shown.word->short_form;
    return (small ? style.money.table_small : pattern)
        .filled({{Slot::number, text},
                 {Slot::millions, text},
                 {Slot::scale, word},
                 {Slot::short_scale, letter},
                 {Slot::symbol, symbol},
                 {Slot::table_symbol, sign},
                 {Slot::code, money.code}});
  });
}

std::string money_range(const Printer& printer, const Number& number, const Money& money, const Options& options) {
  const Scaled from = prose_amount(printer, number.value, money, options);
  const Scaled to = prose_amount(printer, number.to.value_or(number.value), money, options);
  if (!number.to) return in_prose(printer, to, money);
  if (money.style.prose == MoneyProse::symbol) {
    return in_range(printer, with_symbol(printer, from, money), with_symbol(printer, to, money));
  }
  return range_of_numbers(printer, from, to).append(joint(printer, to)).append(money.style.other);
}

std::string money(const Printer& printer, IntentId intent, const Number& number, const Options& options) {
  const Money money = money_of(printer, number.unit.id);
  const auto full = [&] { return amount(number.value, money, options); };
  switch (intent) {
    case IntentId::money_name:
      return in_prose(printer, full(), money);
    case IntentId::money_code:
      return with_code(printer, full(), money);
    case IntentId::money_symbol:
      return with_symbol(printer, full(), money);
    case IntentId::money_table_short:
      return for_table(printer, number.value, money, options);
    case IntentId::money_text_long_name:
      return named(printer, prose_amount(printer, number.value, money, options), long_names(money));
    default:
      return money_range(printer, number, money, options);
  }
}

// ---- nouns

const NounForms* forms_of(const Printer& printer, const Unit& unit) {
  const CountableNoun* noun = printer.data.units == nullptr ? nullptr : printer.data.units->noun(unit.id);
  return noun == nullptr ? nullptr : noun->in(printer.data.language);
}

/// `number` with the noun of `unit` in the form that agrees; the number alone when there is no noun.
std::string with_noun(const Printer& printer, std::string number, std::string_view joint, const Unit& unit,
                      Agreement form) {
  if (unit.kind != UnitKind::noun) return number;
  const NounForms* forms = forms_of(printer, unit);
  if (forms == nullptr) return number.append(" ").append(unit.id);
  const std::string& many = forms->many.empty() ? forms->other : forms->many;
  const std::string& word = form == Agreement::one ? forms->one : (form == Agreement::many ? many : forms->other);
  const std::size_t slot = word.find("{}");
  if (slot == std::string::npos) return number.append(joint).append(word);
  return std::string(word).replace(slot, 2, number);
}

std::string counted(const Printer& printer, const Scaled& scaled, const Unit& unit) {
  return with_noun(printer, number_and_scale(printer, scaled), joint(printer, scaled), unit,
                   agreement(printer, scaled));
}

Scaled count(const Printer& printer, const Decimal& value, const Options& options) {
  const HouseStyle& style = printer.style();
  return scaled(value, style.scales, options, style.money.max_decimals, Decimals::keep);
}

std::string count_in_words(const Printer& printer, const Number& number, const Options& options) {
  const std::optional<std::int64_t> integer = number.value.to_integer();
  const NounForms* forms = forms_of(printer, number.unit);
  const Gender gender = forms == nullptr ? Gender::masculine : forms->gender;
  const Spelling spelling = number.unit.kind != UnitKind::noun ? Spelling::standalone
                            : gender == Gender::feminine       ? Spelling::feminine
                                                               : Spelling::masculine;
  std::string words;
  if (integer && *integer >= 0 && *integer <= printer.style().spellout.words_up_to) {
    words = printer.speller.spell(*integer, spelling);
  }
  const Scaled scaled = count(printer, number.value, options);
  if (words.empty()) return counted(printer, scaled, number.unit);
  return with_noun(printer, std::move(words), " ", number.unit, agreement(printer, scaled));
}

std::string count_range(const Printer& printer, const Number& number, const Options& options) {
  const Scaled from = count(printer, number.value, options);
  const Scaled to = count(printer, number.to.value_or(number.value), options);
  if (!number.to) return counted(printer, to, number.unit);
  const Agreement form = agreement(printer, to) == Agreement::one ? Agreement::other : agreement(printer, to);
  return with_noun(printer, range_of_numbers(printer, from, to), joint(printer, to), number.unit, form);
}

// ---- qualifiers

std::string_view qualifier_word(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::more_than:
      return "more-than";
    case Qualifier::nearly:
      return "nearly";
    case Qualifier::about:
      return "about";
    case Qualifier::up_to:
      return "up-to";
    case Qualifier::at_least:
      return "at-least";
    case Qualifier::less_than:
      return "less-than";
    default:
      return {};
  }
}

bool takes_percent_form(IntentId intent) {
  return intent == IntentId::percent_symbol || intent == IntentId::percent_words || intent == IntentId::percent_of ||
         intent == IntentId::percent_qualified || intent == IntentId::percent_range;
}

/// 'unas 325 empresas', but 'unos 3 millones de empresas': the scale word is the noun there.
Gender gender_of(const Printer& printer, const Number& number, const Options& options) {
  const HouseStyle& style = printer.style();
  const Scaled size = scaled(number.value, style.scales, options, style.money.max_decimals,
                             number.unit.kind == UnitKind::currency ? Decimals::cut : Decimals::keep);
  if (size.word != nullptr && size.word->gender) return *size.word->gender;
  if (is_round_million(size) && style.scales.contains(kMillion)) {
    return style.scales.at(kMillion).gender.value_or(Gender::masculine);
  }
  if (number.unit.kind == UnitKind::currency) return money_of(printer, number.unit.id).style.gender;
  const NounForms* forms = forms_of(printer, number.unit);
  return forms == nullptr ? Gender::masculine : forms->gender;
}

/// The form that agrees with what is counted; 'unos' needs a plural, so one of anything takes the general form.
const std::optional<Pattern>& qualifier_form(const Printer& printer, IntentId intent, const Number& number,
                                             const Options& options, const QualifierStyle& style) {
  const bool counts = number.unit.kind == UnitKind::noun;
  if (takes_percent_form(intent) && style.percent) return style.percent;
  if (intent == IntentId::identifier_year && style.date) return style.date;
  if (counts && style.count) return style.count;
  const bool agrees = counts || number.unit.kind == UnitKind::currency;
  const std::string_view significant = number.value.digits();
  const bool is_one_of_something = significant.find_first_not_of('0', 1) == std::string_view::npos &&
                                   significant.front() == '1' && number.value.magnitude() % kMillion == 0;
  if (!agrees || is_one_of_something) return style.general;
  const std::optional<Pattern>& form =
      gender_of(printer, number, options) == Gender::feminine ? style.feminine : style.masculine;
  return form ? form : style.general;
}

std::string qualified(const Printer& printer, IntentId intent, const Number& number, const Options& options,
                      std::string text) {
  const std::string_view word = qualifier_word(number.qualifier);
  if (word.empty()) return text;
  const auto style = printer.style().qualifiers.find(std::string(word));
  if (style == printer.style().qualifiers.end()) return text;
  const std::optional<Pattern>& form = qualifier_form(printer, intent, number, options, style->second);
  return form ? form->filled({{Slot::value, text}}) : text;
}

// ---- by intent

std::string percentage(const Printer& printer, IntentId intent, const Number& number, const Options& options) {
  const PercentStyle& style = printer.style().percent;
  const auto size = [&] { return percent(printer, plain(printer, number.value.absolute(), options)); };
  switch (intent) {
    case IntentId::percent_words:
      return style.words.filled({{Slot::number, plain(printer, number.value, options)}});
    case IntentId::percent_points:
      return percent_points(printer, number, options);
    case IntentId::percent_signed_table:
      return percent(printer, with_sign(printer, number.value, options));
    case IntentId::percent_fall_verb:
      return style.fall.filled({{Slot::percent, size()}});
    case IntentId::percent_rise_verb:
      return style.rise.filled({{Slot::percent, size()}});
    default:
      return percent_range(printer, number, options);
  }
}

std::string without_grouping(const Printer& printer, const Decimal& value, Grouping grouping) {
  std::string out;
  append_digits(out, printer.style().numbers, value, 0, grouping);
  return out;
}

std::string bare_number(const Printer& printer, IntentId intent, const Number& number, const Options& options) {
  switch (intent) {
    case IntentId::identifier_year:
      return without_grouping(printer, number.value, Grouping::none);
    case IntentId::integer_rae_space:
      return without_grouping(printer, number.value, Grouping::thin);
    case IntentId::decimal_signed:
      return with_sign(printer, number.value, options);
    case IntentId::decimal_text:
      return counted(printer, count(printer, number.value, options), Unit{});
    case IntentId::decimal_range:
      return count_range(printer, number, options);
    default:
      return plain(printer, number.value, options);
  }
}

std::string by_intent(const Printer& printer, IntentId intent, const Number& number, const Options& options) {
  switch (intent) {
    case IntentId::percent_symbol:
    case IntentId::percent_qualified:
    case IntentId::percent_range:
    case IntentId::percent_of:
    case IntentId::percent_words:
    case IntentId::percent_points:
    case IntentId::percent_signed_table:
    case IntentId::percent_fall_verb:
    case IntentId::percent_rise_verb:
      return percentage(printer, intent, number, options);
    case IntentId::money_text:
    case IntentId::money_text_long_name:
    case IntentId::money_qualified:
    case IntentId::money_name:
    case IntentId::money_code:
    case IntentId::money_symbol:
    case IntentId::money_table_short:
    case IntentId::money_range:
      return money(printer, intent, number, options);
    case IntentId::count_words:
      return count_in_words(printer, number, options);
    case IntentId::count_text:
    case IntentId::count_qualified:
    case IntentId::count_range:
      return count_range(printer, number, options);
    case IntentId::plural_message:
    case IntentId::plural_decimal:
      return counted(printer, unscaled(number.value, options), number.unit);
    default:
      return bare_number(printer, intent, number, options);
  }
}

}  // namespace

void append_number(std::string& out, const Printer& printer, IntentId intent, const Number& number,
                   const Options& options) {
  std::string text = qualified(printer, intent, number, options, by_intent(printer, intent, number, options));
  out += intent == IntentId::percent_of ? percent_of(printer, number, text) : text;
}

}  // namespace gaceta::localization
