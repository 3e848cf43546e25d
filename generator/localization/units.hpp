// What numbers count: currencies, percent, points, and the countable nouns that Gaceta and the site declare. Names of
// currencies in print belong to the house style; here are only the codes. Immutable once built; any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "localization/value.hpp"
#include "yaml/node.hpp"

namespace gaceta::localization {

/// A noun in one language. A form may hold {} where the number goes ("{}-minute read"); else the number goes before it.
struct NounForms {
  std::string language;  ///< "es"
  std::string one;
  std::string other;
  std::string many;  ///< after a round million; empty: as `other`
  Gender gender = Gender::masculine;
};

struct CountableNoun {
  std::string id;
  std::vector<NounForms> forms;

  /// Null when the noun has no form in `language`.
  [[nodiscard]] const NounForms* in(std::string_view language) const;
};

class Units {
 public:
  Units() = default;
  /// Later nouns replace earlier ones of the same id.
  explicit Units(std::vector<CountableNoun> nouns);
  /// A copy with `nouns` added: the site's over those that Gaceta ships.
  [[nodiscard]] Units with(std::vector<CountableNoun> nouns) const;

  [[nodiscard]] const CountableNoun* noun(std::string_view id) const;
  /// All nouns, by id.
  [[nodiscard]] const std::map<std::string, CountableNoun, std::less<>>& nouns() const { return nouns_; }
  /// What `word` means after a number: '%', 'percent', 'points', 'year', 'date', 'USD', a noun's id.
  [[nodiscard]] std::optional<Unit> find(std::string_view word) const;
  /// Every word that find() knows, for suggestions.
  [[nodiscard]] std::vector<std::string> words() const;

 private:
  std::map<std::string, CountableNoun, std::less<>> nouns_;
};

/// Whether `code` is an active ISO 4217 code.
bool is_currency(std::string_view code);

/// Reads a map of nouns as in site.yaml (`units:`): id → language → {one, other, many, gender}. Mistakes are reported.
std::vector<CountableNoun> read_nouns(const yaml::Node& map, std::string_view path,
                                      diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::localization
