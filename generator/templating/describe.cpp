#include "templating/describe.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace gaceta::templating {
namespace {

std::string_view word(Kind kind) {
  switch (kind) {
    case Kind::text:
      return "text";
    case Kind::html:
      return "markup";
    case Kind::url:
      return "address";
    case Kind::json:
      return "JSON";
    case Kind::integer:
      return "whole number";
    case Kind::boolean:
      return "yes or no";
    default:
      return "value";
  }
}

std::string words(const FieldType& type) {
  if (type.is(Kind::list)) return "list: " + words(type.element());
  if (type.is(Kind::object)) {
    const std::string& name = type.object_type().name();
    std::string anchor = name;  // as Markdown's readers make it of a heading
    std::replace(anchor.begin(), anchor.end(), ' ', '-');
    return "[" + name + "](#" + anchor + ")";
  }
  if (type.is(Kind::value) && type.value_type() != nullptr) return std::string(type.value_type()->name());
  return std::string(word(type.kind()));
}

class Description {
 public:
  std::string run(std::span<const TemplateRoot> templates, const ObjectType& base) {
    out_ += "## Every page\n\n";
    add_fields(base, nullptr);
    for (const TemplateRoot& one : templates) {
      out_.append("\n## ").append(one.file).append("\n\n");
      add_fields(*one.type, &base);
    }
    out_ += "\n## Objects\n";
    while (!waiting_.empty()) {
      const ObjectType& type = *waiting_.back();
      waiting_.pop_back();
      objects_[type.name()] = described(type);
    }
    for (const auto& [name, text] : objects_) out_ += text;
    return std::move(out_);
  }

 private:
  void add_fields(const ObjectType& type, const ObjectType* base) {
    const auto is_own = [base](const Field& field) { return base == nullptr || base->find(field.name) == nullptr; };
    if (std::none_of(type.fields().begin(), type.fields().end(), is_own)) {
      out_ += "Nothing else.\n";
      return;
    }
    out_ += "| field | |\n|---|---|\n";
    for (const Field& field : type.fields()) {
      if (!is_own(field)) continue;
      out_.append("| `").append(field.name).append("` | ").append(words(field.type)).append(" |\n");
      note(field.type);
    }
  }

  std::string described(const ObjectType& type) {
    std::string all;
    std::swap(all, out_);
    out_.append("\n### ").append(type.name()).append("\n\n");
    add_fields(type, nullptr);
    std::swap(all, out_);
    return all;
  }

  /// That the type of a field is to be described too.
  void note(const FieldType& type) {
    const FieldType one = type.is(Kind::list) ? type.element() : type;
    if (!one.is(Kind::object)) return;
    const ObjectType& object = one.object_type();
    if (objects_.try_emplace(object.name()).second) waiting_.push_back(&object);
  }

  std::string out_;
  std::map<std::string, std::string> objects_;  ///< what is said of each, by name
  std::vector<const ObjectType*> waiting_;      ///< of those, what nothing has been said of yet
};

}  // namespace

std::string describe(std::span<const TemplateRoot> templates, const ObjectType& base) {
  return Description().run(templates, base);
}

}  // namespace gaceta::templating
