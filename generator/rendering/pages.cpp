#include "rendering/pages.hpp"

#include <algorithm>
#include <utility>

#include "rendering/frame.hpp"
#include "rendering/functions.hpp"
#include "rendering/link.hpp"
#include "rendering/page_types.hpp"
#include "rendering/text_html.hpp"
#include "rendering/value_html.hpp"

namespace gaceta::rendering {
namespace {

constexpr std::size_t kMeetings = 2;  // in a masthead

using catalog::BulletinIndex;
using catalog::Catalog;
using catalog::PageIndex;
using catalog::Section;
using localization::Locale;
using model::Language;

/// '/gaceta/' of 'https://example.org/gaceta/'.
std::string path_of(std::string_view url) {
  const std::size_t host = url.find("://");
  const std::size_t path = host == std::string_view::npos ? std::string_view::npos : url.find('/', host + 3);
  return path == std::string_view::npos ? "/" : std::string(url.substr(path));
}

std::vector<LinkView> links_to(const Host& host, const model::PackedList<model::Mention>& mentions,
                               std::optional<BulletinIndex> from) {
  std::vector<LinkView> links;
  for (const model::Mention& mention : mentions) {
    const auto resolved = host.catalog.resolve(mention.text, from);
    if (const auto* target = std::get_if<catalog::Target>(&resolved)) links.push_back(view_of(host, *target));
  }
  return links;
}

CorrectionView correction_view(TextContext& context, const model::Correction& correction) {
  const Host& host = context.host;
  CorrectionView view;
  view.date = correction.date;
  view.text_html = remark_html(context, correction.remark);
  if (correction.paragraph && context.index) {
    const auto resolved = host.catalog.resolve("#" + correction.paragraph->text, context.index);
    if (const auto* target = std::get_if<catalog::Target>(&resolved)) {
      const Link link = link_to(host, *target);
      view.place_url = link.url;
      view.place_text = link.text;
    }
  }
  for (const std::string& url : correction.evidence) view.evidence.push_back({url, url, "", "", true});
  return view;
}

/// The changes of a bulletin that says what changed; a date alone stands in the masthead.
std::vector<ChangeView> change_views(TextContext& context, const model::Bulletin& bulletin) {
  std::vector<ChangeView> views;
  for (const model::Change& change : bulletin.changes) {
    if (change.note.text.empty()) continue;
    views.push_back({change.date, remark_html(context, change.note), change.weight == model::ChangeWeight::minor});
  }
  return views;
}

/// In a language without a text, the language switch leads to the page that says so.
void link_missing_languages(Frame& frame, const Host& host, BulletinIndex index) {
  for (std::size_t i = 0; i < frame.languages.size(); ++i) {
    const std::string missing = host.catalog.missing_address(index, static_cast<Language>(i));
    if (!missing.empty()) frame.languages[i].url = href(host, missing);
  }
}

/// What the reader of an out-of-date translation must know; nothing for a text that is in step.
std::optional<StaleView> stale_view(const Host& host, BulletinIndex index, const model::Text& text) {
  if (!text.translation || text.translation->stale == 0 || !text.translation->stamped) return std::nullopt;
  const model::Translation& translation = *text.translation;
  const content::LanguageSettings& source = host.settings().languages[model::index(translation.source)];
  return StaleView{translation.stale, date_text(host.locale, {*translation.stamped, std::nullopt, false}),
                   href(host, host.catalog.address(index, translation.source)), source.locale, source.name};
}

std::size_t count_unverified(const model::Bulletin& bulletin) {
  return static_cast<std::size_t>(
      std::count_if(bulletin.facts.begin(), bulletin.facts.end(),
                    [](const model::Fact& fact) { return fact.status == model::FactStatus::to_be_confirmed; }));
}

struct NamedType {
  std::string_view file;
  const templating::ObjectType& (*type)();
};

/// In the order of PageTemplates.
constexpr NamedType kTemplates[] = {
    {"bulletin.html", bulletin_page_type},
    {"parallel.html", parallel_page_type},
    {"missing.html", missing_page_type},
    {"page.html", standing_page_type},
    {"home.html", home_page_type},
    {"series.html", series_page_type},
    {"topic.html", topic_page_type},
    {"topics.html", topics_page_type},
    {"issuer.html", issuer_page_type},
    {"issuers.html", issuers_page_type},
    {"documents.html", documents_page_type},
    {"document.html", document_page_type},
    {"facts.html", facts_page_type},
    {"index.html", index_page_type},
    {"index-part.html", index_part_page_type},
    {"search.html", search_page_type},
    {"forward.html", forward_page_type},
    {"feed.xml", feed_page_type},
    {"language-choice.html", root_page_type},
    {"404.html", root_page_type},
};

}  // namespace

std::optional<PageTemplates> load_templates(const Catalog& catalog, templating::Loader loader,
                                            diagnostics::Diagnostics& diagnostics) {
  templating::Templates templates(std::move(loader), functions(catalog));
  std::vector<templating::Template> compiled;
  for (const NamedType& one : kTemplates) {
    auto found = templates.compile(std::string(one.file), one.type(), diagnostics);
    if (found) compiled.push_back(*std::move(found));
  }
  if (compiled.size() != std::size(kTemplates)) return std::nullopt;
  const auto in_order = [&]<std::size_t... i>(std::index_sequence<i...>) {
    return PageTemplates{std::move(compiled[i])...};
  };
  return in_order(std::make_index_sequence<std::size(kTemplates)>());
}

std::vector<templating::TemplateRoot> template_roots() {
  std::vector<templating::TemplateRoot> roots;
  for (const NamedType& one : kTemplates) roots.push_back({one.file, &one.type()});
  return roots;
}

PageWriter::PageWriter(const Catalog& catalog, const PageTemplates& templates)
    : catalog_(catalog), templates_(templates), renderer_(std::make_unique<templating::Renderer>()) {}

std::string media_address(const model::Bulletin& bulletin) {
  return "files/" + bulletin.folder().substr(std::string_view("content/").size()) + "/";
}

void PageWriter::bulletin(BulletinIndex index, Language language, const content::Body& body, const Locale& locale,
                          std::string& out) {
  const model::Bulletin& bulletin = catalog_.bulletin(index);
  const model::Text& text = *bulletin.texts[language];
  const Host host = host_for(catalog_, language, locale, catalog_.address(index, language));
  BulletinPage page;
  fill_frame(page, host, text.title, text.summary, "bulletin",
             [&](Language other) { return catalog_.address(index, other); });
  link_missing_languages(page, host, index);
  page.bulletin = {index};
  page.metadata = metadata(host, index);
  page.cite_as = cite_as(host, page.metadata.record, bulletin);
  add_feed(page, host, catalog_.series_of(index));
  add_cite_files(page, host, host.address);
  TextContext context{host, &bulletin, index, media_address(bulletin), {}};
  for (std::size_t i = 0; i < catalog_.language_count(); ++i) {
    const auto other = static_cast<Language>(i);
    if (other != language && bulletin.texts[other]) context.twins.push_back({other, catalog_.address(index, other)});
  }
  if (text.translation) context.outdated = {text.translation->outdated.begin(), text.translation->outdated.end()};
  page.body = body_html(context, body);
  page.notes = notes_html(context, body);
  const model::PackedList<model::Heading> headings = catalog_.headings(text);
  for (const model::Heading& heading : headings) {
    page.contents.push_back(
        {heading.level, std::string(heading.anchor), std::string(heading.number), std::string(heading.text)});
  }
  for (const model::Correction& correction : bulletin.corrections) {
    page.corrections.push_back(correction_view(context, correction));
  }
  page.changes = change_views(context, bulletin);
  const catalog::Relations& relations = catalog_.relations(index);
  page.legal_basis = links_to(host, bulletin.legal_basis, index);
  for (const catalog::Target& target : catalog_.references(index)) page.references.push_back(view_of(host, target));
  for (const BulletinIndex other : catalog_.see_also(index)) {
    page.see_also.push_back(view_of(host, catalog::BulletinTarget{other, ""}));
  }
  page.cited_by = views_of(host, catalog_.citations(index));
  for (const catalog::EventIndex event : relations.events) {
    page.events.push_back({{event}, views_of(host, catalog_.citations(event))});
    const model::Event told = catalog_.as_declared(event);
    if (told.dates && !told.place.empty() && page.meetings.size() < kMeetings) page.meetings.push_back({event});
  }
  if (relations.previous) page.previous = BulletinView{*relations.previous};
  if (relations.next) page.next = BulletinView{*relations.next};
  page.unverified = count_unverified(bulletin);
  page.stale = stale_view(host, index, text);
  if (catalog_.settings().outputs.parallel && parallel_language(catalog_, index, language)) {
    page.parallel_url = href(host, catalog_.parallel_address(index, language));
  }
  renderer_->render(templates_.bulletin, page, host, out);
}

std::optional<Language> parallel_language(const Catalog& catalog, BulletinIndex index, Language language) {
  const auto& texts = catalog.bulletin(index).texts;
  if (!texts[language]) return std::nullopt;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto other = static_cast<Language>(i);
    if (other != language && texts[other]) return other;
  }
  return std::nullopt;
}

