#include "publishing/journal.hpp"

#include "catch.hpp"
#include "filesystem/memory_folder.hpp"

using namespace gaceta::publishing;
using namespace gaceta::filesystem;

namespace {

const Journal sample{{Step::Kind::remove, "es/old.html"}, {Step::Kind::move, "es/new folder"}};

}  // namespace

TEST_CASE("a journal is read as it was written") {
  const std::string text = as_text(sample);
  CHECK(text.substr(0, text.find("end ")) == "remove es/old.html\nmove es/new folder\n");
  CHECK(parse_journal(text) == sample);
  CHECK(parse_journal(as_text({})) == Journal{});
}

TEST_CASE("a journal that was cut off at any byte, or changed, is none") {
  const std::string text = as_text(sample);
  for (std::size_t size = 0; size < text.size(); ++size) {
    INFO(size);
    CHECK_FALSE(parse_journal(text.substr(0, size)).has_value());
  }
  std::string changed = text;
  changed[10] = 'X';
  CHECK_FALSE(parse_journal(changed).has_value());
  CHECK_FALSE(parse_journal(text + "x").has_value());
  CHECK_FALSE(parse_journal(as_text({{Step::Kind::move, "../out"}})).has_value());
}

TEST_CASE("folders that become empty go with their last page, others stay") {
  MemoryFolder output;
  REQUIRE(output.write("es/a/b/page", "1").ok());
  REQUIRE(output.write("es/other", "1").ok());
  REQUIRE(follow({{Step::Kind::remove, "es/a/b/page"}}, output).ok());
  CHECK(output.stat("es/a").error().kind == Error::Kind::not_found);
  CHECK(output.stat("es/other").ok());
}

TEST_CASE("a file that should be staged and is not is an error when nobody died") {
  MemoryFolder output;
  CHECK_FALSE(follow({{Step::Kind::move, "page"}}, output).ok());
}

TEST_CASE("a journal is completed from any point that it was followed to") {
  // A file becomes a folder, a folder a file, and a page changes the case of its name.
  const Journal journal{{Step::Kind::remove, "x"},       {Step::Kind::remove, "y/index"}, {Step::Kind::remove, "Z"},
                        {Step::Kind::move, "x"},         {Step::Kind::move, "y"},         {Step::Kind::move, "z"},
                        {Step::Kind::remove, "old/page"}};
  const auto staged = [](const std::string& path) { return ".gaceta-staging/files/" + path; };
  for (std::size_t died_at = 0; died_at <= journal.size(); ++died_at) {
    INFO(died_at);
    MemoryFolder output;
    for (const char* path : {"x", "y/index", "Z", "old/page"}) REQUIRE(output.write(path, "old").ok());
    for (const char* path : {"x/index", "y", "z"}) REQUIRE(output.write(staged(path), "new").ok());
    const auto middle = journal.begin() + static_cast<std::ptrdiff_t>(died_at);
    REQUIRE(follow(Journal(journal.begin(), middle), output).ok());
    REQUIRE(resume(journal, output).ok());
    REQUIRE(clear_staging(output).ok());
    std::string all;
    for (const Entry& entry : output.tree().value()) {
      if (entry.type == Entry::Type::file) all += entry.path + "=" + output.read(entry.path).value() + " ";
    }
    CHECK(all == "x/index=new y=new z=new ");
    CHECK(resume(journal, output).ok());
  }
}

TEST_CASE("a folder that somebody made meanwhile takes in what is staged") {
  MemoryFolder output;
  REQUIRE(output.write(".gaceta-staging/files/es/a/page", "new").ok());
  REQUIRE(output.write("es/foreign", "1").ok());
  REQUIRE(follow({{Step::Kind::move, "es"}}, output).ok());
  CHECK(output.read("es/a/page").value() == "new");
  CHECK(output.read("es/foreign").value() == "1");
}

TEST_CASE("the journal goes before what is staged") {
  MemoryFolder output;
  REQUIRE(output.write(".gaceta-staging/files/page", "new").ok());
  REQUIRE(output.write(".gaceta-staging/journal", "x").ok());
  output.fail_change(2);
  CHECK_FALSE(clear_staging(output).ok());
  CHECK(output.stat(".gaceta-staging/journal").error().kind == Error::Kind::not_found);
  CHECK(output.stat(".gaceta-staging/files/page").ok());
}
