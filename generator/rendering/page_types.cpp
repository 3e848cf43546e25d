#include "rendering/page_types.hpp"

#include "rendering/link.hpp"

namespace gaceta::rendering {
namespace {

using templating::Context;
using templating::object_type;
using templating::ObjectType;
using templating::ObjectTypeBuilder;

const Host& host(Context& context) {
  return context.host<const Host>();
}

std::string_view local(const model::LocalText& texts, Context& context) {
  return texts.empty() ? std::string_view{} : std::string_view(texts[host(context).language]);
}

template <catalog::Section section>
std::string section_url(Context& context) {
  return href(host(context), host(context).catalog.section_address(section, host(context).language));
}

template <typename View>
std::span<View> numbered_views(std::size_t count, Context& context) {
  const std::span<View> views = context.scratch().array<View>(count);
  for (std::size_t i = 0; i < count; ++i) views[i] = View{i};
  return views;
}

/// Standing pages that exist in the reader's language, as links.
struct PageLink {
  catalog::PageIndex index{};
};

const ObjectType& page_link_type() {
  static const ObjectType type =
      object_type<PageLink>("page_link")
          .text("title",
                [](const PageLink& link, Context& context) -> std::string_view {
                  return host(context).catalog.page(link.index).texts[host(context).language]->title;
                })
          .url("url", [](const PageLink& link, Context& context) {
            return href(host(context), host(context).catalog.address(link.index, host(context).language));
          });
  return type;
}

/// The site's own picture in the head of every page; its fields are empty without one.
struct LogoView {};

const ObjectType& logo_type() {
  static const ObjectType type =
      object_type<LogoView>("logo")
          .url("url",
               [](const LogoView&, Context& context) {
                 const std::string& logo = host(context).settings().brand.logo;
                 return logo.empty() ? std::string() : host(context).prefix + logo;
               })
          .integer("width",
                   [](const LogoView&, Context& context) {
                     return host(context).settings().brand.size.value_or(content::ImageSize{}).width;
                   })
          .integer("height", [](const LogoView&, Context& context) {
            return host(context).settings().brand.size.value_or(content::ImageSize{}).height;
          });
  return type;
}

std::span<PageLink> page_links(Context& context) {
  const auto& pages = host(context).catalog.site().pages;
  const std::span<PageLink> links = context.scratch().array<PageLink>(pages.size());
  std::size_t count = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].texts[host(context).language]) links[count++] = {static_cast<catalog::PageIndex>(i)};
  }
  return links.first(count);
}

const ObjectType& file_link_type() {
  static const ObjectType type = object_type<FileLink>("file").text<&FileLink::name>("name").url<&FileLink::url>("url");
  return type;
}

template <typename Page>
ObjectTypeBuilder<Page> page_type(std::string_view name) {
  using catalog::Section;
  return object_type<Page>(name)
      .text("title", [](const Page& page) -> std::string_view { return page.title; })
      .text("description", [](const Page& page) -> std::string_view { return page.description; })
      .text("canonical", [](const Page& page) -> std::string_view { return page.canonical; })
      .text("x_default", [](const Page& page) -> std::string_view { return page.x_default; })
      .text("page_class", [](const Page& page) -> std::string_view { return page.page_class; })
      .list("languages", language_type,
            [](const Page& page) -> const std::vector<LanguageView>& { return page.languages; })
      .list("feeds", file_link_type, [](const Page& page) -> const std::vector<FileLink>& { return page.feeds; })
      .list("cite_files", file_link_type,
            [](const Page& page) -> const std::vector<FileLink>& { return page.cite_files; })
      .text("lang",
            [](const Page&, Context& context) -> std::string_view {
              return host(context).settings().languages[model::index(host(context).language)].locale;
            })
      .text("site_title", [](const Page&, Context& context) { return local(host(context).settings().title, context); })
      .text("site_description",
            [](const Page&, Context& context) { return local(host(context).settings().description, context); })
      .text("licence", [](const Page&, Context& context) { return local(host(context).settings().licence, context); })
      .boolean("has_site_css", [](const Page&, Context& context) { return host(context).settings().brand.has_css; })
      .object("logo", logo_type, [](const Page&, Context&) { return LogoView{}; })
      .url("root", [](const Page&, Context& context) -> std::string_view { return host(context).prefix; })
      .url("home_url",
           [](const Page&, Context& context) {
             return href(host(context), host(context).catalog.home_address(host(context).language));
           })
      .url("topics_url", [](const Page&, Context& context) { return section_url<Section::topics>(context); })
      .url("issuers_url",
           [](const Page&, Context& context) {
             return host(context).catalog.issuers().empty() ? std::string() : section_url<Section::issuers>(context);
           })
      .url("documents_url", [](const Page&, Context& context) { return section_url<Section::documents>(context); })
      .url("facts_url", [](const Page&, Context& context) { return section_url<Section::facts>(context); })
      .url("index_url", [](const Page&, Context& context) { return section_url<Section::index>(context); })
      .url("search_url",
           [](const Page&, Context& context) {
             return host(context).settings().outputs.search ? section_url<Section::search>(context) : std::string();
           })
      .list("all_series", series_type,
            [](const Page&, Context& context) {
              return numbered_views<SeriesView>(host(context).settings().series.size(), context);
            })
      .list("all_topics", topic_type,
            [](const Page&, Context& context) {
              return numbered_views<TopicView>(host(context).settings().topics.size(), context);
            })
      .list("pages", page_link_type, [](const Page&, Context& context) { return page_links(context); });
}

