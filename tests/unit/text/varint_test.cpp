#include "text/varint.hpp"

#include <limits>
#include <random>
#include <vector>

#include "catch.hpp"

using namespace gaceta;

namespace {

std::string packed(std::uint64_t value) {
  std::string out;
  text::append_varint(out, value);
  return out;
}

}  // namespace

TEST_CASE("numbers take a byte for every seven bits, the lowest first") {
  CHECK(packed(0) == std::string(1, '\0'));
  CHECK(packed(127) == "\x7F");
  CHECK(packed(128) == "\x80\x01");
  CHECK(packed(300) == "\xAC\x02");
  CHECK(packed(std::numeric_limits<std::uint64_t>::max()) == "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01");
}

TEST_CASE("what is written one after the other is read so") {
  std::mt19937_64 random(7);
  std::vector<std::uint64_t> values;
  std::string bytes;
  for (int i = 0; i < 10'000; ++i) {
    values.push_back(random() >> (random() % 64));
    text::append_varint(bytes, values.back());
  }
  const char* at = bytes.data();
  const char* bounded = at;
  const char* const end = at + bytes.size();
  for (const std::uint64_t value : values) {
    REQUIRE(text::take_varint(at) == value);
    REQUIRE(text::take_varint(bounded, end) == value);
  }
  CHECK(at == end);
  CHECK(bounded == end);
}

TEST_CASE("bytes that end too early are read to their end and no further") {
  const std::string bytes = "\xAC\x82";
  const char* at = bytes.data();
  CHECK(text::take_varint(at, at + 1) == 0x2C);
  CHECK(at == bytes.data() + 1);
  CHECK(text::take_varint(at, at) == 0);
  CHECK(at == bytes.data() + 1);
  const std::string endless(20, '\xFF');
  at = endless.data();
  (void)text::take_varint(at, endless.data() + endless.size());
  CHECK(at == endless.data() + 10);
}
