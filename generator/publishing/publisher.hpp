// Files go in, the output folder comes out: all of them or none. Knows paths and bytes, never a bulletin.
//
//   put()     compares with what is there; what is equal is left alone, the rest is staged beside its final place
//   commit()  writes a journal, then renames and removes: one short step, which recover() completes if it is cut short
//
// A process that dies before commit() leaves the old site as it was; one that dies within it leaves a journal. Files
// that Gaceta did not write survive. After success the output holds the site and `.gaceta-manifest`, nothing else of
// ours.
//
// Threads: put() from many at once; everything else from one. Failures of the machine are Errors whose path starts with
// the output folder as the user gave it; what the author or webmaster must decide are diagnostics.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.hpp"
#include "filesystem/folder.hpp"
#include "filesystem/result.hpp"

namespace gaceta::publishing {

/// A folder that holds files and no manifest was made by somebody else.
enum class ForeignFolder { refuse, take_over };

struct Options {
  ForeignFolder foreign_folder = ForeignFolder::refuse;
};

struct Counts {
  std::size_t unchanged = 0;  ///< put, and equal to what was there
  std::size_t compared = 0;   ///< of the unchanged and changed: had to be read to know
  std::size_t written = 0;    ///< new or changed pages
  std::size_t removed = 0;    ///< pages that no longer exist
  filesystem::Counts output;  ///< everything done in the output folder, manifest and journal included
};

struct Published {
  diagnostics::Diagnostics problems;  ///< with errors among them, nothing was published
  bool changed = false;               ///< whether the output differs from before
  Counts counts;
};

/// Where the site goes: the folder called `name` in the folder `beside`, which need not exist yet.
struct Destination {
  std::unique_ptr<filesystem::Folder> beside;
  std::string name;
  std::string shown;  ///< as the user wrote it, for messages
};

/// The destination at `output_path`; the folders above it are made, or must exist.
filesystem::Result<Destination> destination(std::string_view output_path);
filesystem::Result<Destination> existing_destination(std::string_view output_path);

class Publisher;

struct Opened {
  std::unique_ptr<Publisher> publisher;  ///< null if there are problems
  diagnostics::Diagnostics problems;
};

class Publisher {
 public:
  /// Locks the output, completes what an earlier process left unfinished, and reads what was published last.
  /// `state_path` is ROOT/.gaceta, for bookkeeping that depends on time; without it every file is read to compare.
  static filesystem::Result<Opened> open(std::string_view output_path, std::string_view state_path,
                                         Options options = {});

  /// The same over any folders; `state` may be null.
  static filesystem::Result<Opened> open(Destination destination, std::unique_ptr<filesystem::Folder> state,
                                         Options options = {});

  /// Without a commit() before it, abandons.
  ~Publisher();

  /// Adds the file `path` to the site. Each path once; two that differ only in case or normal form are a problem that
  /// commit() reports. After an Error only abandon() is left.
  filesystem::Status put(std::string_view path, std::string_view bytes);

  /// The same for a file that is never whole in memory. Where there is no site yet, `pieces` is called once; else once
  /// to know the file, once more if it must be compared with what is there, and once more if it differs.
  filesystem::Status put(std::string_view path, const filesystem::Pieces& pieces);

  /// Puts everything into place and removes pages of the last build that were not put now. A page to be removed that
  /// somebody edited stays and is reported. On an Error before the journal is complete the old site is untouched; after
  /// it, the next recover() or open() goes on.
  filesystem::Result<Published> commit();

  /// Forgets everything that was put; the output stays as it was.
  void abandon();

 private:
  struct State;
  explicit Publisher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Completes the last step of a process that died within it, and clears what one left that died before. Every command
/// calls it first. Does nothing, at the price of two look-ups, if there is nothing to do or a build is running.
filesystem::Status recover(std::string_view output_path);
filesystem::Status recover(Destination& destination);

/// Whether each file of the last build is still in the output as it was left, by size and time. Reads the records of
/// that build and the few files that changed in the same tick of the clock. False if there is no record.
bool is_as_published(std::string_view output_path, std::string_view state_path);
bool is_as_published(Destination& destination, const filesystem::Folder& state);

}  // namespace gaceta::publishing
