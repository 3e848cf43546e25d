#include "rendering/inventory_files.hpp"

#include <set>

#include "compression/compress.hpp"
#include "edition.hpp"
#include "rendering/frame.hpp"

using namespace gaceta;
using namespace gaceta::rendering;
using namespace gaceta::rendering::testing;

namespace {

catalog::Catalog small() {
  Files files;
  add_bulletin(files, "dos", "date: 2021\nsymbol: D-2\nevents:\n  - {id: foro, date: 2021-05, title: Foro}\n", "Dos");
  add_bulletin(files, "uno", "date: 2020\n", "Uno");
  files["content/a/dos/es.md"] += "\n## Antes\n\nMás.\n";
  files["content/a/dos/en.md"] += "\n## Before\n\nMore.\n";
  for (const char* language : {"es", "en"}) {
    files["content/pages/about/" + std::string(language) + ".md"] = article("Sobre", "Esto.\n");
  }
  return edition(files);
}

/// The unpacked lines.
std::vector<std::string> lines(const catalog::Catalog& catalog, model::Language language) {
  const localization::Locale words = locale(catalog, language);
  const Host host = host_for(catalog, language, words, catalog.home_address(language));
  std::string bytes;
  sphinx_inventory(host).pieces([&](std::string_view piece) { bytes += piece; });
  std::size_t start = 0;
  for (int i = 0; i < 4; ++i) start = bytes.find('\n', start) + 1;
  const std::string text = compression::unzlib(std::string_view(bytes).substr(start), std::size_t{1} << 20).bytes;
  std::vector<std::string> lines;
  for (start = 0; start < text.size(); start = text.find('\n', start) + 1) {
    lines.push_back(text.substr(start, text.find('\n', start) - start));
  }
  return lines;
}

}  // namespace

TEST_CASE("objects.inv names bulletins with their places, then pages, events and documents") {
  CHECK(lines(small(), kSpanish) == std::vector<std::string>{
                                        "a/dos std:doc 1 a/dos/ Dos",
                                        "a/dos#p-1 std:label 1 a/dos/#p-1 D-2, párr.\u00a01",
                                        "a/dos#p-2 std:label 1 a/dos/#p-2 D-2, párr.\u00a02",
                                        "a/dos#s-1 std:label 1 a/dos/#s-1 D-2, sección 1",
                                        "a/uno std:doc 1 a/uno/ Uno",
                                        "a/uno#p-1 std:label 1 a/uno/#p-1 Uno, párr.\u00a01",
                                        "pages/about std:doc 1 sobre/ Sobre",
                                        "event:foro std:label 1 a/dos/#event-foro Foro",
                                        "tlc std:label 1 documentos/#doc-tlc T",
                                    });
}

TEST_CASE("no name stands twice in objects.inv") {
  Files files;
  for (int i = 0; i < 40; ++i) add_bulletin(files, "b" + std::to_string(i), "date: 2020-01", "El mismo");
  const catalog::Catalog catalog = edition(files);
  for (const model::Language language : {kSpanish, kEnglish}) {
    std::set<std::string> names;
    const std::vector<std::string> all = lines(catalog, language);
    for (const std::string& line : all) names.insert(line.substr(0, line.find(" 1 ")));
    CHECK(names.size() == all.size());
    CHECK(all.size() >= 80);
  }
}
