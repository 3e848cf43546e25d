#include "content/load_settings.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "content/load_other_sites.hpp"
#include "content/local_text.hpp"
#include "content/source.hpp"
#include "diagnostics/catalogue.hpp"
#include "localization/intents.hpp"
#include "localization/locale.hpp"
#include "text/nearest.hpp"
#include "text/unicode.hpp"
#include "yaml/parse.hpp"

namespace gaceta::content {
namespace {

using diagnostics::Diagnostics;
using diagnostics::did_you_mean;
using diagnostics::make;
using diagnostics::Severity;
using model::LocalText;
using yaml::Fields;

/// Reads one register: a map from ids to maps, each handed to `read_one`.
template <typename ReadOne>
void read_register(const filesystem::Folder& root, std::string_view path, Diagnostics& diagnostics,
                   const ReadOne& read_one) {
  if (const auto entry = root.stat(path); !entry.ok()) return;
  const auto text = read_text(root, path, diagnostics);
  if (!text) return;
  const auto node = yaml::parse(*text, path, 1, diagnostics);
  if (!node || node->is_null()) return;
  if (!node->is_map()) return yaml::report_wrong_type(*node, "@yaml-map", path, diagnostics);
  for (const yaml::Entry& entry : node->entries()) {
    if (!check_id(entry.key.scalar(), entry.key.position(), path, diagnostics)) continue;
    Fields fields(entry.value, path, diagnostics);
    read_one(std::string(entry.key.scalar()), span(entry.key.position()), fields);
    fields.finish();
  }
}

std::optional<LanguageSettings> read_language(const yaml::Entry& entry, std::string_view path,
                                              Diagnostics& diagnostics) {
  LanguageSettings language;
  language.code = std::string(entry.key.scalar());
  if (!check_id(language.code, entry.key.position(), path, diagnostics)) return std::nullopt;
  Fields fields(entry.value, path, diagnostics);
  if (auto locale = fields.required_text("locale")) {
    language.locale = std::move(locale->value);
    language.locale_span = span(locale->position);
  }
  language.name = fields.string("name").value_or("");
  fields.finish();
  return language;
}

/// Slugs of one kind must differ within each language.
template <typename Item>
void check_slugs(const std::vector<Item>& items, std::size_t languages, std::string_view path,
                 Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < languages; ++i) {
    std::set<std::string_view> seen;
    for (const Item& item : items) {
      if (item.slug.empty()) continue;
      const std::string& slug = item.slug[static_cast<model::Language>(i)];
      if (!seen.insert(slug).second)
        diagnostics.push_back(make("duplicate-slug", model::place(path, item.span), {slug}));
    }
  }
}

/// The slug map at `slug`, or slugs made of the names; a slug that is none is reported.
LocalText read_slugs(Fields& fields, const LocalText& names, std::span<const LanguageSettings> languages) {
  LocalText slugs = read_local_text(fields, "slug", languages);
  if (slugs.empty()) {
    slugs = names;
    for (std::string& slug : slugs) slug = text::slugify(slug);
  }
  for (const std::string& slug : slugs) {
    if (text::is_slug(slug)) continue;
    fields.diagnostics().push_back(make("bad-slug", fields.place("slug"), {slug}, did_you_mean(text::slugify(slug))));
  }
  return slugs;
}

class SettingsReader {
 public:
  SettingsReader(const filesystem::Folder& root, const localization::LocaleFiles& locale_files,
                 Diagnostics& diagnostics)
      : root_(root), locale_files_(locale_files), diagnostics_(diagnostics) {}

