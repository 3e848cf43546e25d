// Inventories of other sites: what can be read, what is found in them, and what is refused.
#include <functional>
#include <random>

#include "catch.hpp"
#include "compression/zlib_stream.hpp"
#include "inventory/read.hpp"
#include "inventory/write.hpp"

using namespace gaceta;
using namespace gaceta::inventory;

namespace {

const std::string kHead = "# Sphinx inventory version 2\n# Project: X\n# Version: 1\n# Packed with zlib.\n";

std::string packed(std::string_view lines) {
  std::string bytes = kHead;
  const compression::Sink sink = [&](std::string_view piece) { bytes += piece; };
  compression::ZlibStream stream(sink);
  stream.add(lines);
  stream.finish();
  return bytes;
}

std::string written(std::string_view project, const std::vector<SphinxLine>& lines) {
  std::string bytes;
  const compression::Sink sink = [&](std::string_view piece) { bytes += piece; };
  SphinxWriter writer(project, sink);
  for (const SphinxLine& line : lines) writer.add(line);
  writer.finish();
  return bytes;
}

Inventory whole(std::string_view bytes, std::string language = "en") {
  const auto result = read({bytes, "x.inv", "https://x.example/en/", std::move(language)});
  REQUIRE(std::holds_alternative<Inventory>(result));
  return std::get<Inventory>(result);
}

/// The rule and its arguments, with spaces between.
std::string refusal(std::string_view bytes, std::string base_url = "https://x.example/en/") {
  const auto result = read({bytes, "x.inv", std::move(base_url), ""});
  if (std::holds_alternative<Inventory>(result)) return "";
  std::string out(std::get<Refusal>(result).rule);
  for (const std::string& argument : std::get<Refusal>(result).arguments) out += " " + argument;
  return out;
}

std::string json(std::string_view items, std::string_view base = "https://g.example/") {
  return R"({"format": "gaceta-inventory", "version": 1, "base_url": ")" + std::string(base) + R"(", "items": [)" +
         std::string(items) + "]}";
}

}  // namespace

TEST_CASE("lines of Sphinx are read as Sphinx reads them") {
  const Inventory inventory =
      whole(packed("open py:function 1 library/functions.html#$ -\n"
                   "a name with 3 spaces std:label -1 page.html#x The title of it\n"
                   "open std:label 1 o.html Label\n"
                   "\n"
                   "no-title std:doc 1 d/ -\n"));
  REQUIRE(inventory.items.size() == 4);
  const auto url = [&](std::string_view name) {
    const auto found = find(inventory, name);
    return found ? inventory.items[found->item].editions[0].url : "";
  };
  CHECK(url("a name with 3 spaces") == "https://x.example/en/page.html#x");
  CHECK(url("open") == "https://x.example/en/o.html");
  CHECK(url("py:function:open") == "https://x.example/en/library/functions.html#open");
  CHECK(url("no-title") == "https://x.example/en/d/");
  CHECK(url("opne").empty());
  CHECK(nearest(inventory, "opne") == "open");
}

TEST_CASE("what is written is read") {
  const std::string bytes =
      written("Two\nlines", {{"b#p-1", "std:label", "b/#p-1", "B,\tpara.\u00a01"}, {"a", "std:doc", "a/", ""}});
  CHECK(
      bytes.starts_with("# Sphinx inventory version 2\n# Project: Two lines\n# Version: 1\n"
                        "# The remainder of this file is compressed using zlib.\n"));
  const Inventory inventory = whole(bytes);
  REQUIRE(inventory.items.size() == 2);
  CHECK((inventory.items[0] == Item{"a", "std:doc", {{"en", "https://x.example/en/a/", "a"}}, {}}));
  CHECK((inventory.items[1] ==
         Item{"b#p-1", "std:label", {{"en", "https://x.example/en/b/#p-1", "B, para.\u00a01"}}, {}}));
}

TEST_CASE("an inventory without anything, and one of many pieces, are read") {
  CHECK(whole(written("X", {})).items.empty());
  std::vector<std::string> names;
  for (int i = 20'000; i > 0; --i) names.push_back("n-" + std::to_string(i * 7919 % 20'011));
  std::vector<SphinxLine> lines;
  for (const std::string& name : names) lines.push_back({name, "std:label", name, name});
  const Inventory inventory = whole(written("X", lines));
  REQUIRE(inventory.items.size() == names.size());
  for (const std::string& name : names) {
    const auto found = find(inventory, name);
    REQUIRE(found);
    REQUIRE(inventory.items[found->item].editions[0].url == "https://x.example/en/" + name);
  }
}

