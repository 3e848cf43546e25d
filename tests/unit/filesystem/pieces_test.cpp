#include "filesystem/pieces.hpp"

#include <vector>

#include "catch.hpp"

using namespace gaceta::filesystem;

TEST_CASE("small parts leave the buffer in pieces that are worth a call") {
  std::vector<std::string> pieces;
  const Sink sink = [&](std::string_view piece) { pieces.emplace_back(piece); };
  PieceBuffer buffer(sink);
  std::string all;
  for (int i = 0; i < 50'000; ++i) {
    buffer.text() += std::to_string(i);
    all += std::to_string(i);
    buffer.flow();
  }
  buffer.finish();
  REQUIRE(pieces.size() == 4);
  CHECK(pieces[0].size() >= PieceBuffer::kPiece);
  CHECK(pieces[0] + pieces[1] + pieces[2] + pieces[3] == all);
}

TEST_CASE("an empty file has no pieces") {
  const Sink sink = [](std::string_view) { FAIL(); };
  PieceBuffer buffer(sink);
  buffer.flow();
  buffer.finish();
}