  std::optional<Settings> read() {
    if (const auto entry = root_.stat(kSite); !entry.ok()) {
      diagnostics_.push_back(make("missing-settings", {std::string(kSite)}, {}, {"settings-example", {}}));
      return std::nullopt;
    }
    const auto text = read_text(root_, kSite, diagnostics_);
    if (!text) return std::nullopt;
    const auto node = yaml::parse(*text, kSite, 1, diagnostics_);
    if (!node) return std::nullopt;
    if (node->is_null()) {
      diagnostics_.push_back(make("empty-file", {std::string(kSite)}, {}, {"settings-example", {}}));
      return std::nullopt;
    }
    Fields fields(*node, kSite, diagnostics_);
    read_languages(fields);
    if (settings_.languages.empty()) return std::nullopt;
    read_site(fields);
    fields.finish();
    read_organisations();
    read_topics();
    read_documents();
    read_terms();
    return std::move(settings_);
  }

 private:
  static constexpr std::string_view kSite = "content/site.yaml";

  std::span<const LanguageSettings> languages() const { return settings_.languages; }

  void read_languages(Fields& fields) {
    const yaml::Node* map = fields.required_map("languages");
    if (map == nullptr) return;
    for (const yaml::Entry& entry : map->entries()) {
      if (auto language = read_language(entry, kSite, diagnostics_))
        settings_.languages.push_back(*std::move(language));
    }
    if (map->entries().empty()) diagnostics_.push_back(make("no-languages", yaml::place(kSite, map->position())));
  }

  void read_site(Fields& fields) {
    settings_.title = read_local_text(fields, "title", languages(), Presence::required);
    if (settings_.title.empty()) settings_.title = LocalText(languages().size());
    settings_.description = read_local_text(fields, "description", languages());
    settings_.licence = read_local_text(fields, "licence", languages());
    settings_.issuer = read_mention(fields, "issuer");
    fields.required_node("base_url");
    settings_.base_url = read_url(fields, "base_url");
    if (!settings_.base_url.ends_with('/')) settings_.base_url += '/';
    read_feed_authority(fields);
    read_per_page(fields);
    read_series(fields);
    read_units(fields);
    read_house_styles(fields);
    read_messages(fields);
    read_formats(fields);
    read_outputs(fields);
    read_severities(fields);
    settings_.other_sites = load_other_sites(root_, fields, languages());
  }

  /// A host, which may be followed by the date at which it was this site's: 'example.org,2026-05'.
  void read_feed_authority(Fields& fields) {
    settings_.feed_authority = host_of(settings_.base_url);
    auto written = fields.text("feed_authority");
    if (!written) return;
    const std::string_view authority = written->value;
    const std::size_t comma = std::min(authority.find(','), authority.size());
    static constexpr std::string_view kHost = "abcdefghijklmnopqrstuvwxyz0123456789.-@_";
    const bool is_host = comma > 0 && authority.substr(0, comma).find_first_not_of(kHost) == std::string_view::npos;
    const bool is_dated = comma == authority.size() || model::parse_date(authority.substr(comma + 1)).has_value();
    if (is_host && is_dated) {
      settings_.feed_authority = std::move(written->value);
    } else {
      diagnostics_.push_back(
          make("bad-feed-authority", yaml::place(kSite, written->position), {written->value}, {"feed-authority", {}}));
    }
  }

  static std::string host_of(std::string_view url) {
    const std::size_t start = url.find("://");
    if (start == std::string_view::npos) return {};
    url.remove_prefix(start + 3);
    url = url.substr(0, url.find_first_of("/?#"));
    if (const std::size_t user = url.find('@'); user != std::string_view::npos) url.remove_prefix(user + 1);
    return text::fold_case(url.substr(0, url.find(':')));
  }

  void read_per_page(Fields& fields) {
    constexpr std::int64_t kMost = 1000;
    const auto per_page = fields.integer("per_page");
    if (!per_page) return;
    if (*per_page < 1 || *per_page > kMost) {
      diagnostics_.push_back(make("bad-per-page", fields.place("per_page"), {std::to_string(*per_page)}));
    } else {
      settings_.per_page = static_cast<std::size_t>(*per_page);
    }
  }

