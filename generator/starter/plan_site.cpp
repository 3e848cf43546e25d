#include "starter/plan_site.hpp"

#include <algorithm>

#include "filesystem/path.hpp"
#include "starter/starter_text.hpp"
#include "text/unicode.hpp"

namespace gaceta::starter {
namespace {

using filesystem::Entry;
using filesystem::Error;
using filesystem::Folder;
using filesystem::Result;

constexpr std::string_view kContent = "content";

bool has_comments(std::string_view path) {
  return path.ends_with(".yaml") || path.ends_with(".md") || filesystem::name_of(path).starts_with('.');
}

bool is_of_new_repository(std::string_view name) {
  const std::string folded = text::fold_case(name);
  return folded.starts_with('.') || folded.starts_with("readme") || folded.starts_with("license") ||
         folded.starts_with("licence") || folded.starts_with("copying");
}

}  // namespace

Result<NewSite> plan_site(const Folder& shipped, diagnostics::Language comments) {
  auto entries = shipped.tree(kContent);
  if (!entries.ok()) return entries.error();
  auto beside = shipped.children();
  if (!beside.ok()) return beside.error();
  NewSite site;
  for (const auto& [listed, files] :
       {std::pair{&entries.value(), &site.content}, std::pair{&beside.value(), &site.beside}}) {
    for (const Entry& entry : *listed) {
      const bool is_beside = files == &site.beside;
      if (entry.type != Entry::Type::file || (is_beside && !entry.path.starts_with('.'))) continue;
      auto bytes = shipped.read(entry.path);
      if (!bytes.ok()) return bytes.error();
      files->push_back({is_beside ? entry.path : entry.path.substr(kContent.size() + 1),
                        has_comments(entry.path) ? with_comments_in(comments, bytes.value()) : bytes.value()});
    }
  }
  return site;
}

Result<std::vector<std::string>> in_the_way(const Folder& root) {
  const auto entries = root.children();
  if (!entries.ok()) return entries.error();
  std::vector<std::string> names;
  for (const Entry& entry : entries.value()) {
    if (!is_of_new_repository(entry.path)) names.push_back(entry.path);
  }
  return names;
}

Result<std::vector<std::string>> put_new_site(Folder& root, const NewSite& site) {
  std::vector<std::string> made;
  const auto take_back = [&](Error error) {
    for (const std::string& path : made) (void)root.remove(path);
    return error;
  };
  for (const NewFile& file : site.beside) {
    const auto written = root.create(file.path, file.bytes);
    if (!written.ok() && written.error().kind == Error::Kind::already_exists) continue;  // somebody's own
    made.push_back(file.path);
    if (!written.ok()) return take_back(written.error());
  }
  if (const auto put = put_new_folder(root, kContent, site.content); !put.ok()) return take_back(put.error());
  for (const NewFile& file : site.content) made.push_back(filesystem::joined(kContent, file.path));
  std::sort(made.begin(), made.end());
  return made;
}

}  // namespace gaceta::starter
