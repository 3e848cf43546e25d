#include "localization/cases.hpp"

#include <algorithm>
#include <set>

#include "localization/case_input.hpp"
#include "text/nearest.hpp"
#include "yaml/fields.hpp"
#include "yaml/parse.hpp"

namespace gaceta::localization {
namespace {

using diagnostics::Diagnostics;
using diagnostics::make;
using Outcome = CaseResult::Outcome;

constexpr std::string_view kNoBreakSpace = "\u00A0";

/// Equal, but that a no-break space may stand for a plain one between a figure and its word.
bool matches(std::string_view expected, std::string_view got) {
  while (!expected.empty() && !got.empty()) {
    if (expected.front() == ' ' && got.starts_with(kNoBreakSpace)) {
      got.remove_prefix(kNoBreakSpace.size());
    } else if (expected.front() == got.front()) {
      got.remove_prefix(1);
    } else {
      return false;
    }
    expected.remove_prefix(1);
  }
  return expected.empty() && got.empty();
}

diagnostics::Help near_intent(std::string_view typed) {
  const std::vector<std::string_view> names = intent_names();
  return diagnostics::did_you_mean(text::nearest(typed, std::span<const std::string_view>(names)));
}

std::optional<IntentId> read_intent(const yaml::Text& name, std::string_view path, Diagnostics& diagnostics) {
  const std::optional<IntentId> found = find_intent(name.value);
  if (!found) {
    diagnostics.push_back(
        make("unknown-intent", yaml::place(path, name.position), {name.value}, near_intent(name.value)));
  }
  return found;
}

/// One case of the table: read, printed in each locale, compared.
class CaseRunner {
 public:
  CaseRunner(std::string_view path, const LocaleProvider& locales, CaseReport& report)
      : path_(path), locales_(locales), report_(report) {}

  void run(const yaml::Node& node) {
    ++report_.cases;
    yaml::Fields fields(node, path_, report_.diagnostics);
    for (const std::string_view note : {"category", "why", "seed", "icu72"}) fields.know(note);
    const std::optional<yaml::Text> id = fields.required_text("id");
    const std::optional<yaml::Text> name = fields.required_text("intent");
    const yaml::Node* input = fields.required_map("input");
    const yaml::Node* expect = fields.required_map("expect");
    const yaml::Node* accept = fields.map("accept");
    fields.finish();
    const std::optional<IntentId> intent = name ? read_intent(*name, path_, report_.diagnostics) : std::nullopt;
    if (!id || !intent || input == nullptr || expect == nullptr) return;
    if (!ids_.insert(id->value).second) {
      report_.diagnostics.push_back(make("duplicate-case", yaml::place(path_, id->position), {id->value}));
    }
    bool passed = true;
    for (const yaml::Entry& entry : expect->entries()) {
      CaseResult result;
      result.id = id->value;
      result.intent = name->value;
      result.locale = entry.key.scalar();
      result.line = node.position().line;
      result.expected = unspelled(entry.value.scalar());
      if (accept != nullptr) read_accepted(*accept, result);
      passed = print(result, *input, *intent, entry.key) && passed;
      report_.results.push_back(std::move(result));
    }
    report_.cases_passed += passed ? 1 : 0;
  }

 private:
  static void read_accepted(const yaml::Node& accept, CaseResult& result) {
    const yaml::Node* texts = accept.find(result.locale);
    if (texts == nullptr) return;
    for (const yaml::Node& text : texts->items()) result.accept.push_back(unspelled(text.scalar()));
  }

  bool print(CaseResult& result, const yaml::Node& input, IntentId intent, const yaml::Node& where) {
    const Locale* locale = locales_(result.locale);
    if (locale == nullptr) {
      report_.diagnostics.push_back(
          make("case-without-locale", yaml::place(path_, where.position()), {result.id, result.locale}));
      return false;
    }
    const std::shared_ptr<const Units>& units = locale->data().units;
    const std::optional<Phrase> phrase =
        read_case_input(input, intent, locale->language(), units ? *units : Units(), path_, report_.diagnostics);
    if (!phrase) return false;
    result.got = locale->print(*phrase);
    const auto equals = [&](const std::string& text) { return matches(text, result.got); };
    if (equals(result.expected)) {
      result.outcome = Outcome::expected;
    } else if (std::any_of(result.accept.begin(), result.accept.end(), equals)) {
      result.outcome = Outcome::accepted;
    }
    return result.outcome != Outcome::different;
  }

