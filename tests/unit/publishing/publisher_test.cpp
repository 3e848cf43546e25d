#include "publishing/publisher.hpp"

#include <filesystem>
#include <fstream>
#include <thread>

#include "catch.hpp"
#include "publishing/hash.hpp"
#include "publishing/manifest.hpp"
#include "twins.hpp"

using namespace gaceta;
using namespace gaceta::publishing;

namespace {

constexpr Options take_over{ForeignFolder::take_over};

const Files first{{"index.html", "home"}, {"es/a/index.html", "página a"}, {"es/b/index.html", "página b"}};

Files with(Files files, const Files& more) {
  for (const auto& [path, bytes] : more) files[path] = bytes;
  return files;
}

Files without(Files files, const std::string& path) {
  files.erase(path);
  return files;
}

std::string manifest_of(const Files& files) {
  Manifest manifest;
  for (const auto& [path, bytes] : files) manifest.push_back({path, bytes.size(), hash_of(bytes)});
  return as_text(manifest);
}

}  // namespace

#define BOTH_TWINS(name) TEMPLATE_TEST_CASE(name, "", Disk, Memory)

BOTH_TWINS("a first site is put into place with one rename, and nothing of ours stays but the manifest") {
  Site<TestType> site;
  const Outcome built = site.publish(first);
  CHECK(built.error + built.problems == "");
  CHECK(built.changed);
  CHECK(site.output() == first);
  CHECK(site.root->read("site/.gaceta-manifest").value() == manifest_of(first));
  CHECK(built.counts.written == 3);
  CHECK(built.counts.output.created == 4);
  CHECK(built.counts.output.renamed == 1);
  CHECK(built.counts.output.opened == 0);
}

BOTH_TWINS("a second build without a change creates, writes and moves nothing") {
  Site<TestType> site;
  site.publish(first);
  const Outcome settled = site.publish(first);  // may have to read files as young as the record
  CHECK_FALSE(settled.changed);
  const Files before = site.all();
  const Outcome built = site.publish(first);
  CHECK_FALSE(built.changed);
  CHECK(site.all() == before);
  CHECK(built.counts.unchanged == 3);
  CHECK(built.counts.written == 0);
  CHECK(built.counts.output.created == 0);
  CHECK(built.counts.output.written == 0);
  CHECK(built.counts.output.renamed == 0);
  CHECK(built.counts.output.removed == 0);
  CHECK(built.counts.output.directories == 0);
}

TEST_CASE("a page that nobody touched is known by its size and time, without reading") {
  Site<Memory> site;
  site.publish(first);
  const Outcome built = site.publish(first);
  CHECK(built.counts.compared == 0);
}

BOTH_TWINS("files that come in pieces give the same site, manifest and counts as whole ones") {
  const Files second = with(without(first, "es/b/index.html"), {{"es/a/index.html", "página b"}, {"en", "new"}});
  Site<TestType> whole, streamed;
  streamed.how = Put::in_pieces;
  for (const Files* files : {&first, &second, &first}) {
    const Outcome expected = whole.publish(*files);
    const Outcome built = streamed.publish(*files);
    CHECK(built.error + built.problems == "");
    CHECK(streamed.all() == whole.all());
    CHECK(built.changed);
    CHECK(built.counts.unchanged == expected.counts.unchanged);
    CHECK(built.counts.written == expected.counts.written);
    CHECK(built.counts.removed == expected.counts.removed);
    CHECK(built.counts.output.created == expected.counts.output.created);
    CHECK(built.counts.output.renamed == expected.counts.output.renamed);
  }
}

TEST_CASE("a file in pieces that is there already is not written again, with and without reading it") {
  Site<Memory> site;
  site.how = Put::in_pieces;
  site.publish(first);
  CHECK(site.publish(first).counts.compared == 0);
  REQUIRE(site.root->remove("state/published").ok());
  const Outcome built = site.publish(first);
  CHECK_FALSE(built.changed);
  CHECK(built.counts.compared == 3);
  CHECK(built.counts.output.created == 0);
}

TEST_CASE("a file in pieces is made once for a new site, and as often as needed for an old one") {
  Site<Memory> site;
  const auto times_made = [&](const std::string& bytes) {
    int times = 0;
    const auto opened = site.open();
    Publisher& publisher = *opened.value().publisher;
    const auto put = publisher.put("data", [&](const filesystem::Sink& sink) {
      ++times;
      sink(bytes);
    });
    REQUIRE(put.ok());
    REQUIRE(publisher.commit().ok());
    return times;
  };
  CHECK(times_made("old") == 1);
  CHECK(times_made("old") == 1);
  CHECK(times_made("longer") == 2);
}

