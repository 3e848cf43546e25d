#include "compression/zlib_stream.hpp"

#include <random>
#include <string>

#include "catch.hpp"
#include "compression/compress.hpp"

using namespace gaceta::compression;

namespace {

struct Packed {
  std::string bytes;
  std::size_t longest_piece = 0;
};

/// `bytes` in pieces of `size`.
Packed packed(std::string_view bytes, std::size_t size) {
  Packed packed;
  const Sink sink = [&](std::string_view piece) {
    packed.bytes += piece;
    packed.longest_piece = std::max(packed.longest_piece, piece.size());
  };
  ZlibStream stream(sink);
  for (std::size_t start = 0; start < bytes.size(); start += size) stream.add(bytes.substr(start, size));
  stream.finish();
  return packed;
}

std::string unpacked(const Packed& packed) {
  const Unpacked result = unzlib(packed.bytes, std::size_t{1} << 24);
  REQUIRE(result.state == Unpacked::State::whole);
  return result.bytes;
}

/// Lines that zlib packs well, or bytes that it cannot pack.
std::string lines(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += "a/b#p-" + std::to_string(i) + " std:label 1 a/b/#p-1 Bolet\u00edn\n";
  return out;
}
std::string noise(std::size_t size) {
  std::mt19937 random(7);
  std::string out(size, '\0');
  for (char& c : out) c = static_cast<char>(random());
  return out;
}

}  // namespace

TEST_CASE("what goes in by pieces comes back whole") {
  for (const std::string& bytes : {std::string(), std::string("a"), lines(20'000), noise(300'000)}) {
    for (const std::size_t size : {std::size_t{1000}, std::size_t{32} << 10, std::size_t{400'000}}) {
      INFO(bytes.size() << " bytes in pieces of " << size);
      CHECK(unpacked(packed(bytes, size)) == bytes);
    }
  }
}

TEST_CASE("every size around that of a piece comes back whole") {
  const std::string bytes = noise((std::size_t{64} << 10) + 40);
  for (std::size_t size = (std::size_t{32} << 10) - 40; size < (std::size_t{32} << 10) + 40; ++size) {
    INFO(size);
    REQUIRE(unpacked(packed(std::string_view(bytes).substr(0, size), size)) == bytes.substr(0, size));
    REQUIRE(unpacked(packed(std::string_view(bytes).substr(0, 2 * size), 999)) == bytes.substr(0, 2 * size));
  }
}

TEST_CASE("packed pieces are passed on as they come, and the same bytes give the same ones") {
  const std::string bytes = noise(300'000);
  const Packed one = packed(bytes, 5000);
  CHECK(one.longest_piece <= std::size_t{64} << 10);
  CHECK(one.bytes == packed(bytes, 5000).bytes);
  CHECK(packed(lines(20'000), 5000).bytes.size() < lines(20'000).size() / 5);
}

TEST_CASE("a stream that nobody finishes is cut off, and leaves nothing behind") {
  std::string bytes;
  const Sink sink = [&](std::string_view piece) { bytes += piece; };
  { ZlibStream(sink).add(noise(100'000)); }
  CHECK(unzlib(bytes, std::size_t{1} << 20).state == Unpacked::State::damaged);
}
