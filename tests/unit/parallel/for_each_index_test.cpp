#include "parallel/for_each_index.hpp"

#include <atomic>
#include <numeric>
#include <vector>

#include "catch.hpp"

using gaceta::parallel::for_each_index;

TEST_CASE("every index is visited once, whatever the number of workers") {
  for (const std::size_t workers : {0, 1, 2, 3, 8, 200}) {
    for (const std::size_t count : {0, 1, 7, 8, 9, 1000}) {
      INFO(workers << " workers, " << count << " items");
      std::vector<std::atomic<int>> visits(count);
      for_each_index(count, workers, [&](std::size_t i, std::size_t) { ++visits[i]; });
      for (const auto& visit : visits) CHECK(visit == 1);
    }
  }
}

TEST_CASE("a worker's number is below the number of workers, and one worker never runs twice at once") {
  constexpr std::size_t kWorkers = 4;
  std::vector<std::atomic<int>> running(kWorkers);
  std::atomic<bool> is_wrong{false};
  for_each_index(5000, kWorkers, [&](std::size_t, std::size_t worker) {
    if (worker >= kWorkers || ++running[worker] != 1) is_wrong = true;
    --running[worker % kWorkers];
  });
  CHECK_FALSE(is_wrong);
}

TEST_CASE("what the slots hold does not depend on the number of workers") {
  const auto squares = [](std::size_t workers) {
    std::vector<std::size_t> slots(777);
    for_each_index(slots.size(), workers, [&](std::size_t i, std::size_t) { slots[i] = i * i; });
    return slots;
  };
  CHECK(squares(1) == squares(5));
}
