#include "alignment/word_beginnings.hpp"

#include <random>
#include <set>
#include <string>

#include "catch.hpp"

using gaceta::alignment::WordBeginnings;

namespace {

struct Found {
  WordBeginnings beginnings;
  std::uint32_t words = 0;
};

Found found_in(std::string_view text) {
  Found found;
  found.words = found.beginnings.add_words(text);
  return found;
}

}  // namespace

TEST_CASE("words are counted; long ones and numbers leave a beginning, which related languages share") {
  CHECK(found_in("").words == 0);
  CHECK(found_in(" – , ").words == 1);  // a dash is a word to this count, as it is in both languages
  const Found spanish = found_in("El comercio de 2021: artículo 25 del T-MEC");
  const Found english = found_in("The commerce of 2021: article 25 of the USMCA");
  CHECK(spanish.words == 9);
  CHECK(spanish.beginnings.count == 4);                            // come, 2021, arti, 25
  CHECK(spanish.beginnings.shared_with(english.beginnings) == 3);  // 2021, arti, 25; come is not comm
  CHECK(found_in("COMERCIO").beginnings.bits == found_in("comercial").beginnings.bits);
  CHECK(found_in("Artículo").beginnings.bits == found_in("articulo").beginnings.bits);
}

TEST_CASE("beginnings are counted, joined and compared alike in short texts and long ones") {
  std::mt19937 random(64);
  for (const unsigned most : {3U, 60U, 70U, 400U, 6000U}) {
    for (int round = 0; round < 50; ++round) {
      WordBeginnings a, b;
      std::set<unsigned> in_a, in_b, in_both;
      const auto fill = [&](WordBeginnings& beginnings, std::set<unsigned>& bits) {
        for (auto n = random() % most; n > 0; --n) {
          const auto value = static_cast<std::uint32_t>(random());
          beginnings.add(value);
          bits.insert(value % WordBeginnings::kBits);
        }
      };
      fill(a, in_a);
      fill(b, in_b);
      for (const unsigned bit : in_a) {
        if (in_b.contains(bit)) in_both.insert(bit);
      }
      REQUIRE(a.count == in_a.size());
      REQUIRE(a.shared_with(b) == in_both.size());
      REQUIRE(b.shared_with(a) == in_both.size());
      a.add(b);
      in_a.insert(in_b.begin(), in_b.end());
      REQUIRE(a.count == in_a.size());
      REQUIRE(a.shared_with(a) == in_a.size());
      REQUIRE(a.shared_with(b) == in_b.size());
    }
  }
}

TEST_CASE("a text has the beginnings of its words, wherever they stand") {
  constexpr std::string_view kWords[] = {"comercio", "de",     "2021",          "artículo", "ñandú", "x1",  "25",
                                         "a",        "1.º",    "internacional", "T-MEC",    "año",   "123", "4x4",
                                         "über",     "«cita»", "desarrollos",   "pymes",    "niños", "7"};
  std::mt19937 random(25);
  for (int round = 0; round < 2'000; ++round) {
    std::string text;
    WordBeginnings expected;
    std::uint32_t words = 0;
    for (auto n = random() % 12; n > 0; --n) {
      const std::string_view word = kWords[random() % std::size(kWords)];
      const Found alone = found_in(word);
      expected.add(alone.beginnings);
      words += alone.words;
      text += word;
      text += random() % 4 == 0 ? ", " : " ";
    }
    INFO(text);
    const Found found = found_in(text);
    REQUIRE(found.words == words);
    REQUIRE(found.beginnings.bits == expected.bits);
    REQUIRE(found.beginnings.count == expected.count);
  }
}
