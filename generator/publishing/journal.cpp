// How far a dead process had come is read from the staging folder. Steps are done in order and a move takes its file
// out of there, so up to the last move whose file is gone all is done, and behind it only removals can have been.
// Following from there never undoes: a removed page whose name, but for its case, belongs to a page that was moved
// since is not removed again.
#include "publishing/journal.hpp"

#include "filesystem/path.hpp"
#include "publishing/hash.hpp"
#include "publishing/layout.hpp"

namespace gaceta::publishing {
namespace {

using filesystem::Done;
using filesystem::Entry;
using filesystem::Error;
using filesystem::Folder;
using filesystem::Result;
using filesystem::Status;

constexpr std::string_view remove_word = "remove ";
constexpr std::string_view move_word = "move ";
constexpr std::string_view end_word = "end ";

std::string end_line(std::string_view lines_before) {
  std::string line(end_word);
  append_hex(line, hash_of(lines_before));
  return line + '\n';
}

bool starts_with(std::string_view text, std::string_view word) {
  return text.substr(0, word.size()) == word;
}

/// The folder that goes too if it is empty now, and so on upwards. One that is gone already went with an earlier
/// attempt.
Status remove_empty_folders_above(std::string_view path, Folder& output) {
  for (auto folder = filesystem::parent_of(path); !folder.empty(); folder = filesystem::parent_of(folder)) {
    const Result<Entry> entry = output.stat(folder);
    if (!entry && entry.error().kind == Error::Kind::not_found) continue;
    if (!entry) return entry.error();
    if (entry.value().type != Entry::Type::directory) return Done{};
    const Status removed = output.remove(folder);
    if (removed) continue;
    const Error::Kind kind = removed.error().kind;
    const bool is_still_needed = kind == Error::Kind::already_exists || kind == Error::Kind::in_use;
    return is_still_needed ? Status(Done{}) : removed;
  }
  return Done{};
}

Status remove_page(std::string_view path, Folder& output) {
  if (Status removed = output.remove(path); !removed) return removed;
  return remove_empty_folders_above(path, output);
}

std::string staged_place_of(std::string_view path) {
  return filesystem::joined(staged_files_path, path);
}

/// A directory was made at `path` since the journal was written: what is staged goes into it, file by file.
Status merge_directory(const std::string& staged, std::string_view path, Folder& output) {
  const Result<std::vector<Entry>> inside = output.tree(staged);
  if (!inside) return inside.error();
  for (const Entry& entry : inside.value()) {
    if (entry.type == Entry::Type::directory) continue;
    const std::string target = filesystem::joined(path, entry.path.substr(staged.size() + 1));
    if (Status moved = output.rename(entry.path, target); !moved) return moved;
  }
  return Done{};
}

Status move_into_place(std::string_view path, Folder& output) {
  const std::string staged = staged_place_of(path);
  Status moved = output.rename(staged, path);
  if (moved || moved.error().kind != Error::Kind::already_exists) return moved;
  const Result<Entry> source = output.stat(staged);
  if (!source || source.value().type != Entry::Type::directory) return moved;
  return merge_directory(staged, path, output);
}

Status follow_from(std::size_t first, const Journal& journal, Folder& output) {
  for (std::size_t i = first; i < journal.size(); ++i) {
    const auto& [kind, path] = journal[i];
    if (Status done = kind == Step::Kind::remove ? remove_page(path, output) : move_into_place(path, output); !done) {
      return done;
    }
  }
  return Done{};
}

}  // namespace

std::string as_text(const Journal& journal) {
  std::string text;
  for (const Step& step : journal) {
    text += step.kind == Step::Kind::remove ? remove_word : move_word;
    text += step.path;
    text += '\n';
  }
  return text + end_line(text);
}

std::optional<Journal> parse_journal(std::string_view text) {
  Journal journal;
  std::string_view rest = text;
  while (true) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = rest.substr(0, end);
    if (starts_with(line, end_word)) break;
    const bool removes = starts_with(line, remove_word);
    if (!removes && !starts_with(line, move_word)) return std::nullopt;
    const std::string_view path = line.substr((removes ? remove_word : move_word).size());
    if (!filesystem::is_inside(path)) return std::nullopt;
    journal.push_back({removes ? Step::Kind::remove : Step::Kind::move, std::string(path)});
    rest.remove_prefix(end + 1);
  }
  if (rest != end_line(text.substr(0, text.size() - rest.size()))) return std::nullopt;
  return journal;
}

Status follow(const Journal& journal, Folder& output) {
  return follow_from(0, journal, output);
}

Status resume(const Journal& journal, Folder& output) {
  std::size_t first = journal.size();
  for (; first > 0; --first) {
    const Step& before = journal[first - 1];
    if (before.kind == Step::Kind::remove) continue;
    const Result<Entry> staged = output.stat(staged_place_of(before.path));
    if (staged) continue;
    if (staged.error().kind != Error::Kind::not_found) return staged.error();
    break;
  }
  return follow_from(first, journal, output);
}

Status clear_staging(Folder& output) {
  if (Status removed = output.remove(journal_path); !removed) return removed;
  return output.remove_all(staging_path);
}

}  // namespace gaceta::publishing
