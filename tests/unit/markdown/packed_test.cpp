#include "markdown/packed.hpp"

#include <random>
#include <string>

#include "catch.hpp"
#include "outline.hpp"

using namespace gaceta::markdown;

namespace {

constexpr std::string_view kPieces[] = {
    "## Sección {num}`3`\n\n",
    "Texto *con* **marcas** ~~y~~ `código` <ref:tmec/2021#p-3> y [otra](ref:x \"título\"), nota[^a].\n\n",
    "{#medidas unnumbered number=\"12 bis\"}\nPárrafo con {fact}`pymes-share %` y {date lang=es}`2021-07-14`.\n\n",
    "3) tres\n4) cuatro\n   - dentro\n\n     párrafo\n\n",
    "- [a](b.html)\n- ![foto](x.png \"t\")\n\n",
    "> cita\n> > más adentro\n\n",
    "| a | b | c |\n|:-|:-:|-:|\n| 1 | *2* | {num}`3` |\n| x |\n\n",
    "```{quote} quien\n:source: *allá*\n:date: 2020\n\nDentro, **con** marcas y <ref:y>.\n```\n\n",
    "```{table} datos.csv\n:formats: num, date\n```\n\n",
    "```cpp x\nint a;\n\n```\n\n",
    "---\n\n",
    "[^a]: La nota, con <https://example.org/a?b=c>.\n\n",
    "Salto  \nde línea\ny suave, ñandú ½ – «comillas».\n\n",
};

Document again(const Document& document) {
  std::string bytes = "antes";
  pack(document, bytes);
  bytes += "después";
  std::string_view rest(bytes);
  rest.remove_prefix(5);
  Document unpacked = unpack(rest);
  CHECK(rest == "después");
  return unpacked;
}

bool same(const Located& a, const Located& b) {
  return a.text == b.text;
}

/// Everything but positions.
void check_equal(const Document& a, const Document& b) {
  REQUIRE(a.nodes().size() == b.nodes().size());
  for (Index i = 0; i < a.nodes().size(); ++i) {
    INFO("node " << i << ": " << kind_name(a[i].kind));
    REQUIRE(a[i].kind == b[i].kind);
    CHECK(a[i].level == b[i].level);
    CHECK(a[i].is_ordered == b[i].is_ordered);
    CHECK(a[i].is_tight == b[i].is_tight);
    CHECK(a[i].is_header == b[i].is_header);
    CHECK(a[i].is_autolink == b[i].is_autolink);
    CHECK(a[i].delimiter == b[i].delimiter);
    CHECK(a[i].alignment == b[i].alignment);
    CHECK(a[i].start == b[i].start);
    REQUIRE(a[i].parent == b[i].parent);
    REQUIRE(a[i].first_child == b[i].first_child);
    REQUIRE(a[i].next_sibling == b[i].next_sibling);
    CHECK(a.text(i) == b.text(i));
    CHECK(a.name(i) == b.name(i));
    CHECK(a.detail(i) == b.detail(i));
    CHECK(a.definition(i) == b.definition(i));
    CHECK(std::equal(a.alignments(i).begin(), a.alignments(i).end(), b.alignments(i).begin(), b.alignments(i).end()));
    REQUIRE(a.options(i).size() == b.options(i).size());
    for (std::size_t k = 0; k < a.options(i).size(); ++k) {
      CHECK(same(a.options(i)[k].key, b.options(i)[k].key));
      CHECK(same(a.options(i)[k].value, b.options(i)[k].value));
    }
    const Marks* left = a.marks(i);
    const Marks* right = b.marks(i);
    REQUIRE((left == nullptr) == (right == nullptr));
    if (left == nullptr) continue;
    CHECK(same(left->anchor, right->anchor));
    CHECK(std::equal(left->words.begin(), left->words.end(), right->words.begin(), right->words.end(), same));
    CHECK(std::equal(
        left->pairs.begin(), left->pairs.end(), right->pairs.begin(), right->pairs.end(),
        [](const Marks::Pair& x, const Marks::Pair& y) { return same(x.key, y.key) && same(x.value, y.value); }));
  }
}

}  // namespace

TEST_CASE("a packed document comes back with all that it says") {
  std::string all;
  for (const std::string_view piece : kPieces) {
    all += piece;
    const Parsed parsed{std::string(piece)};
    check_equal(parsed.document, again(parsed.document));
  }
  const Parsed parsed{all};
  CHECK(parsed.all(Kind::directive).size() == 2);
  CHECK(parsed.all(Kind::role).size() >= 3);
  check_equal(parsed.document, again(parsed.document));
  check_equal(Parsed("").document, again(Parsed("").document));
}

TEST_CASE("any mixture of blocks can be packed, in little more room than its words take") {
  std::mt19937 random(20'211);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (auto n = random() % 40; n > 0; --n) text += kPieces[random() % std::size(kPieces)];
    if (round % 3 == 0 && !text.empty()) text.resize(random() % text.size());
    const Parsed parsed{text};
    check_equal(parsed.document, again(parsed.document));
    std::string bytes;
    pack(parsed.document, bytes);
    CHECK(bytes.size() <= 2 * text.size() + 64);
  }
}

TEST_CASE("long texts and far nodes need more than one byte for their numbers") {
  std::string text = std::string(40'000, 'a') + "\n\n";
  for (int i = 0; i < 5'000; ++i) text += "- uno *dos*\n";
  const Parsed parsed{text};
  check_equal(parsed.document, again(parsed.document));
}
