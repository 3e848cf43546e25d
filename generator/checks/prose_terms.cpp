// Spellings that the glossary lists as variants. They are left alone where they are not the author's own words: inside
// quotation marks, inside a symbol or a name (SELA-PYMES, Programa PyME Global), in a heading in capitals.
#include <algorithm>

#include "checks/prose_context.hpp"

namespace gaceta::checks {
namespace {

bool is_capital(std::string_view word) {
  if (word.size() >= 2 && static_cast<unsigned char>(word[0]) == 0xC3)
    return static_cast<unsigned char>(word[1]) < 0xA0;
  return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
}

bool is_all_capitals(std::string_view word) {
  return word.size() > 1 && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
         is_capital(word);
}

class TermCheck {
 public:
  explicit TermCheck(const ProseContext& context) : context_(context), text_(context.text) {}

  void run() {
    int depth = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i].kind == TokenKind::mark) depth = std::max(depth + quotation(text_.view(i)), 0);
      if (depth == 0 && text_[i].meaning != nullptr && text_[i].kind == TokenKind::word) check(i, *text_[i].meaning);
    }
  }

 private:
  static int quotation(std::string_view mark) {
    if (mark == "“" || mark == "«" || mark == "„") return 1;
    return mark == "”" || mark == "»" ? -1 : 0;
  }

  void check(std::size_t i, const WordMeaning& meaning) const {
    for (const Phrase& phrase : meaning.phrases) {
      if (phrase.kind != Phrase::Kind::variant) continue;
      const auto size = phrase_at(text_.text(), text_[i].begin, phrase.words);
      if (!size) continue;
      const std::size_t begin = text_[i].begin, end = begin + *size;
      std::size_t last = i;
      while (text_[last].end < end) ++last;
      if (is_part_of_symbol(i, last) || is_part_of_name(i, last, phrase.words)) return;
      context_.report("term-variant", begin, end, {std::string(text_.slice(begin, end)), phrase.value},
                      write_instead(phrase.value));
      return;
    }
  }

  bool is_part_of_symbol(std::size_t first, std::size_t last) const {
    const auto glues = [&](std::size_t index) {
      static constexpr std::string_view kGlue[] = {"-", "/", "_", "@", "&", "#", "."};
      return std::find(std::begin(kGlue), std::end(kGlue), text_.view(index)) != std::end(kGlue);
    };
    if (first > 0 && text_[first].gap == Gap::none && (glues(first - 1) || text_[first - 1].kind != TokenKind::mark)) {
      return true;
    }
    const Token& next = text_[last + 1];
    if (next.kind == TokenKind::none || next.gap != Gap::none || !glues(last + 1)) return false;
    const Token& after = text_[last + 2];
    return after.kind == TokenKind::word && after.gap == Gap::none;
  }

  /// Between words that are capitals in the middle of a sentence: a name, or a heading in capitals.
  bool is_part_of_name(std::size_t first, std::size_t last, std::string_view words) const {
    if (first > 0 && text_[first - 1].kind == TokenKind::word && text_[first].gap != Gap::none) {
      const std::string_view before = text_.view(first - 1);
      if (is_capital(before) && !text_.begins_sentence(first - 1)) return true;
      if (is_all_capitals(before) && is_all_capitals(words)) return true;
    }
    const Token& next = text_[last + 1];
    return next.kind == TokenKind::word && next.gap != Gap::none && is_capital(text_.view(next)) && is_capital(words);
  }

  const ProseContext& context_;
  const ProseText& text_;
};

}  // namespace

void check_terms(const ProseContext& context) {
  TermCheck(context).run();
}

}  // namespace gaceta::checks
