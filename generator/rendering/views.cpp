#include "rendering/views.hpp"

#include <algorithm>

#include "rendering/link.hpp"
#include "rendering/value_html.hpp"

namespace gaceta::rendering {
namespace {

using catalog::BulletinIndex;
using model::Language;
using templating::Context;
using templating::object_type;
using templating::ObjectType;
using templating::Scratch;

const Host& host(Context& context) {
  return context.host<const Host>();
}

const model::Bulletin& bulletin(const BulletinView& view, Context& context) {
  return host(context).catalog.bulletin(view.index);
}

const model::Text& shown_text(const BulletinView& view, Context& context) {
  const auto& texts = bulletin(view, context).texts;
  return *texts[shown_language(texts, host(context).language)];
}

std::string tag_if_other(const Host& host, Language shown) {
  return shown == host.language ? std::string() : host.settings().languages[model::index(shown)].code;
}

/// The text in the reader's language; nothing for an absent key.
std::string_view local(const model::LocalText& texts, Context& context) {
  return texts.empty() ? std::string_view{} : std::string_view(texts[host(context).language]);
}

template <typename View, typename Index>
std::span<View> views_of(const std::vector<Index>& indices, Scratch& scratch) {
  const std::span<View> views = scratch.array<View>(indices.size());
  for (std::size_t i = 0; i < indices.size(); ++i) views[i] = View{indices[i]};
  return views;
}

std::string_view format_key(model::EventFormat format) {
  switch (format) {
    case model::EventFormat::in_person:
      return "event-in-person";
    case model::EventFormat::virtual_only:
      return "event-virtual";
    case model::EventFormat::hybrid:
      return "event-hybrid";
    default:
      return {};
  }
}

std::string_view status_key(model::EventStatus status) {
  switch (status) {
    case model::EventStatus::postponed:
      return "event-postponed";
    case model::EventStatus::planned:
      return "event-planned";
    case model::EventStatus::cancelled:
      return "event-cancelled";
    default:
      return {};
  }
}

/// A setting in the language of the view itself: pages without a language of their own speak all of them.
template <model::LocalText content::Settings::*field>
std::string_view own(const LanguageView& view, Context& context) {
  const model::LocalText& texts = host(context).settings().*field;
  return texts.empty() ? std::string_view{} : std::string_view(texts[view.index]);
}

/// A message without arguments in the language of the view itself.
std::string own_message(const LanguageView& view, Context& context, std::string_view key) {
  return std::string(localization::Locale(host(context).catalog.site().locales[view.index]).message(key));
}

/// Position in settings().organisations.
std::size_t position_of(const OrganisationView& view, Context& context) {
  return static_cast<std::size_t>(view.organisation - host(context).settings().organisations.data());
}

/// Until another event is asked for: what is taken from it must be copied.
const model::Event& event(const EventView& view, Context& context) {
  Host::LookedAt& last = host(context).looked_at;
  if (last.index != view.index) last = {view.index, host(context).catalog.as_declared(view.index)};
  return last.event;
}

const content::ExternalDocument& document(const DocumentView& view, Context& context) {
  return host(context).catalog.document(view.index);
}

}  // namespace

std::string_view kind_key(model::BulletinKind kind) {
  switch (kind) {
    case model::BulletinKind::press_release:
      return "kind-press-release";
    case model::BulletinKind::base_document:
      return "kind-base-document";
    case model::BulletinKind::rapporteurs_report:
      return "kind-rapporteurs-report";
    default:
      return "kind-bulletin";
  }
}

const ObjectType& link_type() {
  static const ObjectType type = object_type<LinkView>("link")
                                     .url<&LinkView::url>("url")
                                     .text<&LinkView::text>("text")
                                     .text<&LinkView::language>("lang")
                                     .text<&LinkView::language_label>("language_label")
                                     .boolean<&LinkView::is_external>("is_external")
                                     .text<&LinkView::detail>("detail");
  return type;
}

const ObjectType& language_type() {
  static const ObjectType type =
      object_type<LanguageView>("language")
          .text<&LanguageView::code>("code")
          .text<&LanguageView::locale>("locale")
          .text("og_locale",
                [](const LanguageView& view) {
                  std::string tag = view.locale;
                  std::replace(tag.begin(), tag.end(), '-', '_');
                  return tag;
                })
          .text<&LanguageView::name>("name")
          .url<&LanguageView::url>("url")
          .url<&LanguageView::absolute>("absolute_url")
          .boolean<&LanguageView::is_current>("is_current")
          .boolean<&LanguageView::exists>("exists")
          .text("site_title", [](const LanguageView& view,
                                 Context& context) { return own<&content::Settings::title>(view, context); })
          .text("site_description",
                [](const LanguageView& view, Context& context) {
                  return own<&content::Settings::description>(view, context);
                })
          .text("choose", [](const LanguageView& view,
                             Context& context) { return own_message(view, context, "choose-language"); })
          .text("not_found",
                [](const LanguageView& view, Context& context) { return own_message(view, context, "not-found"); })
          .text("not_found_text", [](const LanguageView& view, Context& context) {
            return own_message(view, context, "not-found-text");
          });
  return type;
}

const ObjectType& citation_type() {
  static const ObjectType type = object_type<CitationView>("citation")
                                     .url<&CitationView::url>("url")
                                     .text<&CitationView::title>("title")
                                     .text<&CitationView::place>("place")
                                     .text<&CitationView::part>("part")
                                     .text<&CitationView::context>("context")
                                     .text<&CitationView::language>("lang");
  return type;
}

const ObjectType& heading_type() {
  static const ObjectType type = object_type<HeadingView>("heading")
                                     .integer<&HeadingView::level>("level")
                                     .text<&HeadingView::anchor>("anchor")
                                     .text<&HeadingView::number>("number")
                                     .text<&HeadingView::text>("text");
  return type;
}

const ObjectType& correction_type() {
  static const ObjectType type = object_type<CorrectionView>("correction")
                                     .value<date_value, &CorrectionView::date>("date")
                                     .html<&CorrectionView::text_html>("text")
                                     .url<&CorrectionView::place_url>("place_url")
                                     .text<&CorrectionView::place_text>("place")
                                     .list<&CorrectionView::evidence>("evidence", link_type);
  return type;
}

const ObjectType& change_type() {
  static const ObjectType type = object_type<ChangeView>("change")
                                     .value<date_value, &ChangeView::date>("date")
                                     .html<&ChangeView::note_html>("note")
                                     .boolean<&ChangeView::is_minor>("is_minor");
  return type;
}

const ObjectType& year_type() {
  static const ObjectType type = object_type<YearView>("year")
                                     .integer<&YearView::year>("year")
                                     .text("label", [](const YearView& view) { return std::to_string(view.year); })
                                     .list<&YearView::bulletins>("bulletins", bulletin_type);
  return type;
}

const ObjectType& year_link_type() {
  static const ObjectType type = object_type<YearLink>("year_link")
                                     .text("label", [](const YearLink& link) { return std::to_string(link.year); })
                                     .integer<&YearLink::count>("count")
                                     .url<&YearLink::url>("url");
  return type;
}

const ObjectType& organisation_type() {
  static const ObjectType type =
      object_type<OrganisationView>("organisation")
          .text("id", [](const OrganisationView& view) -> std::string_view { return view.organisation->id.text; })
          .text("name",
                [](const OrganisationView& view, Context& context) { return local(view.organisation->name, context); })
          .text("acronym", [](const OrganisationView& view,
                              Context& context) { return local(view.organisation->acronym, context); })
          .url("url", [](const OrganisationView& view) -> std::string_view { return view.organisation->url; })
          .url("page_url",
               [](const OrganisationView& view, Context& context) {
                 const Host& page = host(context);
                 const std::string& address = page.catalog.issuer_address(position_of(view, context), page.language);
                 return address.empty() ? std::string() : href(page, address);
               })
          .text("country",
                [](const OrganisationView& view, Context& context) {
                  const std::string& code = view.organisation->country;
                  return code.empty() ? std::string() : host(context).locale.country_name(code);
                })
          .integer("count", [](const OrganisationView& view, Context& context) {
            return host(context).catalog.issued_by(position_of(view, context)).size();
          });
  return type;
}

const ObjectType& series_type() {
  static const ObjectType type =
      object_type<SeriesView>("series")
          .text("id",
                [](const SeriesView& view, Context& context) -> std::string_view {
                  return host(context).settings().series[view.index].id.text;
                })
          .text("name",
                [](const SeriesView& view, Context& context) {
                  return local(host(context).settings().series[view.index].name, context);
                })
          .text("description",
                [](const SeriesView& view, Context& context) {
                  return local(host(context).settings().series[view.index].description, context);
                })
          .url("url",
               [](const SeriesView& view, Context& context) {
                 return href(host(context), host(context).catalog.series_address(view.index, host(context).language));
               })
          .integer("count", [](const SeriesView& view,
                               Context& context) { return host(context).catalog.in_series(view.index).size(); })
          .list("bulletins", bulletin_type, [](const SeriesView& view, Context& context) {
            return views_of<BulletinView>(host(context).catalog.in_series(view.index), context.scratch());
          });
  return type;
}

const ObjectType& topic_type() {
  static const ObjectType type =
      object_type<TopicView>("topic")
          .text("id",
                [](const TopicView& view, Context& context) -> std::string_view {
                  return host(context).settings().topics[view.index].id.text;
                })
          .text("name",
                [](const TopicView& view, Context& context) {
                  return local(host(context).settings().topics[view.index].name, context);
                })
          .text("description",
                [](const TopicView& view, Context& context) {
                  return local(host(context).settings().topics[view.index].description, context);
                })
          .url("url",
               [](const TopicView& view, Context& context) {
                 return href(host(context), host(context).catalog.topic_address(view.index, host(context).language));
               })
          .integer("count", [](const TopicView& view,
                               Context& context) { return host(context).catalog.on_topic(view.index).size(); })
          .list("bulletins", bulletin_type, [](const TopicView& view, Context& context) {
            return views_of<BulletinView>(host(context).catalog.on_topic(view.index), context.scratch());
          });
  return type;
}

const ObjectType& bulletin_type() {
  static const ObjectType type =
      object_type<BulletinView>("bulletin")
          .text("id",
                [](const BulletinView& view, Context& context) -> std::string_view {
                  return bulletin(view, context).id.text;
                })
          .text("title",
                [](const BulletinView& view, Context& context) -> std::string_view {
                  return shown_text(view, context).title;
                })
          .text("summary",
                [](const BulletinView& view, Context& context) -> std::string_view {
                  return shown_text(view, context).summary;
                })
          .text("lang",
                [](const BulletinView& view, Context& context) {
                  return tag_if_other(host(context),
                                      shown_language(bulletin(view, context).texts, host(context).language));
                })
          .text("language_label",
                [](const BulletinView& view, Context& context) {
                  const Host& page = host(context);
                  const auto shown = shown_language(bulletin(view, context).texts, page.language);
                  return language_label(page, tag_if_other(page, shown));
                })
          .url("url",
               [](const BulletinView& view, Context& context) {
                 const auto shown = shown_language(bulletin(view, context).texts, host(context).language);
                 return href(host(context), host(context).catalog.address(view.index, shown));
               })
          .text("absolute_url",
                [](const BulletinView& view, Context& context) {
                  const auto shown = shown_language(bulletin(view, context).texts, host(context).language);
                  return absolute_url(host(context).settings(), host(context).catalog.address(view.index, shown));
                })
          .text("citation", [](const BulletinView& view,
                               Context& context) { return bulletin_citation(host(context), bulletin(view, context)); })
          .boolean("has_number", [](const BulletinView& view,
                                    Context& context) { return bulletin(view, context).number.has_value(); })
          .text("symbol",
                [](const BulletinView& view, Context& context) -> std::string_view {
                  return bulletin(view, context).symbol;
                })
          .text("kind",
                [](const BulletinView& view, Context& context) {
                  return host(context).locale.message(kind_key(bulletin(view, context).kind));
                })
          .value<date_value>("date",
                             [](const BulletinView& view, Context& context) -> const model::DateRange& {
                               return bulletin(view, context).date;
                             })
          .text("date_note", [](const BulletinView& view,
                                Context& context) { return local(bulletin(view, context).date_note, context); })
          .value<date_value>("updated",
                             [](const BulletinView& view, Context& context) -> const std::optional<model::DateRange>& {
                               return bulletin(view, context).updated;
                             })
          .text("attribution", [](const BulletinView& view,
                                  Context& context) { return local(bulletin(view, context).attribution, context); })
          .text("dateline",
                [](const BulletinView& view, Context& context) {
                  const auto& dateline = bulletin(view, context).dateline;
                  if (!dateline) return std::string();
                  localization::Options options;
                  options.place = dateline->place[host(context).language];
                  return host(context).locale.print(localization::IntentId::date_dateline, dateline->date, options);
                })
          .boolean("is_numbered", [](const BulletinView& view,
                                     Context& context) { return bulletin(view, context).numbered_paragraphs; })
          .object("series", series_type,
                  [](const BulletinView& view, Context& context) {
                    return SeriesView{host(context).catalog.series_of(view.index)};
                  })
          .list("issuers", organisation_type,
                [](const BulletinView& view, Context& context) {
                  const auto& issuers = bulletin(view, context).issuers;
                  const auto views = context.scratch().array<OrganisationView>(issuers.size());
                  std::size_t count = 0;
                  for (const model::Mention& issuer : issuers) {
                    const auto* found = host(context).settings().find_organisation({issuer.text});
                    if (found != nullptr) views[count++] = {found};
                  }
                  return views.first(count);
                })
          .list("topics", topic_type,
                [](const BulletinView& view, Context& context) {
                  const auto& topics = bulletin(view, context).topics;
                  const auto views = context.scratch().array<TopicView>(topics.size());
                  std::size_t count = 0;
                  for (const model::Mention& topic : topics) {
                    const auto* found = host(context).settings().find_topic({topic.text});
                    if (found == nullptr) continue;
                    views[count++] = {static_cast<std::size_t>(found - host(context).settings().topics.data())};
                  }
                  return views.first(count);
                })
          .list("events", event_type, [](const BulletinView& view, Context& context) {
            return views_of<EventView>(host(context).catalog.relations(view.index).events, context.scratch());
          });
  return type;
}

const ObjectType& event_type() {
  static const ObjectType type =
      object_type<EventView>("event")
          .text("id", [](const EventView& view, Context& context) { return host(context).catalog.id(view.index); })
          .text("title", [](const EventView& view,
                            Context& context) { return std::string(local(event(view, context).title, context)); })
          .value<date_value>("dates",
                             [](const EventView& view, Context& context) { return event(view, context).dates; })
          .value<date_value>("originally",
                             [](const EventView& view, Context& context) { return event(view, context).originally; })
          .text("place", [](const EventView& view,
                            Context& context) { return std::string(local(event(view, context).place, context)); })
          .text("venue", [](const EventView& view,
                            Context& context) { return std::string(local(event(view, context).venue, context)); })
          .text("country",
                [](const EventView& view, Context& context) {
                  const std::string code = event(view, context).country;
                  return code.empty() ? std::string() : host(context).locale.country_name(code);
                })
          .text("format",
                [](const EventView& view, Context& context) -> std::string_view {
                  const std::string_view key = format_key(event(view, context).format);
                  return key.empty() ? key : host(context).locale.message(key);
                })
          .text("status",
                [](const EventView& view, Context& context) -> std::string_view {
                  const std::string_view key = status_key(event(view, context).status);
                  return key.empty() ? key : host(context).locale.message(key);
                })
          .list("bulletins", bulletin_type, [](const EventView& view, Context& context) {
            return views_of<BulletinView>(host(context).catalog.event(view.index).bulletins, context.scratch());
          });
  return type;
}

const ObjectType& document_type() {
  static const ObjectType type =
      object_type<DocumentView>("document")
          .text("id",
                [](const DocumentView& view, Context& context) -> std::string_view {
                  return document(view, context).id.text;
                })
          .text("symbol", [](const DocumentView& view,
                             Context& context) { return local(document(view, context).symbol, context); })
          .text("title", [](const DocumentView& view,
                            Context& context) { return local(document(view, context).title, context); })
          .text("kind",
                [](const DocumentView& view, Context& context) {
                  return host(context).locale.message("document-" + document(view, context).kind);
                })
          .value<date_value>("date",
                             [](const DocumentView& view, Context& context) -> const std::optional<model::DateRange>& {
                               return document(view, context).date;
                             })
          .text("url",
                [](const DocumentView& view, Context& context) -> std::string {
                  const Link link = link_to(host(context), catalog::DocumentTarget{view.index, {}, {}});
                  return link.is_external ? link.url : std::string();
                })
          .text("lang",
                [](const DocumentView& view, Context& context) -> std::string {
                  return link_to(host(context), catalog::DocumentTarget{view.index, {}, {}}).language;
                })
          .text("language_label", [](const DocumentView& view, Context& context) -> std::string {
            const Link link = link_to(host(context), catalog::DocumentTarget{view.index, {}, {}});
            return language_label(host(context), link.language);
          });
  return type;
}

LinkView view_of(const Host& host, const catalog::Target& target) {
  Link link = link_to(host, target);
  std::string label = language_label(host, link.language);
  LinkView view{std::move(link.url), std::move(link.text), std::move(link.language), std::move(label),
                link.is_external};
  const auto* document = std::get_if<catalog::DocumentTarget>(&target);
  if (document != nullptr && document->part == catalog::DocumentTarget::Part::whole) {
    const content::ExternalDocument& cited = host.catalog.document(document->document);
    if (!cited.symbol.empty() && cited.symbol[host.language] != cited.title[host.language]) {
      view.detail = cited.title[host.language];
    }
  }
  return view;
}

std::vector<YearView> by_year(const catalog::Catalog& catalog, const std::vector<BulletinIndex>& bulletins) {
  std::vector<YearView> years;
  for (const BulletinIndex index : bulletins) {
    const int year = catalog.bulletin(index).date.start.year;
    if (years.empty() || years.back().year != year) years.push_back({year, {}});
    years.back().bulletins.push_back({index});
  }
  return years;
}

}  // namespace gaceta::rendering
