#include "markdown/safety.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "markdown/characters.hpp"
#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace gaceta::markdown {
namespace {

/// But for tabs and ends of lines.
constexpr auto is_control = [](auto c) { return ((c < 0x20) & (c != '\t') & (c != '\n') & (c != '\r')) | (c == 0x7F); };

constexpr std::ptrdiff_t kMostPipes = 200;   // in one line: a row's cells are kept in a list that is walked each time
constexpr std::size_t kMostCells = 200'000;  // of one table, counting those that cmark adds to short rows
constexpr std::ptrdiff_t kMostAtSigns = 2'000;  // between blank lines: each makes the rest of the text be copied

/// Finds what is dangerous in a text and blanks it in a copy.
class TrapRemover {
 public:
  TrapRemover(std::string_view text, const std::vector<Line>& lines, std::string_view path,
              diagnostics::Diagnostics& diagnostics)
      : text_(text), lines_(lines), path_(path), diagnostics_(diagnostics) {}

  std::optional<std::string> run() {
    const bool has_tables = text_.find('|') != std::string_view::npos;
    const std::size_t at_sign = std::min(text_.find('@'), text_.size());  // most texts have none
    const bool has_at_signs =
        std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_sign), text_.end(), '@') > kMostAtSigns;
    if (!has_tables && !has_at_signs) return std::nullopt;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view line = lines_[i].text;
      if (has_at_signs) count_at_signs(i);
      if (line.find('|') == std::string_view::npos) continue;
      const std::ptrdiff_t pipes = std::count(line.begin(), line.end(), '|');
      if (pipes > kMostPipes) blank(i, '|');
      if (is_delimiter_row(line) && cells_below(i, pipes + 1) > kMostCells) blank(i, '|');
    }
    return std::move(copy_);
  }

 private:
  static bool is_blank_line(std::string_view line) { return text::trimmed(line).empty(); }

  static bool is_delimiter_row(std::string_view line) {
    return line.find('-') != std::string_view::npos &&
           line.find_first_not_of("|:- \t>*+.)0123456789") == std::string_view::npos;
  }

  /// At most so many cells has the table whose delimiter row is lines[index].
  [[nodiscard]] std::size_t cells_below(std::size_t index, std::ptrdiff_t columns) {
    if (next_blank_line_ < index) next_blank_line_ = index;
    while (next_blank_line_ < lines_.size() && !is_blank_line(lines_[next_blank_line_].text)) ++next_blank_line_;
    return (next_blank_line_ - index) * static_cast<std::size_t>(columns);
  }

  void count_at_signs(std::size_t index) {
    const std::string_view line = lines_[index].text;
    if (is_blank_line(line)) at_signs_ = 0;
    at_signs_ += std::count(line.begin(), line.end(), '@');
    if (at_signs_ > kMostAtSigns) {
      blank(index, '@');
      at_signs_ = 0;
    }
  }

  void blank(std::size_t index, char character) {
    const Line& line = lines_[index];
    if (!copy_) copy_ = std::string(text_);
    const auto start = line.text.data() - text_.data();
    std::fill_n(copy_->begin() + start, line.text.size(), ' ');
    const std::size_t first = line.text.find(character);
    diagnostics_.push_back(
        diagnostics::make("markdown-too-complex", place(path_, line.position(first, 1)), {std::string(1, character)}));
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::string_view path_;
  diagnostics::Diagnostics& diagnostics_;
  std::optional<std::string> copy_;
  std::size_t next_blank_line_ = 0;
  std::ptrdiff_t at_signs_ = 0;
};

}  // namespace

bool is_dangerous_url(std::string_view url) {
  std::string scheme;
  for (char c : url) {
    if (static_cast<unsigned char>(c) <= ' ' || c == '\x7F') continue;
    if (c == ':') {
      constexpr std::array<std::string_view, 4> kDangerous = {"javascript", "vbscript", "data", "file"};
      return std::find(kDangerous.begin(), kDangerous.end(), scheme) != kDangerous.end();
    }
    const bool may_stand_in_scheme = is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
    if (!may_stand_in_scheme || scheme.size() > 16) return false;
    scheme.push_back(is_letter(c) ? static_cast<char>(c | 0x20) : c);
  }
  return false;
}

std::optional<std::string> without_control_characters(std::string_view text, const diagnostics::Place& start,
                                                      diagnostics::Diagnostics& diagnostics) {
  if (text::find_byte(text, 0, is_control) == text.size()) return std::nullopt;
  std::string cleaned(text);
  diagnostics::Place place = start;
  place.length = 1;
  for (std::size_t i = 0; i < cleaned.size(); ++i) {
    if (is_control(static_cast<unsigned char>(cleaned[i]))) {
      const int number = std::exchange(cleaned[i], ' ');
      diagnostics.push_back(diagnostics::make("control-character", place, {std::to_string(number)}));
    }
    ++place.column;
    const bool is_line_end = cleaned[i] == '\n' || (cleaned[i] == '\r' && cleaned.substr(i + 1, 1) != "\n");
    if (!is_line_end) continue;
    ++place.line;
    place.column = 1;
  }
  return cleaned;
}

bool is_html_comment(std::string_view html) {
  html = text::trimmed(html);
  while (html.starts_with("<!--")) {
    const std::size_t end = html.find("-->", 4);
    if (end == std::string_view::npos) return true;  // cmark ends it with the text
    html = text::trimmed(html.substr(end + 3));
  }
  return html.empty();
}

std::optional<std::string> without_traps(std::string_view text, const std::vector<Line>& lines, std::string_view path,
                                         diagnostics::Diagnostics& diagnostics) {
  return TrapRemover(text, lines, path, diagnostics).run();
}

}  // namespace gaceta::markdown
