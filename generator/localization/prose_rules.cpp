#include "localization/prose_rules.hpp"

#include "localization/style_reader.hpp"
#include "yaml/parse.hpp"

namespace gaceta::localization {
namespace {

constexpr yaml::Choice<NumericDate> kNumericDates[] = {
    {"dmy", NumericDate::day_month_year}, {"mdy", NumericDate::month_day_year}, {"ymd", NumericDate::year_month_day}};

void read_words(StyleReader& reader, ProseRules& rules) {
  reader.text_map("scales", rules.scales);
  reader.text_map("number_words", rules.number_words);
  reader.text("of", rules.of);
  reader.texts("goes_on", rules.goes_on);
  reader.texts("percent", rules.percent);
  reader.texts("points", rules.points);
  reader.texts("counted", rules.counted);
  reader.texts("everyday", rules.everyday);
  reader.text_map("currencies", rules.currencies);
  reader.texts("before_identifiers", rules.before_identifiers);
  reader.texts("identifier_joiners", rules.identifier_joiners);
}

void read_dates(StyleReader& reader, ProseRules& rules) {
  reader.texts("dates", rules.dates);
  reader.text_map("months", rules.months);
  reader.texts("day_endings", rules.day_endings);
  reader.texts("day_joiners", rules.day_joiners);
  reader.choice("numeric_date", rules.numeric_date, kNumericDates);
  reader.texts("before_times", rules.before_times);
  reader.texts("after_times", rules.after_times);
}

void read_marks(StyleReader& reader, ProseRules& rules) {
  reader.text("apostrophe", rules.apostrophe);
  reader.texts("leftovers", rules.leftovers);
  reader.texts("leftovers_with_colon", rules.leftovers_with_colon);
  reader.texts("leftovers_in_brackets", rules.leftovers_in_brackets);
  reader.text("placeholder", rules.placeholder);
}

}  // namespace

ProseRules load_prose_rules(std::string_view language, const LocaleFiles& files,
                            diagnostics::Diagnostics& diagnostics) {
  ProseRules rules;
  const std::string name = "prose." + std::string(language);
  const std::optional<std::string> text = files(name);
  if (!text) return rules;
  const std::string path = "locales/" + name + ".yaml";
  const std::optional<yaml::Node> root = yaml::parse(*text, path, 1, diagnostics);
  if (!root || root->is_null()) return rules;
  StyleReader reader(*root, {path, diagnostics});
  read_words(reader, rules);
  read_dates(reader, rules);
  read_marks(reader, rules);
  reader.finish();
  return rules;
}

}  // namespace gaceta::localization
