// The words of the interface: patterns in the syntax of ICU MessageFormat, one flat map per language, compiled once.
// Understood: {name}, {name, plural, =0 {…} one {…} other {…}} with '#', {name, select, …}, and '' for an apostrophe.
// A number prints in the house style of the locale. Immutable once loaded; any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "model/decimal.hpp"
#include "yaml/node.hpp"

namespace gaceta::localization {

/// A compiled pattern; see message_pattern.hpp.
struct MessagePattern;

class Messages {
 public:
  Messages();
  ~Messages();
  Messages(Messages&&) noexcept;
  Messages& operator=(Messages&&) noexcept;

  /// Adds or replaces the patterns of a map `key: pattern`. Patterns that cannot be read are errors at their place.
  void add(const yaml::Node& map, std::string_view path, diagnostics::Diagnostics& diagnostics);

  /// The pattern of `key`, or null.
  [[nodiscard]] const MessagePattern* find(std::string_view key) const;
  [[nodiscard]] std::vector<std::string_view> keys() const;

 private:
  std::map<std::string, std::unique_ptr<MessagePattern>, std::less<>> patterns_;
  std::unordered_map<std::string_view, const MessagePattern*> index_;  ///< the same: each page asks a hundred times
};

/// Reports every key that one of the languages has and another lacks (rule missing-message). Names as in `site.yaml`.
void report_missing_messages(const std::vector<std::pair<std::string, const Messages*>>& by_language,
                             std::string_view path, diagnostics::Diagnostics& diagnostics);

/// An argument of a message: a number (for plural and '#') or a text.
using MessageValue = std::variant<std::string_view, std::int64_t, model::Decimal>;
struct MessageArgument {
  std::string_view name;
  MessageValue value;
};

}  // namespace gaceta::localization