  std::string_view path_;
  const LocaleProvider& locales_;
  CaseReport& report_;
  std::set<std::string> ids_;
};

std::variant<Phrase, Diagnostics> bare_input(std::string_view text, IntentId intent, const Units& units) {
  const ValueKind kind = localization::intent(intent).kind;
  if (kind == ValueKind::words || kind == ValueKind::list) {
    Phrase phrase;
    phrase.intent = intent;
    if (kind == ValueKind::words) {
      phrase.value = Words{std::string(text), {}, {}, {}};
    } else {
      phrase.value = TextList{{std::string(text)}};
    }
    return phrase;
  }
  std::variant<Phrase, NotationError> parsed = parse_role(role_of(kind), text, units);
  if (const auto* error = std::get_if<NotationError>(&parsed)) {
    const diagnostics::Place place{"INPUT", 1, static_cast<std::uint32_t>(error->offset + 1),
                                   static_cast<std::uint32_t>(error->length)};
    return Diagnostics{make(error->rule, place, error->arguments, error->help)};
  }
  Phrase phrase = std::get<Phrase>(std::move(parsed));
  phrase.intent = intent;
  phrase.options.in_digits = false;
  return phrase;
}

}  // namespace

CaseReport run_cases(std::string_view table, std::string_view path, const LocaleProvider& locales) {
  CaseReport report;
  const std::optional<yaml::Node> root = yaml::parse(table, path, 1, report.diagnostics);
  if (!root) return report;
  yaml::Fields fields(*root, path, report.diagnostics);
  fields.know("schema");
  const yaml::Node* cases = fields.required_list("cases");
  fields.finish();
  CaseRunner runner(path, locales, report);
  if (cases != nullptr) {
    for (const yaml::Node& node : cases->items()) runner.run(node);
  }
  diagnostics::sort_and_deduplicate(report.diagnostics);
  return report;
}

std::string as_text(const CaseReport& report, diagnostics::Language language) {
  const bool spanish = language == diagnostics::Language::spanish;
  std::string out;
  std::size_t good = 0;
  for (const CaseResult& result : report.results) {
    if (result.outcome != Outcome::different) {
      ++good;
      continue;
    }
    out += result.id + "  " + result.intent + "  " + result.locale + '\n';
    out += (spanish ? "  esperado  " : "  expected  ") + spelled_out(result.expected) + '\n';
    for (const std::string& text : result.accept) {
      out += (spanish ? "  admitido  " : "  accepted  ") + spelled_out(text) + '\n';
    }
    out += (spanish ? "  obtenido  " : "  got       ") + spelled_out(result.got) + '\n';
  }
  const std::string of = spanish ? " de " : " of ";
  out += std::to_string(report.cases_passed) + of + std::to_string(report.cases) + (spanish ? " casos, " : " cases, ") +
         std::to_string(good) + of + std::to_string(report.results.size()) + (spanish ? " textos\n" : " texts\n");
  return out;
}

std::variant<std::string, Diagnostics> format_one(const Locale& locale, std::string_view intent,
                                                  std::string_view input) {
  constexpr std::string_view kPath = "INPUT";
  const std::optional<IntentId> id = find_intent(intent);
  if (!id) {
    return Diagnostics{make("unknown-intent", {"INTENT", 0, 0, 0}, {std::string(intent)}, near_intent(intent))};
  }
  const Units none;
  const Units& units = locale.data().units ? *locale.data().units : none;
  if (input.find_first_of("{[") != 0) {
    std::variant<Phrase, Diagnostics> phrase = bare_input(input, *id, units);
    if (auto* faults = std::get_if<Diagnostics>(&phrase)) return std::move(*faults);
    return locale.print(std::get<Phrase>(phrase));
  }
  Diagnostics diagnostics;
  const std::optional<yaml::Node> node = yaml::parse(input, kPath, 1, diagnostics);
  if (!node) return diagnostics;
  if (node->is_list()) {
    TextList list;
    for (const yaml::Node& item : node->items()) list.items.emplace_back(unspelled(item.scalar()));
    return locale.print(*id, list);
  }
  const std::optional<Phrase> phrase = read_case_input(*node, *id, locale.language(), units, kPath, diagnostics);
  if (!phrase) return diagnostics;
  return locale.print(*phrase);
}

}  // namespace gaceta::localization
