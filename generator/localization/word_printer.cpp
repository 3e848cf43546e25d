// Names and dressed words: countries, identifiers, terms, quotation marks, headings.
#include <algorithm>
#include <cctype>

#include "localization/printer.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace gaceta::localization {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";

std::string unbreakable(std::string_view text) {
  std::string out;
  for (const char c : text) c == ' ' ? out += kNoBreakSpace : out += c;
  return out;
}

// ---- identifiers

std::string numbered(const Pattern& pattern, std::string_view number) {
  return pattern.filled({{Slot::number, unbreakable(number)}});
}

std::string number_text(const Printer& printer, const Words& words) {
  return words.number ? std::to_string(*words.number) : std::string(printer.text(words.second));
}

/// The name of a series in this language: as given, as listed, or by its first word ("Reporte X" → "X Report").
std::string series_name(const Printer& printer, std::string_view name) {
  const IdentifierStyle& style = printer.style().identifiers;
  if (const auto listed = style.series.find(std::string(name)); listed != style.series.end()) return listed->second;
  const std::size_t space = name.find(' ');
  const auto prefix = style.series_prefixes.find(std::string(name.substr(0, space)));
  if (space == std::string_view::npos || prefix == style.series_prefixes.end()) return std::string(name);
  return prefix->second.filled({{Slot::name, name.substr(space + 1)}});
}

std::string identifier(const Printer& printer, IntentId intent, const Words& words) {
  const IdentifierStyle& style = printer.style().identifiers;
  const std::string_view text = printer.text(words.text);
  const std::string number = words.number ? std::to_string(*words.number) : std::string(text);
  switch (intent) {
    case IntentId::identifier_article:
      return numbered(style.article, number);
    case IntentId::identifier_article_abbr:
      return numbered(style.article_abbr, number);
    case IntentId::identifier_chapter:
      return numbered(style.chapter, number);
    case IntentId::identifier_annex:
      return numbered(style.annex, number);
    case IntentId::identifier_paragraph:
      return numbered(style.paragraph, number);
    case IntentId::abbr_number:
      return numbered(style.number, number);
    case IntentId::identifier_instrument:
      return style.instrument.filled({{Slot::name, text}, {Slot::number, unbreakable(number_text(printer, words))}});
    case IntentId::identifier_report:
      return style.report.filled(
          {{Slot::series, series_name(printer, text)}, {Slot::number, number_text(printer, words)}});
    default:
      return unbreakable(text);
  }
}

// ---- terms

/// "planned_2010_h2": a status and the date that belongs to it, if any.
std::string status(const Printer& printer, std::string_view id) {
  std::string word(id);
  std::replace(word.begin(), word.end(), '_', '-');
  const auto& statuses = printer.style().terms.statuses;
  auto found = statuses.end();
  for (auto one = statuses.begin(); one != statuses.end(); ++one) {
    const bool fits = word == one->first || word.starts_with(one->first + "-");
    if (fits && (found == statuses.end() || one->first.size() > found->first.size())) found = one;
  }
  if (found == statuses.end()) return std::string(id);
  if (word.size() == found->first.size()) return found->second.label;
  std::string date = word.substr(found->first.size() + 1);
  std::transform(date.begin(), date.end(), date.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  const std::optional<model::DateRange> range = model::parse_edtf(date);
  if (!range) return std::string(id);
  std::string text;
  append_date(text, printer, IntentId::date_range_text, *range, {});
  const Pattern& pattern = range->start.precision == model::DatePrecision::day ? found->second.day
                           : range->start.part != 0                            ? found->second.part
                                                                               : found->second.other;
  return pattern.empty() ? found->second.label : pattern.filled({{Slot::date, text}});
}

std::string term(const Printer& printer, IntentId intent, std::string_view id) {
  if (intent == IntentId::term_status) return status(printer, id);
  const TermsStyle& style = printer.style().terms;
  const auto found = style.terms.find(std::string(id));
  if (found == style.terms.end()) return std::string(id);
  const TermStyle& one = found->second;
  switch (intent) {
    case IntentId::term_gdp:
      return one.expansion.empty() ? one.name : one.expansion;
    case IntentId::term_plural_acronym:
      return one.plural.empty() ? one.name : one.plural;
    case IntentId::term_acronym_first_use:
      if (one.expansion.empty()) return one.name;
      return style.first_use.filled({{Slot::expansion, one.expansion}, {Slot::acronym, one.name}});
    default:
      return one.name;
  }
}

// ---- quotation

std::string quoted(const TypographyStyle& style, std::string_view text) {
  return style.open + std::string(text) + style.close;
}

/// Quotation with a mark of punctuation where the language puts it.
std::string quoted(const TypographyStyle& style, std::string_view text, char mark) {
  if (style.punctuation_inside) return style.open + std::string(text) + mark + style.close;
  return quoted(style, text) + mark;
}

std::string nested(const Printer& printer, const Words& words) {
  const TypographyStyle& style = printer.style().typography;
  std::string outer(printer.text(words.text));
  const std::string inner = style.inner_open + std::string(printer.text(words.second)) + style.inner_close;
  const std::size_t slot = outer.find("{}");
  if (slot == std::string::npos) return quoted(style, outer + ' ' + inner);
  return quoted(style, outer.replace(slot, 2, inner));
}

// ---- headings

bool is_minor(const TypographyStyle& style, const std::string& word) {
  return std::find(style.minor_words.begin(), style.minor_words.end(), word) != style.minor_words.end();
}

/// Title case: every word but the minor ones, and both sides of a hyphen; first and last words always.
std::string in_title_case(const TypographyStyle& style, std::string_view text, const std::string& tag) {
  std::string out;
  bool first = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" -"), text.size());
    const std::string word(text.substr(0, end));
    const bool last = end == text.size();
    const bool after_colon = out.ends_with(": ");
    out += !first && !last && !after_colon && is_minor(style, word) ? word : with_capital(word, tag);
    if (!last) out += text[end];
    text.remove_prefix(last ? end : end + 1);
    first = false;
  }
  return out;
}

