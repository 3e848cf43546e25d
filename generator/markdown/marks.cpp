#include "markdown/marks.hpp"

#include <algorithm>
#include <vector>

#include "markdown/characters.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace gaceta::markdown {
namespace {

/// The offset of the brace that closes the group at the start of `line`, outside quotes; npos if there is none.
std::size_t closing_brace(std::string_view line) {
  bool is_quoted = false;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '"') is_quoted = !is_quoted;
    if (line[i] == '}' && !is_quoted) return i;
  }
  return std::string_view::npos;
}

bool is_name(std::string_view word) {
  return !word.empty() && word.find_first_of("{}\"'=`#") == std::string_view::npos;
}

class MarkReader {
 public:
  MarkReader(std::string_view line, Position start, std::string_view path, const Options& options, Marks& marks,
             diagnostics::Diagnostics& diagnostics)
      : line_(line), start_(start), path_(path), options_(options), marks_(marks), diagnostics_(diagnostics) {}

  void read() {
    const std::size_t end = line_.find_last_of('}');
    at_ = 1;
    skip_blanks();
    if (at_ >= end || closing_brace(line_) != end) return report_malformed(0, line_.size());
    while (at_ < end) {
      read_item(end);
      skip_blanks();
    }
  }

 private:
  void skip_blanks() {
    while (at_ < line_.size() && is_blank(line_[at_])) ++at_;
  }

  [[nodiscard]] Located located(std::size_t begin, std::size_t end) const {
    const auto column = static_cast<std::uint32_t>(start_.column + begin);
    return {std::string(line_.substr(begin, end - begin)),
            {start_.line, column, static_cast<std::uint32_t>(end - begin)}};
  }

  void read_item(std::size_t end) {
    const std::size_t begin = at_;
    bool is_quoted = false;
    for (; at_ < end && (is_quoted || !is_blank(line_[at_])); ++at_) {
      if (line_[at_] == '"') is_quoted = !is_quoted;
    }
    const std::string_view item = line_.substr(begin, at_ - begin);
    const std::size_t equals = item.find('=');
    if (item.starts_with('#') && is_name(item.substr(1))) {
      marks_.anchor = located(begin + 1, at_);
    } else if (equals != std::string_view::npos) {
      read_pair(begin, begin + equals);
    } else if (is_name(item)) {
      read_word(located(begin, at_));
    } else {
      report_malformed(begin, at_);
    }
  }

  void read_word(Located word) {
    if (is_known(word, options_.mark_words)) marks_.words.push_back(std::move(word));
  }

  /// key="value" or key=value between `begin` and the reading place.
  void read_pair(std::size_t begin, std::size_t equals) {
    std::size_t value_begin = equals + 1, value_end = at_;
    const std::string_view written = line_.substr(value_begin, value_end - value_begin);
    const bool is_quoted = written.size() >= 2 && written.front() == '"' && written.back() == '"';
    if (!is_name(line_.substr(begin, equals - begin)) || written.empty() ||
        (!is_quoted && written.find('"') != std::string_view::npos)) {
      return report_malformed(begin, at_);
    }
    if (is_quoted) {
      ++value_begin;
      --value_end;
    }
    Located key = located(begin, equals);
    if (is_known(key, options_.mark_keys)) marks_.pairs.push_back({std::move(key), located(value_begin, value_end)});
  }

  bool is_known(const Located& name, std::span<const std::string_view> names) {
    if (std::find(names.begin(), names.end(), name.text) != names.end()) return true;
    std::vector<std::string_view> all(options_.mark_words.begin(), options_.mark_words.end());
    all.insert(all.end(), options_.mark_keys.begin(), options_.mark_keys.end());
    diagnostics_.push_back(
        diagnostics::make("unknown-mark", place(path_, name.position), {name.text},
                          diagnostics::did_you_mean(text::nearest(name.text, std::span<const std::string_view>(all)))));
    return false;
  }

  void report_malformed(std::size_t begin, std::size_t end) {
    const Located wrong = located(begin, end);
    diagnostics_.push_back(
        diagnostics::make("malformed-mark", place(path_, wrong.position), {wrong.text}, {"mark-forms", {}}));
  }

  std::string_view line_;
  Position start_;
  std::string_view path_;
  const Options& options_;
  Marks& marks_;
  diagnostics::Diagnostics& diagnostics_;
  std::size_t at_ = 0;
};

}  // namespace

bool is_mark_line(std::string_view line) {
  line = text::trimmed(line);
  if (line.size() < 2 || line.front() != '{' || line.back() != '}') return false;
  const std::size_t close = closing_brace(line);
  return close == std::string_view::npos || close == line.size() - 1;
}

void read_marks(std::string_view line, Position start, std::string_view path, const Options& options, Marks& marks,
                diagnostics::Diagnostics& diagnostics) {
  line = text::trimmed(line);
  if (marks.position.line == 0) {
    marks.position = {start.line, start.column, static_cast<std::uint32_t>(line.size())};
  }
  MarkReader(line, start, path, options, marks, diagnostics).read();
}

}  // namespace gaceta::markdown
