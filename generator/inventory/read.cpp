// The JSON is read by nlohmann's parser, which does not recurse; what has another shape than write.cpp gives is
// refused.
#include "inventory/read.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "inventory/read_sphinx.hpp"

namespace gaceta::inventory {
namespace {

using Json = nlohmann::json;

constexpr int kVersion = 1;

std::string text_of(const Json& map, const char* key) {
  const auto found = map.is_object() ? map.find(key) : map.end();
  return map.is_object() && found != map.end() && found->is_string() ? found->get<std::string>() : std::string();
}

class GacetaReader {
 public:
  explicit GacetaReader(const Source& source) : source_(source) {}

  std::variant<Inventory, Refusal> run() {
    const Json file = Json::parse(source_.bytes, nullptr, false);
    if (file.is_discarded() || text_of(file, "format") != "gaceta-inventory") return bad();
    if (!file.contains("version") || file["version"] != kVersion) {
      return Refusal{"inventory-version",
                     {source_.name, file.contains("version") ? file["version"].dump() : "", std::to_string(kVersion)}};
    }
    base_url_ = source_.base_url.empty() ? text_of(file, "base_url") : source_.base_url;
    const std::size_t scheme = base_url_.starts_with("https://") ? 8 : base_url_.starts_with("http://") ? 7 : 0;
    if (scheme == 0 || !address_below("", base_url_.substr(scheme))) return bad();
    if (!file.contains("items") || !file["items"].is_array()) return bad();
    Inventory inventory;
    for (const Json& one : file["items"]) {
      auto item = item_of(one);
      if (refusal_) return *std::move(refusal_);
      inventory.items.push_back(std::move(item));
    }
    std::sort(inventory.items.begin(), inventory.items.end(),
              [](const Item& a, const Item& b) { return std::tie(a.id, a.kind) < std::tie(b.id, b.kind); });
    return inventory;
  }

 private:
  Refusal bad() const { return {"bad-inventory", {source_.name}}; }

  Item item_of(const Json& one) {
    Item item{text_of(one, "id"), text_of(one, "kind"), {}, {}};
    if (item.id.empty() || item.kind.empty() || !one.contains("address") || !one["address"].is_object() ||
        one["address"].empty()) {
      refusal_ = bad();
      return item;
    }
    for (const auto& [language, address] : one["address"].items()) {
      if (!is_language_tag(language)) {
        refusal_ = bad();
        return item;
      }
      const auto url = address.is_string() ? address_below(base_url_, address.get<std::string>()) : std::nullopt;
      if (!url) {
        refusal_ = Refusal{"unsafe-inventory-address",
                           {source_.name, item.id, address.is_string() ? address.get<std::string>() : address.dump()}};
        return item;
      }
      const std::string title = one.contains("title") ? text_of(one["title"], language.c_str()) : std::string();
      item.editions.push_back({language, *url, title.empty() ? item.id : title});
    }
    if (!one.contains("places")) return item;
    for (const Json& place : one["places"]) {
      item.places.push_back({text_of(place, "id"), kind_of(text_of(place, "kind")), text_of(place, "number"), {}});
      Place& added = item.places.back();
      if (added.id.empty() || added.id.find_first_of(" \t\n\r\"<>\\^`{|}") != std::string::npos) refusal_ = bad();
      if (!place.contains("title")) continue;
      for (const Edition& edition : item.editions) {
        added.titles.push_back(text_of(place["title"], edition.language.c_str()));
      }
    }
    return item;
  }

  const Source& source_;
  std::string base_url_;
  std::optional<Refusal> refusal_;
};

}  // namespace

bool is_language_tag(std::string_view tag) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  return tag.size() >= 2 && tag.size() <= 35 && std::all_of(tag.begin(), tag.end(), fits);
}

std::optional<std::string> address_below(std::string_view base_url, std::string_view address) {
  const std::size_t path_end = std::min(address.find_first_of("?#"), address.size());
  const std::string_view path = address.substr(0, path_end);
  if (path.starts_with('/') || path.find(':') != std::string_view::npos) return std::nullopt;
  for (const char c : address) {
    if (static_cast<unsigned char>(c) <= ' ' || std::string_view("\"<>\\^`{|}\x7f").find(c) != std::string_view::npos) {
      return std::nullopt;
    }
  }
  for (std::size_t start = 0; start <= path.size();) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    if (path.substr(start, end - start) == "..") return std::nullopt;
    start = end + 1;
  }
  return std::string(base_url) + (base_url.ends_with('/') ? "" : "/") + std::string(address);
}

std::variant<Inventory, Refusal> read(const Source& source) {
  if (source.bytes.size() > kMostBytes) {
    return Refusal{"inventory-too-large", {source.name, std::to_string(kMostBytes >> 20U)}};
  }
  if (source.bytes.starts_with("# Sphinx inventory version")) return read_sphinx(source);
  const std::size_t first = source.bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || source.bytes[first] != '{') return Refusal{"bad-inventory", {source.name}};
  return GacetaReader(source).run();
}

Inventory merged(std::vector<Inventory> inventories) {
  std::map<std::pair<std::string, std::string>, Item> items;
  for (Inventory& inventory : inventories) {
    for (Item& item : inventory.items) {
      const auto [found, is_new] = items.try_emplace({item.id, item.kind}, item);
      if (is_new) continue;
      Item& kept = found->second;
      kept.editions.insert(kept.editions.end(), item.editions.begin(), item.editions.end());
      for (Place& place : kept.places) {
        if (!place.titles.empty()) place.titles.resize(kept.editions.size());
      }
    }
  }
  Inventory all;
  for (auto& [key, item] : items) all.items.push_back(std::move(item));
  return all;
}

}  // namespace gaceta::inventory
