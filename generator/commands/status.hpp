// gaceta status: how far each bulletin is in each language.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "build_site.hpp"
#include "commands/run.hpp"
#include "commands/site_options.hpp"
#include "diagnostics/catalogue.hpp"

namespace gaceta::commands {

/// One text, or the want of it.
struct TextStatus {
  enum class State { source, missing, unstamped, in_step, stale };
  std::string language;
  State state = State::missing;
  std::uint32_t stale = 0, blocks = 0;  ///< of a translation: blocks of its source that changed since, and all of them
  std::string stamped;                  ///< ISO date, or empty
  std::size_t problems = 0;             ///< errors and warnings in the file
};

struct BulletinStatus {
  std::string bulletin;
  std::vector<TextStatus> texts;  ///< in the order of site.yaml
  std::size_t unverified = 0;     ///< facts to be confirmed
  std::size_t problems = 0;       ///< errors and warnings in its folder
};

/// In the order of the folders.
std::vector<BulletinStatus> status_of(const CheckedEdition& edition);

std::string as_table(const std::vector<BulletinStatus>& bulletins, diagnostics::Language language);
std::string as_json(const std::vector<BulletinStatus>& bulletins);

ExitStatus status(const SiteOptions& options);

}  // namespace gaceta::commands
