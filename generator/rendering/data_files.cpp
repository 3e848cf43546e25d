#include "rendering/data_files.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "rendering/host.hpp"
#include "text/html.hpp"
#include "text/scan.hpp"

namespace gaceta::rendering {
namespace {

using catalog::BulletinIndex;
using catalog::Catalog;
using model::Language;

constexpr std::size_t kAddressesPerSitemap = 50000;  // sitemaps.org

std::string_view status_name(model::FactStatus status) {
  static constexpr std::string_view kNames[] = {"reported",  "quoted",  "target",         "recommended",
                                                "announced", "derived", "to-be-confirmed"};
  return kNames[static_cast<std::size_t>(status)];
}

/// The first paragraph that prints the fact, in any language.
std::string paragraph_of(const model::Bulletin& bulletin, const model::Fact& fact) {
  for (const auto& text : bulletin.texts) {
    if (!text) continue;
    for (const model::Use& use : text->outline.facts) {
      if (use.name == fact.id.text && !use.from.empty()) return use.from;
    }
  }
  return {};
}

void append_json(std::string& out, std::string_view text) {
  const auto is_special = [](auto c) { return (c < 0x20) | (c == '"') | (c == '\\'); };
  out += '"';
  for (std::size_t start = 0;;) {
    const std::size_t found = text::find_byte(text, start, is_special);
    out.append(text, start, found - start);
    if (found == text.size()) break;
    if (const auto c = static_cast<unsigned char>(text[found]); c >= 0x20) {
      (out += '\\') += text[found];
    } else {
      constexpr std::string_view kDigits = "0123456789abcdef";
      ((out += "\\u00") += kDigits[c / 16]) += kDigits[c % 16];
    }
    start = found + 1;
  }
  out += '"';
}

/// A JSON list of objects that is written as they come: those of a large site are never in memory together.
class JsonList {
 public:
  /// `size`: about how many bytes it will take.
  explicit JsonList(std::size_t size = 0) { text_.reserve(size); }
  void begin_entry() {
    text_ += text_.empty() ? "[\n {" : ",\n {";
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
  std::string text() && { return text_.empty() ? "[]\n" : std::move(text_) + "\n]\n"; }

 private:
  void begin_field(std::string_view key) {
    if (text_.back() != '{') text_ += ',';
    text_ += '\n';
    text_.append(depth_, ' ');
    append_json(text_, key);
    text_ += ": ";
  }

  std::string text_;
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
    return {catalog.event(event->event).event->id.text, "", "event"};
  }
  if (const auto* other = std::get_if<catalog::OtherTarget>(&target)) {
    return {catalog.as_written(*other), "", "other-site"};
  }
  if (const auto* fact = std::get_if<catalog::FactTarget>(&target)) {
    return {catalog.bulletin(fact->bulletin).id.text, "fact-" + catalog.fact(*fact).id.text, "fact"};
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
  for (const auto& [slug, number] : pages) {
    visit([&](Language language) { return plan.address(catalog, language, slug, number); });
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

/// The <url> entries of one page: one per language, each listing all, as the pages themselves do (frame.cpp).
/// `chooser` is an address that offers the languages and stands for all others; empty: the default language does.
void append_urls(const Catalog& catalog, const AddressIn& address_in, std::vector<std::string>& urls,
                 std::optional<std::string> chooser = std::nullopt) {
  std::vector<std::string> own;
  std::string alternates;
  std::string x_default;
  for (std::size_t i = 0; i < catalog.language_count(); ++i) {
    const std::string address = address_in(static_cast<Language>(i));
    if (address.empty()) continue;
    own.push_back(text::html_escaped(absolute_url(catalog.settings(), address)));
    alternates += alternate(catalog.settings().languages[i].code, own.back());
    if (i == 0) x_default = own.back();
  }
  if (chooser) own.push_back(x_default = text::html_escaped(absolute_url(catalog.settings(), *chooser)));
  if (own.size() > 1 && !x_default.empty()) alternates += alternate("x-default", x_default);
  for (const std::string& url : own) urls.push_back("<url><loc>" + url + "</loc>" + alternates + "</url>\n");
}

std::string sitemap(const std::vector<std::string>& urls, std::size_t first, std::size_t last) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
  for (std::size_t i = first; i < last; ++i) out += urls[i];
  return out + "</urlset>\n";
}

}  // namespace

OutputFile facts_csv(const Catalog& catalog) {
  std::string out = "bulletin,fact,value,unit,qualifier,period,status,paragraph";
  for (const auto& language : catalog.settings().languages) out += ",label_" + language.code;
  out += "\r\n";
  for_each_fact(catalog, [&](const model::Bulletin& bulletin, const model::Fact& fact) {
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
  });
  return {"data/facts.csv", std::move(out)};
}

OutputFile facts_json(const Catalog& catalog) {
  JsonList list;
  for_each_fact(catalog, [&](const model::Bulletin& bulletin, const model::Fact& fact) {
    list.begin_entry();
    list.field("bulletin", bulletin.id.text);
    list.field("fact", fact.id.text);
    list.field("value", plain_value(fact));
    if (!fact.unit.empty()) list.field("unit", fact.unit);
    if (!fact.qualifier.empty()) list.field("qualifier", fact.qualifier);
    if (fact.period) list.field("period", model::to_string(*fact.period));
    list.field("status", status_name(fact.status));
    if (const std::string paragraph = paragraph_of(bulletin, fact); !paragraph.empty()) {
      list.field("paragraph", paragraph);
    }
    if (fact.source) list.field("source", fact.source->text);
    if (!fact.label.empty()) {
      list.begin_object("label");
      for (std::size_t i = 0; i < catalog.language_count(); ++i) {
        list.field(catalog.settings().languages[i].code, fact.label[static_cast<Language>(i)]);
      }
      list.end();
    }
    list.end();
  });
  return {"data/facts.json", std::move(list).text()};
}

OutputFile references_json(const Catalog& catalog) {
  JsonList list(catalog.edges().size() * 160);
  for (const catalog::Edge& edge : catalog.edges()) {
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
  return {"data/references.json", std::move(list).text()};
}

std::vector<OutputFile> sitemaps(const Catalog& catalog, const IndexPlan& plan) {
  std::vector<std::string> urls;
  append_urls(
      catalog, [&](Language language) { return catalog.home_address(language); }, urls, "");
  for_each_page(catalog, plan, [&](const AddressIn& address_in) { append_urls(catalog, address_in, urls); });
  if (urls.size() <= kAddressesPerSitemap) return {{"sitemap.xml", sitemap(urls, 0, urls.size())}};
  std::vector<OutputFile> files;
  std::string index =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (std::size_t first = 0; first < urls.size(); first += kAddressesPerSitemap) {
    const std::string name = "sitemap-" + std::to_string(files.size() + 1) + ".xml";
    files.push_back({name, sitemap(urls, first, std::min(first + kAddressesPerSitemap, urls.size()))});
    index += "<sitemap><loc>" + text::html_escaped(absolute_url(catalog.settings(), name)) + "</loc></sitemap>\n";
  }
  files.push_back({"sitemap.xml", index + "</sitemapindex>\n"});
  return files;
}

OutputFile robots_txt(const Catalog& catalog) {
  return {"robots.txt", "User-agent: *\nAllow: /\nSitemap: " + absolute_url(catalog.settings(), "sitemap.xml") + "\n"};
}

}  // namespace gaceta::rendering
