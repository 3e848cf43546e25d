// What templates see, in words: for the manual, which a test holds against the types. Pure; any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "templating/object_type.hpp"

namespace gaceta::templating {

/// A template file and what it is rendered with.
struct TemplateRoot {
  std::string_view file;
  const ObjectType* type = nullptr;
};

/// Markdown: the fields of `base`, which most of the templates have; of each template what it has besides; then of all
/// types that these lead to. Fields and types are in the order of their names, templates as they come.
std::string describe(std::span<const TemplateRoot> templates, const ObjectType& base);

}  // namespace gaceta::templating
