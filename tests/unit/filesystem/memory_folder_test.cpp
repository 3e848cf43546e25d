// What only the twin in memory can do: fail when told to.
#include "filesystem/memory_folder.hpp"

#include "catch.hpp"

using namespace gaceta::filesystem;
using Kind = Error::Kind;

TEST_CASE("the n-th change fails, the others work") {
  MemoryFolder folder;
  folder.fail_change(2, Kind::no_space);
  CHECK(folder.write("a", "1").ok());
  CHECK(folder.read("a").ok());
  CHECK(folder.write("b", "2").error().kind == Kind::no_space);
  CHECK(folder.write("b", "2").ok());
}

TEST_CASE("a full disk may keep a part of the file") {
  MemoryFolder folder;
  folder.on_operation([](Operation operation, std::string_view) -> std::optional<Fault> {
    if (operation != Operation::create) return std::nullopt;
    return Fault{{Kind::no_space, "", "No space left on device"}, 3};
  });
  CHECK_FALSE(folder.create("page", "12345").ok());
  CHECK(folder.read("page").value() == "123");
}

TEST_CASE("a file can vanish between tree and read") {
  MemoryFolder folder;
  REQUIRE(folder.write("a/x", "1").ok());
  folder.vanish_when_read("a/x");
  CHECK(folder.tree().value().size() == 2);
  CHECK(folder.stat("a/x").ok());
  CHECK(folder.read("a/x").error().kind == Kind::not_found);
  CHECK(folder.tree().value().size() == 1);
}

TEST_CASE("the hook sees every operation with its whole path, in folders opened below too") {
  MemoryFolder folder;
  std::vector<std::string> seen;
  auto inner = folder.open("a").value();
  folder.on_operation([&](Operation, std::string_view path) -> std::optional<Fault> {
    seen.emplace_back(path);
    return std::nullopt;
  });
  REQUIRE(inner->write("x", "1").ok());
  REQUIRE(inner->rename("x", "y").ok());
  REQUIRE(folder.remove_all("a").ok());
  CHECK(seen == std::vector<std::string>{"a/x", "a/y", "a/y", "a"});
}

TEST_CASE("what is neither file nor directory stops whoever wants to write there") {
  MemoryFolder folder;
  folder.put_other("es");
  CHECK(folder.stat("es").value().type == Entry::Type::other);
  CHECK(folder.write("es/x", "1").error().kind == Kind::not_a_directory);
  CHECK_FALSE(folder.read("es").ok());
}

TEST_CASE("every write is later than the one before") {
  MemoryFolder folder;
  const std::int64_t first = folder.create("a", "1").value().modified_ns;
  const std::int64_t second = folder.create("b", "1").value().modified_ns;
  CHECK(first < second);
  folder.set_modified("a", second + 5);
  CHECK(folder.stat("a").value().modified_ns == second + 5);
}
