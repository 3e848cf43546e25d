// The kinds of pages, each with its template and the structure that the template sees. A page is a pure function of the
// catalog, the language and (for texts) the body.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalog/catalog.hpp"
#include "content/body.hpp"
#include "diagnostics/diagnostic.hpp"
#include "rendering/citing_bulletins.hpp"
#include "rendering/feed.hpp"
#include "rendering/host.hpp"
#include "rendering/index_plan.hpp"
#include "templating/describe.hpp"
#include "templating/templates.hpp"

namespace gaceta::rendering {

/// The templates of a site, compiled once and shared by threads.
struct PageTemplates {
  templating::Template bulletin, parallel, missing, page, home, series, topic, topics, issuer, issuers, documents,
      document, facts, index, index_part, search, forward, feed, language_choice, not_found;
};

/// Compiles the templates that `loader` finds. Mistakes are reported; nothing if there was one.
std::optional<PageTemplates> load_templates(const catalog::Catalog& catalog, templating::Loader loader,
                                            diagnostics::Diagnostics& diagnostics);

/// Each of these templates with what it is rendered with.
std::vector<templating::TemplateRoot> template_roots();

/// Makes pages; keeps what is expensive between them. One per thread.
class PageWriter {
 public:
  PageWriter(const catalog::Catalog& catalog, const PageTemplates& templates);

  /// The page of a bulletin's text in `language`, which must exist.
  void bulletin(catalog::BulletinIndex index, model::Language language, const content::Body& body,
                const localization::Locale& locale, std::string& out);
  /// The page with the text in `language` beside the one in `other`, block by block.
  void parallel(catalog::BulletinIndex index, model::Language language, const content::Body& body,
                const localization::Locale& locale, model::Language other, const content::Body& other_body,
                const localization::Locale& other_locale, std::string& out);
  /// The page that stands where a bulletin has no text in `language`: it says so, and offers the languages there are.
  void missing(catalog::BulletinIndex index, model::Language language, const localization::Locale& locale,
               std::string& out);
  /// The standing page.
  void page(catalog::PageIndex index, model::Language language, const content::Body& body,
            const localization::Locale& locale, std::string& out);

  // ---- lists (list_pages.cpp); `number` is that of the page, from 1
  void home(const IndexPlan& plan, const localization::Locale& locale, model::Language language, std::string& out);
  void series(std::size_t series, std::size_t number, model::Language language, const localization::Locale& locale,
              std::string& out);
  void topic(std::size_t topic, std::size_t number, model::Language language, const localization::Locale& locale,
             std::string& out);
  void index(const IndexPlan& plan, model::Language language, const localization::Locale& locale, std::string& out);
  void index_part(const IndexPlan& plan, const IndexPart& part, std::size_t number, model::Language language,
                  const localization::Locale& locale, std::string& out);

  void topics(model::Language language, const localization::Locale& locale, std::string& out);
  void issuers(model::Language language, const localization::Locale& locale, std::string& out);
  /// `issuer` is the organisation's position in the settings.
  void issuer(std::size_t issuer, std::size_t number, model::Language language, const localization::Locale& locale,
              std::string& out);
  // ---- registers (register_pages.cpp)
  void documents(std::size_t number, model::Language language, const localization::Locale& locale, std::string& out);
  /// A page of those that list all bulletins which cite a document: where catalog::Catalog::address() is not empty.
  void document(catalog::DocumentIndex index, const CitingBulletins& citing, std::size_t number,
                model::Language language, const localization::Locale& locale, std::string& out);
  void facts(std::size_t number, model::Language language, const localization::Locale& locale, std::string& out);
  // ---- for machines and from old addresses (machine_pages.cpp)
  void search(model::Language language, const localization::Locale& locale, std::string& out);
  /// The page at an old address, which leads to the present one.
  void forward(const catalog::Alias& alias, const localization::Locale& locale, std::string& out);
  void feed(FeedScope scope, model::Language language, const localization::Locale& locale, const BodyReader& read_body,
            std::string& out);

  /// The page at the root: choice of language (x-default), and the page for addresses that do not exist.
  void language_choice(const localization::Locale& locale, std::string& out);
  void not_found(const localization::Locale& locale, std::string& out);

 private:
  const catalog::Catalog& catalog_;
  const PageTemplates& templates_;
  std::unique_ptr<templating::Renderer> renderer_;
};

/// The language that stands beside `language` on a bulletin's parallel page: the first other that has a text, if any.
std::optional<model::Language> parallel_language(const catalog::Catalog& catalog, catalog::BulletinIndex index,
                                                 model::Language language);

/// Where a bulletin's pictures and downloads are published: 'files/tmec/2021-07-pymes/'.
std::string media_address(const model::Bulletin& bulletin);

}  // namespace gaceta::rendering
