#include "templating/templates.hpp"

#include <utility>

#include "templating/compiler.hpp"
#include "templating/program.hpp"
#include "templating/syntax.hpp"

namespace gaceta::templating {

const ObjectType& Template::root() const {
  return *program_->root;
}

Templates::Templates(Loader loader, Registry registry)
    : loader_(std::move(loader)), registry_(std::make_shared<const Registry>(std::move(registry))) {}

Templates::~Templates() = default;

const ParsedTemplate* Templates::parsed(std::string_view name) {
  for (const auto& source : sources_) {
    if (source->name == name) return source.get();
  }
  if (std::optional<Source> source = loader_(name)) {
    sources_.push_back(parse(name, *std::move(source)));
  } else {
    sources_.push_back(std::make_unique<ParsedTemplate>());
    sources_.back()->name = name;
  }
  return sources_.back().get();
}

std::optional<Template> Templates::compile(std::string_view entry, const ObjectType& root,
                                           diagnostics::Diagnostics& diagnostics) {
  const ParsedTemplate* file = parsed(entry);
  if (!file->found) {
    diagnostics.push_back(diagnostics::make("template-not-found", {std::string(entry)}, {std::string(entry)}));
    return std::nullopt;
  }
  Compiler compiler([this](std::string_view name) { return parsed(name); }, registry_, root);
  std::shared_ptr<const Program> program = compiler.compile(*file);
  diagnostics::Diagnostics& found = compiler.diagnostics();
  diagnostics::sort_and_deduplicate(found);
  const bool usable = !diagnostics::has_errors(found);
  diagnostics.insert(diagnostics.end(), found.begin(), found.end());
  return usable ? std::optional<Template>(std::move(program)) : std::nullopt;
}

}  // namespace gaceta::templating