TEST_CASE("the hash of pieces is that of the whole, however long it is") {
  for (const std::size_t size : {0u, 1u, 16u, 240u, 241u, 1'000u, 100'000u}) {
    const std::string bytes(size, 'x');
    Hasher hasher;
    hasher.add("of another file");
    hasher.begin();
    for (std::size_t i = 0; i < size; i += 97) hasher.add(std::string_view(bytes).substr(i, 97));
    CHECK(hasher.hash() == hash_of(bytes));
    CHECK(hasher.size() == size);
  }
}

TEST_CASE("without bookkeeping every page is read and compared, and found unchanged") {
  Site<Memory> site;
  site.publish(first);
  REQUIRE(site.root->remove_all("state").ok());
  const Outcome built = site.publish(first);
  CHECK_FALSE(built.changed);
  CHECK(built.counts.compared == 3);
}

BOTH_TWINS("after an edit only the page that changed is written, the others keep their time") {
  Site<TestType> site;
  site.publish(first);
  const std::int64_t time = site.time_of("es/a/index.html");
  const Files second = with(first, {{"es/b/index.html", "página B"}});
  const Outcome built = site.publish(second);
  CHECK(built.changed);
  CHECK(site.output() == second);
  CHECK(site.root->read("site/.gaceta-manifest").value() == manifest_of(second));
  CHECK(site.time_of("es/a/index.html") == time);
  CHECK(built.counts.written == 1);
  CHECK(built.counts.output.created == 3);  // the page, the manifest, the journal
  CHECK(built.counts.output.renamed == 2);
}

BOTH_TWINS("a page that no longer exists is removed with the folder that it leaves empty") {
  Site<TestType> site;
  site.publish(first);
  const Files second = without(first, "es/b/index.html");
  const Outcome built = site.publish(second);
  CHECK(site.output() == second);
  CHECK(built.counts.removed == 1);
  CHECK(built.problems == "");
}

BOTH_TWINS("files that Gaceta did not write survive, and so do their folders") {
  Site<TestType> site;
  site.publish(first);
  REQUIRE(site.root->write("site/CNAME", "example.org").ok());
  REQUIRE(site.root->write("site/es/b/note.txt", "mine").ok());
  site.publish(without(first, "es/b/index.html"));
  CHECK(site.output() ==
        with(without(first, "es/b/index.html"), {{"CNAME", "example.org"}, {"es/b/note.txt", "mine"}}));
}

BOTH_TWINS("a new folder is moved whole") {
  Site<TestType> site;
  site.publish(first);
  const Files second = with(first, {{"en/a/index.html", "a"}, {"en/b/index.html", "b"}, {"es/c/d/e.html", "e"}});
  const Outcome built = site.publish(second);
  CHECK(site.output() == second);
  CHECK(built.counts.output.renamed == 3);  // en, es/c, the manifest
}

BOTH_TWINS("an empty folder is filled and stays the same folder") {
  Site<TestType> site;
  const auto handle = site.root->open("site").value();
  const Outcome built = site.publish(first);
  CHECK(built.error + built.problems == "");
  CHECK(site.output() == first);
  CHECK(handle->read("index.html").value() == "home");
  CHECK(built.counts.output.renamed == 3);  // es, index.html, the manifest
}

BOTH_TWINS("a folder that somebody else made is refused") {
  Site<TestType> site;
  REQUIRE(site.root->write("site/holiday.jpg", "mine").ok());
  const Outcome built = site.publish(first);
  CHECK(built.problems == "the output folder 'site' holds files that Gaceta did not write\n");
  CHECK(site.all() == Files{{"site/holiday.jpg", "mine"}});
}

BOTH_TWINS("a folder that holds only what Git keeps it with is nobody's; that stays") {
  Site<TestType> site;
  REQUIRE(site.root->write("site/.gitignore", "*").ok());
  const Outcome built = site.publish(first);
  CHECK(built.error + built.problems == "");
  CHECK(site.output() == with(first, {{".gitignore", "*"}}));
  REQUIRE(site.root->remove("site/.gaceta-manifest").ok());
  CHECK(site.publish(first).problems == "the output folder 'site' holds files that Gaceta did not write\n");
}

