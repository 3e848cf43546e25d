// Lists in a sentence: separators, the last joint, and the conjunctions that change before a sound (y → e, o → u).
#include <algorithm>
#include <array>

#include "localization/printer.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

// Spanish spelling shows the first sound of a word well enough: 'i' is i-, í-, hi- but not the glide of hie- (hielo) or
// ie-; 'o' is o-, ó-, ho-. Acronyms in capitals that begin with IE are spelled letter by letter. Figures are read: 8,
// 80, 800 and 11 (alone or as 11.000) begin with 'o', no figure begins with 'i'. Roman numerals are figures too: "III y
// IV", "VII u VIII". Whatever is no letter or digit before the word (quotation marks, brackets, markup) is skipped.

namespace gaceta::localization {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// `text` from its first letter or digit on; markup is skipped.
std::string_view from_first_sound(std::string_view text) {
  while (!text.empty()) {
    if (text.front() == '<') {
      const std::size_t close = text.find('>');
      if (close == std::string_view::npos) return {};
      text.remove_prefix(close + 1);
      continue;
    }
    if (is_digit(text.front()) || is_ascii_letter(text.front())) return text;
    std::size_t next = 0;
    const char32_t letter = text::next_code_point(text, next);
    constexpr char32_t kFirstLetter = 0xC0;  // À; below it Latin-1 holds signs
    constexpr char32_t kLastLetter = 0x24F;  // the end of Latin Extended-B
    if (letter >= kFirstLetter && letter <= kLastLetter) return text;
    text.remove_prefix(next);
  }
  return text;
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, std::min(text.find_first_of(" \t\n,;.:)]}<"), text.size()));
}

/// The digits of the figure that `text` begins with, without grouping; the fraction is left out.
std::string integer_figure(std::string_view text, const NumberStyle& numbers) {
  std::string digits;
  while (!text.empty()) {
    if (is_digit(text.front())) {
      digits += text.front();
      text.remove_prefix(1);
      continue;
    }
    const std::string_view group = text.starts_with(numbers.thin_group) && !numbers.thin_group.empty()
                                       ? std::string_view(numbers.thin_group)
                                       : std::string_view(numbers.group);
    if (group.empty() || !text.starts_with(group) || text.size() < group.size() + 3) break;
    const std::string_view next = text.substr(group.size(), 3);
    if (!std::all_of(next.begin(), next.end(), is_digit)) break;
    text.remove_prefix(group.size());
  }
  return digits;
}

bool figure_begins_with_o(std::string_view digits) {
  if (digits.starts_with('8')) return true;
  return digits.starts_with("11") && digits.size() % 3 == 2;  // once, once mil, once millones
}

/// The value of a Roman numeral in its canonical spelling, or 0.
int roman_value(std::string_view word) {
  constexpr int kLargest = 200;
  if (word.empty() || word.find_first_not_of("IVXLC") != std::string_view::npos) return 0;
  for (int number = 1; number < kLargest; ++number) {
    if (roman_numeral(number) == word) return number;
  }
  return 0;
}

bool is_acronym(std::string_view word) {
  return word.size() > 1 && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool begins_with_i(std::string_view word, std::string_view folded) {
  if (folded.starts_with('h')) return folded.starts_with("hi") && !folded.starts_with("hie");
  if (folded.starts_with("ie")) return is_acronym(word);
  if (folded.starts_with('y'))
    return folded.size() > 1 && std::string_view("aeiou").find(folded[1]) == std::string::npos;
  return folded.starts_with('i');
}

bool begins_with_o(std::string_view folded) {
  return folded.starts_with('o') || folded.starts_with("ho");
}

bool begins_with(Sound sound, std::string_view text, const NumberStyle& numbers) {
  const std::string_view start = from_first_sound(text);
  if (start.empty() || sound == Sound::none) return false;
  if (is_digit(start.front())) return sound == Sound::o && figure_begins_with_o(integer_figure(start, numbers));
  const std::string_view word = first_word(start);
  if (const int roman = roman_value(word); roman != 0) {
    return sound == Sound::o && figure_begins_with_o(std::to_string(roman));
  }
  const std::string folded = text::fold_diacritics(word);
  return sound == Sound::i ? begins_with_i(word, folded) : begins_with_o(folded);
}

std::string changed(std::string joint, const ConjunctionStyle& style) {
  const std::size_t at = joint.rfind(style.from);
  if (at != std::string::npos && !style.from.empty()) joint.replace(at, style.from.size(), style.into);
  return joint;
}

}  // namespace

std::string joint_before(const ConjunctionStyle& conjunction, const NumberStyle& numbers, std::size_t size,
                         std::string_view last, bool complex) {
  const std::string& joint = complex ? conjunction.last_complex : (size == 2 ? conjunction.two : conjunction.last);
  return begins_with(conjunction.changes_before, last, numbers) ? changed(joint, conjunction) : joint;
}

std::string joined_list(const ListStyle& style, const NumberStyle& numbers, const ConjunctionStyle& conjunction,
                        const std::vector<std::string_view>& items) {
  const bool complex = std::any_of(items.begin(), items.end(),
                                   [](std::string_view item) { return item.find(", ") != std::string_view::npos; });
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0 && i + 1 == items.size()) {
      out += joint_before(conjunction, numbers, items.size(), items[i], complex);
    } else if (i > 0) {
      out += complex ? style.complex_separator : style.separator;
    }
    out += items[i];
  }
  return out;
}

}  // namespace gaceta::localization
