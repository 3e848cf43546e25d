// The filters that every template may use, without a host: what each takes, gives and does. Pure; any thread.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "templating/filters.hpp"

namespace gaceta::templating {

struct Builtin {
  std::string_view name;
  std::vector<Parameter> parameters;
  /// The type of the result for an input of this type; unknown if it is not what the filter takes.
  FieldType (*result)(const FieldType& input);
  std::string_view takes;  ///< a WORD for what it takes
  Value (*run)(std::span<const Value> values, Context& context);
};

std::span<const Builtin> builtins();
const Builtin* find_builtin(std::string_view name);

}  // namespace gaceta::templating
