#include "rendering/data_files.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "rendering/host.hpp"
#include "text/html.hpp"
#include "text/json.hpp"

namespace gaceta::rendering {
namespace {

using catalog::BulletinIndex;
using catalog::Catalog;
using filesystem::PieceBuffer;
using filesystem::Sink;
using model::Language;

std::string_view status_name(model::FactStatus status) {
  static constexpr std::string_view kNames[] = {"reported",  "quoted",  "target",         "recommended",
                                                "announced", "derived", "to-be-confirmed"};
  return kNames[static_cast<std::size_t>(status)];
}

/// The first paragraph that prints the fact, in any language.
std::string paragraph_of(const model::Bulletin& bulletin, const model::Fact& fact) {
  for (const auto& text : bulletin.texts) {
    if (!text) continue;
    for (const model::FactUse& use : text->outline.facts) {
      if (use.name == fact.id.text && !use.from.empty()) return std::string(use.from);
    }
  }
  return {};
}

void append_json(std::string& out, std::string_view text) {
  text::append_json_string(out, text, text::JsonControls::numbers);
}

/// A JSON list of objects that is written as they come: those of a large site are never in memory together.
class JsonList {
 public:
  explicit JsonList(const Sink& sink) : buffer_(sink), text_(buffer_.text()) {}

  void begin_entry() {
    buffer_.flow();
    text_ += is_empty_ ? "[\n {" : ",\n {";
    is_empty_ = false;
    depth_ = 2;
  }
  void field(std::string_view key, std::string_view value) {
    begin_field(key);
    append_json(text_, value);
  }
  void begin_object(std::string_view key) {
    begin_field(key);
    text_ += '{';
    ++depth_;
  }
  void end() {
    --depth_;
    text_ += '\n';
    text_.append(depth_, ' ');
    text_ += '}';
  }
  void finish() {
    text_ += is_empty_ ? "[]\n" : "\n]\n";
    buffer_.finish();
  }

 private:
  void begin_field(std::string_view key) {
    if (text_.back() != '{') text_ += ',';
    text_ += '\n';
    text_.append(depth_, ' ');
    append_json(text_, key);
    text_ += ": ";
  }

