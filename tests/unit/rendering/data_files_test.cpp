#include "rendering/data_files.hpp"

#include <map>
#include <nlohmann/json.hpp>

#include "edition.hpp"
#include "rendering/citation_files.hpp"
#include "rendering/frame.hpp"

using namespace gaceta;
using namespace gaceta::rendering;
using namespace gaceta::rendering::testing;

namespace {

catalog::Catalog many() {
  Files files;
  for (int i = 0; i < 400; ++i) {
    const std::string to = "b" + std::to_string((i + 1) % 400);
    add_bulletin(files, "b" + std::to_string(i), "date: 2020-01");
    for (const char* language : {"es", "en"}) {
      files["content/a/b" + std::to_string(i) + "/" + language + ".md"] += "\nV. [x](ref:a/" + to + ").\n";
    }
  }
  return edition(files);
}

struct Made {
  std::string bytes;
  std::size_t longest_piece = 0;
};

Made made(const StreamedFile& file) {
  Made made;
  file.pieces([&](std::string_view piece) {
    made.bytes += piece;
    made.longest_piece = std::max(made.longest_piece, piece.size());
  });
  return made;
}

std::vector<std::string> urls(const std::string& sitemap) {
  std::vector<std::string> found;
  for (std::size_t at = sitemap.find("<url>"); at != std::string::npos; at = sitemap.find("<url>", at + 1)) {
    found.push_back(sitemap.substr(at, sitemap.find("</url>", at) - at));
  }
  return found;
}

}  // namespace

TEST_CASE("a sitemap in parts has the entries of the whole one, in order, with no part too long") {
  const catalog::Catalog catalog = many();
  const IndexPlan plan = plan_index(catalog);
  const std::vector<StreamedFile> one = sitemaps(catalog, plan);
  REQUIRE(one.size() == 1);
  CHECK(one[0].path == "sitemap.xml");
  const std::vector<std::string> all = urls(made(one[0]).bytes);
  CHECK(all.size() > 800);

  const std::size_t in_each = 7;  // no multiple of the languages: a page lies in two parts
  const std::vector<StreamedFile> parts = sitemaps(catalog, plan, in_each);
  std::vector<std::string> of_parts;
  const std::string index = made(parts.back()).bytes;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    CHECK(parts[i].path == "sitemap-" + std::to_string(i + 1) + ".xml");
    CHECK(index.find("/" + parts[i].path + "</loc>") != std::string::npos);
    const std::string part = made(parts[i]).bytes;
    CHECK(part.ends_with("</urlset>\n"));
    const std::vector<std::string> some = urls(part);
    CHECK(some.size() == (i + 2 < parts.size() ? in_each : all.size() - i * in_each));
    of_parts.insert(of_parts.end(), some.begin(), some.end());
  }
  CHECK(parts.back().path == "sitemap.xml");
  CHECK(of_parts == all);
}

TEST_CASE("exactly as many addresses as a sitemap takes make no parts") {
  const catalog::Catalog catalog = many();
  const IndexPlan plan = plan_index(catalog);
  const std::size_t count = urls(made(sitemaps(catalog, plan)[0]).bytes).size();
  CHECK(sitemaps(catalog, plan, count).size() == 1);
  CHECK(sitemaps(catalog, plan, count - 1).size() == 3);
}

TEST_CASE("data files come in small pieces, the same each time, and are whole JSON") {
  const catalog::Catalog catalog = many();
  const StreamedFile file = references_json(catalog);
  const Made first = made(file);
  CHECK(first.bytes.size() > filesystem::PieceBuffer::kPiece + 1'000);
  CHECK(first.longest_piece < filesystem::PieceBuffer::kPiece + 1'000);
  CHECK(made(file).bytes == first.bytes);
  CHECK(nlohmann::json::parse(first.bytes).size() == 800);
  CHECK(made(facts_json(catalog)).bytes == "[]\n");
}

TEST_CASE("the citations of a list are those of its bulletins, one after the other") {
  const catalog::Catalog catalog = many();
  const localization::Locale spanish = locale(catalog, kSpanish);
  const Host host = host_for(catalog, kSpanish, spanish, "es/");
  const std::vector<StreamedFile> of_all = citation_files(host, "es/", catalog.newest_first());
  REQUIRE(of_all.size() == 3);
  std::map<std::string, std::string> expected;
  for (const catalog::BulletinIndex index : catalog.newest_first()) {
    for (const OutputFile& file : citation_files(host, "es/", index)) {
      if (file.path != "es/cite.json") expected[file.path] += file.bytes;
    }
  }
  CHECK(made(of_all[0]).bytes == expected["es/cite.bib"]);
  CHECK(nlohmann::json::parse(made(of_all[1]).bytes).size() == catalog.newest_first().size());
  CHECK(made(of_all[2]).bytes == expected["es/cite.ris"]);
  CHECK(citation_files(host, "es/", std::vector<catalog::BulletinIndex>()).empty());
}
