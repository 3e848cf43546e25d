#include "alignment/pairing.hpp"

#include <memory>

#include "catch.hpp"

using namespace gaceta::alignment;
using gaceta::markdown::kNone;

namespace {

/// Blocks that live as long as the test.
class Blocks {
 public:
  const Block* operator()(gaceta::markdown::Index node) {
    all_.push_back(std::make_unique<Block>());
    all_.back()->node = node;
    return all_.back().get();
  }

 private:
  std::vector<std::unique_ptr<Block>> all_;
};

/// '1=2' for a pair, '1=' and '=2' for a block alone, children in brackets.
std::string shown(const std::vector<Pair>& pairs) {
  std::string out;
  for (const Pair& pair : pairs) {
    if (!out.empty()) out += ' ';
    if (pair.left) out += std::to_string(pair.left->node);
    out += '=';
    if (pair.right) out += std::to_string(pair.right->node);
    if (!pair.children.empty()) out += "[" + shown(pair.children) + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("a pairing comes back as it was packed, from either side") {
  Blocks block;
  const std::vector<BlockPair> blocks = {
      {block(0), block(0), {}},
      {block(3), block(1), {{block(4), block(2), {}}, {nullptr, block(200), {}}, {block(9), block(300), {}}}},
      {block(70'000), nullptr, {}},
  };
  const std::vector<BlockPair> notes = {{nullptr, block(90'000), {}}, {block(80'000), block(91'000), {}}};
  const std::string packed = pack(blocks, notes);
  CHECK(shown(unpack(packed, Left::left)) == "0=0 3=1[4=2 =200 9=300] 70000= =90000 80000=91000");
  CHECK(shown(unpack(packed, Left::right)) == "0=0 1=3[2=4 200= 300=9] =70000 90000= 91000=80000");
}

TEST_CASE("of several blocks without partner in one place those of the left text come first, seen from either side") {
  Blocks block;
  const std::vector<BlockPair> blocks = {{block(1), nullptr, {}},  {block(2), nullptr, {}}, {nullptr, block(1), {}},
                                         {block(3), block(2), {}}, {block(4), nullptr, {}}, {nullptr, block(3), {}}};
  const std::vector<BlockPair> notes = {{block(5), nullptr, {}}, {nullptr, block(4), {}}};
  const std::string packed = pack(blocks, notes);
  CHECK(shown(unpack(packed, Left::left)) == "1= 2= =1 3=2 4= =3 5= =4");
  CHECK(shown(unpack(packed, Left::right)) == "1= =1 =2 2=3 3= =4 4= =5");
}

TEST_CASE("strings of data files are in no document: they are left out, their table stays") {
  Blocks block;
  const std::vector<BlockPair> blocks = {
      {block(1), block(1), {{block(kNone), block(kNone), {}}, {nullptr, block(kNone), {}}, {block(2), block(2), {}}}}};
  CHECK(shown(unpack(pack(blocks, {}), Left::left)) == "1=1[2=2]");
}

TEST_CASE("texts without blocks have an empty pairing") {
  CHECK(unpack(pack({}, {}), Left::left).empty());
  CHECK(unpack("", Left::right).empty());
}