BOTH_TWINS("a folder that somebody else made is taken over when asked for; only files of the same name are replaced") {
  Site<TestType> site;
  REQUIRE(site.root->write("site/holiday.jpg", "mine").ok());
  REQUIRE(site.root->write("site/index.html", "theirs").ok());
  REQUIRE(site.root->write("site/es/a/index.html", first.at("es/a/index.html")).ok());
  const Outcome built = site.publish(first, take_over);
  CHECK(built.error + built.problems == "");
  CHECK(site.output() == with(first, {{"holiday.jpg", "mine"}}));
  CHECK(built.counts.unchanged == 1);
  CHECK(site.publish(first).problems == "");
}

BOTH_TWINS("a damaged manifest is said, and taken over when asked for") {
  Site<TestType> site;
  site.publish(first);
  REQUIRE(site.root->write("site/.gaceta-manifest", "rubbish").ok());
  CHECK(site.publish(first).problems == "the list of published files 'site/.gaceta-manifest' is damaged\n");
  CHECK(site.publish(first, take_over).problems == "");
  CHECK(site.root->read("site/.gaceta-manifest").value() == manifest_of(first));
}

BOTH_TWINS("an output that is a file is refused") {
  Site<TestType> site;
  REQUIRE(site.root->write("site", "a file").ok());
  CHECK(site.publish(first).problems == "the output 'site' is not a folder\n");
  CHECK(site.root->read("site").value() == "a file");
}

BOTH_TWINS("a page that was changed by hand is written again, of the same size too") {
  Site<TestType> site;
  site.publish(first);
  REQUIRE(site.root->write("site/index.html", "HOME").ok());
  const Outcome built = site.publish(first);
  CHECK(built.changed);
  CHECK(built.counts.written == 1);
  CHECK(site.output() == first);
}

TEST_CASE("a page that was changed in the same tick as it was recorded is written again") {
  Site<Memory> site;
  site.publish(first);
  const std::int64_t time = site.time_of("index.html");
  site.twin.disk->set_modified("state/published", time);
  REQUIRE(site.root->write("site/index.html", "HOME").ok());
  site.twin.disk->set_modified("site/index.html", time);
  site.publish(first);
  CHECK(site.output() == first);
}

BOTH_TWINS("a page that vanished is written again") {
  Site<TestType> site;
  site.publish(first);
  REQUIRE(site.root->remove_all("site/es").ok());
  site.publish(first);
  CHECK(site.output() == first);
}

BOTH_TWINS("a page that no longer exists stays if somebody changed it, and that is said") {
  Site<TestType> site;
  site.publish(first);
  REQUIRE(site.root->write("site/es/b/index.html", "por mí").ok());
  const Files second = without(first, "es/b/index.html");
  const Outcome built = site.publish(second);
  CHECK(built.problems ==
        "the page 'es/b/index.html' no longer exists, but its file stays because somebody changed it by hand\n");
  CHECK(site.output() == with(second, {{"es/b/index.html", "por mí"}}));
  CHECK(site.publish(second).problems == "");
}

BOTH_TWINS("a foreign file in the place of a page stops the build, unless it may be replaced") {
  Site<TestType> site;
  site.publish(first);
  REQUIRE(site.root->write("site/es/c/index.html", "mine").ok());
  const Files before = site.all();
  const Files second = with(first, {{"es/c/index.html", "página c"}, {"index.html", "other"}});
  CHECK(
      site.publish(second).problems ==
      "'es/c/index.html' cannot be published because Gaceta did not write 'es/c/index.html', which is in its place\n");
  CHECK(site.all() == before);
  CHECK(site.publish(second, take_over).problems == "");
  CHECK(site.output() == second);
}

BOTH_TWINS("a foreign file that holds what the page would hold is adopted") {
  Site<TestType> site;
  site.publish(first);
  REQUIRE(site.root->write("site/new.html", "new").ok());
  const Files second = with(first, {{"new.html", "new"}});
  CHECK(site.publish(second).problems == "");
  CHECK(site.publish(first).counts.removed == 1);
  CHECK(site.output() == first);
}

BOTH_TWINS("a page becomes a folder, and a folder a page") {
  Site<TestType> site;
  const Files pages{{"x", "file"}, {"y/a", "1"}, {"y/b/c", "2"}, {"z", "stays"}};
  const Files turned{{"x/a", "1"}, {"x/b/c", "2"}, {"y", "file"}, {"z", "stays"}};
  site.publish(pages);
  CHECK(site.publish(turned).problems == "");
  CHECK(site.output() == turned);
  CHECK(site.publish(pages).problems == "");
  CHECK(site.output() == pages);
}

BOTH_TWINS("a folder with a foreign file in it does not become a page") {
  Site<TestType> site;
  site.publish({{"y/a", "1"}});
  REQUIRE(site.root->write("site/y/mine", "mine").ok());
  const Files before = site.all();
  CHECK(site.publish({{"y", "file"}}, take_over).problems ==
        "'y' cannot be published because Gaceta did not write 'y/mine', which is in its place\n");
  CHECK(site.all() == before);
}

