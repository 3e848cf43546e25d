#include "rendering/metadata.hpp"

#include "rendering/link.hpp"

namespace gaceta::rendering {
namespace {

using model::Language;
using templating::object_type;
using templating::ObjectType;

void relate_languages(Metadata& data, const Host& host, catalog::BulletinIndex index) {
  const model::Bulletin& bulletin = host.catalog.bulletin(index);
  const Language original = original_language(bulletin);
  const auto url = [&](Language language) {
    return absolute_url(host.settings(), host.catalog.address(index, language));
  };
  if (host.language != original) {
    data.original = url(original);
    return;
  }
  for (std::size_t i = 0; i < bulletin.texts.size(); ++i) {
    const auto language = static_cast<Language>(i);
    if (language == original || !bulletin.texts[language]) continue;
    data.translations.push_back({url(language), host.settings().languages[i].locale});
  }
}

/// Bulletins and documents that the text refers to; a bulletin once, however many of its paragraphs.
std::vector<CitedWork> cited_works(const Host& host, catalog::BulletinIndex index) {
  std::vector<CitedWork> works;
  const auto add = [&](CitedWork work) {
    for (const CitedWork& known : works) {
      if (known.name == work.name && known.url == work.url) return;
    }
    works.push_back(std::move(work));
  };
  for (const catalog::Target& target : host.catalog.references(index)) {
    if (const auto* other = std::get_if<catalog::BulletinTarget>(&target)) {
      const auto& texts = host.catalog.bulletin(other->bulletin).texts;
      const Language shown = shown_language(texts, host.language);
      add({texts[shown]->title, absolute_url(host.settings(), host.catalog.address(other->bulletin, shown)), true});
    } else if (const auto* document = std::get_if<catalog::DocumentTarget>(&target)) {
      const Link link = link_to(host, catalog::DocumentTarget{document->document, {}, {}});
      add({host.catalog.document(document->document).title[host.language], link.is_external ? link.url : "", false});
    }
  }
  return works;
}

/// What readers type and the text does not show: dates in figures, the symbol, the number.
std::string search_words(const Metadata& data) {
  std::string words = data.published;
  for (const std::string* word : {&data.record.symbol, &data.record.number, &data.modified}) {
    if (!word->empty()) words += " " + *word;
  }
  return words;
}

const ObjectType& translation_type() {
  static const ObjectType type =
      object_type<Translation>("translation").text<&Translation::url>("url").text<&Translation::language>("lang");
  return type;
}

const ObjectType& cited_work_type() {
  static const ObjectType type = object_type<CitedWork>("cited_work")
                                     .text<&CitedWork::name>("name")
                                     .text<&CitedWork::url>("url")
                                     .boolean<&CitedWork::is_report>("is_report");
  return type;
}

}  // namespace

Language original_language(const model::Bulletin& bulletin) {
  std::optional<Language> first;
  for (std::size_t i = 0; i < bulletin.texts.size(); ++i) {
    const auto language = static_cast<Language>(i);
    const auto& text = bulletin.texts[language];
    if (text && !text->has_translator) return language;
    if (text && !first) first = language;
  }
  return first.value_or(Language{});
}

Metadata metadata(const Host& host, catalog::BulletinIndex index) {
  const model::Bulletin& bulletin = host.catalog.bulletin(index);
  Metadata data;
  data.record = citation_record(host, index);
  data.published = iso_date(bulletin.date.start);
  data.highwire_date = iso_date(bulletin.date.start, '/');
  if (bulletin.updated) data.modified = iso_date(bulletin.updated->start);
  data.year = data.published.substr(0, 4);
  data.series_url =
      absolute_url(host.settings(), host.catalog.series_address(host.catalog.series_of(index), host.language));
  if (const auto& issuer = host.settings().issuer) {
    const content::Organisation* found = host.settings().find_organisation({issuer->text});
    if (found != nullptr) data.publisher_url = found->url;
  }
  relate_languages(data, host, index);
  data.citations = cited_works(host, index);
  data.search_words = search_words(data);
  return data;
}

const ObjectType& metadata_type() {
  static const ObjectType type =
      object_type<Metadata>("metadata")
          .text("title", [](const Metadata& data) -> std::string_view { return data.record.title; })
          .text("summary", [](const Metadata& data) -> std::string_view { return data.record.summary; })
          .text("url", [](const Metadata& data) -> std::string_view { return data.record.url; })
          .text("lang", [](const Metadata& data) -> std::string_view { return data.record.language; })
          .text("series", [](const Metadata& data) -> std::string_view { return data.record.series; })
          .text("kind", [](const Metadata& data) -> std::string_view { return data.record.kind; })
          .text("number", [](const Metadata& data) -> std::string_view { return data.record.number; })
          .text("report_number", [](const Metadata& data) -> std::string_view { return data.record.report_number(); })
          .text("publisher", [](const Metadata& data) -> std::string_view { return data.record.publisher; })
          .text_list("institutions",
                     [](const Metadata& data) -> const std::vector<std::string>& { return data.record.authors; })
          .text_list("keywords",
                     [](const Metadata& data) -> const std::vector<std::string>& { return data.record.keywords; })
          .text<&Metadata::published>("published")
          .text<&Metadata::highwire_date>("highwire_date")
          .text<&Metadata::modified>("modified")
          .text<&Metadata::year>("year")
          .text<&Metadata::series_url>("series_url")
          .text<&Metadata::publisher_url>("publisher_url")
          .text<&Metadata::original>("original")
          .list<&Metadata::translations>("translations", translation_type)
          .list<&Metadata::citations>("citations", cited_work_type)
          .text<&Metadata::search_words>("search_words");
  return type;
}

}  // namespace gaceta::rendering
