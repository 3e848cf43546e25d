#include "publishing/bookkeeping.hpp"

#include <charconv>

#include "publishing/layout.hpp"

namespace gaceta::publishing {
namespace {

/// Binds the record to one published state; times of another one are not even looked at.
std::string header(const Hash& of_file) {
  std::string line = "gaceta-published-1 ";
  append_hex(line, of_file);
  return line + '\n';
}

std::string as_text(const Hash& of_file, const std::vector<std::int64_t>& times) {
  std::string text = header(of_file);
  for (std::int64_t time : times) {
    text += std::to_string(time);
    text += '\n';
  }
  return text;
}

std::optional<std::int64_t> take_number(std::string_view& text) {
  std::int64_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  if (problem != std::errc{} || text.empty() || text.front() != '\n') return std::nullopt;
  text.remove_prefix(1);
  return number;
}

}  // namespace

Bookkeeping Bookkeeping::load(const filesystem::Folder& state, const Hash& of_file, const Manifest& manifest) {
  const filesystem::Result<std::string> read = state.read(bookkeeping_path);
  const filesystem::Result<filesystem::Entry> entry = state.stat(bookkeeping_path);
  if (!read || !entry) return {};
  std::string_view text = read.value();
  const std::string expected = header(of_file);
  if (text.substr(0, expected.size()) != expected) return {};
  text.remove_prefix(expected.size());
  Bookkeeping known;
  known.recorded_ns_ = entry.value().modified_ns;
  known.times_.reserve(manifest.size());
  for (std::size_t i = 0; i < manifest.size(); ++i) {
    const std::optional<std::int64_t> time = take_number(text);
    if (!time) return {};
    known.times_.push_back(*time);
  }
  if (!text.empty()) return {};
  return known;
}

std::optional<bool> Bookkeeping::is_as_left(const Manifest& manifest, std::size_t index,
                                            const filesystem::Entry& entry) const {
  if (entry.type != filesystem::Entry::Type::file || entry.size != manifest[index].size) return false;
  if (index >= times_.size() || entry.modified_ns != times_[index]) return std::nullopt;
  // Whole seconds: a file system that keeps no fractions (or, harmlessly, one time in a billion).
  const std::int64_t tick = entry.modified_ns % 1'000'000'000 == 0 ? 2'000'000'000 : 0;
  if (entry.modified_ns + tick >= recorded_ns_) return std::nullopt;
  return true;
}

void Bookkeeping::save(filesystem::Folder& state, const Hash& of_file, const std::vector<std::int64_t>& times) {
  const std::string text = as_text(of_file, times);
  if (state.holds(bookkeeping_path, text)) return;
  [[maybe_unused]] const filesystem::Status ignored = state.write(bookkeeping_path, text);
}

}  // namespace gaceta::publishing
