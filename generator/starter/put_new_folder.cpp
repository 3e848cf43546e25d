#include "starter/put_new_folder.hpp"

#include "filesystem/path.hpp"

namespace gaceta::starter {
namespace {

using filesystem::Done;
using filesystem::Error;
using filesystem::Folder;
using filesystem::Status;

constexpr std::string_view kState = ".gaceta", kStaging = ".gaceta/new", kStaged = ".gaceta/new/files";

Status stage(Folder& root, const std::vector<NewFile>& files) {
  for (const NewFile& file : files) {
    const std::string path = filesystem::joined(kStaged, file.path);
    if (const auto made = root.create(path, file.bytes); !made.ok()) return made.error();
    if (auto synced = root.sync(path); !synced.ok()) return synced;
  }
  return Done{};
}

/// Directories that are there only for us, and hold nothing any more.
class Leftovers {
 public:
  Leftovers(Folder& root, std::string_view folder) : root_(root) {
    for (std::string_view above = filesystem::parent_of(folder); !above.empty(); above = filesystem::parent_of(above)) {
      if (!root.stat(above).ok()) made_.emplace_back(above);
    }
    has_state_ = root.stat(kState).ok();
  }

  void remove_staging() {
    (void)root_.remove_all(kStaging);
    if (!has_state_) (void)root_.remove(kState);
  }
  void remove_folders_above() {
    for (const std::string& above : made_) (void)root_.remove(above);
  }

 private:
  Folder& root_;
  std::vector<std::string> made_;  ///< the innermost first
  bool has_state_ = false;
};

}  // namespace

Status put_new_folder(Folder& root, std::string_view folder, const std::vector<NewFile>& files) {
  if (root.stat(folder).ok()) return Error{Error::Kind::already_exists, std::string(folder), "File exists"};
  Leftovers leftovers(root, folder);
  const auto staging = root.open(kStaging);
  if (!staging.ok()) {
    leftovers.remove_staging();
    return staging.error();
  }
  const auto lock = staging.value()->lock();
  if (!lock.ok()) return lock.error();
  Status done = root.remove_all(kStaged);
  if (done.ok()) done = stage(root, files);
  if (done.ok()) done = root.rename(kStaged, folder);
  if (!done.ok()) leftovers.remove_folders_above();
  leftovers.remove_staging();
  return done;
}

}  // namespace gaceta::starter
