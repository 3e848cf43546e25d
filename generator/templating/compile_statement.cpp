#include <algorithm>
#include <utility>

#include "templating/compiler.hpp"

namespace gaceta::templating {
namespace {

using Type = Statement::Type;

constexpr std::size_t kMostInstructions = 200'000;
constexpr std::size_t kMostLiterals = 16 * 1024 * 1024;  // bytes

diagnostics::Help help_for_printing(const FieldType& type) {
  if (type.is(Kind::value)) return {"template-print-value", {}};
  if (type.is(Kind::boolean)) return {"template-print-boolean", {}};
  if (type.is(Kind::list)) return {"template-print-list", {}};
  return {"template-print-object", {}};
}

}  // namespace

// ---- instructions

std::size_t Compiler::emit(Op op, std::size_t a, std::size_t b, std::uint8_t detail) {
  program_->code.push_back(Instruction{op, detail, static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b)});
  return program_->code.size() - 1;
}

void Compiler::lands_here(std::size_t instruction) {
  program_->code[instruction].a = here();
  label();
}

std::uint32_t Compiler::getter(Getter get) {
  auto& getters = program_->getters;
  const auto found = std::find(getters.begin(), getters.end(), get);
  if (found != getters.end()) return static_cast<std::uint32_t>(found - getters.begin());
  getters.push_back(get);
  return static_cast<std::uint32_t>(getters.size() - 1);
}

// ---- scopes: `for`, blocks, includes, macros and captures have one; `if` has none

Compiler::Scope Compiler::begin_scope() {
  const Scope scope{variables_.size(), scope_begin_, barrier_, next_slot_, emit(Op::clear, next_slot_)};
  scope_begin_ = variables_.size();
  label();
  return scope;
}

/// Variables of the scope start as nothing each time it is entered: `set` may stand in an `if` that is not taken.
void Compiler::end_scope(const Scope& scope) {
  program_->code[scope.clear].b = next_slot_ - program_->code[scope.clear].a;
  variables_.resize(scope.variables);
  scope_begin_ = scope.scope_begin;
  barrier_ = scope.barrier;
  next_slot_ = scope.next_slot;
}

std::uint32_t Compiler::declare(std::string name, const FieldType& type) {
  variables_.push_back(Variable{std::move(name), type, next_slot_, false});
  program_->slots = std::max<std::size_t>(program_->slots, next_slot_ + 1);
  return next_slot_++;
}

/// Pops into the variable of this scope called `name`, made if missing.
void Compiler::assign_top(const Name& name, const FieldType& type) {
  popped();
  for (std::size_t i = scope_begin_; i < variables_.size(); ++i) {
    Variable& variable = variables_[i];
    if (variable.name != name.text || variable.is_loop) continue;
    const FieldType common = common_type(variable.type, type);
    const bool known = !variable.type.is(Kind::unknown) && !type.is(Kind::unknown);
    if (known && common.is(Kind::unknown)) {
      fail("template-changed-type", name.span, {name.text, word_for(variable.type), word_for(type)});
    }
    variable.type = common;
    emit(Op::store, variable.slot);
    return;
  }
  emit(Op::store, declare(name.text, type));
}

// ---- statements

void Compiler::body(const Body& statements) {
  for (const Statement& each : statements) {
    if (gave_up_ || too_deep(each.span)) return;
    ++depth_;
    statement(each);
    --depth_;
    if (program_->code.size() > kMostInstructions || program_->literals.size() > kMostLiterals) give_up(each.span);
  }
}

void Compiler::statement(const Statement& statement) {
  switch (statement.type) {
    case Type::text:
      return text(statement.text);
    case Type::print:
      return print(statement);
    case Type::choose:
      return choose(statement);
    case Type::loop:
      return loop(statement);
    case Type::assign:
      return assign(statement);
    case Type::capture:
      return capture(statement);
    case Type::include:
      return include(statement);
    case Type::block:
      return block(statement);
    case Type::import:
      return import(statement);
  }
}

void Compiler::text(std::string_view text) {
  while (!text.empty()) {
    const HtmlState::Step step = state_.follow(text);
    if (step.bytes > 0) {
      auto& code = program_->code;
      const bool merges = !code.empty() && label_ != code.size() && code.back().op == Op::literal;
      if (!merges) emit(Op::literal, program_->literals.size());
      program_->literals += text.substr(0, step.bytes);
      code.back().b += static_cast<std::uint32_t>(step.bytes);
    }
    if (step.event == HtmlState::Event::url_begins) emit(Op::mark);
    if (step.event == HtmlState::Event::url_ends) emit(Op::check_address);
    text.remove_prefix(step.bytes);
  }
}