  /// The house style of a locale that no language has would change nothing, which is hardly what was meant.
  void read_house_styles(Fields& fields) {
    const yaml::Node* map = fields.map("house_style");
    if (map == nullptr) return;
    std::vector<std::string_view> locales;
    for (const LanguageSettings& language : languages()) locales.push_back(language.locale);
    for (const yaml::Entry& entry : map->entries()) {
      const std::string_view locale = entry.key.scalar();
      settings_.house_style[std::string(locale)] = entry.value;
      if (std::find(locales.begin(), locales.end(), locale) != locales.end()) continue;
      diagnostics_.push_back(make("unused-locale", yaml::place(kSite, entry.key.position()), {std::string(locale)},
                                  did_you_mean(text::nearest(locale, locales))));
    }
  }

  void read_messages(Fields& fields) {
    const yaml::Node* map = fields.map("messages");
    if (map == nullptr) return;
    std::vector<std::string_view> codes;
    for (const LanguageSettings& language : languages()) codes.push_back(language.code);
    for (const yaml::Entry& entry : map->entries()) {
      const std::string_view code = entry.key.scalar();
      settings_.messages[std::string(code)] = entry.value;
      if (std::find(codes.begin(), codes.end(), code) != codes.end()) continue;
      diagnostics_.push_back(make("unknown-language", yaml::place(kSite, entry.key.position()), {std::string(code)},
                                  did_you_mean(text::nearest(code, codes))));
    }
  }

  void read_formats(Fields& fields) {
    const yaml::Node* map = fields.map("formats");
    if (map == nullptr) return;
    for (const yaml::Entry& entry : map->entries()) {
      const std::string_view intent = entry.value.scalar();
      if (!entry.value.is_scalar()) {
        yaml::report_wrong_type(entry.value, "@yaml-text", kSite, diagnostics_);
      } else if (localization::find_intent(intent)) {
        settings_.formats[std::string(entry.key.scalar())] = std::string(intent);
      } else {
        diagnostics_.push_back(make("unknown-format-intent", yaml::place(kSite, entry.value.position()),
                                    {std::string(intent)},
                                    did_you_mean(text::nearest(intent, localization::intent_names()))));
      }
    }
  }

  void read_series(Fields& fields) {
    const yaml::Node* map = fields.map("series");
    if (map == nullptr) return;
    for (const yaml::Entry& entry : map->entries()) {
      if (!check_id(entry.key.scalar(), entry.key.position(), kSite, diagnostics_)) continue;
      Series series{{std::string(entry.key.scalar())}, span(entry.key.position()), {}, {}, {}};
      Fields one(entry.value, kSite, diagnostics_);
      series.name = read_local_text(one, "name", languages(), Presence::required);
      series.slug = read_slugs(one, series.name, languages());
      series.description = read_local_text(one, "description", languages());
      one.finish();
      if (!series.name.empty()) settings_.series.push_back(std::move(series));
    }
    check_slugs(settings_.series, languages().size(), kSite, diagnostics_);
  }

  void read_units(Fields& fields) {
    localization::Units units = localization::load_shipped_units(locale_files_, diagnostics_);
    if (const yaml::Node* map = fields.map("units")) {
      units = units.with(localization::read_nouns(*map, kSite, diagnostics_));
    }
    settings_.units = std::make_shared<const localization::Units>(std::move(units));
  }

  void read_outputs(Fields& fields) {
    const yaml::Node* map = fields.map("outputs");
    if (map == nullptr) return;
    Fields outputs(*map, kSite, diagnostics_);
    settings_.outputs.parallel = outputs.boolean("parallel").value_or(true);
    settings_.outputs.citations = outputs.boolean("citations").value_or(true);
    settings_.outputs.search = outputs.boolean("search").value_or(true);
    settings_.outputs.feeds = outputs.boolean("feeds").value_or(true);
    settings_.outputs.inventories = outputs.boolean("inventories").value_or(true);
    outputs.finish();
  }

