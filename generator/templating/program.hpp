// A compiled template: a flat array of instructions over a stack of values. Immutable once compiled; any thread.
// Slot 0 is the page's root object; variables have the slots behind it; operands are pushed behind the variables.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "templating/filters.hpp"
#include "templating/html_state.hpp"
#include "templating/object_type.hpp"

namespace gaceta::templating {

enum class Op : std::uint8_t {
  literal,        // append b bytes of the literals at a
  print,          // pop, append as `detail` (Escaping) says
  constant,       // push constants[a]
  load,           // push slot a
  load_field,     // push getters[b] of slot a
  field,          // replace the top with getters[b] of it
  store,          // pop into slot a
  clear,          // make b slots from a on nothing
  negate,         // replace the top with whether it is false
  to_boolean,     // replace the top with whether it is true
  equal,          // pop two, push whether they are equal
  compare,        // pop two integers, push whether `detail` (Order) holds
  inside,         // pop a container, replace the top with whether it is inside
  concatenate,    // pop b values, push their text
  call_builtin,   // pop b values, push what builtins[a] makes of them
  call,           // pop what call_sites[a] takes, push its result
  call_print,     // the same, but append the result as `detail` (Escaping) says
  jump,           // to a
  jump_if_false,  // pop, to a if it is false
  keep_if_false,  // to a if the top is false, else pop
  keep_if_true,   // to a if the top is true, else pop
  loop_begin,     // pop a list; to a if it is empty, else its first element into slot b
  loop_next,      // next element into slot b and to a, or leave the loop
  loop_value,     // push `detail` (LoopValue) of loop number a
  mark,           // remember where the output ends
  check_address,  // back to the mark: if the scheme of what follows it is not allowed, write # instead
  capture,        // push what follows the mark as `detail` (Kind), take it from the output
};

enum class Order : std::uint8_t { less, less_or_equal, greater, greater_or_equal };
enum class LoopValue : std::uint8_t { index, index0, first, last, length };

struct Instruction {
  Op op;
  std::uint8_t detail = 0;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

struct CallSite {
  const Function* function;
  std::size_t values;
  std::vector<std::string_view> further;  // names, in `texts`
};

struct Program {
  const ObjectType* root = nullptr;
  std::shared_ptr<const Registry> registry;
  std::vector<Instruction> code;
  std::string literals;
  std::deque<std::string> texts;  // what constants and names view; addresses stay
  std::vector<Value> constants;
  std::vector<Getter> getters;
  std::vector<CallSite> call_sites;
  std::size_t slots = 1;
  std::size_t operands = 0;  // the most that are pushed at once
  std::size_t loops = 0;     // the most that are nested
};

}  // namespace gaceta::templating
