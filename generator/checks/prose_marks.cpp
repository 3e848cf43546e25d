// Quotation marks that are typewriter's or another house's, and what authors leave behind for themselves.
#include <algorithm>
#include <array>

#include "checks/prose_context.hpp"
#include "text/unicode.hpp"

namespace gaceta::checks {
namespace {

constexpr std::array<std::string_view, 13> kQuotationMarks = {"“", "”", "„", "‟", "‘", "’", "‚",
                                                              "‛", "«", "»", "‹", "›", "´"};
constexpr std::size_t kLongestBracket = 120;  // bytes; more is a sentence

bool is_quotation_mark(std::string_view mark) {
  return std::find(kQuotationMarks.begin(), kQuotationMarks.end(), mark) != kQuotationMarks.end();
}

bool opens(std::string_view mark) {
  return mark == "“" || mark == "„" || mark == "‘" || mark == "‚" || mark == "«" || mark == "‹";
}

bool is_single(std::string_view mark) {
  return mark == "'" || mark == "‘" || mark == "’" || mark == "‚" || mark == "‛" || mark == "‹" || mark == "›" ||
         mark == "´";
}

class QuotationCheck {
 public:
  explicit QuotationCheck(const ProseContext& context)
      : context_(context), text_(context.text), style_(context.lexicon.locale().style.typography) {}

  void run() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i].kind != TokenKind::mark) continue;
      const std::string_view mark = text_.view(i);
      if (mark == "\"" || mark == "'") {
        check_straight(i, mark);
      } else if (is_quotation_mark(mark) && !is_of_house(mark)) {
        report("foreign-quotation-mark", i, house_mark(i, mark));
      }
    }
  }

 private:
  bool is_of_house(std::string_view mark) const {
    return mark == style_.open || mark == style_.close || mark == style_.inner_open || mark == style_.inner_close ||
           mark == context_.lexicon.rules().apostrophe;
  }

  void report(std::string_view rule, std::size_t i, std::string_view instead) const {
    context_.report(rule, text_[i].begin, text_[i].end, {std::string(text_.view(i)), context_.lexicon.locale().tag},
                    write_instead(std::string(instead)));
  }

  /// Nothing but a space, an opening bracket or another quotation mark before it.
  bool is_opening(std::size_t i) const {
    if (i == 0 || text_[i].gap != Gap::none) return true;
    static constexpr std::string_view kBefore[] = {"(", "[", "¿", "¡", "—", "–", "/", "“", "«", "\""};
    return text_[i - 1].kind == TokenKind::mark &&
           std::find(std::begin(kBefore), std::end(kBefore), text_.view(i - 1)) != std::end(kBefore);
  }

  bool is_between_letters(std::size_t i) const {
    return i > 0 && text_[i].gap == Gap::none && text_[i - 1].kind == TokenKind::word &&
           text_[i + 1].kind == TokenKind::word && text_[i + 1].gap == Gap::none;
  }

  std::string_view house_mark(std::size_t i, std::string_view mark) const {
    const bool is_opener = opens(mark) || (mark == "\"" && !open_) || (is_straight(mark) && is_opening(i));
    if (is_between_letters(i) && is_single(mark)) return context_.lexicon.rules().apostrophe;
    if (is_single(mark)) return is_opener ? style_.inner_open : style_.inner_close;
    return is_opener ? style_.open : style_.close;
  }

  static bool is_straight(std::string_view mark) { return mark == "'" || mark == "\""; }

  /// Feet, inches and minutes of arc keep their straight signs behind a figure.
  void check_straight(std::size_t i, std::string_view mark) {
    const bool is_behind_figure = i > 0 && text_[i].gap == Gap::none && text_[i - 1].kind == TokenKind::number;
    if (is_behind_figure && !(mark == "\"" ? open_ : single_open_)) return;
    report("straight-quotation-mark", i, house_mark(i, mark));
    if (mark == "\"") open_ = !open_;
    if (mark == "'" && !is_between_letters(i)) single_open_ = !single_open_ && is_opening(i);
  }

  const ProseContext& context_;
  const ProseText& text_;
  const localization::TypographyStyle& style_;
  bool open_ = false;
  bool single_open_ = false;
};