  PieceBuffer buffer_;
  std::string& text_;
  bool is_empty_ = true;
  std::size_t depth_ = 0;  ///< of the fields
};

std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\"\n\r") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string plain_value(const model::Fact& fact) {
  const auto number = model::parse_decimal(fact.value);
  return number ? number->to_plain_string() : fact.value;
}

template <typename Visit>
void for_each_fact(const Catalog& catalog, const Visit& visit) {
  for (const BulletinIndex index : catalog.newest_first()) {
    for (const model::Fact& fact : catalog.bulletin(index).facts) visit(catalog.bulletin(index), fact);
  }
}

std::string_view role_name(catalog::Role role) {
  static constexpr std::string_view kNames[] = {"text", "legal-basis", "source", "see-also"};
  return kNames[static_cast<std::size_t>(role)];
}

struct TargetName {
  std::string id;
  std::string part;
  std::string_view kind;
};

TargetName name_of(const Catalog& catalog, const catalog::Target& target) {
  if (const auto* bulletin = std::get_if<catalog::BulletinTarget>(&target)) {
    return {catalog.bulletin(bulletin->bulletin).id.text, bulletin->anchor, "bulletin"};
  }
  if (const auto* document = std::get_if<catalog::DocumentTarget>(&target)) {
    static constexpr std::string_view kParts[] = {"", "article-", "chapter-", "annex-"};
    return {catalog.document(document->document).id.text,
            std::string(kParts[static_cast<std::size_t>(document->part)]) + document->number, "document"};
  }
  if (const auto* event = std::get_if<catalog::EventTarget>(&target)) {
    return {std::string(catalog.id(event->event)), "", "event"};
  }
  if (const auto* other = std::get_if<catalog::OtherTarget>(&target)) {
    return {catalog.as_written(*other), "", "other-site"};
  }
  if (const auto* fact = std::get_if<catalog::FactTarget>(&target)) {
    return {catalog.bulletin(fact->bulletin).id.text, "fact-" + std::string(catalog.id(*fact)), "fact"};
  }
  return {catalog.page(std::get<catalog::PageTarget>(target).page).id, "", "page"};
}

using AddressIn = std::function<std::string(Language)>;

using VisitPage = std::function<void(const AddressIn&)>;

void for_each_list_page(const Catalog& catalog, std::size_t entries, const VisitPage& visit, const AddressIn& list_in) {
  for (std::size_t page = 1; page <= catalog.page_count(entries); ++page) {
    visit([&](Language language) { return catalog.page_address(list_in(language), language, page); });
  }
}

/// The pages of an index that is split; a letter that several languages have is one page in all of them.
void for_each_index_page(const Catalog& catalog, const IndexPlan& plan, const VisitPage& visit) {
  std::set<std::pair<std::string, std::size_t>> pages;
  for (const LanguageIndex& index : plan.languages) {
    for (const auto* parts : {&index.letters, &index.years}) {
      for (const IndexPart& part : *parts) {
        for (std::size_t i = 1; i <= catalog.page_count(part.bulletins.size()); ++i) pages.emplace(part.slug, i);
      }
    }
  }
  for (const auto& page : pages) {
    visit([&](Language language) { return plan.address(catalog, language, page.first, page.second); });
  }
}

/// Calls `visit` once for each page but the homes that exists in at least one language.
void for_each_page(const Catalog& catalog, const IndexPlan& plan, const VisitPage& visit) {
  using catalog::Section;
  for (const Section section : {Section::topics, Section::issuers, Section::index}) {
    if (section == Section::issuers && catalog.issuers().empty()) continue;
    visit([&](Language language) { return catalog.section_address(section, language); });
  }
  const auto visit_register = [&](Section section, std::size_t entries) {
    for_each_list_page(catalog, entries, visit, [&](Language in) { return catalog.section_address(section, in); });
  };
  visit_register(Section::documents, catalog.settings().documents.size());
  for (std::size_t i = 0; i < catalog.settings().documents.size(); ++i) {
    const auto index = static_cast<catalog::DocumentIndex>(i);
    if (catalog.citing(index) <= catalog.settings().per_page) continue;
    for_each_list_page(catalog, catalog.citing(index), visit, [&](Language in) { return catalog.address(index, in); });
  }
  visit_register(Section::facts, catalog.register_of_facts().size());
  for (std::size_t i = 0; i < catalog.settings().series.size(); ++i) {
    for_each_list_page(catalog, catalog.in_series(i).size(), visit,
                       [&](Language in) { return catalog.series_address(i, in); });
  }
  for (std::size_t i = 0; i < catalog.settings().topics.size(); ++i) {
    for_each_list_page(catalog, catalog.on_topic(i).size(), visit,
                       [&](Language in) { return catalog.topic_address(i, in); });
  }
  for (const std::size_t i : catalog.issuers()) {
    for_each_list_page(catalog, catalog.issued_by(i).size(), visit,
                       [&](Language in) { return catalog.issuer_address(i, in); });
  }
  for_each_index_page(catalog, plan, visit);
  for (std::size_t i = 0; i < catalog.site().pages.size(); ++i) {
    visit([&](Language language) { return catalog.address(static_cast<catalog::PageIndex>(i), language); });
  }
  for (std::size_t i = 0; i < catalog.bulletins().size(); ++i) {
    visit([&](Language language) { return catalog.address(static_cast<BulletinIndex>(i), language); });
  }
}

std::string alternate(std::string_view hreflang, const std::string& url) {
  return "<xhtml:link rel=\"alternate\" hreflang=\"" + std::string(hreflang) + "\" href=\"" + url + "\"/>";
}

void append_csv_row(std::string& out, const Catalog& catalog, const model::Bulletin& bulletin,
                    const model::Fact& fact) {
  for (const std::string& cell :
       {bulletin.id.text, fact.id.text, plain_value(fact), fact.unit, fact.qualifier,
        fact.period ? model::to_string(*fact.period) : std::string(), std::string(status_name(fact.status))}) {
    out += csv_cell(cell) + ",";
  }
  out += csv_cell(paragraph_of(bulletin, fact));
  for (std::size_t i = 0; i < catalog.language_count(); ++i) {
    out += "," + csv_cell(fact.label.empty() ? "" : fact.label[static_cast<Language>(i)]);
  }
  out += "\r\n";
}

void add_fact(JsonList& list, const Catalog& catalog, const model::Bulletin& bulletin, const model::Fact& fact) {
  list.begin_entry();
  list.field("bulletin", bulletin.id.text);
  list.field("fact", fact.id.text);
  list.field("value", plain_value(fact));
  if (!fact.unit.empty()) list.field("unit", fact.unit);
  if (!fact.qualifier.empty()) list.field("qualifier", fact.qualifier);
  if (fact.period) list.field("period", model::to_string(*fact.period));
  list.field("status", status_name(fact.status));
  if (const std::string paragraph = paragraph_of(bulletin, fact); !paragraph.empty())
    list.field("paragraph", paragraph);
  if (fact.source) list.field("source", fact.source->text);
  if (!fact.label.empty()) {
    list.begin_object("label");
    for (std::size_t i = 0; i < catalog.language_count(); ++i) {
      list.field(catalog.settings().languages[i].code, fact.label[static_cast<Language>(i)]);
    }
    list.end();
  }
  list.end();
}

void add_reference(JsonList& list, const Catalog& catalog, const catalog::Edge& edge) {
  const TargetName target = name_of(catalog, edge.target);
  list.begin_entry();
  list.field("from", catalog.bulletin(edge.from).id.text);
  list.field("language", catalog.settings().languages[model::index(edge.language)].code);
  if (!edge.anchor.empty()) list.field("paragraph", edge.anchor);
  list.field("kind", target.kind);
  list.field("to", target.id);
  if (!target.part.empty()) list.field("part", target.part);
  if (edge.role != catalog::Role::text) list.field("as", role_name(edge.role));
  list.end();
}

/// The addresses of one page in the sitemap: one per language.
struct PageAddresses {
  std::vector<std::pair<std::string_view, std::string>> of_languages;  ///< with the code of the language
  std::optional<std::string> x_default;
  /// Offers the languages and stands for all others, where the default language does not.
  std::optional<std::string> chooser;