const ObjectType& document_entry_type() {
  static const ObjectType type = object_type<DocumentEntry>("document_entry")
                                     .object<&DocumentEntry::document>("document", document_type)
                                     .list<&DocumentEntry::cited_by>("cited_by", citation_type)
                                     .url<&DocumentEntry::all_url>("all_url")
                                     .integer<&DocumentEntry::count>("count");
  return type;
}

const ObjectType& event_entry_type() {
  static const ObjectType type = object_type<EventEntry>("event_entry")
                                     .object<&EventEntry::event>("event", event_type)
                                     .list<&EventEntry::cited_by>("cited_by", citation_type);
  return type;
}

const ObjectType& index_part_view_type() {
  static const ObjectType type = object_type<IndexPartView>("index_part")
                                     .text<&IndexPartView::label>("label")
                                     .url<&IndexPartView::url>("url")
                                     .integer<&IndexPartView::count>("count")
                                     .boolean<&IndexPartView::is_current>("is_current");
  return type;
}

const ObjectType& fact_entry_type() {
  static const ObjectType type = object_type<FactEntry>("fact_entry")
                                     .object<&FactEntry::bulletin>("bulletin", bulletin_type)
                                     .text<&FactEntry::anchor>("anchor")
                                     .url<&FactEntry::place_url>("place_url")
                                     .list<&FactEntry::cited_by>("cited_by", citation_type)
                                     .text<&FactEntry::label>("label")
                                     .html<&FactEntry::value>("value")
                                     .text<&FactEntry::period>("period")
                                     .boolean<&FactEntry::is_unverified>("is_unverified");
  return type;
}

}  // namespace

const ObjectType& bulletin_page_type() {
  static const ObjectType stale = object_type<StaleView>("stale translation")
                                      .integer<&StaleView::count>("count")
                                      .text<&StaleView::date>("date")
                                      .url<&StaleView::url>("url")
                                      .text<&StaleView::lang>("lang")
                                      .text<&StaleView::name>("name");
  static const ObjectType type = page_type<BulletinPage>("bulletin page")
                                     .object<&BulletinPage::bulletin>("bulletin", bulletin_type)
                                     .html<&BulletinPage::body>("body")
                                     .html<&BulletinPage::notes>("notes")
                                     .list<&BulletinPage::contents>("contents", heading_type)
                                     .list<&BulletinPage::corrections>("corrections", correction_type)
                                     .list<&BulletinPage::changes>("changes", change_type)
                                     .list<&BulletinPage::legal_basis>("legal_basis", link_type)
                                     .list<&BulletinPage::references>("references", link_type)
                                     .list<&BulletinPage::see_also>("see_also", link_type)
                                     .list<&BulletinPage::cited_by>("cited_by", citation_type)
                                     .list<&BulletinPage::events>("events", event_entry_type)
                                     .list<&BulletinPage::meetings>("meetings", event_type)
                                     .object<&BulletinPage::previous>("previous", bulletin_type)
                                     .object<&BulletinPage::next>("next", bulletin_type)
                                     .url<&BulletinPage::parallel_url>("parallel_url")
                                     .integer<&BulletinPage::unverified>("unverified_count")
                                     .object<&BulletinPage::stale>("stale", stale)
                                     .object<&BulletinPage::metadata>("metadata", metadata_type)
                                     .text<&BulletinPage::cite_as>("cite_as")
                                     .text("cite_place", [](const BulletinPage&, Context& context) {
                                       return place_label(host(context), model::Anchor::Kind::paragraph, "1");
                                     });
  return type;
}

const ObjectType& frame_type() {
  static const ObjectType type = page_type<Frame>("page");
  return type;
}

const ObjectType& parallel_page_type() {
  static const ObjectType column = object_type<ColumnView>("column")
                                       .text<&ColumnView::code>("code")
                                       .text<&ColumnView::locale>("locale")
                                       .text<&ColumnView::name>("name")
                                       .text<&ColumnView::title>("title")
                                       .url<&ColumnView::url>("url");
  static const ObjectType row = object_type<ParallelRow>("row")
                                    .text<&ParallelRow::anchor>("anchor")
                                    .text<&ParallelRow::right_anchor>("right_anchor")
                                    .html<&ParallelRow::left>("left")
                                    .html<&ParallelRow::right>("right");
  static const ObjectType type =
      page_type<ParallelPage>("parallel page")
          .object<&ParallelPage::bulletin>("bulletin", bulletin_type)
          .list<&ParallelPage::columns>("columns", column)
          .text("left_lang", [](const ParallelPage& page) -> std::string_view { return page.columns[0].locale; })
          .text("right_lang", [](const ParallelPage& page) -> std::string_view { return page.columns[1].locale; })
          .list<&ParallelPage::rows>("rows", row);
  return type;
}

