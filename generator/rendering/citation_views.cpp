// Who cites something, for readers: each passage once, with all that it cites.
#include <algorithm>
#include <map>

#include "rendering/link.hpp"
#include "rendering/views.hpp"

namespace gaceta::rendering {
namespace {

using model::Language;

CitationView view_of(const Host& host, const catalog::Citation& citation) {
  const model::Bulletin& from = host.catalog.bulletin(citation.from);
  const Language shown = shown_language(from.texts, host.language);
  CitationView view;
  view.url = href(host, host.catalog.address(citation.from, shown), citation.anchor);
  view.title = from.texts[shown]->title;
  view.place = place_label(host, citation.from, citation.anchor);
  if (host.catalog.address(citation.from, shown) == host.address && !view.place.empty()) {
    view.title = host.locale.capitalized(view.place);  // the reader is on that page: its title says nothing new
    view.place.clear();
  }
  view.part = part_label(host, citation.target);
  view.context = host.catalog.words_around(citation, shown);
  if (shown != host.language) view.language = host.settings().languages[model::index(shown)].code;
  // The bare reference itself stands in its context as U+FFFC: its own words are those of the target.
  if (const std::size_t own = view.context.find("\uFFFC"); own != std::string::npos) {
    view.context.replace(own, 3, link_to(host, citation.target).text);
  }
  return view;
}

}  // namespace

std::vector<CitationView> views_of(const Host& host, std::span<const catalog::Citation> citations) {
  std::vector<CitationView> views;
  views.reserve(citations.size());
  for (std::size_t first = 0; first < citations.size();) {
    std::size_t last = first + 1;  // those of one bulletin stand together
    while (last < citations.size() && citations[last].from == citations[first].from) ++last;
    std::map<std::string_view, std::size_t> view_of_anchor;
    const bool has_passage = std::any_of(citations.begin() + static_cast<std::ptrdiff_t>(first),
                                         citations.begin() + static_cast<std::ptrdiff_t>(last),
                                         [](const auto& one) { return !one.anchor.empty(); });
    for (std::size_t i = first; i < last; ++i) {
      if (citations[i].anchor.empty() && has_passage) continue;
      CitationView view = view_of(host, citations[i]);
      const auto [found, is_new] = view_of_anchor.try_emplace(citations[i].anchor, views.size());
      if (is_new) {
        views.push_back(std::move(view));
      } else if (!view.part.empty()) {
        std::string& parts = views[found->second].part;
        parts += (parts.empty() ? "" : ", ") + view.part;
      }
    }
    first = last;
  }
  // Beside the place that cites, a place that is cited has to say so; an article cannot be mistaken.
  for (CitationView& view : views) {
    if (!view.part.empty() && !std::holds_alternative<catalog::DocumentTarget>(citations.front().target)) {
      view.part = host.locale.message("cites-part", {{"part", std::string_view(view.part)}});
    }
  }
  return views;
}

}  // namespace gaceta::rendering
