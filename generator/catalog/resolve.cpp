// How a reference is understood:  '#c-5' in the same bulletin · 'tmec/2021-07-pymes#p-3' · 'usmca#25.5',
// 'usmca#chapter-25' · 'event:dialogo-pyme-2' · 'pages/about'. The part before '#' is an id, the part behind it a
// place. 'sela:…' is what another site calls something. '#fact-…' is a figure that the bulletin declares, unless a
// block of its text is called so.
#include <algorithm>

#include "catalog/catalog.hpp"
#include "catalog/citable_parts.hpp"
#include "text/nearest.hpp"

namespace gaceta::catalog {
namespace {

using diagnostics::did_you_mean;

constexpr std::string_view kEvent = "event:";
constexpr std::string_view kPages = "pages/";
constexpr std::string_view kFact = "fact-";

/// The ids that are near `name`, or whose last part is.
std::optional<std::string> nearest_id(std::string_view name, const std::vector<std::string>& ids) {
  if (auto found = text::nearest(name, ids)) return found;
  std::vector<std::string> last_parts;
  for (const std::string& id : ids) last_parts.push_back(id.substr(id.rfind('/') + 1));
  const auto found = text::nearest(name.substr(name.rfind('/') + 1), last_parts);
  if (!found) return std::nullopt;
  const auto at = std::find(last_parts.begin(), last_parts.end(), *found) - last_parts.begin();
  return ids[static_cast<std::size_t>(at)];
}

}  // namespace

std::variant<Target, Unresolved> Catalog::resolve(std::string_view text, std::optional<BulletinIndex> from) const {
  if (text.starts_with(kEvent)) {
    const std::string_view id = text.substr(kEvent.size());
    if (const auto event = find_event(id)) return Target(EventTarget{*event});
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < events_.size(); ++i) ids.emplace_back(this->id(static_cast<EventIndex>(i)));
    return Unresolved{
        "unknown-event", {std::string(id)}, did_you_mean(text::nearest(id, ids)), kEvent.size(), id.size()};
  }
  if (text.starts_with(kPages)) {
    const std::string_view id = text.substr(kPages.size());
    if (const auto page = page_ids_.find(id)) return Target(PageTarget{*page});
    std::vector<std::string> ids;
    for (const model::Page& page : site_->pages) ids.push_back(page.id);
    return Unresolved{
        "unknown-page", {std::string(id)}, did_you_mean(text::nearest(id, ids)), kPages.size(), id.size()};
  }
  const std::size_t hash = std::min(text.find('#'), text.size());
  if (const std::size_t colon = text.find(':'); colon < hash) {
    return resolve_elsewhere(text.substr(0, colon), text.substr(colon + 1));
  }
  const std::string_view name = text.substr(0, hash);
  const std::string_view fragment = text.substr(std::min(hash + 1, text.size()));
  if (name.empty() && from) return resolve_in_bulletin(*from, text, fragment);
  if (const auto bulletin = find_bulletin(name)) return resolve_in_bulletin(*bulletin, text, fragment);
  if (const auto document = find_document(name)) return resolve_in_document(*document, text, fragment);
  return unknown_target(name);
}

std::variant<Target, Unresolved> Catalog::resolve_elsewhere(std::string_view prefix, std::string_view name) const {
  const auto& sites = settings().other_sites;
  const auto site = std::find_if(sites.begin(), sites.end(), [&](const auto& one) { return one.prefix == prefix; });
  if (site == sites.end()) {
    std::vector<std::string> prefixes = {"event"};
    for (const content::OtherSite& one : sites) prefixes.push_back(one.prefix);
    return Unresolved{
        "unknown-inventory", {std::string(prefix)}, did_you_mean(text::nearest(prefix, prefixes)), 0, prefix.size()};
  }
  if (!site->is_readable) return Unresolved{};
  if (const auto found = inventory::find(site->inventory, name)) {
    return Target(OtherTarget{static_cast<std::uint32_t>(site - sites.begin()), *found});
  }
  return Unresolved{"unknown-inventory-item",
                    {site->prefix, std::string(name)},
                    did_you_mean(inventory::nearest(site->inventory, name)),
                    prefix.size() + 1,
                    name.size()};
}

std::string Catalog::as_written(const OtherTarget& target) const {
  const inventory::Item& item = this->item(target);
  const content::OtherSite& site = settings().other_sites[target.site];
  const auto by_id = inventory::find(site.inventory, item.id);
  const bool is_clear = by_id && by_id->item == target.found.item;
  std::string out = site.prefix + ":" + (is_clear ? item.id : item.kind + ":" + item.id);
  if (target.found.place) out += "#" + item.places[*target.found.place].id;
  return out;
}

Unresolved Catalog::unknown_target(std::string_view name) const {
  for (const content::Withheld& withheld : site_->withheld) {
    if (withheld.id.text != name) continue;
    using Reason = content::Withheld::Reason;
    if (withheld.reason == Reason::broken) return {};  // its own mistakes are reported
    return {withheld.reason == Reason::draft ? "reference-to-draft" : "reference-to-future",
            {std::string(name)},
            {},
            0,
            name.size()};
  }
  std::vector<std::string> ids;
  for (const model::Bulletin& bulletin : site_->bulletins) ids.push_back(bulletin.id.text);
  for (const content::ExternalDocument& document : settings().documents) ids.push_back(document.id.text);
  return {"unknown-reference", {std::string(name)}, did_you_mean(nearest_id(name, ids)), 0, name.size()};
}

