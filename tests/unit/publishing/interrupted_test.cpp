// A build that fails or dies at every single operation in turn: the site is the old one or, after the next command, the
// new one; no file is ever torn; nothing of ours is left.
#include "catch.hpp"
#include "twins.hpp"

using namespace gaceta;
using namespace gaceta::publishing;
using filesystem::Fault;
using filesystem::Operation;

namespace {

/// What was there, what somebody put among it, and what shall be there.
struct Change {
  const char* name;
  bool has_folder;
  Files before, foreign, after;
  Options options = {};
};

const Change changes[] = {
    {"the first site", false, {}, {}, {{"index.html", "home"}, {"es/a/index.html", "a"}, {"en/a/index.html", "a"}}},
    {"an empty folder", true, {}, {}, {{"index.html", "home"}, {"es/a/index.html", "a"}, {"en/a/index.html", "a"}}},
    {"a folder to take over",
     true,
     {},
     {{"holiday.jpg", "mine"}},
     {{"index.html", "home"}, {"es/a/index.html", "a"}},
     {ForeignFolder::take_over}},
    {"changes of every kind",
     true,
     {{"same", "same"},
      {"changed", "the old one"},
      {"es/changed", "the old one, too"},
      {"gone", "gone"},
      {"es/gone/for/ever", "gone"},
      {"file", "becomes a folder"},
      {"folder/a", "becomes a file"},
      {"folder/b/c", "becomes a file"},
      {"es/with/gone", "beside a foreign one"}},
     {{"CNAME", "example.org"}, {"es/with/mine", "mine"}},
     {{"same", "same"},
      {"changed", "the new one"},
      {"es/changed", "the new one, too"},
      {"es/new", "new"},
      {"en/new/a", "new"},
      {"en/new/b", "new"},
      {"file/a", "in a folder"},
      {"folder", "a file"}}},
};

Files merged(Files files, const Files& more) {
  files.insert(more.begin(), more.end());
  return files;
}

Site<Memory> prepared(const Change& change) {
  Site<Memory> site;
  if (!change.before.empty()) site.publish(change.before);
  if (change.has_folder) REQUIRE(site.root->open("site").ok());
  for (const auto& [path, bytes] : change.foreign) REQUIRE(site.root->write("site/" + path, bytes).ok());
  return site;
}

/// What fails once the chosen operation is reached.
enum class Failing { that_one, it_and_all_later };

/// Makes the n-th operation fail (from 1), in a creation with half of the bytes written. Tells whether it was reached.
void fail_at(Site<Memory>& site, std::size_t n, Failing failing, bool& reached) {
  auto seen = std::make_shared<std::size_t>(0);
  site.twin.disk->on_operation([=, &reached](Operation operation, std::string_view path) -> std::optional<Fault> {
    ++*seen;
    if (failing == Failing::that_one ? *seen != n : *seen < n) return std::nullopt;
    reached = true;
    Fault fault{{filesystem::Error::Kind::other, std::string(path), "Input/output error"}, std::nullopt};
    if (*seen == n && operation == Operation::create) fault.kept_bytes = 2;
    return fault;
  });
}

/// No page may hold anything but its old or its new bytes, wherever the build stopped.
void check_nothing_is_torn(const Site<Memory>& site, const Change& change) {
  for (const auto& [path, bytes] : site.output()) {
    if (path.find("gaceta-staging") != std::string::npos || path.back() == '/') continue;
    const Files old = merged(change.before, change.foreign);
    INFO(path);
    const bool is_old = old.count(path) > 0 && old.at(path) == bytes;
    const bool is_new = change.after.count(path) > 0 && change.after.at(path) == bytes;
    CHECK((is_old || is_new));
  }
}

void check_interrupted(const Change& change, Put how, std::size_t n, Failing failing, bool& reached) {
  Site<Memory> site = prepared(change);
  site.how = how;
  const Files old = site.output();
  fail_at(site, n, failing, reached);
  const Outcome built = site.publish(change.after, change.options);
  site.twin.disk->on_operation({});
  check_nothing_is_torn(site, change);

  Destination destination = site.destination();
  const filesystem::Status recovered = recover(destination);
  CHECK((recovered.ok() ? "" : words(recovered.error())) == "");
  const Files expected = merged(change.after, change.foreign);
  const Files now = site.output();
  if (now != old) CHECK(difference(now, expected) == "");
  if (built.error.empty() && built.changed) CHECK(now == expected);

  const Outcome again = site.publish(change.after, change.options);
  CHECK(again.error + again.problems == "");
  CHECK(site.output() == expected);
  CHECK_FALSE(site.publish(change.after).changed);
}

}  // namespace

TEST_CASE("a build that fails or dies at any operation leaves the old site or the new one") {
  for (const Change& change : changes) {
    for (const Put how : {Put::whole, Put::in_pieces}) {
      for (const Failing failing : {Failing::that_one, Failing::it_and_all_later}) {
        std::size_t n = 0;
        for (bool reached = true; reached;) {
          reached = false;
          ++n;
          INFO(change.name << ", operation " << n << (failing == Failing::that_one ? " fails" : " is the last"));
          check_interrupted(change, how, n, failing, reached);
        }
        CHECK(n > 12);
      }
    }
  }
}

TEST_CASE("a recovery that dies at any operation is completed by the next one") {
  const Change& change = changes[3];
  const Files expected = merged(change.after, change.foreign);
  for (std::size_t death = 1;; ++death) {
    bool build_died = false;
    for (std::size_t second_death = 1;; ++second_death) {
      Site<Memory> site = prepared(change);
      const Files old = site.output();
      fail_at(site, death, Failing::it_and_all_later, build_died);
      site.publish(change.after);
      bool recovery_died = false;
      fail_at(site, second_death, Failing::it_and_all_later, recovery_died);
      Destination destination = site.destination();
      const bool recovered = recover(destination).ok();
      site.twin.disk->on_operation({});
      INFO("build died at " << death << ", recovery at " << second_death);
      CHECK(recovered != recovery_died);
      REQUIRE(recover(destination).ok());
      const Files now = site.output();
      if (now != old) CHECK(difference(now, expected) == "");
      if (!recovery_died) break;
    }
    if (!build_died) break;
  }
}
