// Dates typed by hand: as the text's own language writes them (a role prints them in both languages), as another
// language of the site writes them, and as figures between slashes, which each country reads its own way. A date is
// looked for around the name of its month, by the patterns that each language's rules give; years alone, and days
// without a year in the text's own language, are left alone: no role prints them, and many are names of streets.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "checks/prose_context.hpp"

namespace gaceta::checks {
namespace {

int as_integer(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? value : -1;
}

std::string two_digits(int value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

struct FoundDate {
  std::size_t first = 0, last = 0;  ///< tokens; last is behind it
  int year = 0, month = 0;
  int day = 0, end_day = 0;

  [[nodiscard]] std::string iso() const {
    const std::string month_text = std::to_string(year) + "-" + two_digits(month);
    if (day == 0) return month_text;
    const std::string start = month_text + "-" + two_digits(day);
    return end_day == 0 ? start : start + "/" + month_text + "-" + two_digits(end_day);
  }
};

class DateCheck {
 public:
  DateCheck(const ProseContext& context, std::vector<bool>& taken)
      : context_(context), text_(context.text), lexicon_(context.lexicon), taken_(taken) {}

  void run() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i].kind == TokenKind::number) {
        check_numeric(i);
      } else if (text_[i].meaning != nullptr && !taken_[i]) {
        check_month(i, *text_[i].meaning);
      }
    }
  }

 private:
  void take(const FoundDate& date) {
    std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(date.first),
              taken_.begin() + static_cast<std::ptrdiff_t>(date.last), true);
  }

  void report(std::string_view rule, const FoundDate& date, std::vector<std::string> more, diagnostics::Help help) {
    const std::size_t begin = text_[date.first].begin, end = text_[date.last - 1].end;
    more.insert(more.begin(), std::string(text_.slice(begin, end)));
    context_.report(rule, begin, end, std::move(more), std::move(help));
    take(date);
  }

  void check_month(std::size_t i, const WordMeaning& meaning) {
    const bool is_rather_foreign = meaning.is_foreign_month_as_written && !meaning.is_month_as_written;
    if (meaning.month != 0 && !is_rather_foreign) {
      if (const auto date = longest(i, lexicon_.own_language(), meaning.month, meaning.is_month_as_written)) {
        if (date->year == 0 || !context_.has_roles) return take(*date);
        return report("typed-date", *date, {}, context_.write_role("date", date->iso()));
      }
    }
    if (meaning.foreign_month == 0) return;
    const std::size_t language = meaning.foreign_language;
    const auto date = longest(i, language, meaning.foreign_month, meaning.is_foreign_month_as_written);
    if (!date) return;
    if (date->year == 0 && is_name(*date)) return;
    const diagnostics::Help help =
        date->year != 0 ? context_.write_role("date", date->iso()) : diagnostics::Help{"write-date-role", {}};
    report("foreign-date", *date, {lexicon_.locale(language).language, lexicon_.locale().language}, help);
  }

  /// A day without a year behind a capital or inside quotation marks is a street, a square, a party: Plaza 5 de Mayo.
  bool is_name(const FoundDate& date) const {
    if (date.first == 0) return false;
    const Token& before = text_[date.first - 1];
    if (before.kind == TokenKind::mark) {
      const std::string_view mark = text_.view(before);
      return mark == "“" || mark == "«" || mark == "\"" || mark == "‘";
    }
    const char first = text_.text()[before.begin];
    return before.kind == TokenKind::word && first >= 'A' && first <= 'Z' && !text_.begins_sentence(date.first - 1);
  }

  /// The longest date around the month at `i` by the patterns of `language`.
  std::optional<FoundDate> longest(std::size_t i, std::size_t language, int month, bool is_as_written) const {
    std::optional<FoundDate> best;
    for (const DatePattern& pattern : lexicon_.dates(language)) {
      if (!pattern.has_year && !is_as_written) continue;
      const auto date = match(i, pattern, language);
      if (date && (!best || date->last - date->first > best->last - best->first)) best = date;
    }
    if (best) best->month = month;
    return best;
  }

  std::optional<FoundDate> match(std::size_t i, const DatePattern& pattern, std::size_t language) const {
    FoundDate date;
    std::size_t at = i;
    for (std::size_t part = pattern.month; part-- > 0;) {
      if (!match_before(at, pattern.parts[part], language, date)) return std::nullopt;
    }
    date.first = at;
    at = i + 1;
    if (text_.is_mark(at, ".") && text_[at].gap == Gap::none && text_.view(i).size() <= 5 && at + 1 < text_.size())
      ++at;
    for (std::size_t part = pattern.month + 1; part < pattern.parts.size(); ++part) {
      if (!match_behind(at, pattern.parts[part], language, date)) return std::nullopt;
    }
    date.last = at;
    return is_alone(date) ? std::optional(date) : std::nullopt;
  }

  /// Not part of a symbol: nothing but punctuation touches it.
  bool is_alone(const FoundDate& date) const {
    const auto is_glue = [&](std::size_t index) {
      return text_[index].kind == TokenKind::word || text_[index].kind == TokenKind::number ||
             text_.is_mark(index, "/") || text_.is_mark(index, "-") || text_.is_mark(index, "_");
    };
    if (text_[date.first].gap == Gap::none && date.first > 0 && is_glue(date.first - 1)) return false;
    return !(text_[date.last].gap == Gap::none && is_glue(date.last));
  }

  bool match_before(std::size_t& at, const DatePattern::Part& part, std::size_t language, FoundDate& date) const {
    if (at == 0) return false;
    switch (part.slot) {
      case DatePattern::Slot::literal:
        return text_.view(--at) == part.literal;
      case DatePattern::Slot::year:
        return text_[--at].kind == TokenKind::number && read_year(at, date);
      default:
        break;
    }
    --at;
    if (at > 0 && is_day_ending(at, language)) --at;
    if (at > 0 && text_.is_mark(at, ".") && text_[at].gap == Gap::none) --at;
    const int day = day_at(at);
    if (day == 0) return false;
    date.day = day;
    if (at >= 2 && joins_days(at - 1, language) && day_at(at - 2) != 0) {
      date.end_day = day;
      date.day = day_at(at - 2);
      at -= 2;
    }
    return true;
  }

  bool match_behind(std::size_t& at, const DatePattern::Part& part, std::size_t language, FoundDate& date) const {
    switch (part.slot) {
      case DatePattern::Slot::literal:
        return text_.view(at++) == part.literal;
      case DatePattern::Slot::year:
        return read_year(at++, date);
      default:
        break;
    }
    date.day = day_at(at);
    if (date.day == 0) return false;
    ++at;
    if (is_day_ending(at, language)) ++at;
    if (joins_days(at, language) && day_at(at + 1) != 0) {
      date.end_day = day_at(at + 1);
      at += 2;
    }
    return true;
  }

  bool read_year(std::size_t at, FoundDate& date) const {
    if (text_[at].kind != TokenKind::number || text_[at].gap == Gap::none) return false;
    const std::string_view digits = text_.view(at);
    if (digits.size() != 4 || digits < "1500" || digits > "2199") return false;
    date.year = as_integer(digits);
    return date.year > 0;
  }

  int day_at(std::size_t at) const {
    if (text_[at].kind != TokenKind::number) return 0;
    const int day = as_integer(text_.view(at));
    return text_.view(at).size() <= 2 && day >= 1 && day <= 31 ? day : 0;
  }

  bool is_day_ending(std::size_t at, std::size_t language) const {
    if (text_[at].gap != Gap::none) return false;
    const auto& endings = lexicon_.locale(language).prose.day_endings;
    return std::find(endings.begin(), endings.end(), text_.view(at)) != endings.end();
  }

  bool joins_days(std::size_t at, std::size_t language) const {
    if (text_.is_mark(at, "-") || text_.is_mark(at, "–")) return true;
    if (text_[at].kind != TokenKind::word) return false;
    const auto& joiners = lexicon_.locale(language).prose.day_joiners;
    return std::find(joiners.begin(), joiners.end(), text_.view(at)) != joiners.end();
  }

  // ---- figures only: 14/07/21, 14-07-2021, 2021-07-14

  void check_numeric(std::size_t i) {
    if (taken_[i]) return;
    const std::string_view sign = text_.view(i + 1);
    const bool is_pair = text_[i + 1].gap == Gap::none && text_[i + 2].kind == TokenKind::number &&
                         text_[i + 2].gap == Gap::none && text_.is_mark(i + 3, sign) && text_[i + 3].gap == Gap::none &&
                         text_[i + 4].kind == TokenKind::number && text_[i + 4].gap == Gap::none;
    if (!is_pair || (sign != "/" && sign != "-")) return;
    FoundDate date;
    date.first = i;
    date.last = i + 5;
    if (is_named(i) || !is_free(date)) return take(date);
    const std::array<std::string_view, 3> parts = {text_.view(i), text_.view(i + 2), text_.view(i + 4)};
    if (sign == "-" && parts[0].size() == 4 && parts[1].size() == 2 && parts[2].size() == 2)
      return check_iso(date, parts);
    if (sign == "-" && parts[2].size() != 4) return take(date);
    check_figures_only(date, parts);
  }

  /// Whether a word before makes it a symbol: Resolución 14/07/21.
  bool is_named(std::size_t i) const {
    std::size_t at = i;
    while (at > 0 && text_[at - 1].kind == TokenKind::mark &&
           (text_.is_mark(at - 1, ".") || text_.is_mark(at - 1, "º")))
      --at;
    const Token& before = text_.before(at);
    return before.meaning != nullptr && before.meaning->names_number;
  }

  bool is_free(const FoundDate& date) const {
    if (text_[date.first].gap == Gap::none && date.first > 0 && !text_.is_mark(date.first - 1, "(")) return false;
    const Token& next = text_[date.last];
    if (next.kind == TokenKind::none || next.gap != Gap::none) return true;
    const std::string_view mark = text_.view(next);
    return next.kind == TokenKind::mark && mark != "/" && mark != "-" && mark != "_" && mark != "(";
  }

  void check_iso(FoundDate& date, const std::array<std::string_view, 3>& parts) {
    date.year = as_integer(parts[0]);
    date.month = as_integer(parts[1]);
    date.day = as_integer(parts[2]);
    if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31 || date.year < 1500) return take(date);
    report("typed-date", date, {}, context_.write_role("date", date.iso()));
  }

  void check_figures_only(FoundDate& date, const std::array<std::string_view, 3>& parts) {
    if (parts[0].size() > 2 || parts[1].size() > 2 || (parts[2].size() != 2 && parts[2].size() != 4)) return take(date);
    int day = as_integer(parts[0]), month = as_integer(parts[1]);
    date.year = as_integer(parts[2]) + (parts[2].size() == 2 ? 2000 : 0);
    const bool may_be_dmy = day >= 1 && day <= 31 && month >= 1 && month <= 12;
    const bool may_be_mdy = month >= 1 && month <= 31 && day >= 1 && day <= 12;
    if (!may_be_dmy && !may_be_mdy) return take(date);
    const bool month_first = lexicon_.rules().numeric_date == localization::NumericDate::month_day_year;
    if (!may_be_dmy || (may_be_mdy && month_first)) std::swap(day, month);
    date.day = day;
    date.month = month;
    report("numeric-date", date, {}, context_.write_role("date", date.iso()));
  }

  const ProseContext& context_;
  const ProseText& text_;
  const ProseLexicon& lexicon_;
  std::vector<bool>& taken_;
};

}  // namespace

void check_dates(const ProseContext& context, std::vector<bool>& taken) {
  DateCheck(context, taken).run();
}

}  // namespace gaceta::checks
