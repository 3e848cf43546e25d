#include "publishing/recovery.hpp"

#include <memory>
#include <optional>
#include <utility>

#include "filesystem/path.hpp"
#include "filesystem/real_folder.hpp"
#include "publishing/bookkeeping.hpp"
#include "publishing/journal.hpp"
#include "publishing/layout.hpp"
#include "publishing/manifest.hpp"
#include "publishing/publisher.hpp"

namespace gaceta::publishing {

using filesystem::Done;
using filesystem::Entry;
using filesystem::Error;
using filesystem::Folder;
using filesystem::Lock;
using filesystem::Result;
using filesystem::Status;

namespace {

/// What is at `path`, or nothing.
Result<std::optional<Entry>> look(const Folder& folder, std::string_view path) {
  Result<Entry> entry = folder.stat(path);
  if (entry) return std::optional<Entry>(std::move(entry).value());
  if (entry.error().kind == Error::Kind::not_found) return std::optional<Entry>();
  return entry.error();
}

bool is_directory(const Result<std::optional<Entry>>& found) {
  return found && found.value() && found.value()->type == Entry::Type::directory;
}

bool still_holds(const Folder& output, const ManifestLine& line) {
  const Result<std::string> bytes = output.read(line.path);
  return bytes && bytes.value().size() == line.size && hash_of(bytes.value()) == line.hash;
}

}  // namespace

Status put_in_order(Folder& output) {
  const Result<std::optional<Entry>> staging = look(output, staging_path);
  if (!staging) return staging.error();
  if (!staging.value()) return Done{};
  const Result<std::string> text = output.read(journal_path);
  if (!text && text.error().kind != Error::Kind::not_found) return text.error();
  const std::optional<Journal> journal = text ? parse_journal(text.value()) : std::nullopt;
  if (journal) {
    if (Status resumed = resume(*journal, output); !resumed) return resumed;
  }
  return clear_staging(output);
}

Status clear_sibling(Folder& beside, const std::string& name) {
  const std::string sibling = sibling_of(name);
  const Result<std::optional<Entry>> found = look(beside, sibling);
  if (!is_directory(found)) return found ? Status(Done{}) : found.error();
  const Result<std::unique_ptr<Folder>> folder = beside.open(sibling);
  if (!folder) return folder.error();
  const Result<std::unique_ptr<Lock>> lock = folder.value()->lock();
  if (!lock) return lock.error().kind == Error::Kind::in_use ? Status(Done{}) : lock.error();
  return beside.remove_all(sibling);
}

Status recover(Destination& destination) {
  const Result<std::optional<Entry>> found = look(*destination.beside, destination.name);
  if (!found) return found.error();
  if (is_directory(found)) {
    const Result<std::unique_ptr<Folder>> output = destination.beside->open(destination.name);
    if (!output) return output.error();
    const Result<std::optional<Entry>> staging = look(*output.value(), staging_path);
    if (!staging) return staging.error();
    if (staging.value()) {
      const Result<std::unique_ptr<Lock>> lock = output.value()->lock();
      if (!lock) return lock.error().kind == Error::Kind::in_use ? Status(Done{}) : lock.error();
      if (Status done = put_in_order(*output.value()); !done) return done;
    }
  }
  return clear_sibling(*destination.beside, destination.name);
}

Status recover(std::string_view output_path) {
  Result<Destination> where = existing_destination(output_path);
  if (!where) return where.error().kind == Error::Kind::not_found ? Status(Done{}) : where.error();
  Destination there = std::move(where).value();
  return recover(there);
}

bool is_as_published(Destination& destination, const Folder& state) {
  if (!is_directory(look(*destination.beside, destination.name))) return false;
  const Result<std::unique_ptr<Folder>> opened = destination.beside->open(destination.name);
  if (!opened) return false;
  const Folder& output = *opened.value();
  const Result<std::optional<Entry>> staging = look(output, staging_path);
  const Result<std::string> text = output.read(manifest_path);
  if (!staging || staging.value() || !text) return false;
  const std::optional<Manifest> manifest = parse_manifest(text.value());
  if (!manifest) return false;
  const Bookkeeping known = Bookkeeping::load(state, hash_of(text.value()), *manifest);
  if (!known.knows()) return false;
  for (std::size_t i = 0; i < manifest->size(); ++i) {
    const Result<Entry> entry = output.stat((*manifest)[i].path);
    if (!entry || entry.value().modified_ns != known.time_of(i)) return false;
    const std::optional<bool> as_left = known.is_as_left(*manifest, i, entry.value());
    if (!(as_left ? *as_left : still_holds(output, (*manifest)[i]))) return false;
  }
  return true;
}

bool is_as_published(std::string_view output_path, std::string_view state_path) {
  Result<Destination> where = existing_destination(output_path);
  const Result<std::unique_ptr<Folder>> state = filesystem::open_folder(state_path);
  if (!where || !state) return false;
  Destination there = std::move(where).value();
  return is_as_published(there, *state.value());
}

}  // namespace gaceta::publishing
