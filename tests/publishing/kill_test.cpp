// A child process publishes one version of a site over another on the real disk and is killed: before a chosen
// operation, in the last step, or by the clock at any moment, within a write too. Whatever happened, no file is torn,
// and after recover() the site is the old version or the new one with nothing of ours left. One time in six there is no
// site yet.
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <map>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "../unit/filesystem/temporary_folder.hpp"
#include "catch.hpp"
#include "filesystem/memory_folder.hpp"
#include "filesystem/real_folder.hpp"
#include "mortal_folder.hpp"
#include "publishing/publisher.hpp"

using namespace gaceta;

namespace {

using Files = std::map<std::string, std::string>;
constexpr int rounds = 120;

/// Version `v` of the site. From one to the next some pages stay, some change, some come and go, and a page turns into
/// a folder and back. The bytes of a page say which version wrote it, from its first to its last.
Files version(int v) {
  Files files;
  const auto page = [&](const std::string& path, int written_by, std::size_t size) {
    const std::string mark = path + " of version " + std::to_string(written_by) + "\n";
    std::string bytes;
    while (bytes.size() < size) bytes += mark;
    files[path] = bytes + mark;
  };
  for (int i = 0; i < 12; ++i) page("es/stays/" + std::to_string(i) + "/index.html", 0, 20'000);
  for (int i = 0; i < 12; ++i) page("es/changes/" + std::to_string(i) + "/index.html", v, 1'000u << (i % 8));
  for (int i = 0; i < 6; ++i) page("en/v" + std::to_string(v % 5) + "/" + std::to_string(i), v, 5'000);
  for (int i = 0; i < 6; ++i) page("mixed/" + std::to_string((i + v) % 9), v / 3, 3'000);
  page(v % 2 == 0 ? "turns" : "turns/into/index.html", v, 4'000);
  page("index.html", v, 300'000);
  return files;
}

void publish(filesystem::Folder& root, std::unique_ptr<filesystem::Folder> beside, const Files& files) {
  auto state = root.open("state");
  if (!state) std::abort();
  auto opened = publishing::Publisher::open({std::move(beside), "site", "site"}, std::move(state).value());
  if (!opened || !opened.value().publisher) std::abort();
  publishing::Publisher& publisher = *opened.value().publisher;
  const auto put_every_second = [&](int first) {
    int i = 0;
    for (const auto& [path, bytes] : files) {
      if (i++ % 2 == first && !publisher.put(path, bytes)) std::abort();
    }
  };
  std::thread other([&] { put_every_second(1); });
  put_every_second(0);
  other.join();
  const auto published = publisher.commit();
  if (!published || !published.value().problems.empty()) std::abort();
}

Files all_files(const filesystem::Folder& root) {
  Files files;
  for (const filesystem::Entry& entry : root.tree().value()) {
    if (entry.path.substr(0, 5) == "state") continue;
    if (entry.type == filesystem::Entry::Type::file) files[entry.path] = root.read(entry.path).value();
    if (entry.type == filesystem::Entry::Type::directory && root.children(entry.path).value().empty()) {
      files[entry.path + "/"];
    }
  }
  return files;
}

/// What a version looks like in its folder, manifest included.
Files in_its_folder(const Files& files) {
  filesystem::MemoryFolder root;
  publish(root, root.again(), files);
  return all_files(root);
}

enum class Death { before_a_change, in_the_last_step, by_the_clock };

struct Child {
  Death death = Death::before_a_change;
  long when = 0;  ///< operations, or microseconds for the clock
};

/// Publishes in a child process; true if it was killed, false if it lived to the end.
bool publish_and_die(const std::string& place, const Files& files, Child child) {
  const pid_t pid = ::fork();
  REQUIRE(pid >= 0);
  if (pid == 0) {
    auto lifetime = std::make_shared<Lifetime>();
    if (child.death == Death::before_a_change) lifetime->changes = child.when;
    if (child.death == Death::in_the_last_step) lifetime->renames_and_removals = child.when;
    auto root = filesystem::open_folder(place).value();
    publish(*root, std::make_unique<MortalFolder>(filesystem::open_folder(place).value(), lifetime), files);
    ::_exit(0);
  }
  if (child.death == Death::by_the_clock) {
    std::this_thread::sleep_for(std::chrono::microseconds(child.when));
    ::kill(pid, SIGKILL);
  }
  int status = 0;
  REQUIRE(::waitpid(pid, &status, 0) == pid);
  REQUIRE((WIFSIGNALED(status) ? WTERMSIG(status) == SIGKILL : WEXITSTATUS(status) == 0));
  return WIFSIGNALED(status);
}

/// How long a child lives that nobody kills.
struct WholeLife {
  long changes = 0;
  long microseconds = 0;
};

WholeLife measure() {
  TemporaryFolder place;
  auto root = filesystem::open_folder(place.path().string()).value();
  publish(*root, filesystem::open_folder(place.path().string()).value(), version(0));
  auto lifetime = std::make_shared<Lifetime>();
  publish(*root, std::make_unique<MortalFolder>(filesystem::open_folder(place.path().string()).value(), lifetime),
          version(1));
  const auto start = std::chrono::steady_clock::now();
  publish_and_die(place.path().string(), version(2), {Death::before_a_change, 0});
  const auto took = std::chrono::steady_clock::now() - start;
  return {lifetime->done, std::chrono::duration_cast<std::chrono::microseconds>(took).count()};
}

void check_nothing_is_torn(const Files& now, const Files& old, const Files& coming) {
  for (const auto& [path, bytes] : now) {
    if (path.find("gaceta-staging") != std::string::npos || path.back() == '/') continue;
    INFO(path);
    const bool is_old = old.count(path) > 0 && old.at(path) == bytes;
    const bool is_new = coming.count(path) > 0 && coming.at(path) == bytes;
    CHECK((is_old || is_new));
  }
}

std::set<std::string> names(const Files& files) {
  std::set<std::string> result;
  for (const auto& [path, bytes] : files) result.insert(path);
  return result;
}

}  // namespace

TEST_CASE("a build that is killed at any moment leaves the old site or, after the next command, the new one") {
  std::mt19937 random(20260217);  // NOLINT: the same deaths every time
  const auto between = [&](long low, long high) { return std::uniform_int_distribution<long>(low, high)(random); };
  const WholeLife life = measure();
  TemporaryFolder place;
  const std::string where = place.path().string();
  auto root = filesystem::open_folder(where).value();
  int killed = 0, kept_old = 0, became_new = 0, completed_later = 0;
  Files old;
  for (int round = 0; round < rounds; ++round) {
    if (round % 6 == 5) {
      REQUIRE(root->remove_all("site").ok());
      old.clear();
    }
    Child child{static_cast<Death>(round % 3), 0};
    if (child.death == Death::before_a_change) child.when = between(1, life.changes);
    if (child.death == Death::in_the_last_step) child.when = between(1, old.empty() ? 1 : life.changes / 2);
    if (child.death == Death::by_the_clock) child.when = between(0, life.microseconds);
    INFO("round " << round << ", death " << round % 3 << " at " << child.when);

    const Files coming = in_its_folder(version(round));
    killed += publish_and_die(where, version(round), child) ? 1 : 0;
    const Files after_death = all_files(*root);
    check_nothing_is_torn(after_death, old, coming);
    REQUIRE(publishing::recover(where + "/site").ok());
    const Files now = all_files(*root);
    CHECK((names(now) == names(old) || names(now) == names(coming)));
    REQUIRE((now == old || now == coming));
    if (now == old) ++kept_old;
    if (now == coming) ++became_new;
    if (now == coming && after_death != coming) ++completed_later;
    old = now;
  }
  INFO(killed << " of " << rounds << " were killed; " << kept_old << " kept the old site, " << became_new
              << " became new, " << completed_later << " of them completed by the next command");
  CHECK(killed >= 50);
  CHECK(kept_old >= 20);
  CHECK(became_new >= 20);
  CHECK(completed_later >= 10);
}
