// Rows packed into bytes come out as they went in.
#include "model/packed_list.hpp"

#include <iterator>
#include <limits>
#include <vector>

#include "catch.hpp"
#include "model/outline.hpp"

using namespace gaceta;
using namespace gaceta::model;

TEST_CASE("numbers and texts of every length come back in their order") {
  const std::uint64_t numbers[] = {0, 1, 127, 128, 16383, 16384, std::numeric_limits<std::uint64_t>::max()};
  const std::string texts[] = {"", "p-1", std::string(127, 'x'), std::string(128, 'y'), std::string("a\0b", 3)};
  std::string bytes;
  Packer packer(bytes);
  for (const std::uint64_t number : numbers) packer.number(number);
  for (const std::string& text : texts) packer.text(text);
  Unpacker unpacker(bytes.data());
  for (const std::uint64_t number : numbers) CHECK(unpacker.number() == number);
  for (const std::string& text : texts) CHECK(unpacker.text() == text);
  CHECK(unpacker.at() == bytes.data() + bytes.size());
}

TEST_CASE("a packed list is empty, grows, is copied and compared like a list") {
  PackedList<Heading> list;
  CHECK(list.empty());
  CHECK(list.size() == 0);
  CHECK((list.begin() == list.end()));
  list.push_back({2, "s-1", "I", "Antecedentes"});
  const PackedList<Heading> first = list;
  list.push_back({3, "s-1-1", "", std::string(300, 'z')});
  CHECK_FALSE(list.empty());
  CHECK(list.size() == 2);
  CHECK(first.size() == 1);
  CHECK_FALSE((first == list));
  CHECK(list[0].level == 2);
  CHECK(list[0].number == "I");
  CHECK(list[0].text == "Antecedentes");
  CHECK(list[1].anchor == "s-1-1");
  CHECK(list[1].number.empty());
  CHECK(list[1].text.size() == 300);
  CHECK((PackedList<Heading>(list.bytes()) == list));
  CHECK(PackedList<Heading>(first.bytes()).size() == 1);
  CHECK(PackedList<Heading>("").empty());
  CHECK(sizeof list == sizeof(void*));
}

TEST_CASE("the lists of an outline keep every field") {
  PackedList<Reference> references;
  references.push_back({"usmca#25.5", {12, 34, 10}, "p-7", {std::uint64_t{1} << 40, 160}, "content/a/b/t.yaml"});
  const Reference reference = references[0];
  CHECK(reference.target == "usmca#25.5");
  CHECK((reference.span == Span{12, 34, 10}));
  CHECK(reference.from == "p-7");
  CHECK(reference.context.offset == std::uint64_t{1} << 40);
  CHECK(reference.context.size == 160);
  CHECK(reference.path == "content/a/b/t.yaml");
  PackedList<FactUse> facts;
  facts.push_back({"envios", "p-3"});
  CHECK(facts[0].name == "envios");
  CHECK(facts[0].from == "p-3");
  PackedList<FileUse> files;
  files.push_back({"mapa.png", {1, 2, 3}});
  CHECK(files[0].name == "mapa.png");
  CHECK((files[0].span == Span{1, 2, 3}));
}

TEST_CASE("a long list keeps its rows while it grows, and so do its copies") {
  PackedList<Heading> list;
  PackedList<Heading> copy;
  for (int i = 0; i < 5'000; ++i) {
    if (i == 700) copy = list;  // beyond what is kept exactly
    list.push_back({2, "s-" + std::to_string(i), "", "Sección"});
  }
  copy.push_back({3, "otra", "", ""});
  REQUIRE(list.size() == 5'000);
  REQUIRE(copy.size() == 701);
  int i = 0;
  for (const Heading& heading : list) REQUIRE(heading.anchor == "s-" + std::to_string(i++));
  CHECK(copy[699].anchor == "s-699");
  CHECK(copy[700].anchor == "otra");
  CHECK((PackedList<Heading>(list.bytes()) == list));
}
