#include "commands/site_options.hpp"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "commands/sentences.hpp"
#include "commands/share_folder.hpp"
#include "content/local_text.hpp"
#include "content/source.hpp"
#include "filesystem/path.hpp"
#include "filesystem/real_folder.hpp"

namespace gaceta::commands {
namespace {

/// The civil date of a day counted from 1970-01-01 (algorithm of Howard Hinnant, chrono-compatible, proleptic
/// Gregorian).
model::Date civil_date(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  model::Date date;
  date.precision = model::DatePrecision::day;
  date.day = static_cast<std::uint8_t>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  date.month = static_cast<std::uint8_t>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  date.year = static_cast<int>(year_of_era + era * 400 + (date.month <= 2 ? 1 : 0));
  return date;
}

}  // namespace

std::optional<OpenSite> open_site(const std::string& root) {
  OpenSite site;
  auto folder = filesystem::open_folder(root);
  if (!folder.ok()) {
    print_machine_error(folder.error());
    return std::nullopt;
  }
  site.root = std::move(folder).value();
  const auto paths = find_share_paths();
  if (!paths) {
    std::cerr << "gaceta: the templates and locales that Gaceta ships are not beside the program\n";
    return std::nullopt;
  }
  for (auto [path, where] : {std::pair{&paths->templates, &site.templates}, std::pair{&paths->assets, &site.assets},
                             std::pair{&paths->locales, &site.locales}}) {
    auto opened = filesystem::open_folder(*path);
    if (!opened.ok()) {
      print_machine_error(opened.error());
      return std::nullopt;
    }
    *where = std::move(opened).value();
  }
  return site;
}

std::optional<model::Date> build_date(const std::string& typed) {
  constexpr std::int64_t kSecondsPerDay = 86400;
  if (!typed.empty()) {
    const auto date = model::parse_date(typed);
    if (date && date->precision == model::DatePrecision::day) return date;
    std::fprintf(stderr,
                 say("gaceta: --date: '%s' is not a date such as 2026-01-31\n",
                     "gaceta: --date: «%s» no es una fecha como 2026-01-31\n"),
                 typed.c_str());
    return std::nullopt;
  }
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"); epoch != nullptr && *epoch != '\0') {
    const std::string_view text(epoch);
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error == std::errc() && end == text.data() + text.size() && seconds >= 0) {
      return civil_date(seconds / kSecondsPerDay);
    }
    std::fprintf(stderr,
                 say("gaceta: SOURCE_DATE_EPOCH: '%s' is not a number of seconds\n",
                     "gaceta: SOURCE_DATE_EPOCH: «%s» no es un número de segundos\n"),
                 epoch);
    return std::nullopt;
  }
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return civil_date(std::chrono::duration_cast<std::chrono::seconds>(now).count() / kSecondsPerDay);
}

std::optional<BuildRequest> request_of(const SiteOptions& options) {
  BuildRequest request;
  request.output = options.output.empty() ? options.root + "/site" : options.output;
  request.state = options.root + "/.gaceta";
  request.base_url = options.base_url;
  if (!request.base_url.empty()) {
    if (!content::is_web_address(request.base_url)) {
      std::cerr << "gaceta: --base-url: '" << options.base_url << "' does not begin with https:// or http://\n";
      return std::nullopt;
    }
    if (!request.base_url.ends_with('/')) request.base_url += '/';
  }
  request.content.date = build_date(options.date);
  if (!request.content.date) return std::nullopt;
  request.content.drafts = options.drafts ? content::Drafts::include : content::Drafts::leave_out;
  request.content.workers = options.jobs > 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
  request.stage = options.release ? checks::Stage::release : checks::Stage::draft;
  request.precompress = options.precompress;
  request.force = options.force;
  request.program = program_identity();
  if (options.take_over) request.publishing.foreign_folder = publishing::ForeignFolder::take_over;
  return request;
}

diagnostics::Language message_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("es") ? diagnostics::Language::spanish : diagnostics::Language::english;
  }
  return diagnostics::Language::english;
}

diagnostics::SourceText source_text(const filesystem::Folder& root) {
  return [&root](std::string_view path) -> std::optional<std::string> {
    if (!filesystem::is_inside(path)) return std::nullopt;  // an output folder somewhere else
    diagnostics::Diagnostics ignored;
    return content::read_text(root, path, ignored);
  };
}

void print_machine_error(const filesystem::Error& error) {
  std::cerr << "gaceta: " << error.path << ": " << error.message << "\n";
}

}  // namespace gaceta::commands
