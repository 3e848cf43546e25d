#include "content/load_other_sites.hpp"

#include <algorithm>
#include <array>

#include "content/local_text.hpp"
#include "filesystem/path.hpp"
#include "inventory/read.hpp"

namespace gaceta::content {
namespace {

using diagnostics::make;

/// What stands before ':' in references already, or in addresses.
constexpr std::array<std::string_view, 5> kReserved = {"event", "ref", "http", "https", "mailto"};

class OtherSiteReader {
 public:
  OtherSiteReader(const filesystem::Folder& root, yaml::Fields& fields, std::span<const LanguageSettings> languages)
      : root_(root), fields_(fields), languages_(languages) {}

  /// A file for all languages, or one per language.
  std::optional<inventory::Inventory> run() {
    const std::string language = read_language();
    const model::LocalText base_urls = read_base_urls();
    const yaml::Node* files = fields_.required_node("file");
    if (files == nullptr) return std::nullopt;
    if (files->is_map()) return read_each(*files, base_urls);
    const auto file = fields_.required_text("file");
    if (!file) return std::nullopt;
    return read_file(file->value, file->position, base_urls.empty() ? "" : base_urls[model::Language{}], language);
  }

 private:
  model::LocalText read_base_urls() {
    model::LocalText urls = read_partial_text(fields_, "base_url", languages_);
    for (std::string& url : urls) {
      if (url.empty() || is_web_address(url)) continue;
      fields_.diagnostics().push_back(make("bad-url", fields_.place("base_url"), {url}));
      url.clear();
      is_address_bad_ = true;
    }
    return urls;
  }

  std::string read_language() {
    const auto tag = fields_.text("language");
    if (!tag) return {};
    if (inventory::is_language_tag(tag->value)) return tag->value;
    fields_.diagnostics().push_back(make("bad-language-tag", yaml::place(fields_.path(), tag->position), {tag->value}));
    return {};
  }

  std::optional<inventory::Inventory> read_each(const yaml::Node& files, const model::LocalText& base_urls) {
    yaml::Fields per_language(files, fields_.path(), fields_.diagnostics());
    std::vector<inventory::Inventory> all;
    bool is_whole = true;
    for (std::size_t i = 0; i < languages_.size(); ++i) {
      const auto file = per_language.text(languages_[i].code);
      if (!file) continue;
      const std::string base_url = base_urls.empty() ? "" : base_urls[static_cast<model::Language>(i)];
      auto one = read_file(file->value, file->position, base_url, languages_[i].code);
      is_whole = is_whole && one.has_value();
      if (one) all.push_back(*std::move(one));
    }
    per_language.finish();
    if (!is_whole) return std::nullopt;
    return inventory::merged(std::move(all));
  }

  std::optional<inventory::Inventory> read_file(const std::string& name, yaml::Position position, std::string base_url,
                                                std::string language) {
    const diagnostics::Place place = yaml::place(fields_.path(), position);
    const std::string path = "content/" + name;
    const auto bytes = filesystem::is_inside(path) && filesystem::is_inside(name)
                           ? root_.read(path)
                           : filesystem::Result<std::string>(filesystem::Error{});
    if (!bytes.ok()) {
      fields_.diagnostics().push_back(make("missing-inventory", place, {name}));
      return std::nullopt;
    }
    auto read = inventory::read({bytes.value(), name, std::move(base_url), std::move(language)});
    if (auto* inventory = std::get_if<inventory::Inventory>(&read)) return std::move(*inventory);
    auto& refusal = std::get<inventory::Refusal>(read);
    diagnostics::Help help;
    if (refusal.rule == "inventory-without-address" && is_address_bad_) return std::nullopt;
    if (refusal.rule == "inventory-without-address") help = {"inventory-address-example", {}};
    fields_.diagnostics().push_back(make(refusal.rule, place, std::move(refusal.arguments), std::move(help)));
    return std::nullopt;
  }

  const filesystem::Folder& root_;
  yaml::Fields& fields_;
  std::span<const LanguageSettings> languages_;
  bool is_address_bad_ = false;
};

}  // namespace

std::vector<OtherSite> load_other_sites(const filesystem::Folder& root, yaml::Fields& site,
                                        std::span<const LanguageSettings> languages) {
  std::vector<OtherSite> sites;
  const yaml::Node* map = site.map("inventories");
  if (map == nullptr) return sites;
  for (const yaml::Entry& entry : map->entries()) {
    const std::string_view prefix = entry.key.scalar();
    if (!check_id(prefix, entry.key.position(), site.path(), site.diagnostics())) continue;
    if (std::find(kReserved.begin(), kReserved.end(), prefix) != kReserved.end()) {
      site.diagnostics().push_back(
          make("reserved-prefix", yaml::place(site.path(), entry.key.position()), {std::string(prefix)}));
      continue;
    }
    yaml::Fields fields(entry.value, site.path(), site.diagnostics());
    auto inventory = OtherSiteReader(root, fields, languages).run();
    fields.finish();
    // A site whose inventory cannot be read keeps its prefix: one mistake is not reported at every reference.
    sites.push_back({std::string(prefix), span(entry.key.position()), {}, inventory.has_value()});
    if (inventory) sites.back().inventory = *std::move(inventory);
  }
  return sites;
}

}  // namespace gaceta::content
