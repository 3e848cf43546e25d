// Options that several commands share, as they were typed, and what they mean.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "build_site.hpp"
#include "commands/run.hpp"
#include "diagnostics/catalogue.hpp"
#include "diagnostics/report.hpp"
#include "filesystem/folder.hpp"
#include "model/edtf.hpp"

namespace gaceta::commands {

struct SiteOptions {
  std::string root = ".";
  std::string output;  ///< empty: ROOT/site
  std::string base_url;
  std::string date;      ///< empty: SOURCE_DATE_EPOCH, or today in UTC
  std::size_t jobs = 0;  ///< 0: as many as there are processors
  bool drafts = false;
  bool release = false;
  bool take_over = false;
  bool precompress = false;
  bool force = false;
  bool timings = false;
  bool quiet = false;
  bool strict = false;
  std::string format = "text";
};

/// The folders a site is made of, held open.
struct OpenSite {
  std::unique_ptr<filesystem::Folder> root, templates, assets, locales;
  Share share() const { return {*templates, *assets, *locales}; }
};

/// Opens ROOT and what Gaceta ships; says on stderr what is missing.
std::optional<OpenSite> open_site(const std::string& root);

/// The day that `typed` (YYYY-MM-DD) says; if it is empty, that of SOURCE_DATE_EPOCH (reproducible-builds.org), or
/// today in UTC. Nothing (said on stderr) if it is no day.
std::optional<model::Date> build_date(const std::string& typed);

/// What the options ask for; nothing (said on stderr) if one of them is wrong.
std::optional<BuildRequest> request_of(const SiteOptions& options);

/// The language of messages: LC_ALL, LC_MESSAGES, LANG, in this order; English unless it begins with 'es'.
diagnostics::Language message_language();

/// The lines of the site's files, as the reader of sources saw them, for excerpts below diagnostics.
diagnostics::SourceText source_text(const filesystem::Folder& root);

/// Prints on stderr what the machine would not do.
void print_machine_error(const filesystem::Error& error);

}  // namespace gaceta::commands
