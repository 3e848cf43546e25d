#include "text/scan.hpp"

#include <random>
#include <string>

#include "catch.hpp"

using namespace gaceta::text;

namespace {

constexpr auto is_wanted = [](auto c) { return ((c & 0xFB) == '"') | (c >= 0xF0) | (c == 0); };

std::size_t one_by_one(std::string_view bytes, std::size_t from) {
  while (from < bytes.size() && !is_wanted(static_cast<unsigned char>(bytes[from]))) ++from;
  return from;
}

}  // namespace

TEST_CASE("a wanted byte is found at every place of texts of every size, from every place on") {
  for (std::size_t size = 0; size < 70; ++size) {
    for (std::size_t place = 0; place <= size; ++place) {
      std::string bytes(size, 'a');
      if (place < size) bytes[place] = '&';
      for (std::size_t from = 0; from <= size; ++from) {
        INFO(size << " bytes, the wanted one at " << place << ", from " << from);
        REQUIRE(find_byte(bytes, from, is_wanted) == (from <= place ? place : size));
      }
    }
  }
}

TEST_CASE("any bytes are judged alike one by one and many at once") {
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes(random() % 100, ' ');
    for (char& byte : bytes) byte = static_cast<char>(random() % 8 == 0 ? random() : 'a' + random() % 26);
    const std::size_t from = bytes.empty() ? 0 : random() % (bytes.size() + 1);
    REQUIRE(find_byte(bytes, from, is_wanted) == one_by_one(bytes, from));
  }
}

TEST_CASE("a pair of bytes is found at every place, the last one together with nothing") {
  constexpr auto two_blanks = [](auto c, auto next) { return ((c == ' ') & (next == ' ')) | (c == '\t'); };
  for (std::size_t size = 0; size < 70; ++size) {
    for (std::size_t place = 0; place <= size; ++place) {
      std::string bytes(size, 'a');
      if (place < size) bytes[place] = ' ';
      if (place + 1 < size) bytes[place + 1] = ' ';
      const std::size_t expected = place + 1 < size ? place : size;
      for (std::size_t from = 0; from <= size; ++from) {
        INFO(size << " bytes, blanks at " << place << ", from " << from);
        REQUIRE(find_pair(bytes, from, two_blanks) == (from <= expected ? expected : size));
      }
    }
  }
  CHECK(find_pair("a\t", 0, two_blanks) == 1);
  CHECK(find_pair(std::string(30, 'a') + "\t", 0, two_blanks) == 30);
}

TEST_CASE("the bytes of a word are counted up to the first other byte") {
  for (int c = 0; c < 256; ++c) {
    const bool is_one = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80;
    for (std::size_t place = 0; place < 8; ++place) {
      std::string bytes = "aZ09mQx5";
      bytes[place] = static_cast<char>(c);
      INFO("byte " << c << " at " << place);
      REQUIRE(count_in_word(bytes.data()) == (is_one ? 8 : place));
    }
  }
}
