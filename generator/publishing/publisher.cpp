// Where there is no output folder, everything is staged in a folder beside it and renamed into place at once: one
// creation per file, one rename in all. Where there is one, only what differs is staged inside it, and a journal makes
// the renames one step. Either way the lock is on the directory that is, or will be, the output; it survives the
// rename.
#include "publishing/publisher.hpp"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <mutex>
#include <optional>
#include <utility>

#include "filesystem/path.hpp"
#include "filesystem/real_folder.hpp"
#include "publishing/bookkeeping.hpp"
#include "publishing/journal.hpp"
#include "publishing/last_step.hpp"
#include "publishing/layout.hpp"
#include "publishing/manifest.hpp"
#include "publishing/output_names.hpp"
#include "publishing/page.hpp"
#include "publishing/path_store.hpp"
#include "publishing/recovery.hpp"

namespace gaceta::publishing {

using diagnostics::Diagnostics;
using filesystem::Done;
using filesystem::Entry;
using filesystem::Error;
using filesystem::Folder;
using filesystem::Lock;
using filesystem::Pieces;
using filesystem::Result;
using filesystem::Sink;
using filesystem::Status;

namespace {

Result<Destination> destination_at(std::string_view output_path, filesystem::Missing above) {
  const Result<std::string> resolved = filesystem::resolved_path(output_path);
  if (!resolved) return resolved.error();
  const std::string_view path = resolved.value();
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos || slash + 1 == path.size()) {
    return Error{Error::Kind::other, std::string(output_path), "Not a folder that a site can be published to"};
  }
  Result<std::unique_ptr<Folder>> beside = filesystem::open_folder(slash == 0 ? "/" : path.substr(0, slash), above);
  if (!beside) return beside.error();
  std::string shown(output_path);
  while (shown.size() > 1 && shown.back() == '/') shown.pop_back();
  return Destination{std::move(beside).value(), std::string(path.substr(slash + 1)), std::move(shown)};
}

/// An error of the folder beside, which is about the output as a whole.
Error about_output(Error error) {
  error.path.clear();
  return error;
}

/// Passes on what `pieces` writes, and hashes it.
void write_hashed(const Pieces& pieces, Hasher& hasher, const Sink& sink) {
  hasher.begin();
  pieces([&](std::string_view piece) {
    hasher.add(piece);
    sink(piece);
  });
}

bool by_path(const Page& a, const Page& b) {
  return a.path < b.path;
}

}  // namespace

Result<Destination> destination(std::string_view output_path) {
  return destination_at(output_path, filesystem::Missing::make_it);
}

Result<Destination> existing_destination(std::string_view output_path) {
  return destination_at(output_path, filesystem::Missing::is_an_error);
}

struct Publisher::State {
  enum class Begun { ready, refused, again };
  /// committing: the journal is whole, so what is staged must stay until the last step is done.
  enum class Phase { putting, committing, finished };

  Destination destination;
  std::unique_ptr<Folder> records;  // ROOT/.gaceta, or null
  Options options;

  std::unique_ptr<Folder> output;  // null: there is none yet
  std::unique_ptr<Folder> staged;  // where new files go; in an existing output made when the first one comes
  std::unique_ptr<Lock> lock;
  Phase phase = Phase::putting;

  bool output_is_empty = false;
  Manifest manifest;                  // of the last build
  std::optional<Hash> manifest_hash;  // of its file
  Bookkeeping known;

  std::mutex mutex;  // guards what follows
  Pages pages;
  PathStore paths;  // of the pages
  Diagnostics problems;
  std::optional<Error> failure;
  std::atomic<std::size_t> compared{0};

  // ---- beginning
  Result<Begun> begin();
  Result<Begun> begin_new();
  Result<Begun> begin_existing();
  Result<Begun> load_previous();
  Begun refuse(std::string_view rule, std::string subject, std::string_view help);

  // ---- one file
  bool accepts(std::string_view path);
  bool compares() const { return output && !output_is_empty; }
  Status put(Page& page, const Pieces& pieces);
  Status find_out(Page& page, const Pieces& pieces);
  Status find_out_foreign(Page& page);
  Result<Folder*> staging();
  Status stage(Page& page, const Pieces& pieces);
  void keep(Page page);

  // ---- the last step
  void write_manifest(const Sink& sink) const;
  Result<Published> commit_new();
  Result<Published> commit_existing();
  Status put_into_place(Journal journal, const Hash& of_manifest);
  void finish(Published& published, const Hash& of_manifest);
  void abandon();

  Error at(Error error) const {
    error.path = filesystem::joined(destination.shown, error.path);
    return error;
  }
};

// ---- beginning

