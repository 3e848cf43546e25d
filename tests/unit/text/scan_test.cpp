#include "text/scan.hpp"

#include <random>
#include <string>

#include "catch.hpp"

using gaceta::text::find_byte;

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