  std::size_t count() const { return of_languages.size() + (chooser ? 1 : 0); }
};

PageAddresses addresses_of(const Catalog& catalog, const AddressIn& address_in) {
  PageAddresses page;
  for (std::size_t i = 0; i < catalog.language_count(); ++i) {
    std::string address = address_in(static_cast<Language>(i));
    if (address.empty()) continue;
    if (i == 0) page.x_default = address;
    page.of_languages.emplace_back(catalog.settings().languages[i].code, std::move(address));
  }
  return page;
}

/// Calls `visit` once for each page of the sitemap.
template <typename Visit>
void for_each_entry(const Catalog& catalog, const IndexPlan& plan, const Visit& visit) {
  PageAddresses home = addresses_of(catalog, [&](Language language) { return catalog.home_address(language); });
  home.x_default = home.chooser = "";
  visit(home);
  for_each_page(catalog, plan, [&](const AddressIn& address_in) { visit(addresses_of(catalog, address_in)); });
}

/// The <url> entries of one page, each listing all, as the pages themselves do (frame.cpp).
std::vector<std::string> urls_of(const content::Settings& settings, const PageAddresses& page) {
  const auto url_of = [&](const std::string& address) { return text::html_escaped(absolute_url(settings, address)); };
  std::vector<std::string> own;
  std::string alternates;
  for (const auto& [language, address] : page.of_languages) {
    own.push_back(url_of(address));
    alternates += alternate(language, own.back());
  }
  if (page.chooser) own.push_back(url_of(*page.chooser));
  if (own.size() > 1 && page.x_default) alternates += alternate("x-default", url_of(*page.x_default));
  for (std::string& url : own) url = "<url><loc>" + url + "</loc>" + alternates + "</url>\n";
  return own;
}

/// The part of the sitemap from address number `first` up to `last`. All pages are gone through for it, which is cheap
/// beside writing the entries, and a page may lie in two parts.
void write_sitemap(const Catalog& catalog, const IndexPlan& plan, std::size_t first, std::size_t last,
                   const Sink& sink) {
  PieceBuffer buffer(sink);
  buffer.text() +=
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
  std::size_t number = 0;
  for_each_entry(catalog, plan, [&](const PageAddresses& page) {
    const std::size_t begin = number;
    number += page.count();
    if (number <= first || begin >= last) return;
    const std::vector<std::string> urls = urls_of(catalog.settings(), page);
    for (std::size_t i = 0; i < urls.size(); ++i) {
      if (begin + i >= first && begin + i < last) buffer.text() += urls[i];
    }
    buffer.flow();
  });
  buffer.text() += "</urlset>\n";
  buffer.finish();
}

}  // namespace