TEST_CASE("Gaceta's own inventory has an edition per language and places with their numbers") {
  const Inventory inventory = whole(
      json(
          R"({"id": "a/b", "kind": "bulletin", "address": {"es": "es/a/b/", "en": "en/a/b/"}, "title": {"es": "Uno", "en": "One"},
          "places": [{"id": "p-1", "kind": "paragraph", "number": "1"}, {"id": "s-1", "kind": "section", "number": "1",
          "title": {"es": "Antes", "en": "Before"}}]})"),
      "");
  CHECK(inventory.items[0].editions[0].url == "https://x.example/en/en/a/b/");
  CHECK(inventory.items[0].editions[1].title == "Uno");
  const auto found = find(inventory, "a/b#s-1");
  REQUIRE(found);
  CHECK(inventory.items[0].places[*found->place].titles == std::vector<std::string>{"Before", "Antes"});
  CHECK_FALSE(find(inventory, "a/b#p-2"));
  CHECK(nearest(inventory, "a/b#s-2") == "a/b#s-1");
}

TEST_CASE("several languages of one thing are one item") {
  const Inventory all =
      merged({whole(packed("a std:doc 1 a/ A\n"), "es"), whole(packed("a std:doc 1 a/ B\nb std:doc 1 b/ -\n"))});
  REQUIRE(all.items.size() == 2);
  CHECK(all.items[0].editions.size() == 2);
}

TEST_CASE("hostile and damaged inventories are refused") {
  CHECK(refusal("") == "bad-inventory x.inv");
  CHECK(refusal("<html>") == "bad-inventory x.inv");
  CHECK(refusal("# Sphinx inventory version 1\n") == "inventory-version x.inv 1 2");
  CHECK(refusal("# Sphinx inventory version 2\nnothing\n") == "bad-inventory x.inv");
  CHECK(refusal(kHead + "plain text") == "damaged-inventory x.inv");
  CHECK(refusal(packed("a std:doc 1 a/ A\n"), "") == "inventory-without-address x.inv");
  CHECK(refusal(packed("a\n")) == "bad-inventory-line x.inv 1");
  CHECK(refusal(packed("a std:doc 1 a/ \xff\n")) == "damaged-inventory x.inv");
  CHECK(refusal("{") == "bad-inventory x.inv");
  CHECK(refusal("{}") == "bad-inventory x.inv");
  CHECK(refusal(R"({"format": "gaceta-inventory", "version": 2, "items": []})") == "inventory-version x.inv 2 1");
  CHECK(refusal(json("7")) == "bad-inventory x.inv");
  CHECK(refusal(json(R"({"id": "a", "kind": "page", "address": {}})")) == "bad-inventory x.inv");
  CHECK(refusal(json(R"({"id": "a", "kind": "page", "address": {"e\"s": "a"}})")) == "bad-inventory x.inv");
  CHECK(refusal(json("", "javascript:x"), "") == "bad-inventory x.inv");
  CHECK(refusal(json("", "https://a b/"), "") == "bad-inventory x.inv");
  CHECK(refusal(std::string(100'000, '[')) == "bad-inventory x.inv");
  CHECK(refusal(json(std::string(1'000'000, '['))) == "bad-inventory x.inv");
  for (const char* address :
       {"javascript:alert(1)", "//evil.example/", "/a", "../a", "a/../../b", "a\x01", "https://e.example/"}) {
    INFO(address);
    CHECK(refusal(packed("a std:doc 1 " + std::string(address) + " A\n")) ==
          "unsafe-inventory-address x.inv a " + std::string(address));
    CHECK_FALSE(address_below("https://x.example/", address));
  }
  CHECK(address_below("https://x.example", "a/b?c=d:e#f/../g:h") == "https://x.example/a/b?c=d:e#f/../g:h");
}

TEST_CASE("a small file that would unpack to gigabytes is refused before it does") {
  const std::string bomb = packed(std::string(kMostBytes + 1, 'a'));
  CHECK(bomb.size() < 400'000);
  CHECK(refusal(bomb) == "inventory-too-large x.inv 64");
}

TEST_CASE("an inventory that is cut off or changed anywhere is refused or harmless") {
  std::string lines;
  for (int i = 0; i < 200; ++i)
    lines += "name-" + std::to_string(i * 7919) + " std:doc 1 a/" + std::to_string(i) + "/ T\n";
  const std::string good = packed(lines);
  for (std::size_t size = 0; size < good.size(); ++size) CHECK(refusal(good.substr(0, size)) != "");
  CHECK(refusal(good + "x") == "damaged-inventory x.inv");
  std::mt19937 random(4);
  for (int i = 0; i < 2000; ++i) {
    std::string changed = good;
    changed[random() % changed.size()] = static_cast<char>(random());
    const auto result = read({changed, "x.inv", "https://x.example/", ""});
    if (const auto* inventory = std::get_if<Inventory>(&result)) {
      for (const Item& item : inventory->items) REQUIRE(item.editions[0].url.starts_with("https://x.example/"));
    }
  }
}
