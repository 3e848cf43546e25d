#include "last_build.hpp"

#include <algorithm>
#include <chrono>
#include <future>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "diagnostics/catalogue.hpp"
#include "filesystem/real_folder.hpp"
#include "publishing/hash.hpp"
#include "publishing/layout.hpp"

namespace gaceta {
namespace {

using diagnostics::Diagnostic;
using filesystem::Entry;
using filesystem::Folder;
using Json = nlohmann::json;

constexpr std::string_view kRecord = "last-build";
constexpr int kVersion = 1;                            // of the record
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

Json as_json(const Diagnostic& one) {
  return {{"id", one.id},
          {"severity", static_cast<int>(one.severity)},
          {"path", one.place.path},
          {"line", one.place.line},
          {"column", one.place.column},
          {"length", one.place.length},
          {"arguments", one.arguments},
          {"help", one.help.id},
          {"help_arguments", one.help.arguments}};
}

/// Throws Json::exception for anything but what as_json() wrote; nothing for a rule that is no longer there.
std::optional<Diagnostic> diagnostic_of(const Json& json) {
  const diagnostics::Rule* rule = diagnostics::find_rule(json.at("id").get<std::string>());
  const std::string help_id = json.at("help").get<std::string>();
  const auto help = diagnostics::help_id(help_id);
  if (rule == nullptr || (!help && !help_id.empty())) return std::nullopt;
  Diagnostic one;
  one.id = rule->id;
  one.severity = static_cast<diagnostics::Severity>(json.at("severity").get<int>());
  one.place = {json.at("path").get<std::string>(), json.at("line").get<std::uint32_t>(),
               json.at("column").get<std::uint32_t>(), json.at("length").get<std::uint32_t>()};
  json.at("arguments").get_to(one.arguments);
  one.help.id = help.value_or("");
  json.at("help_arguments").get_to(one.help.arguments);
  return one;
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
  Json record;  // of the last build; null: there is none
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

Json record_in(const std::string& state_path) {
  const auto records = filesystem::open_folder(state_path);
  if (!records.ok()) return {};
  const auto text = records.value()->read(kRecord);
  return text.ok() ? Json::parse(text.value(), nullptr, false) : Json();
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

LastBuild::LastBuild(const Folder& root, const Share& share, const BuildRequest& request)
    : state_(std::make_unique<State>(root.stat("content"))) {
  if (!state_->content.ok()) return;
  state_->output_path = request.output;
  state_->state_path = request.state;
  if (!request.force) state_->record = record_in(request.state);
  // The two halves of the question look at many files each, and neither needs the other.
  std::future<bool> published;
  if (state_->record.is_object()) {
    const auto policy = request.content.workers > 1 ? std::launch::async : std::launch::deferred;
    published = std::async(policy, [&] { return publishing::is_as_published(request.output, request.state); });
  }
  state_->content = root.tree("content");
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

std::optional<BuildResult> LastBuild::recall() const {
  if (!state_->is_as_published) return std::nullopt;
  try {
    const Json& record = state_->record;
    if (record.at("version") != kVersion || record.at("inputs") != state_->inputs) return std::nullopt;
    BuildResult result;
    for (const Json& one : record.at("diagnostics")) {
      std::optional<Diagnostic> diagnostic = diagnostic_of(one);
      if (!diagnostic) return std::nullopt;
      result.diagnostics.push_back(*std::move(diagnostic));
    }
    record.at("pages").get_to(result.pages);
    record.at("files").get_to(result.counts.unchanged);
    if (record.at("site") != published_site(state_->output_path)) return std::nullopt;
    return result;
  } catch (const Json::exception&) {
    return std::nullopt;  // of another version
  }
}

void LastBuild::remember(const BuildResult& result) const {
  if (!state_->content.ok() || state_->newest_ns + kCoarsestTick > state_->begun_ns) return;
  const auto records = filesystem::open_folder(state_->state_path, filesystem::Missing::make_it);
  if (!records.ok()) return;
  Json record = {{"version", kVersion},
                 {"inputs", state_->inputs},
                 {"site", published_site(state_->output_path)},
                 {"pages", result.pages},
                 {"files", result.counts.written + result.counts.unchanged},
                 {"diagnostics", Json::array()}};
  for (const Diagnostic& one : result.diagnostics) record["diagnostics"].push_back(as_json(one));
  const std::string text = record.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  if (records.value()->holds(kRecord, text)) return;
  [[maybe_unused]] const filesystem::Status ignored = records.value()->write(kRecord, text);
}

}  // namespace gaceta
