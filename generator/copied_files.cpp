#include "copied_files.hpp"

#include <map>
#include <set>

#include "content/source.hpp"
#include "rendering/pages.hpp"

namespace gaceta {
namespace {

using filesystem::Entry;
using filesystem::Folder;

constexpr std::string_view kAssets = "assets/";

/// Gathers what the texts of one folder after the other use.
class Media {
 public:
  explicit Media(const Folder& root) : root_(root) {}

  void add(const model::PerLanguage<std::optional<model::Text>>& texts, const std::string& from,
           const std::string& to) {
    for (const auto& text : texts) {
      if (!text) continue;
      for (const model::FileUse& use : text->outline.files) {
        const std::string name(use.name);
        if (!known_.insert(to + name).second) continue;
        files_.push_back({&root_, content::find_file(root_, from, name).value_or(from + "/" + name), to + name});
      }
    }
  }
  std::vector<CopiedFile> take() { return std::move(files_); }

 private:
  const Folder& root_;
  std::set<std::string> known_;
  std::vector<CopiedFile> files_;
};

}  // namespace

std::vector<CopiedFile> assets(const Folder& root, const Folder& shipped) {
  std::map<std::string, CopiedFile> by_name;
  if (const auto tree = shipped.tree(); tree.ok()) {
    for (const Entry& entry : tree.value()) {
      if (entry.type != Entry::Type::file) continue;
      by_name[entry.path] = {&shipped, entry.path, std::string(kAssets) + entry.path};
    }
  }
  if (const auto tree = root.tree("assets"); tree.ok()) {
    for (const Entry& entry : tree.value()) {
      if (entry.type == Entry::Type::file) by_name[entry.path.substr(kAssets.size())] = {&root, entry.path, entry.path};
    }
  }
  std::vector<CopiedFile> files;
  for (auto& [name, file] : by_name) files.push_back(std::move(file));
  return files;
}

std::vector<CopiedFile> media(const Folder& root, const catalog::Catalog& catalog) {
  Media media(root);
  for (const model::Bulletin& bulletin : catalog.bulletins()) {
    media.add(bulletin.texts, bulletin.folder(), rendering::media_address(bulletin));
  }
  for (const model::Page& page : catalog.site().pages) {
    media.add(page.texts, page.folder, "files/pages/" + page.id + "/");
  }
  return media.take();
}

}  // namespace gaceta
