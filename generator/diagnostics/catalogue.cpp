#include "diagnostics/catalogue.hpp"

#include <algorithm>
#include <cassert>

namespace gaceta::diagnostics {
namespace {

struct Sentence {
  std::string_view id;
  std::string_view english;
  std::string_view spanish;
};

template <typename Entry>
std::vector<Entry> sorted_by_id(std::vector<Entry> entries) {
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.id < b.id; });
  return entries;
}

const std::vector<Rule>& rule_table() {
  static const std::vector<Rule> table = sorted_by_id(std::vector<Rule>{
#define RULE(id, severity, english, spanish) {id, Severity::severity, english, spanish},
#define HELP(id, english, spanish)
#define WORD(id, english, spanish)
#include "diagnostics/messages/all.inc"
#undef RULE
#undef HELP
#undef WORD
  });
  return table;
}

const std::vector<Sentence>& help_table() {
  static const std::vector<Sentence> table = sorted_by_id(std::vector<Sentence>{
#define RULE(id, severity, english, spanish)
#define HELP(id, english, spanish) {id, english, spanish},
#define WORD(id, english, spanish)
#include "diagnostics/messages/all.inc"
#undef RULE
#undef HELP
#undef WORD
  });
  return table;
}

const std::vector<Sentence>& word_table() {
  static const std::vector<Sentence> table = sorted_by_id(std::vector<Sentence>{
#define RULE(id, severity, english, spanish)
#define HELP(id, english, spanish)
#define WORD(id, english, spanish) {id, english, spanish},
#include "diagnostics/messages/all.inc"
#undef RULE
#undef HELP
#undef WORD
  });
  return table;
}

template <typename Entry>
const Entry* find(const std::vector<Entry>& table, std::string_view id) {
  const auto found = std::lower_bound(table.begin(), table.end(), id,
                                      [](const Entry& entry, std::string_view wanted) { return entry.id < wanted; });
  return found != table.end() && found->id == id ? &*found : nullptr;
}

template <typename Entry>
std::string_view sentence(const Entry& entry, Language language) {
  return language == Language::spanish ? entry.spanish : entry.english;
}

std::string_view spoken(std::string_view argument, Language language) {
  if (!argument.starts_with('@')) return argument;
  const Sentence* word = find(word_table(), argument.substr(1));
  return word != nullptr ? sentence(*word, language) : argument;
}

/// `pattern` with {0} … {9} replaced. Braces that hold no digit stand for themselves.
std::string filled(std::string_view pattern, const std::vector<std::string>& arguments, Language language) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool slot = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' && pattern[i + 1] >= '0' &&
                      pattern[i + 1] <= '9';
    if (!slot) {
      out.push_back(pattern[i]);
      continue;
    }
    const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
    assert(index < arguments.size() && "a sentence asks for more arguments than the diagnostic carries");
    if (index < arguments.size()) out += spoken(arguments[index], language);
    i += 2;
  }
  return out;
}

}  // namespace

std::span<const Rule> rules() {
  return rule_table();
}

const Rule* find_rule(std::string_view id) {
  return find(rule_table(), id);
}

std::optional<std::string_view> help_id(std::string_view id) {
  const Sentence* entry = find(help_table(), id);
  return entry != nullptr ? std::optional(entry->id) : std::nullopt;
}

std::string message(const Diagnostic& diagnostic, Language language) {
  const Rule* rule = find_rule(diagnostic.id);
  assert(rule != nullptr);
  return filled(sentence(*rule, language), diagnostic.arguments, language);
}

std::string help(const Diagnostic& diagnostic, Language language) {
  if (diagnostic.help.id.empty()) return {};
  const Sentence* entry = find(help_table(), diagnostic.help.id);
  assert(entry != nullptr && "a help's id must be in diagnostics/messages");
  return filled(sentence(*entry, language), diagnostic.help.arguments, language);
}

std::string_view severity_word(Severity severity, Language language) {
  const bool spanish = language == Language::spanish;
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return spanish ? "aviso" : "warning";
    default:
      return spanish ? "nota" : "note";
  }
}

}  // namespace gaceta::diagnostics