/// Another build may put its new site into place between two looks; then begin again.
Result<Publisher::State::Begun> Publisher::State::begin() {
  for (int attempt = 0; attempt < 10; ++attempt) {
    const Result<Entry> found = destination.beside->stat(destination.name);
    if (!found && found.error().kind != Error::Kind::not_found) return about_output(found.error());
    if (found && found.value().type != Entry::Type::directory) {
      return refuse("output-not-a-folder", destination.shown, {});
    }
    const Result<Begun> begun = found ? begin_existing() : begin_new();
    if (!begun || begun.value() != Begun::again) return begun;
    lock.reset();
  }
  return refuse("output-in-use", destination.shown, "wait-for-it");
}

Publisher::State::Begun Publisher::State::refuse(std::string_view rule, std::string subject, std::string_view help) {
  problems.push_back(diagnostics::make(rule, {destination.shown}, {std::move(subject)}, {help, {}}));
  return Begun::refused;
}

Result<Publisher::State::Begun> Publisher::State::begin_new() {
  Folder& beside = *destination.beside;
  const std::string sibling = sibling_of(destination.name);
  Result<std::unique_ptr<Folder>> opened = beside.open(sibling);
  if (!opened) return about_output(opened.error());
  Result<std::unique_ptr<Lock>> locked = opened.value()->lock();
  if (!locked && locked.error().kind != Error::Kind::in_use) return locked.error();
  if (!locked) return refuse("output-in-use", destination.shown, "wait-for-it");
  // What we locked may have become the output, or been abandoned, while we were not looking.
  if (beside.stat(destination.name) || !beside.stat(sibling)) return Begun::again;
  lock = std::move(locked).value();
  staged = std::move(opened).value();
  const Result<std::vector<Entry>> stale = staged->children();
  if (!stale) return stale.error();
  for (const Entry& entry : stale.value()) {
    if (Status removed = staged->remove_all(entry.path); !removed) return removed.error();
  }
  return Begun::ready;
}

Result<Publisher::State::Begun> Publisher::State::begin_existing() {
  Result<std::unique_ptr<Folder>> opened = destination.beside->open(destination.name);
  if (!opened) return about_output(opened.error());
  Result<std::unique_ptr<Lock>> locked = opened.value()->lock();
  if (!locked && locked.error().kind != Error::Kind::in_use) return locked.error();
  if (!locked) return refuse("output-in-use", destination.shown, "wait-for-it");
  lock = std::move(locked).value();
  output = std::move(opened).value();
  if (Status done = put_in_order(*output); !done) return done.error();
  if (Status cleared = clear_sibling(*destination.beside, destination.name); !cleared)
    return about_output(cleared.error());
  return load_previous();
}

/// What Git needs to keep a folder that is otherwise empty: it makes nobody the owner of the folder, and it stays.
bool keeps_folder(const Entry& entry) {
  return entry.path == ".gitignore" || entry.path == ".gitkeep" || entry.path == ".gitattributes";
}

Result<Publisher::State::Begun> Publisher::State::load_previous() {
  const bool takes_over = options.foreign_folder == ForeignFolder::take_over;
  Result<std::string> text = output->read(manifest_path);
  if (!text) {
    if (text.error().kind != Error::Kind::not_found) return text.error();
    const Result<std::vector<Entry>> inside = output->children();
    if (!inside) return inside.error();
    output_is_empty = inside.value().empty();
    const bool is_unused = std::all_of(inside.value().begin(), inside.value().end(), keeps_folder);
    if (is_unused || takes_over) return Begun::ready;
    return refuse("foreign-output-folder", destination.shown, "take-over");
  }
  manifest_hash = hash_of(text.value());
  std::optional<Manifest> parsed = parse_manifest(text.value());
  if (!parsed) {
    if (takes_over) return Begun::ready;
    return refuse("damaged-manifest", filesystem::joined(destination.shown, manifest_path), "take-over");
  }
  manifest = *std::move(parsed);
  if (records) known = Bookkeeping::load(*records, *manifest_hash, manifest);
  return Begun::ready;
}

// ---- one file

/// Whether the file is there already, as it should be.
Status Publisher::State::find_out(Page& page, const Pieces& pieces) {
  const Result<Entry> entry = output->stat(page.path);
  if (!entry) {
    return entry.error().kind == Error::Kind::not_found ? Status(Done{}) : Status(entry.error());
  }
  if (entry.value().type == Entry::Type::directory) {
    page.before = Page::Before::directory;
    return Done{};
  }
  std::optional<bool> equal;
  if (const ManifestLine* line = find_line(manifest, page.path)) {
    page.before = Page::Before::published;
    const std::optional<bool> as_left =
        known.is_as_left(manifest, static_cast<std::size_t>(line - manifest.data()), entry.value());
    if (as_left == true) equal = line->size == page.size && line->hash == page.hash;
  } else if (Status looked = find_out_foreign(page); !looked) {
    return looked;
  }
  if (page.before == Page::Before::respelled) return Done{};
  if (!equal && entry.value().type == Entry::Type::file && entry.value().size == page.size) {
    compared.fetch_add(1, std::memory_order_relaxed);
    equal = output->holds(page.path, pieces);
  }
  if (equal != true) return Done{};
  page.fate = Page::Fate::unchanged;
  page.modified_ns = entry.value().modified_ns;
  return Done{};
}

