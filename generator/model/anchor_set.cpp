#include "model/anchor_set.hpp"

#include <algorithm>
#include <charconv>

namespace gaceta::model {
namespace {

struct Counted {
  std::string_view prefix;
  std::uint32_t counter = 0;
};

/// 'p-12' as 'p-' and 12; nothing for a name that does not end with a number as it is usually written.
std::optional<Counted> counted(std::string_view name) {
  const std::size_t last = name.find_last_not_of("0123456789");
  const std::size_t start = last == std::string_view::npos ? 0 : last + 1;
  const std::string_view digits = name.substr(start);
  Counted found{name.substr(0, start), 0};
  if (digits.empty() || digits.front() == '0') return std::nullopt;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), found.counter);
  if (error != std::errc()) return std::nullopt;
  return found;
}

}  // namespace

AnchorSet::AnchorSet(std::span<const Anchor> anchors) {
  for (const Anchor& anchor : anchors) {
    const auto name = counted(anchor.name);
    if (!name || anchor.number != std::string_view(anchor.name).substr(name->prefix.size())) {
      others_.push_back(anchor);
      continue;
    }
    const auto goes_on = [&](const Run& run) {
      return run.last + 1 == name->counter && run.kind == anchor.kind && run.is_printed == anchor.is_printed &&
             run.prefix == name->prefix;
    };
    const auto run = std::find_if(runs_.begin(), runs_.end(), goes_on);
    if (run != runs_.end()) {
      run->last = name->counter;
    } else {
      runs_.push_back({std::string(name->prefix), name->counter, name->counter, anchor.kind, anchor.is_printed});
    }
  }
  runs_.shrink_to_fit();
  others_.shrink_to_fit();
}

const AnchorSet::Run* AnchorSet::run_of(std::string_view name, std::uint32_t& counter) const {
  const auto wanted = counted(name);
  if (!wanted) return nullptr;
  counter = wanted->counter;
  const auto run = std::find_if(runs_.begin(), runs_.end(), [&](const Run& one) {
    return one.first <= wanted->counter && wanted->counter <= one.last && one.prefix == wanted->prefix;
  });
  return run != runs_.end() ? &*run : nullptr;
}

const Anchor* AnchorSet::other(std::string_view name) const {
  const auto found =
      std::find_if(others_.begin(), others_.end(), [&](const Anchor& anchor) { return anchor.name == name; });
  return found != others_.end() ? &*found : nullptr;
}

std::optional<Anchor> AnchorSet::find(std::string_view name) const {
  std::uint32_t counter = 0;
  if (const Run* run = run_of(name, counter)) {
    return Anchor{std::string(name), run->kind, run->is_printed, std::to_string(counter)};
  }
  const Anchor* found = other(name);
  return found != nullptr ? std::optional(*found) : std::nullopt;
}

bool AnchorSet::contains(std::string_view name) const {
  std::uint32_t counter = 0;
  return run_of(name, counter) != nullptr || other(name) != nullptr;
}

std::vector<std::string> AnchorSet::names() const {
  std::vector<std::string> names;
  for (const Run& run : runs_) {
    for (std::uint32_t i = run.first; i <= run.last; ++i) names.push_back(run.prefix + std::to_string(i));
  }
  for (const Anchor& anchor : others_) names.push_back(anchor.name);
  return names;
}

}  // namespace gaceta::model
