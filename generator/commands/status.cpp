#include "commands/status.hpp"

#include <algorithm>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "text/utf8.hpp"

namespace gaceta::commands {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Language;
using diagnostics::Severity;
using State = TextStatus::State;

using Counts = std::map<std::string, std::size_t, std::less<>>;

/// Errors and warnings by file.
Counts problems_by_file(const diagnostics::Diagnostics& diagnostics) {
  Counts counts;
  for (const Diagnostic& one : diagnostics) {
    if (one.severity == Severity::error || one.severity == Severity::warning) ++counts[one.place.path];
  }
  return counts;
}

std::size_t below(const Counts& counts, const std::string& folder) {
  const std::string prefix = folder + "/";
  std::size_t sum = 0;
  for (auto one = counts.lower_bound(prefix); one != counts.end() && one->first.starts_with(prefix); ++one) {
    sum += one->second;
  }
  return sum;
}

State state_of(const model::Translation& translation) {
  if (!translation.stamped) return State::unstamped;
  return translation.stale > 0 ? State::stale : State::in_step;
}

TextStatus text_status(const std::optional<model::Text>& text, const Counts& problems, bool is_source) {
  TextStatus status;
  if (!text) return status;
  status.state = is_source ? State::source : State::unstamped;
  const auto found = problems.find(text->path);
  if (found != problems.end()) status.problems = found->second;
  if (!text->translation) return status;
  status.state = state_of(*text->translation);
  status.stale = text->translation->stale;
  status.blocks = text->translation->blocks;
  if (text->translation->stamped) status.stamped = model::to_string(*text->translation->stamped);
  return status;
}

std::string_view name_of(State state) {
  switch (state) {
    case State::source:
      return "source";
    case State::missing:
      return "missing";
    case State::unstamped:
      return "unstamped";
    case State::in_step:
      return "in-step";
    case State::stale:
      return "stale";
  }
  return "";
}

std::string cell_of(const TextStatus& text, bool spanish) {
  switch (text.state) {
    case State::source:
      return spanish ? "original" : "source";
    case State::missing:
      return spanish ? "falta" : "missing";
    case State::unstamped:
      return spanish ? "sin sellar" : "not stamped";
    case State::in_step:
      return spanish ? "al día" : "in step";
    case State::stale:
      break;
  }
  const std::string stale = std::to_string(text.stale);
  const std::string blocks = std::to_string(text.blocks);
  return spanish ? stale + " de " + blocks + " atrasados" : stale + " of " + blocks + " stale";
}

using Row = std::vector<std::string>;

/// Columns as wide as their longest cell; a column without text at its right has no spaces behind it.
std::string as_columns(const std::vector<Row>& rows) {
  std::vector<std::size_t> widths(rows.front().size());
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], text::count_code_points(row[i]));
  }
  std::string out;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += row[i];
      if (i + 1 < row.size()) out.append(widths[i] - text::count_code_points(row[i]) + 2, ' ');
    }
    out += '\n';
  }
  return out;
}

}  // namespace

std::vector<BulletinStatus> status_of(const CheckedEdition& edition) {
  std::vector<BulletinStatus> all;
  if (!edition.catalog) return all;
  const Counts problems = problems_by_file(edition.diagnostics);
  for (const model::Bulletin& bulletin : edition.catalog->bulletins()) {
    BulletinStatus one;
    one.bulletin = bulletin.id.text;
    for (std::size_t i = 0; i < bulletin.texts.size(); ++i) {
      const auto language = static_cast<model::Language>(i);
      one.texts.push_back(text_status(bulletin.texts[language], problems, language == bulletin.source_language));
      one.texts.back().language = edition.catalog->settings().languages[i].code;
    }
    one.unverified = static_cast<std::size_t>(
        std::count_if(bulletin.facts.begin(), bulletin.facts.end(),
                      [](const model::Fact& fact) { return fact.status == model::FactStatus::to_be_confirmed; }));
    one.problems = below(problems, bulletin.folder());
    all.push_back(std::move(one));
  }
  return all;
}

std::string as_table(const std::vector<BulletinStatus>& bulletins, Language language) {
  const bool spanish = language == Language::spanish;
  if (bulletins.empty()) return spanish ? "no hay boletines\n" : "no bulletins\n";
  Row head = {spanish ? "boletín" : "bulletin"};
  for (const TextStatus& text : bulletins.front().texts) head.push_back(text.language);
  head.push_back(spanish ? "por confirmar" : "unverified");
  head.push_back(spanish ? "problemas" : "problems");
  std::vector<Row> rows = {head};
  for (const BulletinStatus& bulletin : bulletins) {
    Row row = {bulletin.bulletin};
    for (const TextStatus& text : bulletin.texts) row.push_back(cell_of(text, spanish));
    row.push_back(std::to_string(bulletin.unverified));
    row.push_back(std::to_string(bulletin.problems));
    rows.push_back(std::move(row));
  }
  return as_columns(rows);
}

std::string as_json(const std::vector<BulletinStatus>& bulletins) {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const BulletinStatus& bulletin : bulletins) {
    nlohmann::ordered_json texts = nlohmann::ordered_json::object();
    for (const TextStatus& text : bulletin.texts) {
      nlohmann::ordered_json one = {{"state", name_of(text.state)}};
      if (text.blocks > 0) one["blocks"] = text.blocks;
      if (!text.stamped.empty()) one["stale"] = text.stale;
      if (!text.stamped.empty()) one["stamped"] = text.stamped;
      if (text.state != State::missing) one["problems"] = text.problems;
      texts[text.language] = std::move(one);
    }
    all.push_back({{"bulletin", bulletin.bulletin},
                   {"languages", std::move(texts)},
                   {"unverified", bulletin.unverified},
                   {"problems", bulletin.problems}});
  }
  return all.dump(2) + "\n";
}

ExitStatus status(const SiteOptions& options) {
  const auto site = open_site(options.root);
  if (!site) return ExitStatus::machine_failed;
  auto request = request_of(options);
  if (!request) return ExitStatus::wrong_usage;
  request->content.drafts = content::Drafts::include;
  request->content.date.reset();
  const CheckedEdition edition = check_edition(*site->root, site->share(), *request);
  if (!edition.catalog) {
    std::cerr << diagnostics::as_text(edition.diagnostics, source_text(*site->root), message_language(),
                                      diagnostics::Style::plain);
    return ExitStatus::content_errors;
  }
  const std::vector<BulletinStatus> bulletins = status_of(edition);
  std::cout << (options.format == "json" ? as_json(bulletins) : as_table(bulletins, message_language()));
  return ExitStatus::done;
}

}  // namespace gaceta::commands
