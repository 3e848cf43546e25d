#include <algorithm>
#include <utility>

#include "templating/compiler.hpp"

namespace gaceta::templating {
namespace {

using Type = Expression::Type;

bool is_known(const FieldType& type) {
  return !type.is(Kind::unknown);
}

bool are_comparable(const FieldType& left, const FieldType& right) {
  if (left.is(Kind::nothing) || right.is(Kind::nothing)) return true;
  if (left.is_bytes() && right.is_bytes()) return true;
  return left.kind() == right.kind() && (left.is(Kind::integer) || left.is(Kind::boolean));
}

std::vector<std::string> parameter_names(std::span<const Parameter> parameters, std::size_t from) {
  std::vector<std::string> names;
  for (std::size_t i = from; i < parameters.size(); ++i) names.push_back(parameters[i].name);
  return names;
}

}  // namespace

std::string word_for(const FieldType& type) {
  switch (type.kind()) {
    case Kind::unknown:
      return "@template-anything";
    case Kind::nothing:
      return "@template-nothing";
    case Kind::text:
      return "@template-a-text";
    case Kind::html:
      return "@template-a-markup";
    case Kind::url:
      return "@template-an-address";
    case Kind::json:
      return "@template-a-json";
    case Kind::integer:
      return "@template-an-integer";
    case Kind::boolean:
      return "@template-a-boolean";
    case Kind::value:
      return "@template-a-value";
    case Kind::object:
      return "@template-an-object";
    case Kind::list:
      return "@template-a-list";
  }
  return "@template-anything";
}

FieldType common_type(const FieldType& one, const FieldType& other) {
  if (one == other || other.is(Kind::nothing)) return one;
  if (one.is(Kind::nothing)) return other;
  const bool texts = (one.is(Kind::text) || one.is(Kind::url)) && (other.is(Kind::text) || other.is(Kind::url));
  return texts ? FieldType::text() : FieldType();
}

FieldType Compiler::expression(const Expression& expression) {
  switch (expression.type) {
    case Type::none:
    case Type::text:
    case Type::integer:
    case Type::boolean: {
      const Value value = *constant_of(expression);
      push_constant(value);
      return FieldType::of_kind(value.kind());
    }
    case Type::name:
      return name(expression);
    case Type::field:
      return field(expression);
    case Type::call:
      return call(expression);
    case Type::negation:
      this->expression(expression.operands.front());
      emit(Op::negate);
      return FieldType::boolean();
    case Type::both:
    case Type::either:
      return logic(expression);
    case Type::comparison:
      return comparison(expression);
    case Type::inside:
      return inside(expression);
    case Type::concatenation:
      return concatenation(expression);
    case Type::choice:
      return choice(expression);
  }
  return {};
}

std::optional<Value> Compiler::constant_of(const Expression& expression) {
  switch (expression.type) {
    case Type::none:
      return Value();
    case Type::text:
      return Value::text(keep(expression.text));
    case Type::integer:
      return Value::integer(expression.number);
    case Type::boolean:
      return Value::boolean(expression.number != 0);
    default:
      return std::nullopt;
  }
}

void Compiler::push_constant(const Value& value) {
  program_->constants.push_back(value);
  emit(Op::constant, program_->constants.size() - 1);
  pushed();
}

// ---- names and fields

const Compiler::Variable* Compiler::find_variable(std::string_view name) const {
  for (std::size_t i = variables_.size(); i > barrier_; --i) {
    if (variables_[i - 1].name == name) return &variables_[i - 1];
  }
  return nullptr;
}

FieldType Compiler::name(const Expression& expression) {
  if (const Variable* variable = find_variable(expression.text)) {
    if (variable->is_loop) {
      fail("template-loop", expression.span);
      push_constant(Value());
      return {};
    }
    emit(Op::load, variable->slot);
    pushed();
    return variable->type;
  }
  if (const Field* field = root_.find(expression.text)) {
    emit(Op::load_field, 0, getter(field->get));
    pushed();
    return field->type;
  }
  unknown_name(expression);
  push_constant(Value());
  return {};
}

void Compiler::unknown_name(const Expression& expression) {
  std::vector<std::string> known;
  for (std::size_t i = variables_.size(); i > barrier_; --i) known.push_back(variables_[i - 1].name);
  for (const Field& field : root_.fields()) known.push_back(field.name);
  fail("template-unknown-name", expression.span, {expression.text}, suggestion(expression.text, std::move(known)));
}

FieldType Compiler::field(const Expression& expression) {
  const Expression& owner = expression.operands.front();
  const Variable* variable = owner.type == Type::name ? find_variable(owner.text) : nullptr;
  if (variable != nullptr && variable->is_loop) return loop_field(expression, *variable);
  const FieldType type = this->expression(owner);
  if (!is_known(type)) return {};
  if (!type.is(Kind::object)) {
    fail("template-no-fields", expression.span, {expression.text, word_for(type)});
    return {};
  }
  const Field* field = type.object_type().find(expression.text);
  if (field == nullptr) {
    std::vector<std::string> known;
    for (const Field& candidate : type.object_type().fields()) known.push_back(candidate.name);
    fail("template-unknown-field", expression.span, {type.object_type().name(), expression.text},
         suggestion(expression.text, std::move(known)));
    return {};
  }
  Instruction& last = program_->code.back();
  if (last.op == Op::load && label_ != program_->code.size()) {
    last.op = Op::load_field;
    last.b = getter(field->get);
  } else {
    emit(Op::field, 0, getter(field->get));
  }
  return field->type;
}

FieldType Compiler::loop_field(const Expression& expression, const Variable& loop) {
  static const std::vector<std::string> kNames{"index", "index0", "first", "last", "length"};
  const auto found = std::find(kNames.begin(), kNames.end(), expression.text);
  if (found == kNames.end()) {
    fail("template-unknown-field", expression.span, {"loop", expression.text}, suggestion(expression.text, kNames));
    push_constant(Value());
    return {};
  }
  const auto value = static_cast<LoopValue>(found - kNames.begin());
  emit(Op::loop_value, loop.slot, 0, static_cast<std::uint8_t>(value));
  pushed();
  return value == LoopValue::first || value == LoopValue::last ? FieldType::boolean() : FieldType::integer();
}

// ---- operators

/// `and` and `or` give one of their operands if both have a common type, so that {{ short_title or title }} works.
FieldType Compiler::logic(const Expression& expression) {
  const FieldType left = this->expression(expression.operands[0]);
  const std::size_t jump = emit(expression.type == Type::both ? Op::keep_if_false : Op::keep_if_true);
  popped();
  const FieldType right = this->expression(expression.operands[1]);
  lands_here(jump);
  const FieldType common = common_type(left, right);
  if (is_known(common)) return common;
  emit(Op::to_boolean);
  return is_known(left) && is_known(right) ? FieldType::boolean() : FieldType();
}

FieldType Compiler::comparison(const Expression& expression) {
  const FieldType left = this->expression(expression.operands[0]);
  const FieldType right = this->expression(expression.operands[1]);
  const bool by_order = expression.text != "==" && expression.text != "!=";
  if (is_known(left) && is_known(right)) {
    const bool integers = left.is(Kind::integer) && right.is(Kind::integer);
    if (by_order ? !integers : !are_comparable(left, right)) {
      fail("template-comparison", expression.span, {expression.text, word_for(left), word_for(right)});
    }
  }
  popped();
  if (!by_order) {
    emit(Op::equal);
    if (expression.text == "!=") emit(Op::negate);
    return FieldType::boolean();
  }
  const Order strict = expression.text.front() == '<' ? Order::less : Order::greater;
  const auto order = static_cast<std::uint8_t>(static_cast<std::uint8_t>(strict) + (expression.text.size() - 1));
  emit(Op::compare, 0, 0, order);
  return FieldType::boolean();
}

FieldType Compiler::inside(const Expression& expression) {
  const FieldType item = this->expression(expression.operands[0]);
  const FieldType container = this->expression(expression.operands[1]);
  popped();
  emit(Op::inside);
  if (!is_known(item) || !is_known(container)) return FieldType::boolean();
  const bool in_list = container.is(Kind::list) && are_comparable(item, container.element());
  const bool in_text = container.is_bytes() && item.is_bytes();
  if (!in_list && !in_text) {
    fail("template-comparison", expression.span, {"in", word_for(item), word_for(container)});
  }
  return FieldType::boolean();
}

FieldType Compiler::concatenation(const Expression& expression) {
  for (const Expression& operand : expression.operands) {
    const FieldType type = this->expression(operand);
    if (is_known(type) && !type.is(Kind::nothing) && (!type.is_printable() || type.is(Kind::html))) {
      fail("template-wrong-type", operand.span, {"~", "@template-a-text-or-number", word_for(type)});
    }
  }
  emit(Op::concatenate, 0, expression.operands.size());
  popped(expression.operands.size() - 1);
  return FieldType::text();
}

FieldType Compiler::choice(const Expression& expression) {
  this->expression(expression.operands[1]);
  const std::size_t to_other = emit(Op::jump_if_false);
  popped();
  const FieldType value = this->expression(expression.operands[0]);
  const std::size_t to_end = emit(Op::jump);
  popped();
  lands_here(to_other);
  const FieldType other = this->expression(expression.operands[2]);
  lands_here(to_end);
  const FieldType common = common_type(value, other);
  if (is_known(value) && is_known(other) && !is_known(common)) {
    fail("template-choice", expression.span, {word_for(value), word_for(other)});
  }
  return common;
}

// ---- calls

FieldType Compiler::call(const Expression& expression) {
  if (const Builtin* builtin = find_builtin(expression.text)) return call_builtin(*builtin, expression);
  if (const Function* function = program_->registry->find(expression.text)) return call_host(*function, expression);
  if (find_macro(expression.text) != nullptr || expression.text == "super") {
    fail("template-call-alone", expression.span, {expression.text});
  } else {
    unknown_function(expression);
  }
  for (const Expression& operand : expression.operands) {  // for the mistakes in them
    this->expression(operand);
    popped();
  }
  push_constant(Value());
  return {};
}

void Compiler::unknown_function(const Expression& call) {
  std::vector<std::string> known;
  for (const Builtin& builtin : builtins()) known.emplace_back(builtin.name);
  for (const Function& function : program_->registry->functions()) known.push_back(function.name);
  for (const KnownMacro& macro : macros_) known.push_back(macro.name);
  fail("template-unknown-function", call.span, {call.text}, suggestion(call.text, std::move(known)));
}

Compiler::Bound Compiler::bind(const Expression& call, std::span<const Parameter> parameters, bool takes_further) {
  Bound bound;
  bound.values.resize(parameters.size());
  const auto wrong = [&](std::string_view rule, Span span, std::vector<std::string> arguments,
                         diagnostics::Help help = {}) {
    fail(rule, span, std::move(arguments), std::move(help));
    bound.is_whole = false;
  };
  for (std::size_t i = 0; i < call.operands.size(); ++i) {
    const Name& name = call.argument_names[i];
    const auto parameter = std::find_if(parameters.begin(), parameters.end(),
                                        [&](const Parameter& candidate) { return candidate.name == name.text; });
    if (name.text.empty() && i < parameters.size()) {
      bound.values[i] = &call.operands[i];
    } else if (name.text.empty()) {
      wrong("template-too-many-arguments", call.operands[i].span, {call.text, std::to_string(parameters.size())});
    } else if (parameter != parameters.end()) {
      const Expression*& value = bound.values[static_cast<std::size_t>(parameter - parameters.begin())];
      if (value != nullptr) wrong("template-repeated-argument", name.span, {name.text});
      value = &call.operands[i];
    } else if (takes_further) {
      const bool repeated = std::find(bound.further.begin(), bound.further.end(), name.text) != bound.further.end();
      if (repeated) wrong("template-repeated-argument", name.span, {name.text});
      bound.further.push_back(keep(name.text));
      bound.values.push_back(&call.operands[i]);
    } else {
      wrong("template-unknown-argument", name.span, {call.text, name.text},
            suggestion(name.text, parameter_names(parameters, 1)));
    }
  }
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if (bound.values[i] == nullptr && parameters[i].need != Need::optional) {
      wrong("template-missing-argument", call.span, {call.text, parameters[i].name});
    }
  }
  return bound;
}

