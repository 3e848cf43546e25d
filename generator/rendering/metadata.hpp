// What a bulletin's page says of itself to machines: the values behind JSON-LD, Highwire Press tags and Dublin Core.
// The markup is in templates/metadata.html. Values; a pure function of the catalog; any thread.
#pragma once

#include <string>
#include <vector>

#include "rendering/citation_record.hpp"
#include "templating/types.hpp"

namespace gaceta::rendering {

/// The same bulletin in another language.
struct Translation {
  std::string url;       ///< absolute
  std::string language;  ///< BCP 47
};

/// Something that the bulletin cites.
struct CitedWork {
  std::string name;
  std::string url;  ///< absolute; empty if it is nowhere on the web
  bool is_report = false;
};

struct Metadata {
  CitationRecord record;
  std::string published;      ///< '2023-09', as precise as it is known
  std::string highwire_date;  ///< '2023/09'
  std::string modified;       ///< empty if it never was
  std::string year;           ///< for the filter of the search
  std::string series_url;     ///< absolute
  std::string publisher_url;  ///< of its own site; may be empty
  std::string original;       ///< address of the text that this one translates; empty if this is the original
  std::vector<Translation> translations;  ///< of this text, if it is the original
  std::vector<CitedWork> citations;
  std::string search_words;  ///< symbols and dates as they may be typed
};

/// Of the bulletin's text in the language of `host`, which must exist.
Metadata metadata(const Host& host, catalog::BulletinIndex index);

/// The original of a bulletin: its first text, in the order of site.yaml, that names no translator.
model::Language original_language(const model::Bulletin& bulletin);

const templating::ObjectType& metadata_type();

}  // namespace gaceta::rendering