StreamedFile facts_csv(const Catalog& catalog) {
  return {"data/facts.csv", [&catalog](const Sink& sink) {
            PieceBuffer buffer(sink);
            std::string& out = buffer.text();
            out += "bulletin,fact,value,unit,qualifier,period,status,paragraph";
            for (const auto& language : catalog.settings().languages) out += ",label_" + language.code;
            out += "\r\n";
            for_each_fact(catalog, [&](const model::Bulletin& bulletin, const model::Fact& fact) {
              append_csv_row(out, catalog, bulletin, fact);
              buffer.flow();
            });
            buffer.finish();
          }};
}

StreamedFile facts_json(const Catalog& catalog) {
  return {"data/facts.json", [&catalog](const Sink& sink) {
            JsonList list(sink);
            for_each_fact(catalog, [&](const model::Bulletin& bulletin, const model::Fact& fact) {
              add_fact(list, catalog, bulletin, fact);
            });
            list.finish();
          }};
}

StreamedFile references_json(const Catalog& catalog) {
  return {"data/references.json", [&catalog](const Sink& sink) {
            JsonList list(sink);
            for (std::size_t i = 0; i < catalog.bulletins().size(); ++i) {
              for (const catalog::Edge& edge : catalog.edges(static_cast<BulletinIndex>(i))) {
                add_reference(list, catalog, edge);
              }
            }
            list.finish();
          }};
}

std::vector<StreamedFile> sitemaps(const Catalog& catalog, const IndexPlan& plan, std::size_t addresses_per_file) {
  std::size_t all = 0;
  for_each_entry(catalog, plan, [&](const PageAddresses& page) { all += page.count(); });
  const auto part = [&](std::string path, std::size_t first, std::size_t last) {
    return StreamedFile{std::move(path), [&catalog, &plan, first, last](const Sink& sink) {
                          write_sitemap(catalog, plan, first, last, sink);
                        }};
  };
  if (all <= addresses_per_file) return {part("sitemap.xml", 0, all)};
  std::vector<StreamedFile> files;
  std::string index =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (std::size_t first = 0; first < all; first += addresses_per_file) {
    const std::string name = "sitemap-" + std::to_string(files.size() + 1) + ".xml";
    files.push_back(part(name, first, std::min(first + addresses_per_file, all)));
    index += "<sitemap><loc>" + text::html_escaped(absolute_url(catalog.settings(), name)) + "</loc></sitemap>\n";
  }
  index += "</sitemapindex>\n";
  files.push_back({"sitemap.xml", [index](const Sink& sink) { sink(index); }});
  return files;
}

OutputFile robots_txt(const Catalog& catalog) {
  return {"robots.txt", "User-agent: *\nAllow: /\nSitemap: " + absolute_url(catalog.settings(), "sitemap.xml") + "\n"};
}

}  // namespace gaceta::rendering
