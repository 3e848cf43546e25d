// The printers behind Locale: one function per kind of value, each appending to a text. Internal to the room.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "localization/locale.hpp"

namespace gaceta::localization {

enum class Spelling : std::uint8_t {
  masculine,
  feminine,
  standalone,
  ordinal_masculine,
  ordinal_feminine,
  ordinal_before_noun
};

/// Number words, by the rules of a house style. ICU inside; built at the first use; one thread.
class Speller {
 public:
  explicit Speller(const SpelloutStyle& style);
  ~Speller();

  /// Empty when the style has no rules, or none for `spelling`.
  std::string spell(std::int64_t number, Spelling spelling);

 private:
  struct Rules;
  const SpelloutStyle& style_;
  std::unique_ptr<Rules> rules_;
};

/// Whether the rules of a style can be read and hold every rule set that it names.
bool number_words_are_readable(const SpelloutStyle& style);

/// What every printer needs: the locale's data and its number words.
struct Printer {
  const LocaleData& data;
  Speller& speller;

  [[nodiscard]] const HouseStyle& style() const { return data.style; }
  [[nodiscard]] std::string_view text(const TextMap& texts) const { return texts.in(data.language); }
};

void append_number(std::string& out, const Printer& printer, IntentId intent, const Number& number,
                   const Options& options);
void append_date(std::string& out, const Printer& printer, IntentId intent, const model::DateRange& range,
                 const Options& options);
void append_time(std::string& out, const Printer& printer, IntentId intent, const TimeRange& range,
                 const Options& options);
void append_ordinal(std::string& out, const Printer& printer, IntentId intent, const Ordinal& ordinal);
void append_country(std::string& out, const Printer& printer, IntentId intent, const Country& country);
void append_words(std::string& out, const Printer& printer, IntentId intent, const Words& words);

// ---- shared by printers

/// `value` in digits as the house style writes them, with at least `least_fraction` digits behind the point.
enum class Grouping : std::uint8_t { usual, thin, none };
void append_digits(std::string& out, const NumberStyle& style, const model::Decimal& value, int least_fraction = 0,
                   Grouping grouping = Grouping::usual);
/// Whether a number takes the singular, as it is printed with `fraction_digits` digits behind the point.
bool is_singular(PluralRule rule, const model::Decimal& value, int fraction_digits);
/// The name of a country as the locale has it.
std::string_view country_name(const Printer& printer, std::string_view code);
/// `of` and `what` ("de", "el total") joined, contracted where the style says so ("del total").
std::string contracted(const PlaceStyle& style, std::string text);
std::string in_upper_case(std::string_view text, std::string_view tag);
/// The first letter, behind opening marks, in upper case.
std::string with_capital(std::string_view text, std::string_view tag);
std::string roman_numeral(std::int64_t number);

/// `items` joined by a conjunction of the style.
std::string joined_list(const ListStyle& style, const NumberStyle& numbers, const ConjunctionStyle& conjunction,
                        const std::vector<std::string_view>& items);
/// What stands between the last item but one and `last` in a list of `size` items.
std::string joint_before(const ConjunctionStyle& conjunction, const NumberStyle& numbers, std::size_t size,
                         std::string_view last, bool complex);

}  // namespace gaceta::localization
