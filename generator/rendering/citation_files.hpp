// Citations as the programs of readers take them: BibTeX, CSL-JSON and RIS, for one bulletin or for a list. Pure; any
// thread.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rendering/citation_record.hpp"
#include "rendering/output_file.hpp"

namespace gaceta::rendering {

/// An entry '@techreport'; `langid` is what the packages babel and biblatex call the language ('spanish').
void append_bibtex(std::string& out, const CitationRecord& record, std::string_view langid);
/// An object of type 'report' (citationstyles.org, schema csl-data).
void append_csl_json(std::string& out, const CitationRecord& record);
/// A record 'TY  - RPT', with line ends CR LF.
void append_ris(std::string& out, const CitationRecord& record);

/// cite.bib, cite.json and cite.ris in the folder `address`, for the bulletin's text in the language of `host`, which
/// must exist.
std::vector<OutputFile> citation_files(const Host& host, const std::string& address, catalog::BulletinIndex index);

/// The same for those `bulletins` that have a text in the language of `host`; nothing when there are none. `host` and
/// `bulletins` must outlive the files.
std::vector<StreamedFile> citation_files(const Host& host, const std::string& address,
                                         std::span<const catalog::BulletinIndex> bulletins);

}  // namespace gaceta::rendering
