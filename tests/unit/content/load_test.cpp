// Sources in, bulletins out: what is left out, what vanishes, and that the threads do not matter.
#include "tiny_site.hpp"

using namespace gaceta;
using namespace gaceta::content::testing;

namespace {

std::vector<std::string> ids(const Read& read) {
  std::vector<std::string> ids;
  REQUIRE(read.site);
  for (const model::Bulletin& bulletin : read.site->bulletins) ids.push_back(bulletin.id.text);
  return ids;
}

const Files kThree{{"content/a/uno/bulletin.yaml", "date: 2021-01-01\n"},
                   {"content/a/uno/es.md", article("Uno", "Texto.\n")},
                   {"content/a/dos/bulletin.yaml", "date: 2021-06-15\nstatus: draft\n"},
                   {"content/a/dos/es.md", article("Dos", "Texto.\n")},
                   {"content/b/tres/bulletin.yaml", "date: 2022-01-01\n"},
                   {"content/b/tres/es.md", article("Tres", "Texto.\n")}};

model::Date day(std::string_view text) {
  return model::parse_date(text).value();
}

}  // namespace

TEST_CASE("drafts stay out unless they are asked for") {
  CHECK(ids(read(kThree)) == std::vector<std::string>{"a/uno", "b/tres"});
  content::Options options;
  options.drafts = content::Drafts::include;
  CHECK(ids(read(kThree, options)) == std::vector<std::string>{"a/dos", "a/uno", "b/tres"});
}

TEST_CASE("what is dated after the build stays out, the day itself is in") {
  content::Options options;
  options.date = day("2021-12-31");
  CHECK(ids(read(kThree, options)) == std::vector<std::string>{"a/uno"});
  options.date = day("2022-01-01");
  CHECK(ids(read(kThree, options)) == std::vector<std::string>{"a/uno", "b/tres"});
}

TEST_CASE("a month counts from its first day") {
  content::Options options;
  options.date = day("2022-03-01");
  Files files{{"content/a/uno/bulletin.yaml", "date: 2022-03\n"}, {"content/a/uno/es.md", article("Uno", "x\n")}};
  CHECK(ids(read(files, options)).size() == 1);
  options.date = day("2022-02-28");
  CHECK(ids(read(files, options)).empty());
}

TEST_CASE("what is withheld is remembered with its reason") {
  content::Options options;
  options.date = day("2021-12-31");
  Files files = kThree;
  files["content/b/roto/bulletin.yaml"] = "date: [\n";
  const Read result = read(files, options);
  REQUIRE(result.site);
  REQUIRE(result.site->withheld.size() == 3);
  using Reason = content::Withheld::Reason;
  CHECK(result.site->withheld[0].reason == Reason::draft);
  CHECK(result.site->withheld[1].reason == Reason::broken);
  CHECK(result.site->withheld[1].id.text == "b/roto");
  CHECK(result.site->withheld[2].reason == Reason::future);
}

TEST_CASE("a file that vanishes while it is read is reported at its name, and the rest is read") {
  filesystem::MemoryFolder folder;
  Files files = tiny_site();
  files.insert(kThree.begin(), kThree.end());
  write_all(folder, files);
  folder.vanish_when_read("content/a/uno/es.md");
  const Read result = read(folder);
  CHECK(result.said.starts_with("content/a/uno/es.md: error: the file cannot be read: "));
  CHECK(ids(result) == std::vector<std::string>{"b/tres"});
}

TEST_CASE("a bulletin without a usable date is read on, so that its other mistakes are found") {
  const Read result = read(
      {{"content/a/uno/bulletin.yaml", "date: 2021-13-01\n"}, {"content/a/uno/es.md", article("Uno", "{num}`x`\n")}});
  CHECK(result.said.find("[impossible-date]") != std::string::npos);
  CHECK(result.said.find("content/a/uno/es.md:5:7: error: 'x' is not a number [bad-number]") != std::string::npos);
}

TEST_CASE("the result does not depend on the number of workers") {
  Files files;
  for (int i = 0; i < 40; ++i) {
    const std::string folder = "content/a/n" + std::to_string(i);
    files[folder + "/bulletin.yaml"] = i % 3 == 0 ? "date: 2021-02-30\n" : "date: 2021-02-01\n";
    files[folder + "/es.md"] = article("N" + std::to_string(i), "{num}`" + std::string(i % 2, 'x') + "1`\n");
  }
  content::Options options;
  options.workers = 1;
  const Read one = read(files, options);
  options.workers = 4;
  const Read four = read(files, options);
  CHECK(one.said == four.said);
  CHECK(one.said.size() > 100);
  CHECK(ids(one) == ids(four));
}