/// Pushes every argument; those that were not given are nothing. The types, unknown where nothing was given.
std::vector<FieldType> Compiler::arguments(const Expression& call, Bound& bound,
                                           std::span<const Parameter> parameters) {
  std::vector<FieldType> types;
  for (std::size_t i = 0; i < bound.values.size(); ++i) {
    const Expression* value = bound.values[i];
    if (value == nullptr) {
      push_constant(Value());
      types.emplace_back();
      continue;
    }
    const FieldType& type = types.emplace_back(expression(*value));
    if (!is_known(type)) bound.is_whole = false;
    const FieldType wanted = i < parameters.size() ? parameters[i].type : FieldType();
    if (!wanted.accepts(type)) {
      fail("template-wrong-type", value->span, {call.text, word_for(wanted), word_for(type)});
      bound.is_whole = false;
    }
    if (i < parameters.size() && parameters[i].need == Need::constant && value->type != Type::text &&
        value->type != Type::integer && value->type != Type::boolean) {
      fail("template-not-constant", value->span, {parameters[i].name, call.text});
      bound.is_whole = false;
    }
    if (i >= parameters.size() && is_known(type) && !type.is_printable() && !type.is(Kind::nothing)) {
      fail("template-wrong-type", value->span, {call.text, "@template-a-text-or-number", word_for(type)});
    }
  }
  return types;
}

