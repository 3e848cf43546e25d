#include "templating/filters.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "templating/builtins.hpp"

namespace gaceta::templating {

void Registry::add(Function function) {
  assert(function.append && "a function without append can never be called");
  assert(find(function.name) == nullptr && find_builtin(function.name) == nullptr);
  functions_.push_back(std::move(function));
}

const Function* Registry::find(std::string_view name) const {
  const auto found =
      std::find_if(functions_.begin(), functions_.end(), [&](const Function& entry) { return entry.name == name; });
  return found != functions_.end() ? &*found : nullptr;
}

}  // namespace gaceta::templating
