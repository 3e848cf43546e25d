// From parsed templates to one Program. What a page extends, includes and calls is compiled into place, in the types
// that hold there: a name is looked up once, when the template is loaded, and every mistake has the place where it was
// written. Bounded in depth and size, so that templates which include each other often cannot exhaust the machine.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "templating/builtins.hpp"
#include "templating/html_state.hpp"
#include "templating/program.hpp"
#include "templating/syntax.hpp"

namespace gaceta::templating {

/// Compiles one page template; used once.
class Compiler {
 public:
  /// A template by name; never null, it may be one that was not found.
  using Parsed = std::function<const ParsedTemplate*(std::string_view name)>;

  Compiler(Parsed parsed, std::shared_ptr<const Registry> registry, const ObjectType& root);

  /// The program of `entry`, to be used only if diagnostics() has no errors.
  std::shared_ptr<const Program> compile(const ParsedTemplate& entry);
  diagnostics::Diagnostics& diagnostics() { return diagnostics_; }

 private:
  struct Variable {
    std::string name;
    FieldType type;
    std::uint32_t slot = 0;  // of `loop`: the number of the loop
    bool is_loop = false;
  };
  struct KnownMacro {
    const ParsedTemplate* user;  // the file that may call it
    std::string name;
    const Macro* macro;
    const ParsedTemplate* home;  // the file that it is written in
  };
  struct BlockPart {
    const ParsedTemplate* file;
    const Statement* statement;
  };
  struct OpenBlock {
    const std::vector<BlockPart>* parts;
    std::size_t level;
  };
  /// What a scope must give back, see begin_scope.
  struct Scope {
    std::size_t variables;
    std::size_t scope_begin;
    std::size_t barrier;
    std::uint32_t next_slot;
    std::size_t clear;  // the instruction
  };
  /// What a call was given, sorted by parameter.
  struct Bound {
    std::vector<const Expression*> values;  // one per parameter, null where it was not given
    std::vector<std::string_view> further;  // names of the values behind them
    bool is_whole = true;
  };

  // compile_page.cpp: files, blocks, macros
  std::vector<const ParsedTemplate*> ancestors(const ParsedTemplate& entry);
  void collect_blocks(const ParsedTemplate& file, const Body& body, std::set<std::string>& seen);
  void check_blocks(const std::vector<const ParsedTemplate*>& chain);
  void outside_blocks(const ParsedTemplate& file);
  const ParsedTemplate* use(const Name& name);
  void use(const ParsedTemplate& file);
  void include(const Statement& statement);
  void import(const Statement& statement);
  void block(const Statement& statement);
  void block_part(const std::vector<BlockPart>& parts, std::size_t level);
  void super(const Expression& call);
  const KnownMacro* find_macro(std::string_view name) const;
  void call_macro(const KnownMacro& known, const Expression& call);
  /// Compiles `body` as it stands in `file`, in a scope of its own.
  void expand(const ParsedTemplate& file, const Body& body);

  // compile_statement.cpp
  void body(const Body& statements);
  void statement(const Statement& statement);
  void text(std::string_view text);
  void print(const Statement& statement);
  void check_print(const Expression& expression, const FieldType& type);
  void choose(const Statement& statement);
  void loop(const Statement& statement);
  void assign(const Statement& statement);
  void capture(const Statement& statement);
  void join(const HtmlState& other, const Statement& statement, std::string_view word);
  Scope begin_scope();
  void end_scope(const Scope& scope);
  std::uint32_t declare(std::string name, const FieldType& type);
  void assign_top(const Name& name, const FieldType& type);

  // compile_expression.cpp: each pushes exactly one value
  FieldType expression(const Expression& expression);
  FieldType name(const Expression& expression);
  FieldType field(const Expression& expression);
  FieldType loop_field(const Expression& expression, const Variable& loop);
  FieldType logic(const Expression& expression);
  FieldType comparison(const Expression& expression);
  FieldType inside(const Expression& expression);
  FieldType concatenation(const Expression& expression);
  FieldType choice(const Expression& expression);
  FieldType call(const Expression& expression);
  FieldType call_builtin(const Builtin& builtin, const Expression& expression);
  FieldType call_host(const Function& function, const Expression& expression);
  Bound bind(const Expression& call, std::span<const Parameter> parameters, bool takes_further);
  std::vector<FieldType> arguments(const Expression& call, Bound& bound, std::span<const Parameter> parameters);
  void check_call(const Function& function, const Expression& call, const Bound& bound,
                  const std::vector<FieldType>& types);
  void unknown_name(const Expression& expression);
  void unknown_function(const Expression& call);
  const Variable* find_variable(std::string_view name) const;
  std::optional<Value> constant_of(const Expression& expression);
  std::string_view keep(std::string_view text) { return program_->texts.emplace_back(text); }
  void push_constant(const Value& value);

  // Instructions
  std::uint32_t here() const { return static_cast<std::uint32_t>(program_->code.size()); }
  std::size_t emit(Op op, std::size_t a = 0, std::size_t b = 0, std::uint8_t detail = 0);
  void pushed() { program_->operands = std::max(program_->operands, ++operands_); }
  void popped(std::size_t count = 1) { operands_ -= count; }
  /// Jump `instruction` leads to the next instruction that is emitted.
  void lands_here(std::size_t instruction);
  void label() { label_ = here(); }
  std::uint32_t getter(Getter get);

  void fail(std::string_view rule, Span span, std::vector<std::string> arguments = {}, diagnostics::Help help = {});
  void give_up(Span span);
  bool too_deep(Span span);
  diagnostics::Help suggestion(std::string_view typed, std::vector<std::string> candidates) const;

  Parsed parsed_;
  const ObjectType& root_;
  std::shared_ptr<Program> program_;
  diagnostics::Diagnostics diagnostics_;
  const ParsedTemplate* file_ = nullptr;          // where what is being compiled is written
  std::vector<const ParsedTemplate*> used_;       // files whose own mistakes were taken over
  std::vector<const ParsedTemplate*> chain_;      // the entry and what it extends
  std::vector<const ParsedTemplate*> including_;  // includes that are open
  std::vector<const Macro*> calling_;             // macros that are open
  std::vector<KnownMacro> macros_;
  std::map<std::string, std::vector<BlockPart>, std::less<>> blocks_;  // the most derived part first
  std::vector<OpenBlock> open_blocks_;
  std::vector<Variable> variables_;
  std::size_t scope_begin_ = 0;  // first variable of the innermost scope
  std::size_t barrier_ = 0;      // first variable that may be seen: a macro sees its own
  std::uint32_t next_slot_ = 1;
  std::size_t operands_ = 0;
  std::size_t loops_ = 0;
  std::size_t label_ = 0;  // a jump may lead to here: what stands before it is not merged with what follows
  HtmlState state_;
  int depth_ = 0;
  bool gave_up_ = false;
};

/// The WORD for a type, as messages print it: "a text".
std::string word_for(const FieldType& type);
/// The type that holds values of both, unknown if there is none.
FieldType common_type(const FieldType& one, const FieldType& other);

}  // namespace gaceta::templating