FieldType Compiler::call_builtin(const Builtin& builtin, const Expression& expression) {
  Bound bound = bind(expression, builtin.parameters, false);
  const std::vector<FieldType> types = arguments(expression, bound, builtin.parameters);
  emit(Op::call_builtin, static_cast<std::size_t>(&builtin - builtins().data()), types.size());
  popped(types.size() - 1);
  if (!bound.is_whole) return {};
  FieldType result = builtin.result(types.front());
  if (!is_known(result)) {
    fail("template-wrong-type", bound.values.front()->span,
         {expression.text, std::string(builtin.takes), word_for(types.front())});
  }
  if (builtin.name != "default") return result;
  result = common_type(types[0], types[1]);
  if (!is_known(result)) fail("template-choice", expression.span, {word_for(types[0]), word_for(types[1])});
  return result;
}

FieldType Compiler::call_host(const Function& function, const Expression& expression) {
  Bound bound = bind(expression, function.parameters, function.takes_further);
  const std::vector<FieldType> types = arguments(expression, bound, function.parameters);
  if (bound.is_whole && function.check) check_call(function, expression, bound, types);
  program_->call_sites.push_back(CallSite{&function, types.size(), bound.further});
  emit(Op::call, program_->call_sites.size() - 1);
  popped(types.size());
  pushed();
  return FieldType::of_kind(function.result);
}

void Compiler::check_call(const Function& function, const Expression& expression, const Bound& bound,
                          const std::vector<FieldType>& types) {
  Call call;
  for (std::size_t i = 0; i < types.size(); ++i) {
    const bool is_further = i >= function.parameters.size();
    const std::string_view name =
        is_further ? bound.further[i - function.parameters.size()] : std::string_view(function.parameters[i].name);
    const Expression* value = bound.values[i];
    call.arguments.push_back({name, types[i], value != nullptr ? constant_of(*value) : std::nullopt});
  }
  std::optional<Complaint> complaint = function.check(call);
  if (!complaint) return;
  const bool is_given = complaint->argument < bound.values.size() && bound.values[complaint->argument] != nullptr;
  const Span span = is_given ? bound.values[complaint->argument]->span : expression.span;
  fail(complaint->rule, span, std::move(complaint->arguments), std::move(complaint->help));
}

}  // namespace gaceta::templating
