// What every way of citing a bulletin says of it, in the words of one language: the source of BibTeX, CSL-JSON, RIS, of
// the metadata in the page and of 'how to cite'. Not a format. Values; a pure function of the catalog; any thread.
#pragma once

#include <string>
#include <vector>

#include "catalog/catalog.hpp"
#include "rendering/host.hpp"

namespace gaceta::rendering {

struct CitationRecord {
  std::string key;  ///< 'tmec.2023-09-pymes-ambiente.es': id and language; never changes
  std::string title;
  std::vector<std::string> authors;  ///< the issuers, or who publishes the site
  std::string publisher;             ///< who publishes the site
  std::string series;
  std::string kind;    ///< 'Informe de relatoría'
  std::string number;  ///< in the series; empty when unknown
  std::string symbol;
  model::Date date;      ///< at the precision it has
  std::string language;  ///< BCP 47: 'es-MX'
  std::string url;       ///< absolute
  std::string summary;
  std::vector<std::string> keywords;  ///< names of its topics

  /// The symbol, or the number in the series: what a library files it under.
  const std::string& report_number() const { return symbol.empty() ? number : symbol; }
};

/// Of the bulletin's text in the language of `host`, which must exist.
CitationRecord citation_record(const Host& host, catalog::BulletinIndex index);

/// The citation in words, in the style of the language: the message 'cite-as'.
std::string cite_as(const Host& host, const CitationRecord& record, const model::Bulletin& bulletin);

/// Who publishes the site: the issuer of site.yaml, or the site's own title.
std::string publisher_name(const Host& host);

/// The date as ISO 8601 has it, with the precision that is known: '2023-09-21', '2023-09', '2023'. Halves and quarters,
/// which ISO 8601 cannot say, are their year.
std::string iso_date(const model::Date& date);
/// The same with another separator: '2023/09/21'.
std::string iso_date(const model::Date& date, char separator);

}  // namespace gaceta::rendering
