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

void pack(Packer& packer, const Anchor& anchor) {
  packer.text(anchor.name);
  packer.number(static_cast<std::uint64_t>(anchor.kind));
  packer.number(anchor.is_printed ? 1 : 0);
  packer.text(anchor.number);
}

void unpack(Unpacker& unpacker, Anchor& anchor) {
  anchor.name = unpacker.text();
  anchor.kind = unpacker.number_as<Anchor::Kind>();
  anchor.is_printed = unpacker.number() != 0;
  anchor.number = unpacker.text();
}

void pack(Packer& packer, const AnchorSet::Run& run) {
  packer.text(run.prefix);
  packer.number(run.first);
  packer.number(run.last);
  packer.number(static_cast<std::uint64_t>(run.kind));
  packer.number(run.is_printed ? 1 : 0);
}

void unpack(Unpacker& unpacker, AnchorSet::Run& run) {
  run.prefix = unpacker.text();
  run.first = unpacker.number_as<std::uint32_t>();
  run.last = unpacker.number_as<std::uint32_t>();
  run.kind = unpacker.number_as<Anchor::Kind>();
  run.is_printed = unpacker.number() != 0;
}

AnchorSet::AnchorSet(std::span<const Anchor> anchors) {
  std::vector<Run> runs;
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
    const auto run = std::find_if(runs.begin(), runs.end(), goes_on);
    if (run != runs.end()) {
      run->last = name->counter;
    } else {
      runs.push_back({name->prefix, name->counter, name->counter, anchor.kind, anchor.is_printed});
    }
  }
  for (const Run& run : runs) runs_.push_back(run);
}

/// The run with `name`; of an anchor in a run the number is what stands behind the prefix.
std::optional<AnchorSet::Run> AnchorSet::run_of(std::string_view name) const {
  const auto wanted = counted(name);
  if (!wanted) return std::nullopt;
  for (const Run& run : runs_) {
    if (run.first <= wanted->counter && wanted->counter <= run.last && run.prefix == wanted->prefix) return run;
  }
  return std::nullopt;
}

std::optional<Anchor> AnchorSet::find(std::string_view name) const {
  if (const auto run = run_of(name)) {
    return Anchor{std::string(name), run->kind, run->is_printed, std::string(name.substr(run->prefix.size()))};
  }
  for (const Anchor& anchor : others_) {
    if (anchor.name == name) return anchor;
  }
  return std::nullopt;
}

bool AnchorSet::contains(std::string_view name) const {
  if (run_of(name)) return true;
  for (const Anchor& anchor : others_) {
    if (anchor.name == name) return true;
  }
  return false;
}

Anchor AnchorSet::counted_anchor(const Run& run, std::uint32_t counter) {
  std::string number = std::to_string(counter);
  return {std::string(run.prefix) + number, run.kind, run.is_printed, number};
}

std::vector<std::string> AnchorSet::names() const {
  std::vector<std::string> names;
  for_each([&](const Anchor& anchor) { names.push_back(anchor.name); });
  return names;
}

}  // namespace gaceta::model
