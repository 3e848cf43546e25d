// A template as its author wrote it: the tree that the parser builds and the compiler reads. Nothing is resolved yet.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "templating/lexer.hpp"
#include "templating/templates.hpp"

namespace gaceta::templating {

struct Name {
  std::string text;
  Span span;
};

struct Expression {
  enum class Type {
    none,
    text,
    integer,
    boolean,
    name,
    field,
    call,
    negation,
    both,
    either,
    comparison,
    inside,
    concatenation,
    choice
  };
  Type type = Type::none;
  Span span;
  std::string text;                  ///< text: its value; name, field, call: the name; comparison: the operator
  std::int64_t number = 0;           ///< integer, boolean
  std::vector<Expression> operands;  ///< call: the arguments, a filter's input first; choice: value, condition, other
  std::vector<Name> argument_names;  ///< call: one per operand, empty where it is given by position
};

struct Statement;
using Body = std::vector<Statement>;

struct Branch {
  std::optional<Expression> condition;  ///< none: else
  Body body;
};

struct Statement {
  enum class Type { text, print, choose, loop, assign, capture, include, block, import };
  Type type = Type::text;
  Span span;              ///< of the tag's or the print's first word
  std::string_view text;  ///< text
  Name name;              ///< loop, assign, capture: the variable; include, import: the template; block: its name
  Expression expression;  ///< print, loop, assign
  std::vector<Branch>
      branches;             ///< choose: in order; loop: body and what an empty list shows; capture, block: the body
  std::vector<Name> names;  ///< import: the macros
};

struct Macro {
  Name name;
  std::vector<Name> parameters;
  Body body;
};

/// One source file, parsed once. A missing file is a ParsedTemplate that was not found.
struct ParsedTemplate {
  std::string name;  ///< as others ask for it
  bool found = false;
  Source source;
  std::optional<Name> extends;
  Body body;
  std::vector<std::unique_ptr<Macro>> macros;
  diagnostics::Diagnostics mistakes;
};

/// Parses `source`; what is wrong is in `mistakes` of the result, and left out of its body.
std::unique_ptr<ParsedTemplate> parse(std::string_view name, Source source);

}  // namespace gaceta::templating