std::variant<Target, Unresolved> Catalog::resolve_in_bulletin(BulletinIndex bulletin, std::string_view text,
                                                              std::string_view fragment) const {
  const bool has_hash = text.find('#') != std::string_view::npos;
  if (!has_hash) return Target(BulletinTarget{bulletin, ""});
  if (find_anchor(bulletin, fragment, model::Language{})) {
    return Target(BulletinTarget{bulletin, std::string(fragment)});
  }
  if (const auto fact = find_fact(bulletin, fragment)) {
    if (is_shown(*fact)) return Target(*fact);
    return Unresolved{"fact-without-place",
                      {std::string(id(*fact)), this->bulletin(bulletin).id.text},
                      {"give-fact-label", {}},
                      text.size() - fragment.size(),
                      fragment.size()};
  }
  std::vector<std::string> names;
  for (const model::Fact& fact : this->bulletin(bulletin).facts) names.push_back(std::string(kFact) + fact.id.text);
  for (const auto& text_in_language : this->bulletin(bulletin).texts) {
    if (!text_in_language) continue;
    for (std::string& name : text_in_language->outline.anchors.names()) names.push_back(std::move(name));
  }
  return Unresolved{"unknown-anchor",
                    {std::string(fragment), this->bulletin(bulletin).id.text},
                    did_you_mean(text::nearest(fragment, names)),
                    text.size() - fragment.size(),
                    fragment.size()};
}

std::optional<FactTarget> Catalog::find_fact(BulletinIndex index, std::string_view fragment) const {
  if (!fragment.starts_with(kFact)) return std::nullopt;
  const auto& facts = bulletin(index).facts;
  std::uint32_t at = 0;
  for (auto fact = facts.begin(); fact != facts.end(); ++fact, ++at) {
    if (fact.first_text() == fragment.substr(kFact.size())) return FactTarget{index, at};
  }
  return std::nullopt;
}

bool Catalog::prints_fact(const FactTarget& target, model::Language language) const {
  const std::optional<model::Text>& text = bulletin(target.bulletin).texts[language];
  if (!text) return false;
  const auto& uses = text->outline.facts;
  const std::string_view name = id(target);
  return std::any_of(uses.begin(), uses.end(), [&](const model::FactUse& use) { return use.name == name; });
}

/// In a text, or among the figures of the site, which lists those that have a label.
bool Catalog::is_shown(const FactTarget& target) const {
  if (!fact(target).label.empty()) return true;
  for (std::size_t i = 0; i < language_count(); ++i) {
    if (prints_fact(target, static_cast<model::Language>(i))) return true;
  }
  return false;
}

std::variant<Target, Unresolved> Catalog::resolve_in_document(DocumentIndex index, std::string_view text,
                                                              std::string_view fragment) const {
  using Part = DocumentTarget::Part;
  const content::ExternalDocument& document = this->document(index);
  if (text.find('#') == std::string_view::npos) return Target(DocumentTarget{index, Part::whole, ""});
  struct Prefix {
    std::string_view text;
    Part part;
    const std::optional<std::regex>& pattern;
  };
  const CitableParts& parts = *citable_parts_[position(index)];
  const Prefix prefixes[] = {{"chapter-", Part::chapter, parts.chapters},
                             {"annex-", Part::annex, parts.annexes},
                             {"article-", Part::article, parts.articles},
                             {"", Part::article, parts.articles}};
  for (const Prefix& prefix : prefixes) {
    if (!fragment.starts_with(prefix.text)) continue;
    const std::string_view number = fragment.substr(prefix.text.size());
    if (matches(number, prefix.pattern)) return Target(DocumentTarget{index, prefix.part, std::string(number)});
  }
  diagnostics::Help help;
  if (!document.articles.empty()) help = {"article-pattern", {document.articles}};
  return Unresolved{"unknown-article",
                    {std::string(fragment), document.id.text},
                    std::move(help),
                    text.size() - fragment.size(),
                    fragment.size()};
}

bool Catalog::has_anchor_in(BulletinIndex index, std::string_view name, model::Language language) const {
  const std::optional<model::Text>& text = bulletin(index).texts[language];
  return text && text->outline.anchors.contains(name);
}

std::optional<model::Anchor> Catalog::find_anchor_in(BulletinIndex index, std::string_view name,
                                                     model::Language language) const {
  const std::optional<model::Text>& text = bulletin(index).texts[language];
  return text ? text->outline.anchors.find(name) : std::nullopt;
}

std::optional<model::Anchor> Catalog::find_anchor(BulletinIndex index, std::string_view name,
                                                  model::Language language) const {
  if (auto anchor = find_anchor_in(index, name, language)) return anchor;
  for (std::size_t i = 0; i < language_count(); ++i) {
    if (auto anchor = find_anchor_in(index, name, static_cast<model::Language>(i))) return anchor;
  }
  return std::nullopt;
}

}  // namespace gaceta::catalog
