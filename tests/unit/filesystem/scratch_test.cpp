#include "filesystem/scratch.hpp"

#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "filesystem/memory_folder.hpp"
#include "filesystem/real_folder.hpp"
#include "temporary_folder.hpp"

using namespace gaceta::filesystem;

namespace {

/// Piece `i`: from nothing to twice a chunk, its bytes its own.
std::string piece(std::size_t i) {
  const std::size_t size = i % 97 == 0 ? 600'000 : (i * 7919) % 9'000;
  std::string bytes(size, static_cast<char>('a' + i % 26));
  if (bytes.size() > 8) bytes.replace(0, 8, std::to_string(10'000'000 + i));
  return bytes;
}

void check_all(const Scratch& scratch, const std::vector<Scratch::Slot>& slots) {
  std::string bytes;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    INFO("piece " << i);
    REQUIRE(scratch.get(slots[i], bytes));
    REQUIRE(bytes == piece(i));
  }
}

std::vector<Scratch::Slot> put_all(Scratch& scratch, std::size_t pieces) {
  std::vector<Scratch::Slot> slots;
  for (std::size_t i = 0; i < pieces; ++i) slots.push_back(scratch.put(i % 3, piece(i)));
  scratch.seal();
  return slots;
}

}  // namespace

TEST_CASE("what was put aside comes back, from memory and from the disk") {
  const TemporaryFolder place;
  const auto folder = open_folder(place.path().string()).value();
  for (const std::size_t in_memory : {std::size_t{0}, std::size_t{1} << 20, std::size_t{1} << 30}) {
    Scratch scratch(
        3, [&] { return folder->unnamed_file(); }, in_memory);
    check_all(scratch, put_all(scratch, 500));
    CHECK(scratch.bytes_in_memory() < in_memory + (std::size_t{2} << 20));
    CHECK(folder->tree().value().empty());
  }
}

TEST_CASE("without a file everything stays in memory") {
  Scratch alone(3);
  check_all(alone, put_all(alone, 300));
  Scratch refused(
      3,
      []() -> Result<std::unique_ptr<UnnamedFile>> {
        return Error{Error::Kind::permission_denied, "", "Permission denied"};
      },
      0);
  check_all(refused, put_all(refused, 300));
}

TEST_CASE("what a full disk does not take stays in memory") {
  MemoryFolder folder;
  std::size_t writes = 0;
  folder.on_operation([&](Operation operation, std::string_view) -> std::optional<Fault> {
    if (operation != Operation::write || ++writes < 3) return std::nullopt;
    return Fault{{Error::Kind::no_space, "", "No space left on device"}, std::nullopt};
  });
  Scratch scratch(
      3, [&] { return folder.unnamed_file(); }, 0);
  const auto slots = put_all(scratch, 300);
  REQUIRE(writes > 3);
  check_all(scratch, slots);
}

TEST_CASE("a disk that gives nothing back is told") {
  MemoryFolder folder;
  Scratch scratch(
      1, [&] { return folder.unnamed_file(); }, 0);
  std::vector<Scratch::Slot> slots;
  for (std::size_t i = 0; i < 200; ++i) slots.push_back(scratch.put(0, piece(i)));
  scratch.seal();
  folder.on_operation([](Operation operation, std::string_view) -> std::optional<Fault> {
    if (operation != Operation::read) return std::nullopt;
    return Fault{{Error::Kind::other, "", "Input/output error"}, std::nullopt};
  });
  std::string bytes;
  CHECK_FALSE(scratch.get(slots.front(), bytes));
}

TEST_CASE("several threads put at the same time, each with its own number") {
  const TemporaryFolder place;
  const auto folder = open_folder(place.path().string()).value();
  Scratch scratch(
      4, [&] { return folder->unnamed_file(); }, 1 << 16);
  std::vector<Scratch::Slot> slots(400);
  std::vector<std::thread> threads;
  for (std::size_t worker = 0; worker < 4; ++worker) {
    threads.emplace_back([&, worker] {
      for (std::size_t i = worker; i < slots.size(); i += 4) slots[i] = scratch.put(worker, piece(i));
    });
  }
  for (std::thread& thread : threads) thread.join();
  scratch.seal();
  check_all(scratch, slots);
}