BOTH_TWINS("a foreign file does not become a folder") {
  Site<TestType> site;
  site.publish(first);
  REQUIRE(site.root->write("site/en", "mine").ok());
  const Files before = site.all();
  CHECK(site.publish(with(first, {{"en/index.html", "home"}}), take_over).problems ==
        "'en/index.html' cannot be published because Gaceta did not write 'en', which is in its place\n");
  CHECK(site.all() == before);
}

BOTH_TWINS("two pages of one name stop the build and leave the site as it was") {
  for (const bool is_first : {true, false}) {
    Site<TestType> site;
    if (!is_first) site.publish(first);
    const Files before = site.all();
    CHECK(site.publish({{"es/New.html", "1"}, {"es/new.html", "2"}, {"a", "3"}, {"a/b", "4"}}).problems ==
          "'es/New.html' and 'es/new.html' would be the same file on some computers\n"
          "'a' would be a file and 'a/b' a file inside it\n");
    CHECK(site.all() == before);
    auto opened = site.open();
    REQUIRE(opened.value().publisher->put("x", "1").ok());
    REQUIRE(opened.value().publisher->put("x", "2").ok());
    REQUIRE(opened.value().publisher->put(".gaceta-manifest", "2").ok());
    CHECK(messages(opened.value().publisher->commit().value().problems) ==
          "'x' would be written twice\nthe name '.gaceta-manifest' is one that Gaceta keeps for itself\n");
    CHECK(site.all() == before);
  }
}

BOTH_TWINS("what is not committed leaves no trace") {
  for (const bool is_first : {true, false}) {
    Site<TestType> site;
    if (!is_first) site.publish(first);
    const Files before = site.all();
    {
      auto opened = site.open();
      REQUIRE(opened.value().publisher->put("index.html", "never seen").ok());
      REQUIRE(opened.value().publisher->put("es/new.html", "never seen").ok());
      CHECK(site.all() != before);
      if (is_first) opened.value().publisher->abandon();
    }
    CHECK(site.all() == before);
  }
}

BOTH_TWINS("two builds do not write to one output at the same time") {
  for (const bool is_first : {true, false}) {
    Site<TestType> site;
    if (!is_first) site.publish(first);
    auto opened = site.open();
    REQUIRE(opened.value().publisher->put("index.html", "by the first").ok());
    CHECK(site.publish(first).problems == "another process is publishing to 'site'\n");
    Destination destination = site.destination();
    CHECK(recover(destination).ok());
    REQUIRE(opened.value().publisher->commit().ok());
    CHECK(site.output() == Files{{"index.html", "by the first"}});
    CHECK(site.publish(first).problems == "");
  }
}

BOTH_TWINS("what a build that died left behind is gone after the next, or after recover") {
  for (const bool by_recover : {true, false}) {
    Site<TestType> site;
    site.publish(first);
    REQUIRE(site.root->write("site/.gaceta-staging/files/index.html", "half").ok());
    REQUIRE(site.root->write("site/.gaceta-staging/journal", "move index.html\nend 00").ok());
    REQUIRE(site.root->write(".site.gaceta-staging/index.html", "half").ok());
    Destination destination = site.destination();
    if (by_recover) {
      CHECK(recover(destination).ok());
    } else {
      CHECK_FALSE(site.publish(first).changed);
    }
    CHECK(site.output() == first);
  }
}

BOTH_TWINS("a first site that died is begun anew") {
  Site<TestType> site;
  REQUIRE(site.root->write(".site.gaceta-staging/es/a/index.html", "half").ok());
  REQUIRE(site.root->write(".site.gaceta-staging/other", "half").ok());
  CHECK(site.publish(first).error == "");
  CHECK(site.output() == first);
}