const ObjectType& missing_page_type() {
  static const ObjectType type =
      page_type<MissingPage>("missing page").object<&MissingPage::bulletin>("bulletin", bulletin_type);
  return type;
}

const ObjectType& standing_page_type() {
  static const ObjectType type =
      page_type<StandingPage>("standing page").html<&StandingPage::body>("body").html<&StandingPage::notes>("notes");
  return type;
}

const ObjectType& home_page_type() {
  static const ObjectType type = page_type<HomePage>("home page")
                                     .list<&HomePage::latest>("latest", bulletin_type)
                                     .list<&HomePage::issuers>("issuers", organisation_type)
                                     .list<&HomePage::years>("years", year_link_type);
  return type;
}

const ObjectType& series_page_type() {
  static const ObjectType type = page_type<SeriesPage>("series page")
                                     .object<&SeriesPage::series>("series", series_type)
                                     .list<&SeriesPage::years>("years", year_type)
                                     .object<&SeriesPage::pagination>("pagination", pagination_type);
  return type;
}

const ObjectType& topic_page_type() {
  static const ObjectType type = page_type<TopicPage>("topic page")
                                     .object<&TopicPage::topic>("topic", topic_type)
                                     .list<&TopicPage::years>("years", year_type)
                                     .object<&TopicPage::pagination>("pagination", pagination_type);
  return type;
}

const ObjectType& topics_page_type() {
  static const ObjectType type = page_type<TopicsPage>("topics page").list<&TopicsPage::topics>("topics", topic_type);
  return type;
}

const ObjectType& issuer_page_type() {
  static const ObjectType type = page_type<IssuerPage>("issuer page")
                                     .object<&IssuerPage::issuer>("issuer", organisation_type)
                                     .object<&IssuerPage::parent>("parent", organisation_type)
                                     .list<&IssuerPage::parts>("parts", organisation_type)
                                     .list<&IssuerPage::years>("years", year_type)
                                     .object<&IssuerPage::pagination>("pagination", pagination_type);
  return type;
}

const ObjectType& issuers_page_type() {
  static const ObjectType type =
      page_type<IssuersPage>("issuers page").list<&IssuersPage::issuers>("issuers", organisation_type);
  return type;
}

const ObjectType& documents_page_type() {
  static const ObjectType type = page_type<DocumentsPage>("documents page")
                                     .list<&DocumentsPage::documents>("documents", document_entry_type)
                                     .object<&DocumentsPage::pagination>("pagination", pagination_type);
  return type;
}

const ObjectType& document_page_type() {
  static const ObjectType type = page_type<DocumentPage>("document page")
                                     .object<&DocumentPage::document>("document", document_type)
                                     .url<&DocumentPage::register_url>("register_url")
                                     .list<&DocumentPage::cited_by>("cited_by", citation_type)
                                     .integer<&DocumentPage::count>("count")
                                     .object<&DocumentPage::pagination>("pagination", pagination_type);
  return type;
}

const ObjectType& facts_page_type() {
  static const ObjectType type = page_type<FactsPage>("facts page")
                                     .list<&FactsPage::facts>("facts", fact_entry_type)
                                     .object<&FactsPage::pagination>("pagination", pagination_type);
  return type;
}

const ObjectType& index_page_type() {
  static const ObjectType type = page_type<IndexPage>("index page")
                                     .list<&IndexPage::by_title>("by_title", bulletin_type)
                                     .list<&IndexPage::years>("years", year_type)
                                     .list<&IndexPage::letters>("letters", index_part_view_type)
                                     .list<&IndexPage::year_parts>("year_parts", index_part_view_type);
  return type;
}

const ObjectType& index_part_page_type() {
  static const ObjectType type = page_type<IndexPartPage>("index part page")
                                     .text<&IndexPartPage::heading>("heading")
                                     .list<&IndexPartPage::bulletins>("bulletins", bulletin_type)
                                     .object<&IndexPartPage::pagination>("pagination", pagination_type)
                                     .list<&IndexPartPage::letters>("letters", index_part_view_type)
                                     .list<&IndexPartPage::year_parts>("year_parts", index_part_view_type);
  return type;
}

const ObjectType& search_page_type() {
  static const ObjectType type = page_type<SearchPage>("search page");
  return type;
}

const ObjectType& forward_page_type() {
  static const ObjectType type = page_type<ForwardPage>("forward page").url<&ForwardPage::target_url>("target_url");
  return type;
}

const ObjectType& root_page_type() {
  static const ObjectType type = page_type<RootPage>("root page");
  return type;
}

}  // namespace gaceta::rendering
