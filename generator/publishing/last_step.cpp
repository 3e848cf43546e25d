// The order of the journal: first the old pages whose place is needed (a file where a folder goes, a folder where a
// file goes, the same name in other case), then everything new, then the other old pages. A folder that the output does
// not have yet is moved whole, so publishing into an empty folder takes a handful of renames.
#include "publishing/last_step.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "filesystem/path.hpp"
#include "text/unicode.hpp"

namespace gaceta::publishing {
namespace {

using filesystem::Done;
using filesystem::Entry;
using filesystem::Error;
using filesystem::Folder;
using filesystem::Result;
using filesystem::Status;

class Planner {
 public:
  Planner(const Pages& pages, Previous previous, const Folder& output, std::string_view shown, ForeignFolder foreign)
      : pages_(pages), previous_(previous), output_(output), shown_(shown), foreign_(foreign) {}

  Result<LastStep> plan() {
    if (Status decided = decide_removals(); !decided) return decided.error();
    for (const Page& page : pages_) {
      if (page.fate != Page::Fate::staged || is_moved_already(page.path)) continue;
      if (Status placed = place(page); !placed) return placed.error();
    }
    return finish();
  }

 private:
  /// An old page that goes; before everything else if its place is needed.
  struct Removal {
    std::string path;
    bool first = false;
  };
  enum class Way { clear, missing, blocked };

  // ---- pages that no longer exist

  Status decide_removals() {
    auto page = pages_.begin();
    for (std::size_t i = 0; i < previous_.manifest.size(); ++i) {
      const std::string& path = previous_.manifest[i].path;
      while (page != pages_.end() && page->path < path) ++page;
      if (page != pages_.end() && page->path == path) continue;
      if (Status decided = decide_removal(i); !decided) return decided;
    }
    return Done{};
  }

  Status decide_removal(std::size_t index) {
    const ManifestLine& line = previous_.manifest[index];
    const Result<Entry> entry = output_.stat(line.path);
    if (!entry) return entry.error().kind == Error::Kind::not_found ? Status(Done{}) : entry.error();
    if (entry.value().type != Entry::Type::file) return Done{};  // somebody put something else there
    const Result<Way> way = way_to_file(line.path);
    if (!way) return way.error();
    if (way.value() != Way::clear) return Done{};  // behind a link: not ours to remove
    std::optional<bool> as_left = previous_.known.is_as_left(previous_.manifest, index, entry.value());
    if (!as_left) {
      const Result<std::string> bytes = output_.read(line.path);
      if (!bytes) return bytes.error();
      as_left = hash_of(bytes.value()) == line.hash;
    }
    if (*as_left) {
      removals_.push_back({line.path, false});
    } else {
      problems_.push_back(diagnostics::make("edited-page-kept", {shown_}, {line.path}));
    }
    return Done{};
  }

  Result<Way> way_to_file(std::string_view path) {
    for (auto folder = filesystem::parent_of(path); !folder.empty(); folder = filesystem::parent_of(folder)) {
      Result<Way> way = way_through(std::string(folder));
      if (!way || way.value() != Way::clear) return way;
    }
    return Way::clear;
  }

  Removal* removal_of(std::string_view path) {
    auto found = std::lower_bound(removals_.begin(), removals_.end(), path,
                                  [](const Removal& removal, std::string_view p) { return removal.path < p; });
    return found != removals_.end() && found->path == path ? &*found : nullptr;
  }

  // ---- new and changed files

  bool is_moved_already(std::string_view path) const {
    return !moves_.empty() && filesystem::is_below(path, moves_.back().path);
  }

  Status place(const Page& page) {
    for (std::size_t slash = page.path.find('/'); slash != std::string_view::npos;
         slash = page.path.find('/', slash + 1)) {
      const std::string folder(page.path.substr(0, slash));
      const Result<Way> way = way_through(folder);
      if (!way) return way.error();
      if (way.value() == Way::blocked) return in_the_way(page.path, folder, "move-or-remove-it");
      if (way.value() == Way::missing) return move(folder);
    }
    switch (page.before) {
      case Page::Before::nothing:
      case Page::Before::published:
        break;
      case Page::Before::respelled:
        remove_other_spelling_first(page.path);
        break;
      case Page::Before::foreign:
        if (foreign_ == ForeignFolder::refuse) return in_the_way(page.path, page.path, "move-it-away");
        break;
      case Page::Before::directory:
        return place_over_directory(page.path);
    }
    return move(page.path);
  }

  Status move(std::string_view path) {
    moves_.push_back({Step::Kind::move, std::string(path)});
    return Done{};
  }

  Status in_the_way(std::string_view page, std::string_view what, std::string_view help) {
    problems_.push_back(
        diagnostics::make("file-in-the-way", {shown_}, {std::string(page), std::string(what)}, {help, {}}));
    return Done{};
  }

  /// What is at `folder`, where a directory is needed; looked at once.
  Result<Way> way_through(const std::string& folder) {
    if (auto seen = ways_.find(folder); seen != ways_.end()) return seen->second;
    const Result<Entry> entry = output_.stat(folder);
    Way way = Way::blocked;
    if (!entry) {
      if (entry.error().kind != Error::Kind::not_found) return entry.error();
      way = Way::missing;
    } else if (entry.value().type == Entry::Type::directory) {
      way = Way::clear;
    } else if (Removal* removal = removal_of(folder)) {
      removal->first = true;
      way = Way::missing;
    }
    ways_.emplace(folder, way);
    return way;
  }

  /// A file goes where a directory is, if nothing but old pages is in it.
  Status place_over_directory(std::string_view path) {
    const Result<std::vector<Entry>> inside = output_.tree(path);
    if (!inside) return inside.error();
    if (inside.value().empty()) return in_the_way(path, path, "move-or-remove-it");
    for (const Entry& entry : inside.value()) {
      const bool goes =
          entry.type == Entry::Type::directory ? holds_a_removal(entry.path) : removal_of(entry.path) != nullptr;
      if (!goes) return in_the_way(path, entry.path, "move-or-remove-it");
    }
    for (const Entry& entry : inside.value()) {
      if (Removal* removal = removal_of(entry.path)) removal->first = true;
    }
    return move(path);
  }

  bool holds_a_removal(std::string_view folder) const {
    return std::any_of(removals_.begin(), removals_.end(),
                       [&](const Removal& removal) { return filesystem::is_below(removal.path, folder); });
  }

  void remove_other_spelling_first(std::string_view path) {
    const std::string folded = text::fold_case(path);
    for (Removal& removal : removals_) {
      if (text::fold_case(removal.path) == folded) removal.first = true;
    }
  }

  LastStep finish() {
    LastStep step;
    step.removed = removals_.size();
    auto add_removals = [&](bool first) {
      for (const Removal& removal : removals_) {
        if (removal.first == first) step.journal.push_back({Step::Kind::remove, removal.path});
      }
    };
    add_removals(true);
    step.journal.insert(step.journal.end(), moves_.begin(), moves_.end());
    add_removals(false);
    step.problems = std::move(problems_);
    return step;
  }

  const Pages& pages_;
  Previous previous_;
  const Folder& output_;
  std::string shown_;
  ForeignFolder foreign_;

  std::vector<Removal> removals_;  // sorted by path
  std::vector<Step> moves_;
  std::map<std::string, Way> ways_;
  diagnostics::Diagnostics problems_;
};

}  // namespace

Result<LastStep> plan_last_step(const Pages& pages, Previous previous, const Folder& output, std::string_view shown,
                                ForeignFolder foreign) {
  return Planner(pages, previous, output, shown, foreign).plan();
}

}  // namespace gaceta::publishing
