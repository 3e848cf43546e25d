// A page that extends others is compiled from its base: where a block stands there, the part of the most derived
// template comes in its place, and super() puts the next part in place again. So nothing of this is left to do when
// rendering.
#include <algorithm>
#include <utility>

#include "templating/compiler.hpp"
#include "templating/mistakes.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace gaceta::templating {
namespace {

using Type = Statement::Type;

constexpr int kDeepestExpansion = 150;
constexpr std::size_t kMostMistakes = 1000;
constexpr std::size_t kMostNamesInHelp = 12;

bool has(const auto& list, const auto* item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

}  // namespace

Compiler::Compiler(Parsed parsed, std::shared_ptr<const Registry> registry, const ObjectType& root)
    : parsed_(std::move(parsed)), root_(root), program_(std::make_shared<Program>()) {
  program_->root = &root;
  program_->registry = std::move(registry);
}

std::shared_ptr<const Program> Compiler::compile(const ParsedTemplate& entry) {
  state_ = HtmlState::at_start_of(entry.name);
  chain_ = ancestors(entry);
  for (const ParsedTemplate* file : chain_) {
    std::set<std::string> seen;
    file_ = file;
    collect_blocks(*file, file->body, seen);
  }
  check_blocks(chain_);
  const Scope scope = begin_scope();
  for (const ParsedTemplate* file : chain_) {
    file_ = file;
    if (file != chain_.back()) outside_blocks(*file);
  }
  body(chain_.back()->body);
  end_scope(scope);
  const Span end{static_cast<std::uint32_t>(file_->source.text.size()), 0};
  if (diagnostics_.empty() && !state_.is_complete())
    fail("template-open-markup", end, {std::string(state_.open_part())});
  return program_;
}

// ---- files

/// `entry`, what it extends, and so on; the base is the last.
std::vector<const ParsedTemplate*> Compiler::ancestors(const ParsedTemplate& entry) {
  std::vector<const ParsedTemplate*> chain{&entry};
  use(entry);
  while (chain.back()->extends) {
    file_ = chain.back();
    const ParsedTemplate* parent = use(*file_->extends);
    if (parent == nullptr) break;
    if (has(chain, parent)) {
      fail("template-cycle", file_->extends->span, {parent->name});
      break;
    }
    chain.push_back(parent);
  }
  return chain;
}

/// The template that `name` asks for, or null after reporting that there is none.
const ParsedTemplate* Compiler::use(const Name& name) {
  const ParsedTemplate* file = parsed_(name.text);
  if (!file->found) {
    fail("template-not-found", name.span, {name.text});
    return nullptr;
  }
  use(*file);
  return file;
}

void Compiler::use(const ParsedTemplate& file) {
  if (has(used_, &file)) return;
  used_.push_back(&file);
  diagnostics_.insert(diagnostics_.end(), file.mistakes.begin(), file.mistakes.end());
  const ParsedTemplate* before = std::exchange(file_, &file);
  for (const auto& macro : file.macros) {
    const bool twice = std::any_of(macros_.begin(), macros_.end(), [&](const KnownMacro& known) {
      return known.user == &file && known.name == macro->name.text;
    });
    if (twice) fail("template-duplicate", macro->name.span, {macro->name.text});
    macros_.push_back(KnownMacro{&file, macro->name.text, macro.get(), &file});
  }
  file_ = before;
}

void Compiler::include(const Statement& statement) {
  const ParsedTemplate* file = use(statement.name);
  if (file == nullptr) return;
  if (has(including_, file) || has(chain_, file)) return fail("template-cycle", statement.name.span, {file->name});
  if (file->extends) return fail("template-included-extends", statement.name.span, {file->name});
  including_.push_back(file);
  expand(*file, file->body);
  including_.pop_back();
}

void Compiler::expand(const ParsedTemplate& file, const Body& statements) {
  const ParsedTemplate* before = std::exchange(file_, &file);
  const Scope scope = begin_scope();
  body(statements);
  end_scope(scope);
  file_ = before;
}

// ---- blocks

void Compiler::collect_blocks(const ParsedTemplate& file, const Body& statements, std::set<std::string>& seen) {
  for (const Statement& each : statements) {
    if (each.type == Type::block) {
      if (seen.insert(each.name.text).second) {
        blocks_[each.name.text].push_back(BlockPart{&file, &each});
      } else {
        fail("template-duplicate", each.name.span, {each.name.text});
      }
    }
    for (const Branch& branch : each.branches) collect_blocks(file, branch.body, seen);
  }
}

/// A block at the top of a template that extends others must have its place in one of them.
void Compiler::check_blocks(const std::vector<const ParsedTemplate*>& chain) {
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
    file_ = chain[i];
    for (const Statement& each : chain[i]->body) {
      if (each.type != Type::block) continue;
      const auto& parts = blocks_[each.name.text];
      const bool has_place = std::any_of(parts.begin(), parts.end(), [&](const BlockPart& part) {
        return std::find(chain.begin() + static_cast<std::ptrdiff_t>(i) + 1, chain.end(), part.file) != chain.end();
      });
      if (has_place) continue;
      std::vector<std::string> known;
      for (const auto& [name, others] : blocks_) {
        if (others.back().file != file_) known.push_back(name);
      }
      fail("template-unknown-block", each.name.span, {file_->name, each.name.text},
           suggestion(each.name.text, std::move(known)));
    }
  }
}

