// The sections of a house style that speak of figures: numbers, percent, scales, money, currencies, qualifiers.
#include "localization/style_reader.hpp"

namespace gaceta::localization {
namespace {

using enum Slot;

constexpr yaml::Choice<PluralRule> kPluralRules[] = {{"only-one", PluralRule::only_one},
                                                     {"below-two", PluralRule::below_two}};
constexpr yaml::Choice<ScaleUse> kScaleUses[] = {
    {"always", ScaleUse::always}, {"whole", ScaleUse::whole}, {"forced", ScaleUse::forced}};
constexpr yaml::Choice<MoneyProse> kMoneyProse[] = {{"name", MoneyProse::name}, {"symbol", MoneyProse::symbol}};
constexpr yaml::Choice<Gender> kGenders[] = {{"m", Gender::masculine}, {"f", Gender::feminine}};

void read_numbers(StyleReader& reader, NumberStyle& numbers) {
  reader.text("decimal", numbers.decimal);
  reader.text("group", numbers.group);
  reader.integer("group_from", numbers.group_from, 4, 100);
  reader.text("thin_group", numbers.thin_group);
  reader.integer("thin_group_from", numbers.thin_group_from, 4, 100);
  reader.text("minus", numbers.minus);
  reader.text("plus", numbers.plus);
  reader.choice("plural", numbers.plural, kPluralRules);
  reader.text("round_million", numbers.round_million);
  reader.pattern("range", numbers.range, {from, to});
}

void read_percent(StyleReader& reader, PercentStyle& style) {
  reader.pattern("symbol", style.symbol, {number});
  reader.pattern("words", style.words, {number});
  reader.pattern("of", style.of, {percent, whole});
  reader.pattern("of_qualified", style.of_qualified, {percent, whole});
  reader.pattern("range", style.range, {from, to});
  reader.pattern("fall", style.fall, {percent});
  reader.pattern("rise", style.rise, {percent});
  reader.pattern("point", style.point, {number});
  reader.pattern("points", style.points, {number});
}

void read_scale(StyleReader& reader, ScaleWord& scale) {
  reader.text("one", scale.one);
  reader.text("other", scale.other);
  reader.text("short", scale.short_form);
  reader.text("joint", scale.joint);
  reader.flag("drops_one", scale.drops_one);
  reader.choice("use", scale.use, kScaleUses);
  reader.choice("gender", scale.gender, kGenders);
}

void read_scales(StyleReader& reader, std::map<int, ScaleWord>& scales) {
  constexpr int kLargestScale = 30;
  const yaml::Node* map = reader.map("scales");
  if (map == nullptr) return;
  for (const yaml::Entry& entry : map->entries()) {
    const std::optional<int> power = reader.as_number(entry.key, 3, kLargestScale);
    StyleReader one(entry.value, reader.source());
    ScaleWord ignored;
    read_scale(one, power ? scales[*power] : ignored);
    one.finish();
  }
}

void read_money(StyleReader& reader, MoneyStyle& money) {
  reader.pattern("name", money.name, {number, name});
  reader.pattern("code", money.code, {number, code});
  reader.pattern("symbol", money.symbol, {number, symbol});
  reader.pattern("symbol_scaled", money.symbol_scaled, {number, symbol, scale});
  reader.pattern("table", money.table, {number, short_scale, scale, millions, symbol, table_symbol, code});
  reader.pattern("table_small", money.table_small, {number, symbol, table_symbol, code});
  reader.integer("max_decimals", money.max_decimals, 0, 30);
}

void read_currency(StyleReader& reader, CurrencyStyle& currency) {
  reader.text("one", currency.one);
  reader.text("other", currency.other);
  reader.text("long_one", currency.long_one);
  reader.text("long_other", currency.long_other);
  reader.text("symbol", currency.symbol);
  reader.text("table_symbol", currency.table_symbol);
  reader.choice("prose", currency.prose, kMoneyProse);
  reader.choice("gender", currency.gender, kGenders);
  reader.integer("decimals", currency.decimals, 0, 4);
  reader.pattern("table", currency.table, {number, short_scale, scale, millions, symbol, table_symbol, code});
}

void read_qualifier(StyleReader& reader, QualifierStyle& qualifier) {
  reader.pattern("general", qualifier.general, {value});
  reader.pattern("masculine", qualifier.masculine, {value});
  reader.pattern("feminine", qualifier.feminine, {value});
  reader.pattern("percent", qualifier.percent, {value});
  reader.pattern("count", qualifier.count, {value});
  reader.pattern("date", qualifier.date, {value});
}

}  // namespace

void read_number_sections(StyleReader& reader, HouseStyle& style) {
  reader.section("numbers", [&](StyleReader& section) { read_numbers(section, style.numbers); });
  reader.section("percent", [&](StyleReader& section) { read_percent(section, style.percent); });
  read_scales(reader, style.scales);
  reader.section("money", [&](StyleReader& section) { read_money(section, style.money); });
  reader.entries("currencies",
                 [&](const std::string& code, StyleReader& entry) { read_currency(entry, style.currencies[code]); });
  reader.section("qualifiers", [&](StyleReader& section) {
    for (const char* word : {"more-than", "nearly", "about", "up-to", "at-least", "less-than"}) {
      section.section(word, [&](StyleReader& entry) { read_qualifier(entry, style.qualifiers[word]); });
    }
  });
}

}  // namespace gaceta::localization