BOTH_TWINS("the site is the same whichever thread puts which page") {
  Files many;
  for (int i = 0; i < 400; ++i) many["es/" + std::to_string(i % 20) + "/" + std::to_string(i)] = std::to_string(i * i);
  Site<TestType> site;
  for (const char* round : {"new", "changed"}) {
    auto opened = site.open();
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&, t] {
        int i = 0;
        for (const auto& [path, bytes] : many) {
          if (i++ % 4 == t && !opened.value().publisher->put(path, bytes + round)) std::abort();
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    REQUIRE(opened.value().publisher->commit().ok());
    Files expected;
    for (const auto& [path, bytes] : many) expected[path] = bytes + round;
    CHECK(site.output() == expected);
    CHECK(site.root->read("site/.gaceta-manifest").value() == manifest_of(expected));
  }
}

BOTH_TWINS("whether the output is as the last build left it can be told by a look") {
  Site<TestType> site;
  const auto is_intact = [&] {
    Destination destination = site.destination();
    return is_as_published(destination, *site.root->open("state").value());
  };
  CHECK_FALSE(is_intact());
  site.publish(first);
  CHECK(is_intact());
  REQUIRE(site.root->write("site/foreign", "mine").ok());
  CHECK(is_intact());
  SECTION("a changed page") {
    REQUIRE(site.root->write("site/index.html", "HOME").ok());
  }
  SECTION("a missing page") {
    REQUIRE(site.root->remove("site/index.html").ok());
  }
  SECTION("an unfinished step") {
    REQUIRE(site.root->write("site/.gaceta-staging/journal", "").ok());
  }
  SECTION("no manifest") {
    REQUIRE(site.root->remove("site/.gaceta-manifest").ok());
  }
  SECTION("no record") {
    REQUIRE(site.root->remove("state/published").ok());
  }
  CHECK_FALSE(is_intact());
}

TEST_CASE("an error of the machine names the file below the output as the user wrote it") {
  Site<Memory> site;
  site.twin.disk->on_operation([](filesystem::Operation operation, std::string_view path) {
    return operation == filesystem::Operation::create && path.find("b/index") != std::string_view::npos
               ? std::optional(filesystem::Fault{
                     {filesystem::Error::Kind::no_space, "es/b/index.html", "No space left on device"}, 2})
               : std::nullopt;
  });
  CHECK(site.publish(first).error == "site/es/b/index.html: No space left on device");
  site.twin.disk->on_operation({});
  CHECK(site.all().empty());
}

TEST_CASE("links in the output are never followed for writing") {
  namespace fs = std::filesystem;
  Site<Disk> site;
  TemporaryFolder outside;
  std::ofstream(outside / "page") << "precious";
  site.publish(first);
  SECTION("a link in the place of a page is replaced, what it leads to stays") {
    fs::remove(site.twin.place / "site/index.html");
    fs::create_symlink(outside / "page", site.twin.place / "site/index.html");
    CHECK(site.publish(first).problems == "");
    CHECK(site.output() == first);
    CHECK_FALSE(fs::is_symlink(site.twin.place / "site/index.html"));
  }
  SECTION("a link in the place of a folder stops the build") {
    fs::create_directory_symlink(outside.path(), site.twin.place / "site/en");
    CHECK(site.publish(with(first, {{"en/page", "x"}})).problems ==
          "'en/page' cannot be published because Gaceta did not write 'en', which is in its place\n");
  }
  SECTION("an old page behind a link stays") {
    fs::remove_all(site.twin.place / "site/es");
    fs::create_directories(outside / "b");
    std::ofstream(outside / "b/index.html") << first.at("es/b/index.html");
    fs::create_directory_symlink(outside.path(), site.twin.place / "site/es");
    CHECK(site.publish({{"index.html", "home"}}).error == "");
    CHECK(fs::exists(outside / "b/index.html"));
  }
  std::ifstream in(outside / "page");
  CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == "precious");
}

TEST_CASE("the paths that a user types: missing folders above, a trailing slash, a link to the output") {
  namespace fs = std::filesystem;
  TemporaryFolder place;
  const std::string state = place / "root/.gaceta";
  const auto publish = [&](const std::string& output) {
    auto opened = Publisher::open(output, state);
    REQUIRE(opened.ok());
    REQUIRE(opened.value().publisher != nullptr);
    REQUIRE(opened.value().publisher->put("index.html", "home").ok());
    auto published = opened.value().publisher->commit();
    REQUIRE(published.ok());
    return published.value().changed;
  };
  CHECK(recover(place / "a/b/site").ok());
  CHECK_FALSE(fs::exists(place / "a"));
  CHECK(publish(place / "a/b/site/"));
  CHECK(fs::exists(place / "a/b/site/index.html"));
  CHECK(fs::exists(place / "root/.gaceta/published"));
  fs::create_directory_symlink(place / "a/b/site", place / "link");
  CHECK_FALSE(publish(place / "link"));
  CHECK(fs::is_symlink(place / "link"));
  CHECK(is_as_published(place / "link", state));
  CHECK_FALSE(Publisher::open("/", state).ok());
  std::ofstream(place / "file") << "x";
  CHECK_FALSE(Publisher::open(place / "file/site", state).ok());
}
