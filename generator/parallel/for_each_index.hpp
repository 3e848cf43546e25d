// Work in parallel by item: worker w fills slot i for item i, so a result never depends on who finishes first.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace gaceta::parallel {

/// Calls `work(index, worker)` once for every index below `count`, from up to `workers` threads (at least one).
/// `worker` is below max(workers, 1): use it to reach what is made once per thread. Items are handed out in small runs,
/// in order; `run_size` says of how many: few enough to balance, enough not to fight over the counter. Returns when all
/// are done. `work` must not throw; an exception that escapes ends the program.
template <typename Work>
void for_each_index(std::size_t count, std::size_t workers, const Work& work, std::size_t run_size = 8) noexcept {
  workers = std::clamp<std::size_t>(workers, 1, std::max<std::size_t>(1, (count + run_size - 1) / run_size));
  if (workers == 1) {
    for (std::size_t i = 0; i < count; ++i) work(i, std::size_t{0});
    return;
  }
  std::atomic<std::size_t> next{0};
  auto run = [&](std::size_t worker) noexcept {
    for (std::size_t start = next.fetch_add(run_size); start < count; start = next.fetch_add(run_size)) {
      for (std::size_t i = start; i < std::min(start + run_size, count); ++i) work(i, worker);
    }
  };
  std::vector<std::thread> threads;
  threads.reserve(workers - 1);
  for (std::size_t worker = 1; worker < workers; ++worker) threads.emplace_back(run, worker);
  run(0);
  for (std::thread& thread : threads) thread.join();
}

}  // namespace gaceta::parallel