void PageWriter::parallel(BulletinIndex index, Language language, const content::Body& body, const Locale& locale,
                          Language other, const content::Body& other_body, const Locale& other_locale,
                          std::string& out) {
  const model::Bulletin& bulletin = catalog_.bulletin(index);
  Host host = host_for(catalog_, language, locale, catalog_.parallel_address(index, language));
  host.text_address = catalog_.address(index, language);
  Host other_host = host_for(catalog_, other, other_locale, host.address);
  other_host.text_address = catalog_.address(index, other);
  ParallelPage page;
  fill_frame(page, host, bulletin.texts[language]->title, bulletin.texts[language]->summary, "parallel",
             [&](Language in) { return catalog_.parallel_address(index, in); });
  page.bulletin = {index};
  for (const Host* side : {&host, &other_host}) {
    const content::LanguageSettings& settings = catalog_.settings().languages[model::index(side->language)];
    page.columns.push_back({settings.code, settings.locale, page.languages[model::index(side->language)].name,
                            bulletin.texts[side->language]->title, href(host, side->text_address)});
  }
  const std::string media = media_address(bulletin);
  TextContext left{host, &bulletin, index, media, {}, {}, Ids::calls_only};
  TextContext right{other_host, &bulletin, index, media, {}, {}, Ids::left_out};
  const Translated translated = language == bulletin.source_language ? Translated::right
                                : other == bulletin.source_language  ? Translated::left
                                                                     : Translated::neither;
  page.rows = parallel_rows(left, body, right, other_body, translated);
  renderer_->render(templates_.parallel, page, std::as_const(host), out);
}

