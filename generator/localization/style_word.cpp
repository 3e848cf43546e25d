#include "localization/style_word.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "text/nearest.hpp"

namespace gaceta::localization {
namespace {

struct StyleWord {
  Group group;
  std::string_view word;
  IntentId intent;
};

constexpr auto kStyleWords = std::to_array<StyleWord>({
    {Group::plain, "text", IntentId::decimal_text},
    {Group::plain, "words", IntentId::count_words},
    {Group::plain, "signed", IntentId::decimal_signed},
    {Group::plain, "thin", IntentId::integer_rae_space},
    {Group::plain, "digits", IntentId::decimal_plain},
    {Group::percent, "symbol", IntentId::percent_symbol},
    {Group::percent, "words", IntentId::percent_words},
    {Group::percent, "signed", IntentId::percent_signed_table},
    {Group::percent, "fall", IntentId::percent_fall_verb},
    {Group::percent, "rise", IntentId::percent_rise_verb},
    {Group::money, "text", IntentId::money_text},
    {Group::money, "long", IntentId::money_text_long_name},
    {Group::money, "name", IntentId::money_name},
    {Group::money, "code", IntentId::money_code},
    {Group::money, "symbol", IntentId::money_symbol},
    {Group::money, "short", IntentId::money_table_short},
    {Group::money, "digits", IntentId::money_name},
    {Group::count, "text", IntentId::count_text},
    {Group::count, "words", IntentId::count_words},
    {Group::count, "digits", IntentId::plural_message},
    {Group::date, "long", IntentId::date_long},
    {Group::date, "medium", IntentId::date_medium},
    {Group::date, "numeric", IntentId::date_numeric},
    {Group::date, "weekday", IntentId::date_weekday_text},
    {Group::date, "heading", IntentId::date_weekday_heading},
    {Group::date, "month-year", IntentId::date_month_year},
    {Group::date, "year", IntentId::date_year},
    {Group::date, "compact", IntentId::date_range_compact},
    {Group::date, "text", IntentId::date_range_text},
    {Group::time, "programme", IntentId::time_programme},
    {Group::time, "text", IntentId::time_text},
    {Group::time, "12h", IntentId::time_text_12h},
    {Group::time, "slot", IntentId::time_range_slot},
    {Group::ordinal, "abbr", IntentId::ordinal_abbr},
    {Group::ordinal, "word", IntentId::ordinal_word},
    {Group::ordinal, "roman", IntentId::ordinal_roman},
    {Group::country, "name", IntentId::country_name},
    {Group::country, "the", IntentId::country_in_sentence},
    {Group::country, "in", IntentId::country_in_sentence},
    {Group::country, "of", IntentId::country_in_sentence},
    {Group::country, "to", IntentId::country_in_sentence},
    {Group::country, "from", IntentId::country_in_sentence},
    {Group::country, "abbr", IntentId::country_abbr},
    {Group::country, "upper", IntentId::country_upper_heading},
});

ValueKind kind_of(Group group) {
  switch (group) {
    case Group::date:
      return ValueKind::date;
    case Group::time:
      return ValueKind::time;
    case Group::ordinal:
      return ValueKind::ordinal;
    case Group::country:
      return ValueKind::country;
    default:
      return ValueKind::number;
  }
}

}  // namespace

std::vector<std::string> style_words(Group group, const NamedFormats* formats) {
  std::vector<std::string> words;
  for (const StyleWord& one : kStyleWords) {
    if (one.group == group) words.emplace_back(one.word);
  }
  if (group == Group::ordinal) words.insert(words.end(), {"m", "f", "noun"});
  if (formats != nullptr) {
    for (const auto& [name, id] : *formats) {
      if (intent(id).kind == kind_of(group)) words.push_back(name);
    }
  }
  words.emplace_back(kCapital);
  return words;
}

diagnostics::Help suggestion(std::string_view typed, const std::vector<std::string>& words) {
  if (auto near = text::nearest(typed, std::span(words))) return diagnostics::did_you_mean(std::move(near));
  std::string all;
  for (const std::string& word : words) all.append(all.empty() ? "" : ", ").append(word);
  return {"one-of", {std::move(all)}};
}

std::optional<IntentId> style_intent(Group group, std::string_view word, const NamedFormats* formats) {
  const auto found = std::find_if(kStyleWords.begin(), kStyleWords.end(),
                                  [&](const StyleWord& one) { return one.group == group && one.word == word; });
  if (found != kStyleWords.end()) return found->intent;
  if (formats == nullptr) return std::nullopt;
  const auto named = formats->find(word);
  if (named == formats->end() || intent(named->second).kind != kind_of(group)) return std::nullopt;
  return named->second;
}

}  // namespace gaceta::localization