std::string heading(const Printer& printer, std::string_view text) {
  const TypographyStyle& style = printer.style().typography;
  return style.heading == HeadingCase::title ? in_title_case(style, text, printer.data.tag)
                                             : with_capital(text, printer.data.tag);
}

std::string typography(const Printer& printer, IntentId intent, const Words& words) {
  const TypographyStyle& style = printer.style().typography;
  const std::string_view text = printer.text(words.text);
  switch (intent) {
    case IntentId::quote_outer:
      return quoted(style, text);
    case IntentId::quote_nested:
      return nested(printer, words);
    case IntentId::quote_full_stop:
      return quoted(style, text, '.');
    case IntentId::quote_comma:
      return style.quote_attribution.filled(
          {{Slot::text, quoted(style, text, ',')}, {Slot::attribution, printer.text(words.second)}});
    case IntentId::dash_parenthetical:
      return style.dash.filled(
          {{Slot::before, text}, {Slot::aside, printer.text(words.second)}, {Slot::after, printer.text(words.third)}});
    case IntentId::punct_question:
      return style.question.filled({{Slot::text, text}});
    case IntentId::punct_exclamation:
      return style.exclamation.filled({{Slot::text, text}});
    case IntentId::ellipsis:
      return style.ellipsis.filled({{Slot::text, text}});
    case IntentId::heading_case:
      return heading(printer, text);
    case IntentId::nfc:
      return text::to_nfc(text);
    default:
      return text::slugify(text);
  }
}

std::string city(const Printer& printer, std::string_view id) {
  const auto& cities = printer.style().places.cities;
  const auto found = cities.find(std::string(id));
  return found == cities.end() ? std::string(id) : found->second;
}

// ---- countries

std::string_view preposition(const PlaceStyle& style, Preposition which) {
  switch (which) {
    case Preposition::in:
      return style.in;
    case Preposition::of:
      return style.of;
    case Preposition::to:
      return style.to;
    case Preposition::from:
      return style.from;
    default:
      return {};
  }
}

std::string in_sentence(const Printer& printer, const Country& country) {
  const PlaceStyle& style = printer.style().places;
  const auto found = style.countries.find(country.code);
  std::string out(preposition(style, country.preposition));
  if (!out.empty()) out += ' ';
  if (found != style.countries.end() && !found->second.article.empty()) out += found->second.article + ' ';
  out += country_name(printer, country.code);
  return contracted(style, std::move(out));
}

}  // namespace

std::string contracted(const PlaceStyle& style, std::string text) {
  for (const auto& [from, into] : style.contractions) {
    const std::string apart = from + ' ';
    for (std::size_t at = text.find(apart); at != std::string::npos; at = text.find(apart, at + 1)) {
      const bool whole_word = at == 0 || text[at - 1] == ' ' || text[at - 1] == '(';
      if (whole_word) text.replace(at, from.size(), into);
    }
  }
  return text;
}

void append_country(std::string& out, const Printer& printer, IntentId intent, const Country& country) {
  const auto found = printer.style().places.countries.find(country.code);
  const bool has_abbr = found != printer.style().places.countries.end() && !found->second.abbr.empty();
  switch (intent) {
    case IntentId::country_in_sentence:
      out += in_sentence(printer, country);
      return;
    case IntentId::country_upper_heading:
      out += in_upper_case(country_name(printer, country.code), printer.data.tag);
      return;
    case IntentId::country_abbr:
      out += has_abbr ? std::string_view(found->second.abbr) : country_name(printer, country.code);
      return;
    default:
      out += country_name(printer, country.code);
  }
}

void append_words(std::string& out, const Printer& printer, IntentId intent, const Words& words) {
  const std::string_view name = intent == IntentId::abbr_number ? "identifier/" : localization::intent(intent).name;
  if (name.starts_with("identifier/")) {
    out += identifier(printer, intent, words);
  } else if (name.starts_with("term/")) {
    out += term(printer, intent, printer.text(words.text));
  } else if (intent == IntentId::abbr_place) {
    out += city(printer, printer.text(words.text));
  } else {
    out += typography(printer, intent, words);
  }
}

}  // namespace gaceta::localization
