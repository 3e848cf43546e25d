// Four lines in plain text, then lines packed by zlib: 'name domain:role priority address title'. A name may hold
// spaces, so a line is read from where its role and priority stand. '$' at the end of an address stands for the name, a
// title '-' likewise.
#include "inventory/read_sphinx.hpp"

#include <algorithm>
#include <tuple>

#include "compression/compress.hpp"
#include "text/utf8.hpp"

namespace gaceta::inventory {
namespace {

struct Line {
  std::string_view name, role, address, title;
};

bool is_integer(std::string_view word) {
  if (word.starts_with('-')) word.remove_prefix(1);
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Sphinx's own expression, with the shortest name first: (.+?)\s+(\S+)\s+(-?\d+)\s+?(\S*)\s+(.*)
std::optional<Line> parse_line(std::string_view line) {
  for (std::size_t space = line.find(' '); space != std::string_view::npos; space = line.find(' ', space + 1)) {
    const std::size_t role_end = line.find(' ', space + 1);
    if (role_end == std::string_view::npos) return std::nullopt;
    const std::string_view role = line.substr(space + 1, role_end - space - 1);
    const std::size_t priority_end = line.find(' ', role_end + 1);
    if (priority_end == std::string_view::npos) return std::nullopt;
    if (role.find(':') == std::string_view::npos || space == 0) continue;
    if (!is_integer(line.substr(role_end + 1, priority_end - role_end - 1))) continue;
    const std::size_t address_end = std::min(line.find(' ', priority_end + 1), line.size());
    const std::string_view title = line.substr(std::min(address_end + 1, line.size()));
    return Line{line.substr(0, space), role, line.substr(priority_end + 1, address_end - priority_end - 1), title};
  }
  return std::nullopt;
}

}  // namespace

std::variant<Inventory, Refusal> read_sphinx(const Source& source) {
  constexpr std::string_view kVersion = "# Sphinx inventory version ";
  std::string_view rest = source.bytes;
  const auto next_line = [&] {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  };
  const std::string_view first = next_line();
  if (first != std::string(kVersion) + "2") {
    const std::string_view version = first.substr(std::min(kVersion.size(), first.size()));
    return Refusal{"inventory-version", {source.name, std::string(version.substr(0, 20)), "2"}};
  }
  const bool has_names = next_line().starts_with("# Project: ") && next_line().starts_with("# Version:");
  if (!has_names || next_line().find("zlib") == std::string_view::npos) return Refusal{"bad-inventory", {source.name}};
  if (source.base_url.empty()) return Refusal{"inventory-without-address", {source.name}};
  const compression::Unpacked unpacked = compression::unzlib(rest, kMostBytes);
  if (unpacked.state == compression::Unpacked::State::too_large) {
    return Refusal{"inventory-too-large", {source.name, std::to_string(kMostBytes >> 20U)}};
  }
  if (unpacked.state == compression::Unpacked::State::damaged || text::first_invalid_byte(unpacked.bytes)) {
    return Refusal{"damaged-inventory", {source.name}};
  }
  Inventory inventory;
  rest = unpacked.bytes;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::string_view text = next_line();
    if (text.empty()) continue;
    const auto line = parse_line(text);
    if (!line) return Refusal{"bad-inventory-line", {source.name, std::to_string(number)}};
    std::string address(line->address);
    if (address.ends_with('$')) address.replace(address.size() - 1, 1, line->name);
    const auto url = address_below(source.base_url, address);
    if (!url) return Refusal{"unsafe-inventory-address", {source.name, std::string(line->name), address}};
    const std::string_view title = line->title == "-" ? line->name : line->title;
    inventory.items.push_back(
        {std::string(line->name), std::string(line->role), {{source.language, *url, std::string(title)}}, {}});
  }
  std::stable_sort(inventory.items.begin(), inventory.items.end(),
                   [](const Item& a, const Item& b) { return std::tie(a.id, a.kind) < std::tie(b.id, b.kind); });
  return inventory;
}

}  // namespace gaceta::inventory
