#include "commands/refs.hpp"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "build_site.hpp"
#include "catalog/catalog.hpp"
#include "text/nearest.hpp"

namespace gaceta::commands {
namespace {

using catalog::Catalog;
using catalog::Citation;
using catalog::Target;
using Json = nlohmann::ordered_json;

/// 'usmca#25.5', 'sela/2015-consorcios#p-3', 'event:dialogo-pyme-2', 'pages/about': as an editor would write it.
std::string as_written(const Catalog& catalog, const Target& target) {
  if (const auto* bulletin = std::get_if<catalog::BulletinTarget>(&target)) {
    return catalog.bulletin(bulletin->bulletin).id.text + (bulletin->anchor.empty() ? "" : "#" + bulletin->anchor);
  }
  if (const auto* document = std::get_if<catalog::DocumentTarget>(&target)) {
    static constexpr std::string_view kParts[] = {"", "#", "#chapter-", "#annex-"};
    return catalog.document(document->document).id.text +
           std::string(kParts[static_cast<std::size_t>(document->part)]) + document->number;
  }
  if (const auto* event = std::get_if<catalog::EventTarget>(&target)) {
    return "event:" + std::string(catalog.id(event->event));
  }
  if (const auto* other = std::get_if<catalog::OtherTarget>(&target)) return catalog.as_written(*other);
  if (const auto* fact = std::get_if<catalog::FactTarget>(&target)) {
    return catalog.bulletin(fact->bulletin).id.text + "#fact-" + std::string(catalog.id(*fact));
  }
  return "pages/" + catalog.page(std::get<catalog::PageTarget>(target).page).id;
}

/// What of the asked-for thing is cited: 'p-12', 'article 25.5'; empty for the whole.
std::string part_of(const Catalog& catalog, const Target& target) {
  if (const auto* bulletin = std::get_if<catalog::BulletinTarget>(&target)) return bulletin->anchor;
  if (const auto* fact = std::get_if<catalog::FactTarget>(&target)) return "fact-" + std::string(catalog.id(*fact));
  if (const auto* document = std::get_if<catalog::DocumentTarget>(&target)) {
    static constexpr std::string_view kParts[] = {"", "article ", "chapter ", "annex "};
    return std::string(kParts[static_cast<std::size_t>(document->part)]) + document->number;
  }
  return {};
}

/// What is known of one id.
struct Found {
  std::vector<Target> cites;
  std::vector<Citation> cited_by;
};

std::vector<Citation> citations_of(const Catalog& catalog, const Target& target) {
  if (const auto* bulletin = std::get_if<catalog::BulletinTarget>(&target)) {
    return catalog.citations(bulletin->bulletin);
  }
  if (const auto* fact = std::get_if<catalog::FactTarget>(&target)) return catalog.citations(fact->bulletin);
  if (const auto* document = std::get_if<catalog::DocumentTarget>(&target))
    return catalog.citations(document->document);
  return {};
}

/// A part of something: what stands in that place of the bulletin, and who cites exactly it.
std::optional<Found> find_part(const Catalog& catalog, std::string_view id) {
  const auto resolved = catalog.resolve(id, std::nullopt);
  const auto* target = std::get_if<Target>(&resolved);
  if (target == nullptr) return std::nullopt;
  Found found;
  if (const auto* place = std::get_if<catalog::BulletinTarget>(target)) {
    for (const catalog::Edge& edge : catalog.edges(place->bulletin)) {
      if (edge.anchor != place->anchor) continue;
      if (std::find(found.cites.begin(), found.cites.end(), edge.target) == found.cites.end()) {
        found.cites.push_back(edge.target);
      }
    }
  }
  for (const Citation& citation : citations_of(catalog, *target)) {
    if (citation.target == *target) found.cited_by.push_back(citation);
  }
  return found;
}

std::optional<Found> find(const Catalog& catalog, std::string_view id) {
  if (const auto bulletin = catalog.find_bulletin(id)) {
    return Found{catalog.references(*bulletin), catalog.citations(*bulletin)};
  }
  if (const auto document = catalog.find_document(id)) return Found{{}, catalog.citations(*document)};
  constexpr std::string_view kEvent = "event:";
  if (const auto event = catalog.find_event(id.starts_with(kEvent) ? id.substr(kEvent.size()) : id)) {
    return Found{{}, catalog.citations(*event)};
  }
  return id.find('#') != std::string_view::npos ? find_part(catalog, id) : std::nullopt;
}

std::vector<std::string> all_ids(const Catalog& catalog) {
  std::vector<std::string> ids;
  for (const model::Bulletin& bulletin : catalog.bulletins()) ids.push_back(bulletin.id.text);
  for (const content::ExternalDocument& document : catalog.settings().documents) ids.push_back(document.id.text);
  for (std::size_t i = 0; i < catalog.events().size(); ++i) {
    ids.push_back("event:" + std::string(catalog.id(static_cast<catalog::EventIndex>(i))));
  }
  return ids;
}

void print_text(const Catalog& catalog, const std::string& id, const Found& found) {
  const bool spanish = message_language() == diagnostics::Language::spanish;
  std::cout << id << "\n" << (spanish ? "remite a:" : "refers to:") << "\n";
  for (const Target& target : found.cites) std::cout << "  " << as_written(catalog, target) << "\n";
  std::cout << (spanish ? "lo citan:" : "cited by:") << "\n";
  for (const Citation& citation : found.cited_by) {
    std::cout << "  " << catalog.bulletin(citation.from).id.text;
    if (!citation.anchor.empty()) std::cout << "#" << citation.anchor;
    if (const std::string part = part_of(catalog, citation.target); !part.empty()) std::cout << "  (" << part << ")";
    std::cout << "\n";
  }
}

void print_json(const Catalog& catalog, const std::string& id, const Found& found) {
  Json cites = Json::array();
  for (const Target& target : found.cites) cites.push_back(as_written(catalog, target));
  Json cited_by = Json::array();
  for (const Citation& citation : found.cited_by) {
    Json context = Json::object();
    for (std::size_t i = 0; i < catalog.language_count(); ++i) {
      std::string words = catalog.words_around(citation, static_cast<model::Language>(i));
      if (!words.empty()) context[catalog.settings().languages[i].code] = std::move(words);
    }
    cited_by.push_back({{"bulletin", catalog.bulletin(citation.from).id.text},
                        {"paragraph", citation.anchor},
                        {"part", part_of(catalog, citation.target)},
                        {"context", std::move(context)}});
  }
  std::cout << Json{{"id", id}, {"cites", std::move(cites)}, {"cited_by", std::move(cited_by)}}.dump(2) << "\n";
}

}  // namespace

ExitStatus refs(const RefsOptions& options) {
  const auto site = open_site(options.site.root);
  if (!site) return ExitStatus::machine_failed;
  const auto request = request_of(options.site);
  if (!request) return ExitStatus::wrong_usage;
  diagnostics::Diagnostics diagnostics;
  const std::optional<Catalog> catalog = read_catalog(*site->root, site->share(), *request, diagnostics);
  if (!catalog) {
    std::cerr << diagnostics::as_text(diagnostics, source_text(*site->root), message_language(),
                                      diagnostics::Style::plain);
    return ExitStatus::content_errors;
  }
  const auto found = find(*catalog, options.id);
  if (!found) {
    const bool spanish = message_language() == diagnostics::Language::spanish;
    std::cerr << "gaceta: " << (spanish ? "nada se llama '" : "nothing is called '") << options.id << "'\n";
    if (const auto near = text::nearest(options.id, all_ids(*catalog))) {
      std::cerr << "    " << (spanish ? "ayuda: ¿quiso decir '" : "help: did you mean '") << *near << "'?\n";
    }
    return ExitStatus::content_errors;
  }
  options.format == "json" ? print_json(*catalog, options.id, *found) : print_text(*catalog, options.id, *found);
  return ExitStatus::done;
}

}  // namespace gaceta::commands
