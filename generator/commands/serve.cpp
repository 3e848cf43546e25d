// One thread builds: it looks at what a build would read, at an interval that follows the price of looking, and builds
// when something is different. A look that comes too early, between two files of one change, does no harm: the next one
// sees the rest. The server has threads of its own and shares nothing with the build but the files, which the publisher
// moves into place one by one, and `preview::Shown`.
#include "commands/serve.hpp"

#include <signal.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <thread>
#include <tuple>

#include "commands/build_report.hpp"
#include "commands/sentences.hpp"
#include "filesystem/path.hpp"
#include "filesystem/real_folder.hpp"
#include "preview/problems.hpp"
#include "preview/server.hpp"
#include "preview/target.hpp"

namespace gaceta::commands {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Diagnostics;
using diagnostics::Severity;
using std::chrono::milliseconds;

constexpr int kUsualPort = 8000, kPortsTried = 20;
constexpr milliseconds kShortestPause{300};   // between two looks
constexpr int kPausePerLook = 9;              // times what a look takes: looking is a tenth of the time at most
constexpr milliseconds kQuiet{60};            // nothing changes for so long: whoever writes has finished
constexpr milliseconds kLongestWrite{2000};   // but nobody is waited for longer than this
constexpr milliseconds kBeforeNextTry{3000};  // when the machine failed
constexpr milliseconds kSlice{50};            // how long a signal may go unnoticed
constexpr std::string_view kAddressFile = "address";
constexpr std::string_view kManifest = ".gaceta-manifest";

// ---- signals: the one place where a process-wide state is what the system gives us

std::atomic<bool> is_stopping{false};
std::atomic<bool> is_building{false};
static_assert(std::atomic<bool>::is_always_lock_free);

/// A build that is cut short leaves nothing half done (publishing/), so nobody has to wait for it.
extern "C" void stop_serving(int) {
  if (is_building) std::_Exit(static_cast<int>(ExitStatus::done));
  is_stopping = true;
}

/// The second signal of a kind ends the process at once. Who started us deaf to SIGINT (a shell, in the background)
/// knows why.
void catch_signals() {
  struct sigaction action = {};
  action.sa_handler = stop_serving;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  sigemptyset(&action.sa_mask);
  sigaction(SIGTERM, &action, nullptr);
  struct sigaction before = {};
  sigaction(SIGINT, nullptr, &before);
  if (before.sa_handler != SIG_IGN) sigaction(SIGINT, &action, nullptr);
}

void wait(Clock::duration time) {
  const auto end = Clock::now() + time;
  while (!is_stopping && Clock::now() < end) {
    std::this_thread::sleep_for(std::min<Clock::duration>(kSlice, end - Clock::now()));
  }
}

// ---- what is printed

/// The errors, and of the rest what was not there when all was well.
Diagnostics worth_printing(const Diagnostics& now, Diagnostics before) {
  const auto comes_before = [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.place, a.id, a.arguments) < std::tie(b.place, b.id, b.arguments);
  };
  std::sort(before.begin(), before.end(), comes_before);
  Diagnostics printed;
  std::copy_if(now.begin(), now.end(), std::back_inserter(printed), [&](const Diagnostic& one) {
    return one.severity == Severity::error || !std::binary_search(before.begin(), before.end(), one, comes_before);
  });
  return printed;
}

void print_waiting(std::size_t errors) {
  std::fprintf(stderr,
               errors == 1 ? say("gaceta: %zu error; the preview waits until it is mended\n",
                                 "gaceta: %zu error; la vista previa espera a que se corrija\n")
                           : say("gaceta: %zu errors; the preview waits until they are mended\n",
                                 "gaceta: %zu errores; la vista previa espera a que se corrijan\n"),
               errors);
}

std::string sentence_of(const filesystem::Error& error) {
  return error.path.empty() ? error.message : error.path + ": " + error.message;
}

// ---- the preview

