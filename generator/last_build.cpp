#include "last_build.hpp"

#include <algorithm>
#include <chrono>
#include <future>
#include <sstream>
#include <string>
#include <utility>

#include "diagnostics/record.hpp"
#include "filesystem/real_folder.hpp"
#include "parallel/for_each_index.hpp"
#include "publishing/hash.hpp"
#include "publishing/layout.hpp"

namespace gaceta {
namespace {

using filesystem::Entry;
using filesystem::Folder;

constexpr std::string_view kRecord = "last-build";
constexpr std::string_view kHeader = "gaceta last-build 2";
constexpr std::int64_t kCoarsestTick = 2'000'000'000;  // ns: FAT

/// Collects what identifies the inputs.
class Inputs {
 public:
  void add(std::string_view text) {
    text_ += text;
    text_ += '\0';
  }
  void add(std::int64_t number) { add(std::to_string(number)); }

  /// All files below `under`; that there are none counts too.
  void add(const Folder& folder, std::string_view under) {
    if (const auto entries = folder.tree(under); entries.ok()) add(under, entries.value());
  }
  void add(std::string_view under, const std::vector<Entry>& entries) {
    add(under);
    for (const Entry& entry : entries) {
      add(entry.path);
      text_ += static_cast<char>('0' + static_cast<int>(entry.type));
      if (entry.type == Entry::Type::directory) continue;
      add(static_cast<std::int64_t>(entry.size));
      add(entry.modified_ns);
      newest_ns_ = std::max(newest_ns_, entry.modified_ns);
    }
  }

  [[nodiscard]] std::string hash() const {
    std::string hex;
    publishing::append_hex(hex, publishing::hash_of(text_));
    return hex;
  }
  [[nodiscard]] std::int64_t newest_ns() const { return newest_ns_; }

 private:
  std::string text_;
  std::int64_t newest_ns_ = 0;
};

struct Record {
  std::string inputs, site, base_url;
  std::size_t pages = 0, files = 0;
  diagnostics::Diagnostics diagnostics;
};

/// Six lines; see parse_record().
std::string as_text(const Record& record) {
  return std::string(kHeader) + "\n" + record.inputs + "\n" + record.site + "\n" + record.base_url + "\n" +
         std::to_string(record.pages) + " " + std::to_string(record.files) + "\n" +
         diagnostics::as_record(record.diagnostics) + "\n";
}

/// Nothing if `text` is torn or of another version.
std::optional<Record> parse_record(const std::string& text) {
  std::istringstream lines(text);
  std::string header, diagnostics;
  Record record;
  std::getline(lines, header);
  std::getline(lines, record.inputs);
  std::getline(lines, record.site);
  std::getline(lines, record.base_url);
  lines >> record.pages >> record.files >> std::ws;
  std::getline(lines, diagnostics);
  if (!lines || header != kHeader) return std::nullopt;
  auto found = diagnostics::from_record(diagnostics);
  if (!found) return std::nullopt;
  record.diagnostics = *std::move(found);
  return record;
}

}  // namespace

struct LastBuild::State {
  /// `found`: what is at content/.
  explicit State(const filesystem::Result<Entry>& found) {
    if (!found.ok()) content = found.error();
  }

