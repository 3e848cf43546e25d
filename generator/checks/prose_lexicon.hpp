// What the words of one language mean to the checks of prose, compiled from the language's rules, its house style, the
// site's nouns and its glossary: one look-up per word. Immutable once built; any thread. Internal to the checks.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "content/settings.hpp"
#include "localization/locale.hpp"
#include "model/decimal.hpp"
#include "model/language.hpp"

namespace gaceta::checks {

/// Words that are looked for as a whole, known by the first of them.
struct Phrase {
  enum class Kind : std::uint8_t { percent, points, unit, currency, variant, leftover, leftover_with_colon };
  Kind kind;
  std::string words;
  std::string value;  ///< unit id, currency code; the approved spelling
};

/// Which checks a word or sign is a matter for. A block that has nothing for a check is not given to it.
enum Concern : std::uint8_t {
  kDates = 1,
  kFigures = 2,
  kQuotationMarks = 4,
  kLeftovers = 8,
  kTerms = 16,
};

struct WordMeaning {
  std::uint8_t concerns = 0;  ///< a set of Concern
  int scale = 0;              ///< power of ten
  int month = 0;
  bool is_month_as_written = false;  ///< in the case in which the language writes it
  std::optional<model::Decimal> number;
  bool names_number = false;  ///< a number behind it is an identifier
  bool joins_identifiers = false;
  bool goes_on = false;
  bool is_counted = false;
  bool is_everyday = false;
  bool is_day_ending = false;
  bool joins_days = false;
  bool before_time = false;
  bool is_placeholder = false;
  int foreign_scale = 0;
  int foreign_month = 0;
  std::uint8_t foreign_language = 0;  ///< of the month
  bool is_foreign_month_as_written = false;
  std::vector<Phrase> phrases;  ///< the longest first
};

/// A date as a language writes it: "{day} de {month} de {year}".
struct DatePattern {
  enum class Slot : std::uint8_t { day, month, year, literal };
  struct Part {
    Slot slot;
    std::string literal;
  };
  std::vector<Part> parts;
  std::size_t month = 0;  ///< which part
  bool has_day = false;
  bool has_year = false;
};

class ProseLexicon {
 public:
  using Locales = model::PerLanguage<std::shared_ptr<const localization::LocaleData>>;

  /// The lexicon of `language`. Keeps references to the locales, which must outlive it.
  ProseLexicon(const content::Settings& settings, const Locales& locales, model::Language language);
  ProseLexicon(ProseLexicon&&) = default;
  ProseLexicon(const ProseLexicon&) = delete;  // the table points into the words

  /// What the word or mark `text` means, or null.
  [[nodiscard]] const WordMeaning* find(std::string_view text) const {
    if (!(shapes_[shape(text) / 64] >> (shape(text) % 64) & 1U)) return nullptr;
    const std::uint32_t tag = hash(text);
    for (std::size_t at = tag;; ++at) {
      const Slot& slot = slots_[at & (slots_.size() - 1)];
      if (slot.word == nullptr) return nullptr;
      if (slot.tag == tag && slot.word->first == text) return &slot.word->second;
    }
  }

  [[nodiscard]] const localization::LocaleData& locale() const { return *locale_; }
  /// The same to share, for whoever prints with it.
  [[nodiscard]] const std::shared_ptr<const localization::LocaleData>& shared_locale() const { return shared_locale_; }
  [[nodiscard]] const localization::LocaleData& locale(std::size_t language) const { return *locales_[language]; }
  [[nodiscard]] const localization::ProseRules& rules() const { return locale_->prose; }
  [[nodiscard]] const std::vector<DatePattern>& dates(std::size_t language) const { return dates_[language]; }
  [[nodiscard]] std::size_t own_language() const { return own_; }
  /// The currency of the sign `sign`, which may have letters before it (US$); empty if there is none.
  [[nodiscard]] std::string_view currency_of_sign(std::string_view sign) const;
  [[nodiscard]] bool is_currency_code(std::string_view code) const;
  /// What stands between a number and its percent sign.
  [[nodiscard]] std::string_view percent_gap() const { return percent_gap_; }
  /// Phrases in brackets, folded.
  [[nodiscard]] const std::vector<std::string>& bracketed() const { return bracketed_; }

 private:
  using Words = std::unordered_map<std::string, WordMeaning>;

  /// A place in the table of words: open addressing, because every word of every text is looked for.
  struct Slot {
    std::uint32_t tag = 0;  ///< the hash
    const Words::value_type* word = nullptr;
  };

  template <typename Integer>
  static std::uint64_t load(const char* bytes) {
    Integer value;
    std::memcpy(&value, bytes, sizeof value);
    return value;
  }

  /// Words are short: of a longer one the first, middle and last eight bytes count.
  static std::uint32_t hash(std::string_view text) {
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;
    const char* const data = text.data();
    const std::size_t size = text.size();
    std::uint64_t value = size * kFactor;
    const auto add = [&value](std::uint64_t piece) {
      value = (value ^ piece) * kFactor;
      value ^= value >> 32;
    };
    if (size >= 8) {
      add(load<std::uint64_t>(data));
      add(load<std::uint64_t>(data + size / 2 - 4));
      add(load<std::uint64_t>(data + size - 8));
    } else if (size >= 4) {
      add(load<std::uint32_t>(data) << 32 | load<std::uint32_t>(data + size - 4));
    } else if (size > 0) {
      add(load<std::uint8_t>(data) << 16 | load<std::uint8_t>(data + size / 2) << 8 |
          load<std::uint8_t>(data + size - 1));
    }
    return static_cast<std::uint32_t>(value);
  }

  /// What can be seen of a word at once: its size, its first and its last byte. Most words of a text go no further.
  static std::size_t shape(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front()), last = static_cast<unsigned char>(text.back());
    return (first * 37U + last * 101U + text.size() * 1009U) % kShapes;
  }

  WordMeaning& word(std::string_view text);
  /// Calls `set` for the word, and for the word capitalised and in capitals.
  template <typename Set>
  void each_case(std::string_view text, const Set& set);
  void add_phrase(Phrase::Kind kind, std::string_view words, std::string_view value);
  void add_rules();
  void add_months(std::size_t language);
  void add_foreign_scales(std::size_t language);
  void add_units();
  void add_currencies();
  void add_variants(const content::Settings& settings, model::Language language);
  void finish();

  std::vector<const localization::LocaleData*> locales_;
  std::shared_ptr<const localization::LocaleData> shared_locale_;
  const localization::LocaleData* locale_;
  std::size_t own_;
  Words words_;
  std::vector<Slot> slots_;  ///< a power of two of them, half empty or more; points into words_
  static constexpr std::size_t kShapes = 1 << 14;
  std::array<std::uint64_t, kShapes / 64> shapes_{};  ///< those that occur
  std::vector<std::vector<DatePattern>> dates_;
  std::vector<std::pair<std::string, std::string>> signs_;
  std::string percent_gap_;
  std::vector<std::string> bracketed_;
};

/// Whether `phrase` stands at `at` of `text`, any kind of space for a space, and ends with a word; its size then.
std::optional<std::size_t> phrase_at(std::string_view text, std::size_t at, std::string_view phrase);

}  // namespace gaceta::checks
