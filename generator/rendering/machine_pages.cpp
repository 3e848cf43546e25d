// Pages that are no part of the reading: the search, the pages at old addresses, the feeds.
#include "rendering/frame.hpp"
#include "rendering/pages.hpp"

namespace gaceta::rendering {

using catalog::Section;
using localization::Locale;
using model::Language;

void PageWriter::search(Language language, const Locale& locale, std::string& out) {
  const Host host = host_for(catalog_, language, locale, catalog_.section_address(Section::search, language));
  SearchPage page;
  fill_frame(page, host, std::string(locale.message("search")), std::string(locale.message("search-description")),
             "search", [&](Language other) { return catalog_.section_address(Section::search, other); });
  renderer_->render(templates_.search, page, host, out);
}

void PageWriter::forward(const catalog::Alias& alias, const Locale& locale, std::string& out) {
  const std::string folder = alias.path.substr(0, alias.path.rfind('/') + 1);
  const Host host = host_for(catalog_, alias.language, locale, folder);
  ForwardPage page;
  page.title = alias.text->title;
  page.canonical = absolute_url(catalog_.settings(), alias.address);
  page.target_url = href(host, alias.address);
  renderer_->render(templates_.forward, page, host, out);
}

void PageWriter::feed(FeedScope scope, Language language, const Locale& locale, const BodyReader& read_body,
                      std::string& out) {
  const Host host = host_for(catalog_, language, locale, "");
  const FeedPage feed = feed_page(host, scope, read_body);
  renderer_->render(templates_.feed, feed, host, out);
}

}  // namespace gaceta::rendering
