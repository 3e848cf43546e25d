#include "publishing/bookkeeping.hpp"

#include "catch.hpp"
#include "filesystem/memory_folder.hpp"

using namespace gaceta::publishing;
using namespace gaceta::filesystem;

namespace {

constexpr std::int64_t now = 1'700'000'000'000'000'123;
const Manifest manifest{{"a", 1, {}}, {"b", 2, {}}};

struct Recorded {
  MemoryFolder state;
  Recorded() {
    Bookkeeping::save(state, hash_of("text"), {now - 10, now});
    state.set_modified("published", now);
  }
  std::optional<bool> asked(std::size_t index, std::uint64_t size, std::int64_t time) {
    return Bookkeeping::load(state, hash_of("text"), manifest)
        .is_as_left(manifest, index, {"", Entry::Type::file, size, time});
  }
};

}  // namespace

TEST_CASE("a file of the same size and time is as it was left") {
  Recorded recorded;
  CHECK(recorded.asked(0, 1, now - 10) == true);
}

TEST_CASE("another size is another file, another time calls for reading") {
  Recorded recorded;
  CHECK(recorded.asked(0, 2, now - 10) == false);
  CHECK(recorded.asked(0, 1, now - 9) == std::nullopt);
}

TEST_CASE("a file as young as the record is not trusted by its time") {
  Recorded recorded;
  CHECK(recorded.asked(1, 2, now) == std::nullopt);
}

TEST_CASE("on a disk that keeps whole seconds, a file must be older by more") {
  Recorded recorded;
  const std::int64_t second = 1'700'000'000'000'000'000;
  Bookkeeping::save(recorded.state, hash_of("text"), {second, second - 5'000'000'000});
  recorded.state.set_modified("published", second + 1'500'000'000);
  CHECK(recorded.asked(0, 1, second) == std::nullopt);
  CHECK(recorded.asked(1, 2, second - 5'000'000'000) == true);
}

TEST_CASE("a record of another site, a torn one or none knows nothing") {
  Recorded recorded;
  CHECK_FALSE(Bookkeeping::load(recorded.state, hash_of("other"), manifest).knows());
  const std::string whole = recorded.state.read("published").value();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    REQUIRE(recorded.state.write("published", whole.substr(0, size)).ok());
    CHECK_FALSE(Bookkeeping::load(recorded.state, hash_of("text"), manifest).knows());
  }
  REQUIRE(recorded.state.write("published", whole + "1\n").ok());
  CHECK_FALSE(Bookkeeping::load(recorded.state, hash_of("text"), manifest).knows());
  REQUIRE(recorded.state.remove("published").ok());
  CHECK_FALSE(Bookkeeping::load(recorded.state, hash_of("text"), manifest).knows());
}

TEST_CASE("the same record is not written again") {
  Recorded recorded;
  const std::size_t before = recorded.state.counts().written;
  Bookkeeping::save(recorded.state, hash_of("text"), {now - 10, now});
  CHECK(recorded.state.counts().written == before);
}