/// A disk that ignores case shows a published page under a name that the folder does not list.
Status Publisher::State::find_out_foreign(Page& page) {
  page.before = Page::Before::foreign;
  const Result<std::vector<Entry>> beside = output->children(filesystem::parent_of(page.path));
  if (!beside) {  // behind a link: the last step will say so
    return beside.error().kind == Error::Kind::not_a_directory ? Status(Done{}) : Status(beside.error());
  }
  const bool is_listed = std::any_of(beside.value().begin(), beside.value().end(),
                                     [&](const Entry& entry) { return entry.path == page.path; });
  if (!is_listed) page.before = Page::Before::respelled;
  return Done{};
}

Result<Folder*> Publisher::State::staging() {
  std::scoped_lock guard(mutex);
  if (!staged) {
    Result<std::unique_ptr<Folder>> opened = output->open(staged_files_path);
    if (!opened) return opened.error();
    staged = std::move(opened).value();
  }
  return staged.get();
}

/// Two pages of one name meet here as well. Which of them came first is chance, so nothing is said until commit() looks
/// at all names; it reports the failure only if the names are not to blame.
Status Publisher::State::stage(Page& page, const Pieces& pieces) {
  const Result<Folder*> folder = staging();
  if (!folder) return folder.error();
  const Result<Entry> created = folder.value()->create(page.path, pieces);
  if (created) {
    page.modified_ns = created.value().modified_ns;
    return Done{};
  }
  const Error::Kind kind = created.error().kind;
  if (kind != Error::Kind::already_exists && kind != Error::Kind::not_a_directory) return created.error();
  std::scoped_lock guard(mutex);
  if (!failure) failure = created.error();
  return Done{};
}

/// Notes what is wrong with the name, if anything.
bool Publisher::State::accepts(std::string_view path) {
  std::optional<diagnostics::Diagnostic> problem = name_problem(path, destination.shown);
  if (!problem) return true;
  std::scoped_lock guard(mutex);
  problems.push_back(*std::move(problem));
  return false;
}

/// `page` is a file to be staged, until it is found to be there already.
Status Publisher::State::put(Page& page, const Pieces& pieces) {
  assert(phase == Phase::putting);
  if (compares()) {
    if (Status found = find_out(page, pieces); !found) return at(found.error());
  }
  if (page.fate == Page::Fate::staged) {
    if (Status staged_it = stage(page, pieces); !staged_it) return at(staged_it.error());
  }
  return Done{};
}

void Publisher::State::keep(Page page) {
  std::scoped_lock guard(mutex);
  page.path = paths.keep(page.path);
  pages.push_back(page);
}

// ---- the last step

void Publisher::State::write_manifest(const Sink& sink) const {
  filesystem::PieceBuffer buffer(sink);
  for (const Page& page : pages) {
    append_line(buffer.text(), page.path, page.size, page.hash);
    buffer.flow();
  }
  buffer.finish();
}

Result<Published> Publisher::State::commit_new() {
  Hasher hasher;
  const Pieces lines = [this](const Sink& sink) { write_manifest(sink); };
  const Result<Entry> written =
      staged->create(manifest_path, [&](const Sink& sink) { write_hashed(lines, hasher, sink); });
  if (!written) return written.error();
  Status moved = destination.beside->rename(sibling_of(destination.name), destination.name);
  if (!moved) return about_output(moved.error());
  phase = Phase::finished;
  Published published{{}, true, {}};
  finish(published, hasher.hash());
  return published;
}

Result<Published> Publisher::State::commit_existing() {
  Result<LastStep> planned =
      plan_last_step(pages, {manifest, known}, *output, destination.shown, options.foreign_folder);
  if (!planned) return planned.error();
  LastStep step = std::move(planned).value();
  Published published;
  published.problems = std::move(step.problems);
  if (diagnostics::has_errors(published.problems)) return published;
  Hasher hasher;
  write_manifest([&](std::string_view piece) { hasher.add(piece); });
  const Hash of_manifest = hasher.hash();
  if (!step.journal.empty() || of_manifest != manifest_hash) {
    if (Status placed = put_into_place(std::move(step.journal), of_manifest); !placed) return placed.error();
    published.changed = true;
    published.counts.removed = step.removed;
  }
  phase = Phase::finished;
  finish(published, of_manifest);
  return published;
}