  void read_severities(Fields& fields) {
    const yaml::Node* map = fields.map("severities");
    if (map == nullptr) return;
    static constexpr yaml::Choice<Severity> kNames[] = {
        {"error", Severity::error}, {"warning", Severity::warning}, {"note", Severity::note}, {"off", Severity::off}};
    std::vector<std::string_view> ids;
    for (const diagnostics::Rule& rule : diagnostics::rules()) ids.push_back(rule.id);
    Fields severities(*map, kSite, diagnostics_);
    for (const yaml::Entry& entry : map->entries()) {
      const std::string_view id = entry.key.scalar();
      const auto severity = severities.choice<Severity>(id, kNames);
      const diagnostics::Rule* rule = diagnostics::find_rule(id);
      if (rule == nullptr) {
        diagnostics_.push_back(make("unknown-rule", yaml::place(kSite, entry.key.position()), {std::string(id)},
                                    did_you_mean(text::nearest(id, ids))));
      } else if (severity && rule->severity == Severity::error && *severity != Severity::error) {
        diagnostics_.push_back(make("severity-of-error", yaml::place(kSite, entry.key.position()), {std::string(id)}));
      } else if (severity) {
        settings_.severities[std::string(id)] = *severity;
      }
    }
  }

  void read_organisations() {
    read_register(root_, "content/organisations.yaml", diagnostics_, [&](std::string id, model::Span, Fields& fields) {
      Organisation organisation;
      organisation.id = {std::move(id)};
      organisation.acronym = read_local_text(fields, "acronym", languages());
      organisation.name = read_local_text(fields, "name", languages(), Presence::required);
      organisation.country = read_country(fields, "country");
      organisation.url = read_url(fields, "url");
      organisation.parent = read_mention(fields, "parent");
      if (!organisation.name.empty()) settings_.organisations.push_back(std::move(organisation));
    });
  }

  void read_topics() {
    constexpr std::string_view kPath = "content/topics.yaml";
    read_register(root_, kPath, diagnostics_, [&](std::string id, model::Span span, Fields& fields) {
      Topic topic{{std::move(id)}, span, {}, {}, {}};
      topic.name = read_local_text(fields, "name", languages(), Presence::required);
      topic.slug = read_slugs(fields, topic.name, languages());
      topic.description = read_local_text(fields, "description", languages());
      if (!topic.name.empty()) settings_.topics.push_back(std::move(topic));
    });
    check_slugs(settings_.topics, languages().size(), kPath, diagnostics_);
  }

  void read_documents() {
    static constexpr std::array<std::string_view, 8> kKinds = {"treaty",    "report",       "resolution", "decision",
                                                               "agreement", "presentation", "budget",     "other"};
    read_register(root_, "content/documents.yaml", diagnostics_, [&](std::string id, model::Span span, Fields& fields) {
      ExternalDocument document;
      document.id = {std::move(id)};
      document.span = span;
      static constexpr auto kChoices = [] {
        std::array<yaml::Choice<std::size_t>, kKinds.size()> choices{};
        for (std::size_t i = 0; i < kKinds.size(); ++i) choices[i] = {kKinds[i], i};
        return choices;
      }();
      document.kind = kKinds[fields.choice<std::size_t>("kind", std::span(kChoices)).value_or(kKinds.size() - 1)];
      document.symbol = read_local_text(fields, "symbol", languages());
      document.title = read_local_text(fields, "title", languages(), Presence::required);
      document.date = read_date(fields, "date");
      document.issuer = read_mention(fields, "issuer");
      document.language = fields.string("language").value_or("");
      document.url = read_partial_text(fields, "url", languages());
      for (const std::string& url : document.url) {
        if (!url.empty() && !is_web_address(url)) diagnostics_.push_back(make("bad-url", fields.place("url"), {url}));
      }
      document.articles = fields.string("articles").value_or("");
      document.chapters = fields.string("chapters").value_or("");
      document.annexes = fields.string("annexes").value_or("");
      if (!document.title.empty()) settings_.documents.push_back(std::move(document));
    });
  }