void PageWriter::missing(BulletinIndex index, Language language, const Locale& locale, std::string& out) {
  const model::Bulletin& bulletin = catalog_.bulletin(index);
  const model::Text& text = *bulletin.texts[shown_language(bulletin.texts, language)];
  const Host host = host_for(catalog_, language, locale, catalog_.missing_address(index, language));
  MissingPage page;
  fill_frame(page, host, text.title, std::string(locale.message("text-missing")), "missing",
             [&](Language other) { return catalog_.address(index, other); });
  page.canonical.clear();  // never advertised: no canonical, no hreflang
  link_missing_languages(page, host, index);
  page.bulletin = {index};
  renderer_->render(templates_.missing, page, host, out);
}

void PageWriter::page(PageIndex index, Language language, const content::Body& body, const Locale& locale,
                      std::string& out) {
  const model::Text& text = *catalog_.page(index).texts[language];
  const Host host = host_for(catalog_, language, locale, catalog_.address(index, language));
  StandingPage page;
  fill_frame(page, host, text.title, text.summary, "page",
             [&](Language other) { return catalog_.address(index, other); });
  TextContext context{host, nullptr, std::nullopt, "files/pages/" + catalog_.page(index).id + "/", {}};
  page.body = body_html(context, body);
  page.notes = notes_html(context, body);
  renderer_->render(templates_.page, page, host, out);
}

void PageWriter::topics(Language language, const Locale& locale, std::string& out) {
  const Host host = host_for(catalog_, language, locale, catalog_.section_address(Section::topics, language));
  TopicsPage page;
  fill_frame(page, host, std::string(locale.message("topics")), std::string(locale.message("topics-description")),
             "topics", [&](Language other) { return catalog_.section_address(Section::topics, other); });
  for (std::size_t i = 0; i < catalog_.settings().topics.size(); ++i) page.topics.push_back({i});
  std::sort(page.topics.begin(), page.topics.end(), [&](const TopicView& a, const TopicView& b) {
    const auto& topics = catalog_.settings().topics;
    return locale.compare(topics[a.index].name[language], topics[b.index].name[language]) < 0;
  });
  renderer_->render(templates_.topics, page, host, out);
}

void PageWriter::language_choice(const Locale& locale, std::string& out) {
  const Host host = host_for(catalog_, Language{}, locale, "");
  RootPage page;
  fill_frame(page, host, catalog_.settings().title[Language{}], "", "language-choice",
             [&](Language other) { return catalog_.home_address(other); });
  page.x_default = absolute_url(catalog_.settings(), "");
  renderer_->render(templates_.language_choice, page, host, out);
}

void PageWriter::not_found(const Locale& locale, std::string& out) {
  // The server shows this page at any address, so its links cannot be relative to where it lies.
  Host host = host_for(catalog_, Language{}, locale, "");
  host.prefix = path_of(catalog_.settings().base_url);
  RootPage page;
  fill_frame(page, host, std::string(locale.message("not-found")), "", "not-found",
             [&](Language other) { return catalog_.home_address(other); });
  page.canonical.clear();
  renderer_->render(templates_.not_found, page, std::as_const(host), out);
}

}  // namespace gaceta::rendering
