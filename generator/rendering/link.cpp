#include "rendering/link.hpp"

#include <algorithm>

#include "content/roles.hpp"
#include "text/html.hpp"

namespace gaceta::rendering {
namespace {

using catalog::BulletinTarget;
using catalog::DocumentTarget;
using catalog::EventTarget;
using catalog::FactTarget;
using catalog::OtherTarget;
using catalog::PageTarget;
using localization::IntentId;
using localization::Words;
using model::Anchor;
using model::Language;

std::string tag_if_other(const Host& host, Language shown) {
  return shown == host.language ? std::string() : host.settings().languages[model::index(shown)].code;
}

std::string print_words(const Host& host, IntentId intent, std::string text) {
  return host.locale.print(intent, Words{std::move(text), {}, {}, {}});
}

std::string document_part(const Host& host, const DocumentTarget& target) {
  switch (target.part) {
    case DocumentTarget::Part::article:
      return print_words(host, IntentId::identifier_article, target.number);
    case DocumentTarget::Part::chapter:
      return print_words(host, IntentId::identifier_chapter, target.number);
    case DocumentTarget::Part::annex:
      return print_words(host, IntentId::identifier_annex, target.number);
    default:
      return {};
  }
}

Link link_to_bulletin(const Host& host, const BulletinTarget& target) {
  const model::Bulletin& bulletin = host.catalog.bulletin(target.bulletin);
  const Language shown = shown_language(bulletin.texts, host.language);
  const std::string address = host.catalog.address(target.bulletin, shown);
  Link link{href(host, address, target.anchor), "", tag_if_other(host, shown), false};
  const bool is_same_page = address == host.address || address == host.text_address;
  std::string label = place_label(host, target.bulletin, target.anchor);
  if (label.empty() && is_same_page && !target.anchor.empty()) label = host.locale.message("place-passage");
  if (!is_same_page || label.empty()) link.text = bulletin_citation(host, bulletin);
  if (!label.empty()) link.text += (link.text.empty() ? "" : ", ") + label;
  return link;
}

/// To the first place of the bulletin that prints the figure: in the reader's language, else among the figures of the
/// site, else in another language.
Link link_to_fact(const Host& host, const FactTarget& target) {
  const model::Bulletin& bulletin = host.catalog.bulletin(target.bulletin);
  const model::Fact& fact = host.catalog.fact(target);
  Language shown = host.language;
  for (std::size_t i = 0; i < host.catalog.language_count() && !host.catalog.prints_fact(target, shown); ++i) {
    shown = static_cast<Language>(i);
  }
  const bool is_printed = host.catalog.prints_fact(target, shown) && (shown == host.language || fact.label.empty());
  Link link;
  link.text = fact_label(host, fact);
  if (!is_printed) {
    link.text = bulletin_citation(host, bulletin) + ", " + link.text;
    link.url = href(host, host.catalog.register_address(target, host.language), fact_id(bulletin, fact));
    return link;
  }
  // Side by side, no figure has an id: both texts print it.
  const std::string address = host.catalog.address(target.bulletin, shown);
  const std::string anchor = "#fact-" + fact.id.text;
  link.url = address == host.address ? anchor : href(host, address) + anchor;
  if (address != host.address && address != host.text_address) {
    link.text = bulletin_citation(host, bulletin) + ", " + link.text;
  }
  link.language = tag_if_other(host, shown);
  return link;
}

/// A symbol with a number in it is never broken; one that is made of words alone may be, as words are.
bool is_unbroken(const std::string& symbol) {
  return symbol.find_first_of("0123456789") != std::string::npos;
}

std::string document_symbol(const Host& host, const std::string& symbol) {
  return is_unbroken(symbol) ? print_words(host, IntentId::identifier_symbol, symbol) : symbol;
}

Link link_to_document(const Host& host, const DocumentTarget& target) {
  const content::ExternalDocument& document = host.catalog.document(target.document);
  Link link;
  link.text =
      document.symbol.empty() ? document.title[host.language] : document_symbol(host, document.symbol[host.language]);
  link.is_symbol = !document.symbol.empty() && is_unbroken(document.symbol[host.language]);
  if (const std::string part = document_part(host, target); !part.empty()) {
    link.text += ", " + part;
    link.is_symbol = false;
  }
  if (document.language != host.language_code()) link.language = document.language;
  if (!document.url.empty()) {
    link.url = document.url[host.language];
    for (std::size_t i = 0; link.url.empty() && i < document.url.size(); ++i) {
      const auto other = static_cast<Language>(i);
      link.url = document.url[other];
      if (!link.url.empty() && document.language.empty()) link.language = tag_if_other(host, other);
    }
  }
  link.is_external = !link.url.empty();
  if (!link.is_external) {
    link.language.clear();  // the register is in the reader's own language
    link.url = href(host, host.catalog.register_address(target.document, host.language), "doc-" + document.id.text);
  }
  return link;
}

Link link_to_event(const Host& host, const EventTarget& target) {
  const catalog::Event& event = host.catalog.event(target.event);
  const catalog::BulletinIndex owner = event.bulletins.front();
  const Language shown = shown_language(host.catalog.bulletin(owner).texts, host.language);
  // Events are listed on the bulletin's own page only, not beside its text on another.
  const std::string address = host.catalog.address(owner, shown);
  const model::Event declared = host.catalog.as_declared(target.event);
  const std::string anchor = "#event-" + declared.id.text;
  return {address == host.address ? anchor : href(host, address) + anchor, declared.title[host.language],
          tag_if_other(host, shown), false};
}

Link link_to_page(const Host& host, const PageTarget& target) {
  const model::Page& page = host.catalog.page(target.page);
  const Language shown = shown_language(page.texts, host.language);
  return {href(host, host.catalog.address(target.page, shown)), page.texts[shown]->title, tag_if_other(host, shown),
          false};
}

/// Whether a tag such as 'en-GB' is of the language 'en'.
bool is_of_language(std::string_view tag, std::string_view code) {
  return tag.substr(0, tag.find('-')) == code.substr(0, code.find('-'));
}

/// In the reader's language if the other site has it there, else in the first that it has.
Link link_to_other_site(const Host& host, const OtherTarget& target) {
  const inventory::Item& item = host.catalog.item(target);
  std::size_t shown = 0;
  for (std::size_t i = 0; i < item.editions.size(); ++i) {
    if (is_of_language(item.editions[i].language, host.language_code())) {
      shown = i;
      break;
    }
  }
  const inventory::Edition& edition = item.editions[shown];
  Link link;
  link.is_external = true;
  link.url = edition.url;
  link.text = edition.title;
  if (!edition.language.empty() && !is_of_language(edition.language, host.language_code())) {
    link.language = edition.language;
    link.foreign = link.text.size();
  }
  if (!target.found.place) return link;
  const inventory::Place& place = item.places[*target.found.place];
  link.url += "#" + place.id;
  const std::string title = place.titles.empty() ? std::string() : place.titles[shown];
  const std::string label = title.empty() ? place_label(host, place.kind, place.number)
                            : place.kind == Anchor::Kind::section
                                ? host.locale.message("place-section-titled", {{"title", std::string_view(title)}})
                                : title;
  if (!label.empty()) link.text += ", " + label;
  return link;
}

}  // namespace

std::string words_html(const Link& link) {
  std::string out;
  if (link.foreign > 0) {
    out += "<span lang=\"" + text::html_escaped(link.language) + "\">";
    text::append_html_escaped(out, std::string_view(link.text).substr(0, link.foreign));
    out += "</span>";
  }
  text::append_html_escaped(out, std::string_view(link.text).substr(link.foreign));
  return out;
}

std::string place_label(const Host& host, Anchor::Kind kind, std::string_view number) {
  if (number.empty()) return {};
  if (kind == Anchor::Kind::paragraph) return print_words(host, IntentId::identifier_paragraph, std::string(number));
  std::string_view key;
  switch (kind) {
    case Anchor::Kind::section:
      key = "place-section";
      break;
    case Anchor::Kind::conclusion:
      key = "place-conclusion";
      break;
    case Anchor::Kind::recommendation:
      key = "place-recommendation";
      break;
    case Anchor::Kind::table:
      key = "place-table";
      break;
    case Anchor::Kind::note:
      key = "place-note";
      break;
    case Anchor::Kind::picture:
      key = "place-picture";
      break;
    case Anchor::Kind::quote:
      key = "place-quote";
      break;
    case Anchor::Kind::list:
      key = "place-list";
      break;
    case Anchor::Kind::programme:
      key = "place-programme";
      break;
    case Anchor::Kind::participants:
      key = "place-participants";
      break;
    case Anchor::Kind::key_figures:
      key = "place-key-figures";
      break;
    default:
      return {};
  }
  return host.locale.message(key, {{"number", number}});
}

std::string place_label(const Host& host, catalog::BulletinIndex index, std::string_view name) {
  const auto& texts = host.catalog.bulletin(index).texts;
  const Language shown = shown_language(texts, host.language);
  const std::optional<Anchor> anchor = name.empty() ? std::nullopt : host.catalog.find_anchor(index, name, shown);
  if (!anchor) return {};
  if (anchor->kind == Anchor::Kind::section && !anchor->is_printed) {
    const model::PackedList<model::Heading> headings = host.catalog.headings(*texts[shown]);
    for (const model::Heading& heading : headings) {
      if (heading.anchor != name) continue;
      if (!heading.text.empty()) return host.locale.message("place-section-titled", {{"title", heading.text}});
      break;
    }
  }
  return place_label(host, anchor->kind, anchor->number);
}

std::string part_label(const Host& host, const catalog::Target& target) {
  if (const auto* bulletin = std::get_if<BulletinTarget>(&target)) {
    return place_label(host, bulletin->bulletin, bulletin->anchor);
  }
  if (const auto* document = std::get_if<DocumentTarget>(&target)) return document_part(host, *document);
  if (const auto* fact = std::get_if<FactTarget>(&target)) return fact_label(host, host.catalog.fact(*fact));
  return {};
}

std::string fact_label(const Host& host, const model::Fact& fact) {
  if (!fact.label.empty()) return fact.label[host.language];
  const auto phrase = content::fact_phrase(fact, "", host.settings(), host.catalog.site().formats);
  return phrase ? host.locale.print(*phrase) : fact.id.text;
}

std::string fact_id(const model::Bulletin& bulletin, const model::Fact& fact) {
  return bulletin.id.text + "/" + fact.id.text;
}

std::string bulletin_citation(const Host& host, const model::Bulletin& bulletin) {
  if (bulletin.number) {
    const std::string& series = host.settings().find_series(bulletin.series)->name[host.language];
    return host.locale.print(IntentId::identifier_report, Words{series, {}, {}, bulletin.number});
  }
  if (!bulletin.symbol.empty()) return print_words(host, IntentId::identifier_symbol, bulletin.symbol);
  return bulletin.texts[shown_language(bulletin.texts, host.language)]->title;
}

Link link_to(const Host& host, const catalog::Target& target) {
  if (const auto* bulletin = std::get_if<BulletinTarget>(&target)) return link_to_bulletin(host, *bulletin);
  if (const auto* document = std::get_if<DocumentTarget>(&target)) return link_to_document(host, *document);
  if (const auto* event = std::get_if<EventTarget>(&target)) return link_to_event(host, *event);
  if (const auto* fact = std::get_if<FactTarget>(&target)) return link_to_fact(host, *fact);
  if (const auto* other = std::get_if<OtherTarget>(&target)) return link_to_other_site(host, *other);
  return link_to_page(host, std::get<PageTarget>(target));
}

std::string language_label(const Host& host, std::string_view language) {
  if (language.empty()) return {};
  const std::string name = host.locale.language_name(language);
  return host.locale.message("in-language", {{"language", std::string_view(name)}});
}

void append_link(std::string& out, const Host& host, const Link& link, std::string_view words_html,
                 std::string_view css_class) {
  out += "<a href=\"";
  text::append_html_escaped(out, link.url);
  out += '"';
  if (!css_class.empty()) {
    out += " class=\"";
    out += css_class;
    out += '"';
  }
  if (!link.language.empty()) {
    out += " hreflang=\"";
    text::append_html_escaped(out, link.language);
    out += '"';
  }
  if (link.is_external) out += " rel=\"external\"";
  out += '>';
  const bool is_symbol = link.is_symbol && words_html == text::html_escaped(link.text);
  if (is_symbol) out += "<span class=\"unbroken\">";
  out += words_html;
  if (is_symbol) out += "</span>";
  out += "</a>";
  if (const std::string label = language_label(host, link.language); !label.empty()) {
    out += " <span class=\"in-language\">(";
    text::append_html_escaped(out, label);
    out += ")</span>";
  }
}

}  // namespace gaceta::rendering
