// Atom feeds (RFC 4287): one per language and one per series and language. The newest bulletins, and older ones after a
// major change (`updated:`), each with its full text. Ids are tag URIs (RFC 4151) made of the bulletin's id, so that a
// site may move to another address and no reader sees an entry twice. The markup is in templates/feed.xml.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "content/body.hpp"
#include "rendering/metadata.hpp"

namespace gaceta::rendering {

/// What a feed is about: everything, or one series.
using FeedScope = std::optional<std::size_t>;

inline constexpr std::size_t kFeedEntries = 30;

struct FeedEntry {
  std::string id;
  std::string title;
  std::string summary;
  std::vector<Translation> alternates;  ///< the page in each language it has
  std::string published, updated;       ///< RFC 3339
  std::vector<std::string> authors;
  std::vector<std::string> categories;
  std::string content;  ///< markup, with absolute addresses
};

struct FeedPage {
  std::string id;
  std::string title;
  std::string subtitle;
  std::string lang;
  std::string self;
  std::vector<Translation> alternates;  ///< the page that the feed is of, in every language
  std::string updated;
  std::string author;
  std::vector<FeedEntry> entries;
};

/// Calls `use` with the body of a bulletin's text, read again for the purpose.
using BodyReader = std::function<void(catalog::BulletinIndex, const std::function<void(const content::Body&)>& use)>;

/// The feed for readers of the language of `host`, whose address is that of the feed's folder.
FeedPage feed_page(const Host& host, FeedScope scope, const BodyReader& read_body);

/// 'es/feed.xml'; empty where there is no feed, because site.yaml wants none or nothing is published in `language`.
std::string feed_address(const catalog::Catalog& catalog, FeedScope scope, model::Language language);

const templating::ObjectType& feed_page_type();

}  // namespace gaceta::rendering