Status Publisher::State::put_into_place(Journal journal, const Hash& of_manifest) {
  if (of_manifest != manifest_hash) {
    const Result<Folder*> folder = staging();
    if (!folder) return folder.error();
    const Pieces lines = [this](const Sink& sink) { write_manifest(sink); };
    if (Result<Entry> written = folder.value()->create(manifest_path, lines); !written) return written.error();
    journal.push_back({Step::Kind::move, std::string(manifest_path)});
  }
  if (Result<Entry> written = output->create(journal_path, as_text(journal)); !written) return written.error();
  if (Status synced = output->sync(journal_path); !synced) return synced;
  phase = Phase::committing;
  if (Status followed = follow(journal, *output); !followed) return followed;
  return clear_staging(*output);
}

void Publisher::State::finish(Published& published, const Hash& of_manifest) {
  std::vector<std::int64_t> times;
  times.reserve(pages.size());
  for (const Page& page : pages) {
    times.push_back(page.modified_ns);
    ++(page.fate == Page::Fate::staged ? published.counts.written : published.counts.unchanged);
  }
  if (records) Bookkeeping::save(*records, of_manifest, times);
  published.counts.compared = compared;
  published.counts.output = destination.beside->counts();
}

/// What cannot be removed now is removed by the next build.
void Publisher::State::abandon() {
  if (phase == Phase::putting && staged) {
    [[maybe_unused]] const Status ignored =
        output ? clear_staging(*output) : destination.beside->remove_all(sibling_of(destination.name));
  }
  phase = Phase::finished;
  staged.reset();
  lock.reset();
}

// ---- the door

Publisher::Publisher(std::unique_ptr<State> state) : state_(std::move(state)) {}

Publisher::~Publisher() {
  abandon();
}

Result<Opened> Publisher::open(Destination destination, std::unique_ptr<Folder> state, Options options) {
  auto begun = std::make_unique<State>();
  begun->destination = std::move(destination);
  begun->records = std::move(state);
  begun->options = options;
  const Result<State::Begun> how = begun->begin();
  if (!how) return begun->at(how.error());
  if (how.value() == State::Begun::refused) return Opened{nullptr, std::move(begun->problems)};
  return Opened{std::unique_ptr<Publisher>(new Publisher(std::move(begun))), {}};
}

Result<Opened> Publisher::open(std::string_view output_path, std::string_view state_path, Options options) {
  Result<Destination> where = destination(output_path);
  if (!where) return where.error();
  Result<std::unique_ptr<Folder>> state = filesystem::open_folder(state_path, filesystem::Missing::make_it);
  return open(std::move(where).value(), state ? std::move(state).value() : nullptr, options);
}

Status Publisher::put(std::string_view path, std::string_view bytes) {
  if (!state_->accepts(path)) return Done{};
  Page page{path, hash_of(bytes), bytes.size(), 0, Page::Before::nothing, Page::Fate::staged};
  if (Status done = state_->put(page, filesystem::in_one_piece(bytes)); !done) return done;
  state_->keep(page);
  return Done{};
}

/// Only what is there already must be known before anything is written.
Status Publisher::put(std::string_view path, const Pieces& pieces) {
  if (!state_->accepts(path)) return Done{};
  Hasher hasher;
  const Pieces hashed = [&](const Sink& sink) { write_hashed(pieces, hasher, sink); };
  if (state_->compares()) hashed([](std::string_view) {});
  Page page{path, hasher.hash(), hasher.size(), 0, Page::Before::nothing, Page::Fate::staged};
  if (Status done = state_->put(page, hashed); !done) return done;
  page.hash = hasher.hash();
  page.size = hasher.size();
  state_->keep(page);
  return Done{};
}

Result<Published> Publisher::commit() {
  State& state = *state_;
  assert(state.phase == State::Phase::putting);
  std::sort(state.pages.begin(), state.pages.end(), by_path);
  Diagnostics problems = name_collisions(state.pages, state.destination.shown);
  problems.insert(problems.end(), state.problems.begin(), state.problems.end());
  diagnostics::sort_and_deduplicate(problems);
  Result<Published> published = Published{std::move(problems), false, {}};
  if (published.value().problems.empty()) {
    if (state.failure) return state.at(*state.failure);
    published = state.output ? state.commit_existing() : state.commit_new();
  }
  abandon();
  if (!published) return state.at(published.error());
  return published;
}

void Publisher::abandon() {
  state_->abandon();
}

}  // namespace gaceta::publishing