void Compiler::print(const Statement& statement) {
  const Expression& printed = statement.expression;
  if (printed.type == Expression::Type::call) {
    if (printed.text == "super" && printed.operands.empty()) return super(printed);
    if (const KnownMacro* macro = find_macro(printed.text)) return call_macro(*macro, printed);
  }
  const FieldType type = expression(printed);
  popped();
  check_print(printed, type);
  const auto escaping = static_cast<std::uint8_t>(state_.escaping());
  Instruction& last = program_->code.back();
  if (last.op == Op::call && label_ != program_->code.size()) {
    last.op = Op::call_print;
    last.detail = escaping;
  } else {
    emit(Op::print, 0, 0, escaping);
  }
}

/// Whether a value of `type` can be written where the page is now.
void Compiler::check_print(const Expression& expression, const FieldType& type) {
  const Escaping escaping = state_.escaping();
  if (type.is(Kind::unknown)) return;
  if (type.is(Kind::integer) && state_.takes_number()) {
    state_.follow_number();
  } else if (escaping == Escaping::refused) {
    fail("template-unsafe-place", expression.span, {std::string(state_.refusal())});
  } else if (type.is(Kind::html) && escaping != Escaping::html && escaping != Escaping::xml &&
             escaping != Escaping::verbatim) {
    fail("template-markup-place", expression.span, {}, {"template-strip-markup", {}});
  } else if (type.is(Kind::json) && escaping == Escaping::json_string) {
    fail("template-json-place", expression.span);
  } else if (!type.is_printable() && !type.is(Kind::nothing) &&
             !(type.is(Kind::boolean) && escaping == Escaping::json_value)) {
    fail("template-not-printable", expression.span, {word_for(type)}, help_for_printing(type));
  }
}

void Compiler::join(const HtmlState& other, const Statement& statement, std::string_view word) {
  if (!state_.join(other)) fail("template-branches", statement.span, {std::string(word)});
}

void Compiler::choose(const Statement& statement) {
  const HtmlState start = state_;
  std::vector<std::size_t> to_end;
  std::optional<HtmlState> end;
  const auto finish_branch = [&] {
    if (end) join(*end, statement, "if");
    end = state_;
    state_ = start;
  };
  for (const Branch& branch : statement.branches) {
    if (!branch.condition) {
      body(branch.body);
      finish_branch();
      continue;
    }
    expression(*branch.condition);
    popped();
    const std::size_t to_next = emit(Op::jump_if_false);
    body(branch.body);
    to_end.push_back(emit(Op::jump));
    lands_here(to_next);
    finish_branch();
  }
  if (statement.branches.back().condition) finish_branch();
  state_ = *end;
  for (const std::size_t jump : to_end) lands_here(jump);
}

void Compiler::loop(const Statement& statement) {
  const FieldType list = expression(statement.expression);
  popped();
  if (!list.is(Kind::list) && !list.is(Kind::unknown)) {
    fail("template-wrong-type", statement.expression.span, {"for", "@template-a-list", word_for(list)});
  }
  const Scope scope = begin_scope();
  const std::uint32_t slot = declare(statement.name.text, list.is(Kind::list) ? list.element() : FieldType());
  const std::size_t begin = emit(Op::loop_begin, 0, slot);
  const auto number = static_cast<std::uint32_t>(loops_++);
  program_->loops = std::max(program_->loops, loops_);
  const HtmlState start = state_;
  const Scope inner = begin_scope();
  variables_.push_back(Variable{"loop", {}, number, true});
  body(statement.branches[0].body);
  end_scope(inner);
  --loops_;
  if (state_ != start) fail("template-branches", statement.span, {"for"});
  emit(Op::loop_next, inner.clear, slot);
  const std::size_t to_end = emit(Op::jump);
  lands_here(begin);
  state_ = start;
  variables_.resize(scope.variables);  // what follows 'else' does not see the loop's variable
  body(statement.branches[1].body);
  join(start, statement, "for");
  lands_here(to_end);
  end_scope(scope);
}

void Compiler::assign(const Statement& statement) {
  const FieldType type = expression(statement.expression);
  assign_top(statement.name, type);
}

/// {% set name %}…{% endset %}: what is written between becomes markup, or text in a plain text file.
void Compiler::capture(const Statement& statement) {
  const Escaping escaping = state_.escaping();
  if (escaping != Escaping::html && escaping != Escaping::verbatim) {
    fail("template-capture-place", statement.span);
  }
  const HtmlState start = state_;
  emit(Op::mark);
  const Scope scope = begin_scope();
  body(statement.branches.front().body);
  end_scope(scope);
  if (state_ != start) fail("template-branches", statement.span, {"set"});
  state_ = start;
  const Kind kind = escaping == Escaping::verbatim ? Kind::text : Kind::html;
  emit(Op::capture, 0, 0, static_cast<std::uint8_t>(kind));
  pushed();
  assign_top(statement.name, FieldType::of_kind(kind));
}

}  // namespace gaceta::templating