  filesystem::Result<std::vector<Entry>> content = std::vector<Entry>();
  std::string output_path;
  std::string state_path;
  std::optional<Record> record;  // of the last build
  bool is_as_published = false;
  std::string inputs;
  std::int64_t newest_ns = 0;
  std::int64_t begun_ns = std::chrono::nanoseconds(std::chrono::system_clock::now().time_since_epoch()).count();
};

namespace {

Inputs inputs_of(const Folder& root, const std::vector<Entry>& content, const Share& share,
                 const BuildRequest& request) {
  Inputs inputs;
  inputs.add(request.program);
  const auto output = filesystem::resolved_path(request.output);
  inputs.add(output.ok() ? output.value() : request.output);
  inputs.add(request.base_url);
  inputs.add(request.content.date ? model::to_string(*request.content.date) : "");
  inputs.add(static_cast<std::int64_t>(request.content.drafts));
  inputs.add(static_cast<std::int64_t>(request.stage));
  inputs.add(request.precompress ? "precompress" : "");
  inputs.add("content", content);
  for (const std::string_view folder : {"templates", "assets", "locales"}) inputs.add(root, folder);
  for (const Folder* shipped : {&share.templates, &share.assets, &share.locales}) inputs.add(*shipped, "");
  return inputs;
}

/// root.tree("content"), the folders in it side by side: a large site has tens of thousands of files.
filesystem::Result<std::vector<Entry>> list_content(const Folder& root, std::size_t workers) {
  auto top = root.children("content");
  if (!top.ok()) return top.error();
  const std::vector<Entry> found = std::move(top).value();
  std::vector<filesystem::Result<std::vector<Entry>>> inside(found.size(), std::vector<Entry>());
  parallel::for_each_index(
      found.size(), workers,
      [&](std::size_t i, std::size_t) {
        if (found[i].type == Entry::Type::directory) inside[i] = root.tree(found[i].path);
      },
      1);
  std::vector<Entry> all;
  for (std::size_t i = 0; i < found.size(); ++i) {
    all.push_back(found[i]);
    if (!inside[i].ok()) {
      if (inside[i].error().kind == filesystem::Error::Kind::not_found) continue;  // gone meanwhile
      return inside[i].error();
    }
    std::vector<Entry> entries = std::move(inside[i]).value();
    all.insert(all.end(), std::make_move_iterator(entries.begin()), std::make_move_iterator(entries.end()));
  }
  const auto by_path = [](const Entry& a, const Entry& b) { return a.path < b.path; };
  if (!std::is_sorted(all.begin(), all.end(), by_path)) std::sort(all.begin(), all.end(), by_path);
  return all;
}

std::optional<Record> record_in(const std::string& state_path) {
  const auto records = filesystem::open_folder(state_path);
  if (!records.ok()) return std::nullopt;
  const auto text = records.value()->read(kRecord);
  return text.ok() ? parse_record(text.value()) : std::nullopt;
}

/// Which site is in the output: another build may have put another one there.
std::string published_site(const std::string& output_path) {
  const auto output = filesystem::open_folder(output_path);
  if (!output.ok()) return {};
  const auto manifest = output.value()->read(publishing::manifest_path);
  std::string hex;
  if (manifest.ok()) publishing::append_hex(hex, publishing::hash_of(manifest.value()));
  return hex;
}

}  // namespace

filesystem::Result<std::string> LastBuild::inputs(const Folder& root, const Share& share, const BuildRequest& request) {
  const auto content = list_content(root, request.content.workers);
  if (!content.ok()) return content.error();
  return inputs_of(root, content.value(), share, request).hash();
}

LastBuild::LastBuild(const Folder& root, const Share& share, const BuildRequest& request)
    : state_(std::make_unique<State>(root.stat("content"))) {
  if (!state_->content.ok()) return;
  state_->output_path = request.output;
  state_->state_path = request.state;
  if (!request.force) state_->record = record_in(request.state);
  // The two halves of the question look at many files each, and neither needs the other.
  std::future<bool> published;
  if (state_->record) {
    const auto policy = request.content.workers > 1 ? std::launch::async : std::launch::deferred;
    published = std::async(policy, [&] { return publishing::is_as_published(request.output, request.state); });
  }
  state_->content = list_content(root, request.content.workers);
  if (state_->content.ok()) {
    const Inputs inputs = inputs_of(root, state_->content.value(), share, request);
    state_->inputs = inputs.hash();
    state_->newest_ns = inputs.newest_ns();
  }
  state_->is_as_published = published.valid() && published.get();
}

const filesystem::Result<std::vector<Entry>>& LastBuild::content() const {
  return state_->content;
}

LastBuild::~LastBuild() = default;

void LastBuild::forget_content() {
  if (state_->content.ok()) state_->content = std::vector<Entry>();
}

std::optional<BuildResult> LastBuild::recall() const {
  if (!state_->is_as_published || state_->record->inputs != state_->inputs) return std::nullopt;
  if (state_->record->site != published_site(state_->output_path)) return std::nullopt;
  BuildResult result;
  result.diagnostics = state_->record->diagnostics;
  result.base_url = state_->record->base_url;
  result.pages = state_->record->pages;
  result.counts.unchanged = state_->record->files;
  return result;
}

void LastBuild::remember(const BuildResult& result) const {
  if (!state_->content.ok() || state_->newest_ns + kCoarsestTick > state_->begun_ns) return;
  const auto records = filesystem::open_folder(state_->state_path, filesystem::Missing::make_it);
  if (!records.ok()) return;
  const std::string text = as_text({state_->inputs, published_site(state_->output_path), result.base_url, result.pages,
                                    result.counts.written + result.counts.unchanged, result.diagnostics});
  if (records.value()->holds(kRecord, text)) return;
  [[maybe_unused]] const filesystem::Status ignored = records.value()->write(kRecord, text);
}

}  // namespace gaceta
