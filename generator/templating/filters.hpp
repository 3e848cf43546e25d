// The functions that templates may call, each declared with what it takes. `{{ date | format("date/long") }}` and
// `{{ format(date, "date/long") }}` are the same call: a filter is a function whose first argument stands before the
// bar.
//
//   Registry registry;
//   registry.add({.name = "format",
//                 .parameters = {{"value", FieldType::value()}, {"intent", FieldType::text(), Need::constant}},
//                 .check = [](const Call& call) -> std::optional<Complaint> {…  an unknown intent …},
//                 .append = [](Context& context, const Arguments& arguments, std::string& out) {
//                   out += context.host<Page>().formatted(arguments[0], arguments[1].as_text());
//                 }});
//
// A call whose first argument turns out to be nothing is not made: its result is nothing.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "templating/object_type.hpp"

namespace gaceta::templating {

enum class Need {
  required,
  constant,  ///< required, and known when the template is loaded
  optional,  ///< nothing when the template does not give it
};

struct Parameter {
  std::string name;
  FieldType type;  ///< text() also takes url and json; FieldType() takes anything
  Need need = Need::required;
};

/// What a call was given, while a page is rendered.
struct Arguments {
  std::span<const Value> values;            ///< one per parameter, then one per further named argument
  std::span<const std::string_view> names;  ///< of the further named arguments, in the order written

  const Value& operator[](std::size_t parameter) const { return values[parameter]; }
  const Value& further(std::size_t index) const { return values[values.size() - names.size() + index]; }
};

/// What is known of a call when its template is loaded: one entry per parameter, then one per further named argument.
struct Call {
  struct Argument {
    std::string_view name;
    FieldType type;                 ///< unknown if it was not given
    std::optional<Value> constant;  ///< its value, where the template says it literally
  };
  std::vector<Argument> arguments;
};

/// What is wrong with a call: a rule of the host's catalogue. The place is argument number `argument` of the Call.
struct Complaint {
  std::string_view rule;
  std::vector<std::string> arguments;
  diagnostics::Help help;
  std::size_t argument = 0;
};

struct Function {
  std::string name;
  std::vector<Parameter> parameters;
  /// Whether it takes further named arguments of any printable type: t("key", count=3).
  bool takes_further = false;
  /// What it appends: text (escaped where it is printed), html (safe), or url.
  Kind result = Kind::text;
  /// Called once per call in a template, when it is loaded; may be empty. From the loading thread.
  std::function<std::optional<Complaint>(const Call& call)> check;
  /// Appends the result to `out`, which may hold other text already. From any rendering thread; must not change
  /// anything but `out` and the context's own host and scratch.
  std::function<void(Context& context, const Arguments& arguments, std::string& out)> append;
};

/// The host's functions by name. Built first, then const.
class Registry {
 public:
  /// A name may be registered once, and none of the built-in ones: anything else is our mistake.
  void add(Function function);
  const Function* find(std::string_view name) const;
  std::span<const Function> functions() const { return functions_; }

 private:
  std::vector<Function> functions_;
};

}  // namespace gaceta::templating