/// What stands beside the blocks of a template that extends another: variables and macros; anything else would be lost.
void Compiler::outside_blocks(const ParsedTemplate& file) {
  for (const Statement& each : file.body) {
    if (each.type == Type::assign || each.type == Type::capture || each.type == Type::import) {
      statement(each);
    } else if (each.type != Type::block && !(each.type == Type::text && text::trimmed(each.text).empty())) {
      Span span = each.span;
      if (each.type == Type::text) {
        const auto blanks = static_cast<std::uint32_t>(each.text.find_first_not_of(" \t\r\n"));
        span = {span.offset + blanks, static_cast<std::uint32_t>(text::trimmed(each.text).size())};
      }
      fail("template-outside-block", span);
    }
  }
}

void Compiler::block(const Statement& statement) {
  const auto parts = blocks_.find(statement.name.text);
  if (parts != blocks_.end() && has(chain_, file_)) return block_part(parts->second, 0);
  expand(*file_, statement.branches.front().body);
}

void Compiler::block_part(const std::vector<BlockPart>& parts, std::size_t level) {
  open_blocks_.push_back(OpenBlock{&parts, level});
  expand(*parts[level].file, parts[level].statement->branches.front().body);
  open_blocks_.pop_back();
}

void Compiler::super(const Expression& call) {
  if (open_blocks_.empty() || open_blocks_.back().level + 1 >= open_blocks_.back().parts->size()) {
    return fail("template-super", call.span);
  }
  if (too_deep(call.span)) return;
  const OpenBlock block = open_blocks_.back();
  block_part(*block.parts, block.level + 1);
}

// ---- macros

void Compiler::import(const Statement& statement) {
  const ParsedTemplate* home = use(statement.name);
  if (home == nullptr) return;
  for (const Name& name : statement.names) {
    const auto found = std::find_if(home->macros.begin(), home->macros.end(),
                                    [&](const auto& macro) { return macro->name.text == name.text; });
    if (found != home->macros.end()) {
      macros_.push_back(KnownMacro{file_, name.text, found->get(), home});
      continue;
    }
    std::vector<std::string> known;
    for (const auto& macro : home->macros) known.push_back(macro->name.text);
    fail("template-unknown-macro", name.span, {home->name, name.text}, suggestion(name.text, std::move(known)));
  }
}

const Compiler::KnownMacro* Compiler::find_macro(std::string_view name) const {
  const auto found = std::find_if(macros_.begin(), macros_.end(),
                                  [&](const KnownMacro& known) { return known.user == file_ && known.name == name; });
  return found != macros_.end() ? &*found : nullptr;
}

/// The macro's body in place of the call. It sees its parameters and the page's own names, not the caller's variables.
void Compiler::call_macro(const KnownMacro& known, const Expression& call) {
  const Macro* macro = known.macro;
  const ParsedTemplate* home = known.home;
  if (has(calling_, macro)) return fail("template-cycle", call.span, {call.text});
  std::vector<Parameter> parameters;
  for (const Name& name : macro->parameters) parameters.push_back({name.text, FieldType(), Need::required});
  Bound bound = bind(call, parameters, false);
  const Scope scope = begin_scope();
  const std::vector<FieldType> types = arguments(call, bound, parameters);
  const std::size_t first = variables_.size();
  for (std::size_t i = 0; i < types.size(); ++i) declare(parameters[i].name, types[i]);
  for (std::size_t i = types.size(); i > 0; --i) emit(Op::store, variables_[first + i - 1].slot);
  popped(types.size());
  barrier_ = scope_begin_;
  calling_.push_back(macro);
  expand(*home, macro->body);
  calling_.pop_back();
  end_scope(scope);
}

// ---- mistakes

void Compiler::fail(std::string_view rule, Span span, std::vector<std::string> arguments, diagnostics::Help help) {
  if (diagnostics_.size() >= kMostMistakes) {
    gave_up_ = true;
    return;
  }
  Mistakes(file_->source.path, file_->source.text, diagnostics_).add(rule, span, std::move(arguments), std::move(help));
}

void Compiler::give_up(Span span) {
  if (!gave_up_) fail("template-too-large", span);
  gave_up_ = true;
}

bool Compiler::too_deep(Span span) {
  if (depth_ < kDeepestExpansion) return false;
  if (!gave_up_) fail("template-too-deep", span, {std::to_string(kDeepestExpansion)});
  gave_up_ = true;
  return true;
}

diagnostics::Help Compiler::suggestion(std::string_view typed, std::vector<std::string> candidates) const {
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  if (auto nearest = text::nearest(typed, std::span<const std::string>(candidates))) {
    return diagnostics::did_you_mean(std::move(nearest));
  }
  if (candidates.empty() || candidates.size() > kMostNamesInHelp) return {};
  std::string all;
  for (const std::string& candidate : candidates) (all += all.empty() ? "" : ", ") += candidate;
  return {"one-of", {all}};
}

}  // namespace gaceta::templating