class Preview {
 public:
  Preview(const ServeOptions& options, OpenSite site, BuildRequest request)
      : options_(options), site_(std::move(site)), request_(std::move(request)), server_(request_.output) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    run_ = std::to_string(std::chrono::duration_cast<milliseconds>(now).count());
  }

  /// False, said on stderr, if the folder or the port cannot be had.
  bool open() { return lock() && bind() && write_address(); }

  ExitStatus run() {
    catch_signals();
    built_ = look();
    build();
    if (machine_error_) return ExitStatus::machine_failed;
    server_.start();
    std::printf(say("%s  (Ctrl-C ends)\n", "%s  (Ctrl-C para terminar)\n"),
                (origin() + preview::percent_encoded(shown_.prefix)).c_str());
    std::fflush(stdout);
    watch();
    records_->remove(kAddressFile).ok();
    return ExitStatus::done;
  }

 private:
  std::string origin() const { return "http://127.0.0.1:" + std::to_string(server_.port()); }

  /// One preview of a site at a time: two would write into one folder.
  bool lock() {
    auto records = filesystem::open_folder(request_.state, filesystem::Missing::make_it);
    if (!records.ok()) return cannot_write(records.error());
    records_ = std::move(records).value();
    auto lock = records_->lock();
    if (lock.ok()) {
      lock_ = std::move(lock).value();
      return true;
    }
    if (lock.error().kind != filesystem::Error::Kind::in_use) return cannot_write(lock.error());
    const auto address = records_->read(kAddressFile);
    std::fprintf(stderr,
                 say("gaceta: this site is being previewed already: %s\n",
                     "gaceta: este sitio ya tiene abierta una vista previa: %s\n"),
                 address.ok() ? address.value().c_str() : "");
    return false;
  }

  bool bind() {
    if (options_.port >= 0) {
      if (server_.bind(options_.port)) return true;
      std::fprintf(stderr,
                   say("gaceta: port %d is taken or not allowed; name another one, or --port 0 for any that is free\n",
                       "gaceta: el puerto %d está ocupado o no se permite; indique otro, o --port 0 para cualquiera "
                       "que esté libre\n"),
                   options_.port);
      return false;
    }
    for (int port = kUsualPort; port < kUsualPort + kPortsTried; ++port) {
      if (server_.bind(port)) return true;
    }
    return server_.bind(0);
  }

  /// For who tries to preview the site a second time.
  bool write_address() {
    const auto written = records_->write(kAddressFile, origin() + "/");
    return written.ok() || cannot_write(written.error());
  }

  bool cannot_write(const filesystem::Error& error) const {
    const std::string where = request_.state;
    std::fprintf(stderr,
                 say("gaceta: %s: %s; the preview is built in this folder\n",
                     "gaceta: %s: %s; la vista previa se genera en esta carpeta\n"),
                 where.c_str(), error.message.c_str());
    return false;
  }

  // ---- looking

  /// What a build would read now. A folder that cannot be seen is a state like any other: the build will say what is
  /// wrong. Opened anew, because a folder that is held open does not notice that one was replaced.
  std::string look() {
    const auto root = filesystem::open_folder(options_.site.root);
    if (!root.ok()) return root.error().message;
    if (options_.no_future) {
      if (const auto today = request_of(options_.site)) request_.content.date = today->content.date;
    }
    const auto seen = fingerprint_of_inputs(*root.value(), site_.share(), request_);
    return seen.ok() ? seen.value() : seen.error().message;
  }

  /// What is there when nothing changes any more; editors and tools write several files in a row.
  std::string look_until_quiet(std::string seen) {
    const auto end = Clock::now() + kLongestWrite;
    while (!is_stopping) {
      wait(kQuiet);
      std::string again = look();
      if (again == seen || Clock::now() > end) return again;
      seen = std::move(again);
    }
    return seen;
  }

  bool has_lost_pages() const {
    if (!shown_.has_pages) return false;
    const auto pages = filesystem::open_folder(request_.output);
    return !pages.ok() || !pages.value()->stat(kManifest).ok();
  }

  void watch() {
    Clock::duration pause = kShortestPause;
    while (true) {
      wait(pause);
      if (is_stopping) return;
      const auto start = Clock::now();
      std::string seen = look();
      pause = std::max<Clock::duration>(kShortestPause, kPausePerLook * (Clock::now() - start));
      const bool is_due = next_try_ && Clock::now() >= *next_try_;
      if (seen == built_ && !is_due && !has_lost_pages()) continue;
      seen = look_until_quiet(std::move(seen));
      if (is_stopping) return;
      built_ = std::move(seen);
      build();
    }
  }

  // ---- building

  void build() {
    const auto start = Clock::now();
    const auto root = filesystem::open_folder(options_.site.root);
    BuildResult result;
    is_building = true;
    if (root.ok()) {
      result = build_with_progress(*root.value());
    } else {
      result.machine_error = root.error();
    }
    is_building = false;
    tell(result, root.ok() ? *root.value() : *site_.root, Clock::now() - start);
    std::fflush(stdout);
  }

  BuildResult build_with_progress(const filesystem::Folder& root) {
    ProgressLine line;
    if (errors_are_terminal()) {
      request_.progress = [&line](std::size_t done, std::size_t all) { line.show(done, all); };
    }
    BuildResult result = build_site(root, site_.share(), request_);
    request_.progress = nullptr;
    return result;
  }

  void tell(const BuildResult& result, const filesystem::Folder& root, Clock::duration time) {
    const std::size_t errors = count(result.diagnostics, Severity::error);
    print_diagnostics(worth_printing(result.diagnostics, said_), root);
    next_try_.reset();
    shown_.language = preview::code_of(message_language());
    if (result.machine_error) {
      tell_of_machine(*result.machine_error);
    } else if (errors > 0) {
      machine_error_.reset();
      print_waiting(errors);
      shown_.problems = preview::problems_html(result.diagnostics, source_text(root), message_language());
      if (is_in_use(result.diagnostics)) next_try_ = Clock::now() + kBeforeNextTry;
    } else {
      machine_error_.reset();
      print_summary(result, time);
      shown_.problems.clear();
      shown_.prefix = preview::path_of_url(result.base_url);
    }
    const bool is_good = !result.machine_error && errors == 0;
    if (!shown_.has_pages || result.changed) shown_.version = run_ + "-" + std::to_string(++editions_);
    if (is_good) said_ = result.diagnostics;
    shown_.has_pages = shown_.has_pages || is_good;
    server_.show(shown_);
  }

  /// Once, however often it is tried again.
  void tell_of_machine(const filesystem::Error& error) {
    const std::string sentence = sentence_of(error);
    if (machine_error_ != sentence) print_machine_error(error);
    machine_error_ = sentence;
    shown_.problems = preview::failure_html(sentence, message_language());
    next_try_ = Clock::now() + kBeforeNextTry;
  }

  static bool is_in_use(const Diagnostics& found) {
    return std::any_of(found.begin(), found.end(), [](const Diagnostic& one) { return one.id == "output-in-use"; });
  }

  const ServeOptions options_;
  const OpenSite site_;
  BuildRequest request_;
  preview::Server server_;
  std::unique_ptr<filesystem::Folder> records_;
  std::unique_ptr<filesystem::Lock> lock_;

  std::string run_;  // tells this run's editions from those of another
  std::size_t editions_ = 0;
  preview::Shown shown_;
  std::string built_;                         // what was there when the last build began
  Diagnostics said_;                          // by the last build without errors
  std::optional<std::string> machine_error_;  // of the last build
  std::optional<Clock::time_point> next_try_;
};

/// Drafts and what is dated later are what an editor wants to see.
std::optional<BuildRequest> preview_request(const ServeOptions& options) {
  SiteOptions site = options.site;
  site.drafts = !options.no_drafts;
  auto request = request_of(site);
  if (!request) return std::nullopt;
  if (site.date.empty() && !options.no_future) request->content.date.reset();
  request->state = site.root + "/.gaceta/preview";
  request->output = request->state + "/site";
  return request;
}

}  // namespace

ExitStatus serve(const ServeOptions& options) {
  auto site = open_site(options.site.root);
  if (!site) return ExitStatus::machine_failed;
  auto request = preview_request(options);
  if (!request) return ExitStatus::wrong_usage;
  if (!site->root->stat("content").ok()) {  // nobody's site: nothing is written here
    print_diagnostics(check_site(*site->root, site->share(), *request), *site->root);
    return ExitStatus::content_errors;
  }
  Preview preview(options, *std::move(site), *std::move(request));
  return preview.open() ? preview.run() : ExitStatus::machine_failed;
}

}  // namespace gaceta::commands
