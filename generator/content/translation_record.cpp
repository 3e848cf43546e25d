#include "content/translation_record.hpp"

#include <algorithm>

#include "content/source.hpp"
#include "text/utf8.hpp"

namespace gaceta::content {
namespace {

using diagnostics::Diagnostics;

constexpr std::size_t kLineWidth = 110;  // bytes of text per line
constexpr std::string_view kHead =
    "# The blocks that this translation was made from. Written by `gaceta stamp`; not to be edited.\n";
constexpr std::string_view kSource = "source: ";
constexpr std::string_view kStamped = "stamped: ";
constexpr std::string_view kBlocks = "blocks:";
constexpr std::string_view kItem = "  - >-";
constexpr std::string_view kIndent = "    ";

/// Breaks at spaces: YAML's folding gives each back as one space.
void append_folded(std::string& out, std::string_view text) {
  while (!text.empty()) {
    std::size_t end = text.size();
    if (end > kLineWidth) {
      end = text.rfind(' ', kLineWidth);
      if (end == std::string_view::npos) end = std::min(text.find(' '), text.size());
    }
    out.append(kIndent).append(text.substr(0, end)) += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  /// False at the first line that has another shape: number().
  bool read(TranslationRecord& record) {
    while (next()) {
      if (line_.empty() || line_.front() == '#') continue;
      if (!(is_in_blocks_ ? block_line(record) : head_line(record))) return false;
    }
    const auto is_empty = [](const std::string& block) { return block.empty(); };
    return is_in_blocks_ && !record.source.empty() && record.stamped.precision == model::DatePrecision::day &&
           std::none_of(record.blocks.begin(), record.blocks.end(), is_empty);
  }

  std::uint32_t number() const { return number_; }

 private:
  bool next() {
    if (rest_.empty()) return false;
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    line_ = rest_.substr(0, end);
    if (line_.ends_with('\r')) line_.remove_suffix(1);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    ++number_;
    return true;
  }

  bool head_line(TranslationRecord& record) {
    if (line_.starts_with(kSource)) {
      record.source = std::string(text::trimmed(line_.substr(kSource.size())));
      return !record.source.empty();
    }
    if (line_.starts_with(kStamped)) {
      const auto date = model::parse_date(text::trimmed(line_.substr(kStamped.size())));
      if (date) record.stamped = *date;
      return date && date->precision == model::DatePrecision::day;
    }
    is_in_blocks_ = line_ == kBlocks;
    return is_in_blocks_;
  }

  bool block_line(TranslationRecord& record) {
    if (line_ == kItem) {
      record.blocks.emplace_back();
      return true;
    }
    if (!line_.starts_with(kIndent) || record.blocks.empty()) return false;
    std::string& block = record.blocks.back();
    if (!block.empty()) block += ' ';
    block += line_.substr(kIndent.size());
    return true;
  }

  std::string_view rest_;
  std::string_view line_;
  std::uint32_t number_ = 0;
  bool is_in_blocks_ = false;
};

}  // namespace

std::string translation_record_name(std::string_view language) {
  return "translation." + std::string(language) + ".yaml";
}

std::optional<TranslationRecord> parse_translation_record(std::string_view text, std::string_view path,
                                                          Diagnostics& diagnostics) {
  TranslationRecord record;
  Reader reader(text);
  if (reader.read(record)) return record;
  diagnostics.push_back(
      diagnostics::make("bad-translation-record", {std::string(path), reader.number(), 1, 0}, {}, {"stamp-again", {}}));
  return std::nullopt;
}

std::optional<TranslationRecord> load_translation_record(const filesystem::Folder& root, std::string_view folder,
                                                         std::string_view language, Diagnostics& diagnostics) {
  const std::string path = std::string(folder) + "/" + translation_record_name(language);
  const auto text = read_text(root, path, diagnostics);
  return text ? parse_translation_record(*text, path, diagnostics) : std::nullopt;
}

std::string to_yaml(const TranslationRecord& record) {
  std::string out(kHead);
  out.append(kSource).append(record.source) += '\n';
  out.append(kStamped).append(model::to_string(record.stamped)) += '\n';
  out.append(kBlocks) += '\n';
  for (const std::string& block : record.blocks) {
    out.append(kItem) += '\n';
    append_folded(out, block);
  }
  return out;
}

}  // namespace gaceta::content