  void read_terms() {
    constexpr std::string_view kPath = "content/glossary.yaml";
    static constexpr yaml::Choice<std::string_view> kGenders[] = {
        {"m", "m"}, {"f", "f"}, {"mpl", "mpl"}, {"fpl", "fpl"}};
    read_register(root_, kPath, diagnostics_, [&](std::string id, model::Span span, Fields& fields) {
      Term term;
      term.id = {std::move(id)};
      term.text = LocalText(languages().size());
      for (std::size_t i = 0; i < languages().size(); ++i) {
        term.text[static_cast<model::Language>(i)] = fields.string(languages()[i].code).value_or("");
      }
      term.plural = read_partial_text(fields, "plural", languages());
      term.expansion = read_partial_text(fields, "expansion", languages());
      term.note = read_local_text(fields, "note", languages());
      term.gender = fields.choice<std::string_view>("gender", kGenders).value_or("");
      if (const auto translate = fields.text("translate")) {
        term.never_translated = translate->value == "never";
        if (!term.never_translated) {
          diagnostics_.push_back(make("bad-translate", yaml::place(kPath, translate->position), {translate->value}));
        }
      }
      term.variants = read_variants(fields);
      check_term(term, span, kPath);
      settings_.terms.push_back(std::move(term));
    });
  }

  void check_term(Term& term, model::Span span, std::string_view path) {
    std::string first;
    for (const std::string& text : term.text) first = first.empty() ? text : first;
    for (std::size_t i = 0; i < languages().size(); ++i) {
      std::string& text = term.text[static_cast<model::Language>(i)];
      if (!text.empty()) continue;
      diagnostics_.push_back(make("missing-language", model::place(path, span), {languages()[i].code},
                                  {"add-language-text", {languages()[i].code}}));
      text = first;
    }
  }

  model::PerLanguage<std::vector<std::string>> read_variants(Fields& fields) {
    model::PerLanguage<std::vector<std::string>> variants(languages().size());
    const yaml::Node* map = fields.map("variants");
    if (map == nullptr) return variants;
    Fields per_language(*map, fields.path(), diagnostics_);
    for (std::size_t i = 0; i < languages().size(); ++i) {
      for (yaml::Text& text : per_language.strings(languages()[i].code)) {
        variants[static_cast<model::Language>(i)].push_back(std::move(text.value));
      }
    }
    per_language.finish();
    return variants;
  }

  const filesystem::Folder& root_;
  const localization::LocaleFiles& locale_files_;
  Diagnostics& diagnostics_;
  Settings settings_;
};

template <typename Item, typename ItemId>
const Item* find_by_id(const std::vector<Item>& items, const ItemId& id) {
  for (const Item& item : items) {
    if (item.id == id) return &item;
  }
  return nullptr;
}

}  // namespace

std::optional<Settings> load_settings(const filesystem::Folder& root, const localization::LocaleFiles& locale_files,
                                      Diagnostics& diagnostics) {
  return SettingsReader(root, locale_files, diagnostics).read();
}

std::optional<model::Language> Settings::find_language(std::string_view code) const {
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (languages[i].code == code) return static_cast<model::Language>(i);
  }
  return std::nullopt;
}

const Series* Settings::find_series(const model::SeriesId& id) const {
  return find_by_id(series, id);
}
const Topic* Settings::find_topic(const model::TopicId& id) const {
  return find_by_id(topics, id);
}
const Organisation* Settings::find_organisation(const model::OrganisationId& id) const {
  return find_by_id(organisations, id);
}
const ExternalDocument* Settings::find_document(const model::DocumentId& id) const {
  return find_by_id(documents, id);
}
const Term* Settings::find_term(const model::TermId& id) const {
  return find_by_id(terms, id);
}

}  // namespace gaceta::content
