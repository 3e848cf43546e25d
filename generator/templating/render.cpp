#include <algorithm>

#include "templating/builtins.hpp"
#include "templating/escape.hpp"
#include "templating/program.hpp"
#include "templating/templates.hpp"

namespace gaceta::templating {

struct Renderer::Loop {
  Value list;
  std::size_t index = 0;
};

namespace {

bool are_equal(const Value& left, const Value& right) {
  if (left.is_nothing() || right.is_nothing()) return left.is_nothing() && right.is_nothing();
  if (left.has_bytes() || right.has_bytes()) return left.as_text() == right.as_text();
  return left.as_integer() == right.as_integer() && left.as_boolean() == right.as_boolean();
}

bool is_ordered(const Value& left, const Value& right, Order order) {
  if (left.is_nothing() || right.is_nothing()) return false;
  switch (order) {
    case Order::less:
      return left.as_integer() < right.as_integer();
    case Order::less_or_equal:
      return left.as_integer() <= right.as_integer();
    case Order::greater:
      return left.as_integer() > right.as_integer();
    case Order::greater_or_equal:
      return left.as_integer() >= right.as_integer();
  }
  return false;
}

bool is_inside(const Value& item, const Value& container, Context& context) {
  if (container.has_bytes()) {
    return item.has_bytes() && container.as_text().find(item.as_text()) != std::string_view::npos;
  }
  for (std::size_t i = 0; i < container.list_size(); ++i) {
    if (are_equal(item, container.element(i, context))) return true;
  }
  return false;
}

Value concatenated(std::span<const Value> values, Context& context) {
  std::string& out = context.scratch().builder();
  for (const Value& value : values) append_value(out, value, Escaping::verbatim, context);
  return Value::text(context.scratch().keep(out));
}

Value loop_value(LoopValue wanted, std::size_t index, std::size_t size) {
  switch (wanted) {
    case LoopValue::index:
      return Value::integer(static_cast<std::int64_t>(index + 1));
    case LoopValue::index0:
      return Value::integer(static_cast<std::int64_t>(index));
    case LoopValue::first:
      return Value::boolean(index == 0);
    case LoopValue::last:
      return Value::boolean(index + 1 == size);
    case LoopValue::length:
      return Value::integer(static_cast<std::int64_t>(size));
  }
  return {};
}

/// Calls a host function unless its first argument is nothing; false if it was not called.
bool call(const CallSite& site, const Value* values, Context& context, std::string& out) {
  const auto& parameters = site.function->parameters;
  const bool needs_first = !parameters.empty() && parameters.front().need != Need::optional;
  if (needs_first && values[0].is_nothing()) return false;
  site.function->append(context, Arguments{{values, site.values}, site.further}, out);
  return true;
}

/// What a call appends, in scratch room. `text` is only there to build it in.
Value call_result(const CallSite& site, const Value* values, Context& context, std::string& text) {
  text.clear();
  if (!call(site, values, context, text)) return {};
  return Value::bytes(site.function->result, context.scratch().keep(text));
}

void print_call(const CallSite& site, const Value* values, Escaping escaping, Context& context, std::string& text,
                std::string& out) {
  const Kind kind = site.function->result;
  if (escaping == Escaping::verbatim || (escaping == Escaping::html && kind == Kind::html)) {
    call(site, values, context, out);
    return;
  }
  text.clear();
  const bool called = call(site, values, context, text);
  append_value(out, called ? Value::bytes(kind, text) : Value(), escaping, context);
}

std::size_t taken(std::vector<std::size_t>& marks) {
  const std::size_t mark = marks.back();
  marks.pop_back();
  return mark;
}

/// An address that would run a program, or leave the page in another dangerous way, leads nowhere.
void check_address(std::string& out, std::size_t mark) {
  if (has_safe_scheme(std::string_view(out).substr(mark))) return;
  out.resize(mark);
  out += '#';
}

Value captured(Kind kind, std::string& out, std::size_t mark, Scratch& scratch) {
  const std::string_view kept = scratch.keep(std::string_view(out).substr(mark));
  out.resize(mark);
  return Value::bytes(kind, kept);
}

}  // namespace

Renderer::Renderer() = default;
Renderer::~Renderer() = default;

void Renderer::run(const Program& program, const void* root, Context& context, std::string& out) {
  scratch_.reset();
  marks_.clear();
  stack_.resize(std::max(stack_.size(), program.slots + program.operands));
  loops_.resize(std::max(loops_.size(), program.loops));
  Value* const slots = stack_.data();
  Value* top = slots + program.slots;  // the next free place for an operand
  std::size_t loops = 0;
  slots[0] = Value::object(root);
  const auto push = [&](const Value& value) { *top++ = value; };
  const auto get = [&](std::uint32_t getter, const Value& object) {
    return object.is_nothing() ? Value() : program.getters[getter](object.as_object(), context);
  };
  const std::span<const Builtin> builtin_filters = builtins();
  const std::size_t size = program.code.size();
  for (std::size_t next = 0; next < size;) {
    const Instruction& at = program.code[next++];
    switch (at.op) {
      case Op::literal:
        out.append(program.literals, at.a, at.b);
        break;
      case Op::print:
        append_value(out, *--top, static_cast<Escaping>(at.detail), context);
        break;
      case Op::constant:
        push(program.constants[at.a]);
        break;
      case Op::load:
        push(slots[at.a]);
        break;
      case Op::load_field:
        push(get(at.b, slots[at.a]));
        break;
      case Op::field:
        top[-1] = get(at.b, top[-1]);
        break;
      case Op::store:
        slots[at.a] = *--top;
        break;
      case Op::clear:
        std::fill_n(slots + at.a, at.b, Value());
        break;
      case Op::negate:
        top[-1] = Value::boolean(!top[-1].is_true());
        break;
      case Op::to_boolean:
        top[-1] = Value::boolean(top[-1].is_true());
        break;
      case Op::equal:
        --top;
        top[-1] = Value::boolean(are_equal(top[-1], *top));
        break;
      case Op::compare:
        --top;
        top[-1] = Value::boolean(is_ordered(top[-1], *top, static_cast<Order>(at.detail)));
        break;
      case Op::inside:
        --top;
        top[-1] = Value::boolean(is_inside(top[-1], *top, context));
        break;
      case Op::concatenate:
        top -= at.b;
        push(concatenated({top, at.b}, context));
        break;
      case Op::call_builtin:
        top -= at.b;
        push(builtin_filters[at.a].run({top, at.b}, context));
        break;
      case Op::call:
        top -= program.call_sites[at.a].values;
        push(call_result(program.call_sites[at.a], top, context, text_));
        break;
      case Op::call_print:
        top -= program.call_sites[at.a].values;
        print_call(program.call_sites[at.a], top, static_cast<Escaping>(at.detail), context, text_, out);
        break;
      case Op::jump:
        next = at.a;
        break;
      case Op::jump_if_false:
        if (!(--top)->is_true()) next = at.a;
        break;
      case Op::keep_if_false:
        if (!top[-1].is_true())
          next = at.a;
        else
          --top;
        break;
      case Op::keep_if_true:
        if (top[-1].is_true())
          next = at.a;
        else
          --top;
        break;
      case Op::loop_begin:
        if ((--top)->list_size() == 0) {
          next = at.a;
        } else {
          loops_[loops++] = Loop{*top, 0};
          slots[at.b] = top->element(0, context);
        }
        break;
      case Op::loop_next: {
        Loop& loop = loops_[loops - 1];
        if (++loop.index == loop.list.list_size()) {
          --loops;
        } else {
          slots[at.b] = loop.list.element(loop.index, context);
          next = at.a;
        }
        break;
      }
      case Op::loop_value: {
        const Loop& loop = loops_[at.a];
        push(loop_value(static_cast<LoopValue>(at.detail), loop.index, loop.list.list_size()));
        break;
      }
      case Op::mark:
        marks_.push_back(out.size());
        break;
      case Op::check_address:
        check_address(out, taken(marks_));
        break;
      case Op::capture:
        push(captured(static_cast<Kind>(at.detail), out, taken(marks_), context.scratch()));
        break;
    }
  }
}

}  // namespace gaceta::templating