class LeftoverCheck {
 public:
  explicit LeftoverCheck(const ProseContext& context) : context_(context), text_(context.text) {}

  void run() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i].begin < done_) continue;
      if (text_.is_mark(i, "[")) {
        check_bracket(i);
      } else if (text_[i].meaning != nullptr) {
        check_word(i, *text_[i].meaning);
      }
    }
  }

 private:
  void report(std::size_t begin, std::size_t end) {
    context_.report("leftover", begin, end, {std::string(text_.slice(begin, end))}, {"finish-text", {}});
    done_ = end;
  }

  void check_bracket(std::size_t i) {
    const std::size_t begin = text_[i].begin;
    const std::size_t size = text_.text().substr(begin, kLongestBracket).find(']');
    if (size == std::string_view::npos) return;
    const std::size_t end = begin + size;
    const std::string inside = text::fold_diacritics(text_.slice(begin + 1, end));
    for (const std::string& phrase : context_.lexicon.bracketed()) {
      if (holds(inside, phrase)) return report(begin, end + 1);
    }
  }

  /// A phrase of several words anywhere; a single word at the beginning or the end.
  static bool holds(std::string_view inside, std::string_view phrase) {
    const bool is_single = phrase.find(' ') == std::string_view::npos;
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    for (std::size_t at = inside.find(phrase); at != std::string_view::npos; at = inside.find(phrase, at + 1)) {
      const std::size_t end = at + phrase.size();
      const bool is_word = (at == 0 || !is_letter(inside[at - 1])) && (end == inside.size() || !is_letter(inside[end]));
      if (is_word && (!is_single || at == 0 || end == inside.size())) return true;
    }
    return false;
  }

  void check_word(std::size_t i, const WordMeaning& meaning) {
    if (is_glued(i)) return;
    if (meaning.is_placeholder && !numbers_something(i)) return report(text_[i].begin, text_[i].end);
    for (const Phrase& phrase : meaning.phrases) {
      if (phrase.kind != Phrase::Kind::leftover && phrase.kind != Phrase::Kind::leftover_with_colon) continue;
      const auto size = phrase_at(text_.text(), text_[i].begin, phrase.words);
      if (!size) continue;
      const std::size_t end = text_[i].begin + *size;
      if (phrase.kind == Phrase::Kind::leftover) return report(text_[i].begin, end);
      if (end < text_.text().size() && text_.text()[end] == ':') return report(text_[i].begin, end + 1);
    }
  }

  bool is_glued(std::size_t i) const {
    const auto is_hyphen = [&](std::size_t index) {
      return text_.is_mark(index, "-") || text_.is_mark(index, "/") || text_.is_mark(index, "_");
    };
    return (i > 0 && text_[i].gap == Gap::none && is_hyphen(i - 1)) ||
           (text_[i + 1].gap == Gap::none && is_hyphen(i + 1));
  }

  /// XXX is thirty where it stands beside a name: la XXX Reunión, siglo XXX, Anexo XXX.
  bool numbers_something(std::size_t i) const {
    const auto is_capital = [&](std::size_t index) {
      const char c = text_[index].kind == TokenKind::word ? text_.text()[text_[index].begin] : 'a';
      return c >= 'A' && c <= 'Z';
    };
    if (is_capital(i + 1)) return true;
    if (i == 0) return false;
    const Token& before = text_[i - 1];
    return (before.meaning != nullptr && before.meaning->names_number) ||
           (is_capital(i - 1) && !text_.begins_sentence(i - 1));
  }

  const ProseContext& context_;
  const ProseText& text_;
  std::size_t done_ = 0;  ///< what lies before was reported
};

}  // namespace

void check_quotation_marks(const ProseContext& context) {
  QuotationCheck(context).run();
}

void check_leftovers(const ProseContext& context) {
  LeftoverCheck(context).run();
}

}  // namespace gaceta::checks
