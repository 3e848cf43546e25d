#include "checks/prose_lexicon.hpp"

#include <algorithm>
#include <bit>
#include <charconv>

#include "text/unicode.hpp"

namespace gaceta::checks {
namespace {

using localization::LocaleData;
using localization::ProseRules;

constexpr std::string_view kNoBreakSpace = "\u00A0";

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// `text` with its letters from `from` to `to` in capitals: ASCII and the letters of Latin-1.
std::string capitals(std::string_view text, std::size_t to) {
  std::string out(text);
  for (std::size_t i = 0; i < std::min(to, out.size()); ++i) {
    const auto byte = static_cast<unsigned char>(out[i]);
    if (is_lower(out[i])) {
      out[i] = static_cast<char>(byte - 0x20);
    } else if (byte == 0xC3 && i + 1 < out.size()) {
      const auto next = static_cast<unsigned char>(out[i + 1]);
      if (next >= 0xA0 && next != 0xB7 && next != 0xBF) out[i + 1] = static_cast<char>(next - 0x20);
      ++i;
    }
  }
  return out;
}

std::string capitalised(std::string_view text) {
  return capitals(text, 1);
}

bool is_word_byte(char c) {
  return is_lower(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0xC3;
}

/// The first word of a phrase, or its first sign: what a token of a text would be.
std::string_view first_token(std::string_view phrase) {
  std::size_t end = 0;
  while (end < phrase.size() && is_word_byte(phrase[end]) && !phrase.substr(end).starts_with("\xE2")) {
    const auto byte = static_cast<unsigned char>(phrase[end]);
    end += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  }
  return phrase.substr(0, std::max<std::size_t>(std::min(end, phrase.size()), 1));
}

int as_integer(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<DatePattern> parse_date_pattern(std::string_view text) {
  using Slot = DatePattern::Slot;
  DatePattern pattern;
  bool has_month = false;
  while (!text.empty()) {
    if (text.front() == ' ') {
      text.remove_prefix(1);
    } else if (text.front() == '{') {
      const std::size_t end = text.find('}');
      if (end == std::string_view::npos) return std::nullopt;
      const std::string_view name = text.substr(1, end - 1);
      const Slot slot = name == "day" ? Slot::day : name == "year" ? Slot::year : Slot::month;
      if (slot == Slot::month) pattern.month = pattern.parts.size();
      has_month = has_month || slot == Slot::month;
      pattern.has_day = pattern.has_day || slot == Slot::day;
      pattern.has_year = pattern.has_year || slot == Slot::year;
      pattern.parts.push_back({slot, ""});
      text.remove_prefix(end + 1);
    } else {
      const std::size_t end = std::min(text.find_first_of(" {"), text.size());
      pattern.parts.push_back({Slot::literal, std::string(text.substr(0, end))});
      text.remove_prefix(end);
    }
  }
  return has_month ? std::optional(std::move(pattern)) : std::nullopt;
}

}  // namespace

std::optional<std::size_t> phrase_at(std::string_view text, std::size_t at, std::string_view phrase) {
  const std::size_t start = at;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (phrase[i] == ' ' && text.substr(at).starts_with(kNoBreakSpace)) {
      at += kNoBreakSpace.size();
    } else if (at < text.size() && text[at] == phrase[i]) {
      ++at;
    } else {
      return std::nullopt;
    }
  }
  const bool goes_on =
      at < text.size() && is_word_byte(phrase.back()) && is_word_byte(text[at]) && !text.substr(at).starts_with("\xE2");
  return goes_on ? std::nullopt : std::optional(at - start);
}

ProseLexicon::ProseLexicon(const content::Settings& settings, const Locales& locales, model::Language language)
    : shared_locale_(locales[language]), locale_(shared_locale_.get()), own_(model::index(language)) {
  for (const auto& locale : locales) locales_.push_back(locale.get());
  dates_.resize(locales_.size());
  for (std::size_t i = 0; i < locales_.size(); ++i) {
    for (const std::string& text : locales_[i]->prose.dates) {
      if (auto pattern = parse_date_pattern(text)) dates_[i].push_back(*std::move(pattern));
    }
  }
  const std::string printed = locale_->style.percent.symbol.filled({{localization::Slot::number, "1"}});
  percent_gap_ = printed.size() > 2 ? printed.substr(1, printed.size() - 2) : "";
  add_rules();
  for (std::size_t i = 0; i < locales_.size(); ++i) {
    add_months(i);
    if (i != own_) add_foreign_scales(i);
  }
  add_units();
  add_currencies();
  add_variants(settings, language);
  finish();
}

WordMeaning& ProseLexicon::word(std::string_view text) {
  return words_[std::string(text)];
}

template <typename Set>
void ProseLexicon::each_case(std::string_view text, const Set& set) {
  if (text.empty()) return;
  set(word(text));
  set(word(capitalised(text)));
  set(word(capitals(text, text.size())));
}

void ProseLexicon::add_phrase(Phrase::Kind kind, std::string_view words, std::string_view value) {
  if (words.empty()) return;
  std::vector<Phrase>& phrases = word(first_token(words)).phrases;
  const bool known = std::any_of(phrases.begin(), phrases.end(),
                                 [&](const Phrase& one) { return one.kind == kind && one.words == words; });
  if (!known) phrases.push_back({kind, std::string(words), std::string(value)});
}

void ProseLexicon::add_rules() {
  const ProseRules& rules = locale_->prose;
  for (const auto& [text, power] : rules.scales) {
    each_case(text, [power = as_integer(power)](WordMeaning& meaning) { meaning.scale = power; });
  }
  for (const auto& [text, number] : rules.number_words) {
    const auto value = model::parse_decimal(number);
    each_case(text, [&](WordMeaning& meaning) { meaning.number = value; });
  }
  const auto mark_all = [this](const std::vector<std::string>& words, bool WordMeaning::*field) {
    for (const std::string& text : words) each_case(text, [&](WordMeaning& meaning) { meaning.*field = true; });
  };
  mark_all(rules.goes_on, &WordMeaning::goes_on);
  mark_all(rules.counted, &WordMeaning::is_counted);
  mark_all(rules.everyday, &WordMeaning::is_everyday);
  mark_all(rules.before_identifiers, &WordMeaning::names_number);
  mark_all(rules.identifier_joiners, &WordMeaning::joins_identifiers);
  mark_all(rules.day_endings, &WordMeaning::is_day_ending);
  mark_all(rules.day_joiners, &WordMeaning::joins_days);
  mark_all(rules.before_times, &WordMeaning::before_time);
  for (const std::string& text : rules.percent) add_phrase(Phrase::Kind::percent, text, "percent");
  for (const std::string& text : rules.points) add_phrase(Phrase::Kind::points, text, "points");
  for (const std::string& text : rules.leftovers) add_phrase(Phrase::Kind::leftover, text, "");
  for (const std::string& text : rules.leftovers_with_colon) add_phrase(Phrase::Kind::leftover_with_colon, text, "");
  for (const std::string& text : rules.leftovers_in_brackets) bracketed_.push_back(text::fold_diacritics(text));
  if (!rules.placeholder.empty()) word(rules.placeholder).is_placeholder = true;
}

/// Names and abbreviations of the house style, without their full stop, and what the rules add.
void ProseLexicon::add_months(std::size_t language) {
  const LocaleData& locale = *locales_[language];
  const auto add = [&](std::string_view name, int month) {
    if (name.ends_with('.')) name.remove_suffix(1);
    if (name.size() < 3) return;
    const auto set = [&](std::string_view text, bool as_written) {
      WordMeaning& meaning = word(text);
      if (language == own_) {
        meaning.month = month;
        meaning.is_month_as_written = meaning.is_month_as_written || as_written;
      } else {
        meaning.foreign_month = month;
        meaning.foreign_language = static_cast<std::uint8_t>(language);
        meaning.is_foreign_month_as_written = meaning.is_foreign_month_as_written || as_written;
      }
    };
    set(name, true);
    set(capitalised(name), capitalised(name) == name);
  };
  for (const auto& [month, name] : locale.style.dates.months) add(name, month);
  for (const auto& [month, name] : locale.style.dates.short_months) add(name, month);
  for (const auto& [name, month] : locale.prose.months) add(name, as_integer(month));
}

void ProseLexicon::add_foreign_scales(std::size_t language) {
  for (const auto& [text, power] : locales_[language]->prose.scales) {
    if (as_integer(power) >= 6) {
      each_case(text, [power = as_integer(power)](WordMeaning& meaning) { meaning.foreign_scale = power; });
    }
  }
}

void ProseLexicon::add_units() {
  if (!locale_->units) return;
  for (const auto& [id, noun] : locale_->units->nouns()) {
    const localization::NounForms* forms = noun.in(locale_->language);
    if (forms == nullptr || forms->one.find("{}") != std::string::npos) continue;
    for (const std::string* form : {&forms->one, &forms->other, &forms->many}) {
      add_phrase(Phrase::Kind::unit, *form, id);
    }
  }
}

void ProseLexicon::add_currencies() {
  for (const auto& [code, style] : locale_->style.currencies) {
    for (const std::string* name : {&style.one, &style.other, &style.long_one, &style.long_other}) {
      add_phrase(Phrase::Kind::currency, *name, code);
    }
    if (!style.symbol.empty()) signs_.emplace_back(style.symbol, code);
  }
  for (const auto& [name, code] : locale_->prose.currencies) add_phrase(Phrase::Kind::currency, name, code);
}

void ProseLexicon::add_variants(const content::Settings& settings, model::Language language) {
  for (const content::Term& term : settings.terms) {
    if (term.variants.empty()) continue;
    const std::string& singular = term.text[language];
    const bool has_plural = !term.plural.empty() && !term.plural[language].empty();
    for (const std::string& variant : term.variants[language]) {
      const bool is_plural = has_plural && (variant.ends_with('s') || variant.ends_with('S'));
      const std::string& approved = is_plural ? term.plural[language] : singular;
      add_phrase(Phrase::Kind::variant, variant, approved);
      const std::string upper = capitalised(variant);
      if (upper != variant && upper != capitalised(approved) && upper != approved) {
        add_phrase(Phrase::Kind::variant, upper, capitalised(approved));
      }
    }
  }
}

namespace {

std::uint8_t concerns_of(const WordMeaning& meaning) {
  std::uint8_t concerns = 0;
  if (meaning.month != 0 || meaning.foreign_month != 0) concerns |= kDates;
  if (meaning.scale != 0 || meaning.foreign_scale != 0) concerns |= kFigures;
  if (meaning.is_placeholder) concerns |= kLeftovers;
  for (const Phrase& phrase : meaning.phrases) {
    using Kind = Phrase::Kind;
    if (phrase.kind == Kind::leftover || phrase.kind == Kind::leftover_with_colon) concerns |= kLeftovers;
    if (phrase.kind == Kind::variant) concerns |= kTerms;
  }
  return concerns;
}

}  // namespace

void ProseLexicon::finish() {
  slots_.assign(std::bit_ceil(words_.size() * 2 + 1), {});
  for (const Words::value_type& word : words_) {
    std::size_t at = hash(word.first);
    while (slots_[at & (slots_.size() - 1)].word != nullptr) ++at;
    slots_[at & (slots_.size() - 1)] = {hash(word.first), &word};
  }
  for (auto& [text, meaning] : words_) {
    meaning.concerns = concerns_of(meaning);
    shapes_[shape(text) / 64] |= std::uint64_t{1} << (shape(text) % 64);
    std::sort(meaning.phrases.begin(), meaning.phrases.end(), [](const Phrase& a, const Phrase& b) {
      return a.words.size() != b.words.size() ? a.words.size() > b.words.size() : a.words < b.words;
    });
  }
}

std::string_view ProseLexicon::currency_of_sign(std::string_view sign) const {
  for (const auto& [symbol, code] : signs_) {
    if (symbol == sign) return code;
  }
  return {};
}

bool ProseLexicon::is_currency_code(std::string_view code) const {
  return code.size() == 3 && locale_->style.currencies.contains(std::string(code));
}

}  // namespace gaceta::checks
