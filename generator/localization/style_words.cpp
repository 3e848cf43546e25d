// The sections of a house style that speak of words: ordinals, number words, lists, places, identifiers, terms,
// typography.
#include "localization/invisible.hpp"
#include "localization/style_reader.hpp"

namespace gaceta::localization {
namespace {

using enum Slot;

constexpr yaml::Choice<Sound> kSounds[] = {{"none", Sound::none}, {"i", Sound::i}, {"o", Sound::o}};
constexpr yaml::Choice<HeadingCase> kHeadingCases[] = {{"sentence", HeadingCase::sentence},
                                                       {"title", HeadingCase::title}};

void read_ordinals(StyleReader& reader, OrdinalStyle& ordinals) {
  reader.text_map("masculine", ordinals.masculine);
  reader.text_map("feminine", ordinals.feminine);
  reader.text_map("before_noun", ordinals.before_noun);
  reader.pattern("word", ordinals.word, {word, noun});
  reader.pattern("roman", ordinals.roman, {roman, abbr, noun});
  reader.integer("words_up_to", ordinals.words_up_to, 0, 999);
}

void read_number_words(StyleReader& reader, SpelloutStyle& words) {
  reader.text("rules", words.rules);
  reader.text("masculine", words.masculine);
  reader.text("feminine", words.feminine);
  reader.text("standalone", words.standalone);
  reader.text("ordinal_masculine", words.ordinal_masculine);
  reader.text("ordinal_feminine", words.ordinal_feminine);
  reader.text("ordinal_before_noun", words.ordinal_before_noun);
  reader.integer("words_up_to", words.words_up_to, 0, 999999999);
}

void read_conjunction(StyleReader& reader, ConjunctionStyle& style) {
  reader.text("two", style.two);
  reader.text("last", style.last);
  reader.text("last_complex", style.last_complex);
  reader.choice("changes_before", style.changes_before, kSounds);
  reader.text("from", style.from);
  reader.text("into", style.into);
}

void read_lists(StyleReader& reader, ListStyle& lists) {
  reader.text("separator", lists.separator);
  reader.text("complex_separator", lists.complex_separator);
  reader.section("and", [&](StyleReader& section) { read_conjunction(section, lists.conjunction); });
  reader.section("or", [&](StyleReader& section) { read_conjunction(section, lists.disjunction); });
}

void read_countries(StyleReader& reader, std::map<std::string, CountryStyle>& countries) {
  const yaml::Node* map = reader.map("countries");
  if (map == nullptr) return;
  for (const yaml::Entry& entry : map->entries()) {
    CountryStyle& country = countries[std::string(entry.key.scalar())];
    if (entry.value.is_scalar()) {
      country.name = unspelled(entry.value.scalar());
      continue;
    }
    StyleReader one(entry.value, reader.source());
    one.text("name", country.name);
    one.text("article", country.article);
    one.text("abbr", country.abbr);
    one.finish();
  }
}

void read_places(StyleReader& reader, PlaceStyle& places) {
  read_countries(reader, places.countries);
  reader.text_map("languages", places.languages);
  reader.section("prepositions", [&](StyleReader& section) {
    section.text("in", places.in);
    section.text("of", places.of);
    section.text("to", places.to);
    section.text("from", places.from);
  });
  reader.text_map("contractions", places.contractions);
  reader.text_map("cities", places.cities);
}

void read_identifiers(StyleReader& reader, IdentifierStyle& style) {
  reader.pattern("article", style.article, {number});
  reader.pattern("article_abbr", style.article_abbr, {number});
  reader.pattern("chapter", style.chapter, {number});
  reader.pattern("annex", style.annex, {number});
  reader.pattern("paragraph", style.paragraph, {number});
  reader.pattern("report", style.report, {series, number});
  reader.pattern("instrument", style.instrument, {name, number});
  reader.pattern("number", style.number, {number});
  reader.text_map("series", style.series);
  const yaml::Node* prefixes = reader.map("series_prefixes");
  if (prefixes == nullptr) return;
  for (const yaml::Entry& entry : prefixes->entries()) {
    if (auto pattern = reader.as_pattern(entry.value, {name})) {
      style.series_prefixes[unspelled(entry.key.scalar())] = *std::move(pattern);
    }
  }
}

void read_terms(StyleReader& reader, TermsStyle& style) {
  reader.pattern("first_use", style.first_use, {expansion, acronym});
  reader.entries("terms", [&](const std::string& id, StyleReader& entry) {
    TermStyle& term = style.terms[id];
    entry.text("name", term.name);
    entry.text("expansion", term.expansion);
    entry.text("plural", term.plural);
  });
  reader.entries("statuses", [&](const std::string& id, StyleReader& entry) {
    StatusStyle& status = style.statuses[id];
    entry.text("label", status.label);
    entry.pattern("day", status.day, {date});
    entry.pattern("part", status.part, {date});
    entry.pattern("other", status.other, {date});
  });
}

void read_typography(StyleReader& reader, TypographyStyle& style) {
  reader.text("open", style.open);
  reader.text("close", style.close);
  reader.text("inner_open", style.inner_open);
  reader.text("inner_close", style.inner_close);
  reader.flag("punctuation_inside", style.punctuation_inside);
  reader.pattern("dash", style.dash, {before, aside, after});
  reader.pattern("question", style.question, {text});
  reader.pattern("exclamation", style.exclamation, {text});
  reader.pattern("ellipsis", style.ellipsis, {text});
  reader.pattern("quote_attribution", style.quote_attribution, {text, attribution});
  reader.choice("heading", style.heading, kHeadingCases);
  reader.texts("minor_words", style.minor_words);
}

}  // namespace

void read_word_sections(StyleReader& reader, HouseStyle& style) {
  reader.section("ordinals", [&](StyleReader& section) { read_ordinals(section, style.ordinals); });
  reader.section("number_words", [&](StyleReader& section) { read_number_words(section, style.spellout); });
  reader.section("lists", [&](StyleReader& section) { read_lists(section, style.lists); });
  reader.section("places", [&](StyleReader& section) { read_places(section, style.places); });
  reader.section("identifiers", [&](StyleReader& section) { read_identifiers(section, style.identifiers); });
  reader.section("terms", [&](StyleReader& section) { read_terms(section, style.terms); });
  reader.section("typography", [&](StyleReader& section) { read_typography(section, style.typography); });
}

}  // namespace gaceta::localization
