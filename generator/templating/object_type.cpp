#include "templating/object_type.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace gaceta::templating {

FieldType FieldType::value(const AnyValueType& type) {
  FieldType result(Kind::value);
  result.value_ = &type;
  return result;
}

FieldType FieldType::object(TypeReference type) {
  FieldType result(Kind::object);
  result.object_ = type;
  return result;
}

FieldType FieldType::list(const FieldType& element) {
  assert(!element.is(Kind::list));
  FieldType result = element;
  result.kind_ = Kind::list;
  result.element_ = element.kind_;
  return result;
}

FieldType FieldType::element() const {
  FieldType result = *this;
  result.kind_ = element_;
  result.element_ = Kind::unknown;
  return result;
}

const ObjectType& FieldType::object_type() const {
  assert(object_);
  return object_->get();
}

bool FieldType::accepts(const FieldType& given) const {
  if (is(Kind::unknown) || given.is(Kind::unknown) || given.is(Kind::nothing)) return true;
  if (is(Kind::text)) return given.is(Kind::text) || given.is(Kind::url) || given.is(Kind::json);
  if (is(Kind::url)) return given.is(Kind::text) || given.is(Kind::url);
  if (is(Kind::list)) return given.is(Kind::list) && element().accepts(given.element());
  if (is(Kind::value) && value_ == nullptr) return given.is(Kind::value);
  return *this == given;
}

bool operator==(const FieldType& left, const FieldType& right) {
  if (left.kind_ != right.kind_ || left.element_ != right.element_ || left.value_ != right.value_) return false;
  if (left.object_.has_value() != right.object_.has_value()) return false;
  return !left.object_ || &left.object_->get() == &right.object_->get();
}

ObjectType::ObjectType(std::string_view name, const char* described, std::vector<Field> fields)
    : name_(name), described_(described), fields_(std::move(fields)) {
  std::sort(fields_.begin(), fields_.end(), [](const Field& a, const Field& b) { return a.name < b.name; });
  assert(std::adjacent_find(fields_.begin(), fields_.end(),
                            [](const Field& a, const Field& b) { return a.name == b.name; }) == fields_.end());
}

const Field* ObjectType::find(std::string_view name) const {
  const auto found = std::lower_bound(fields_.begin(), fields_.end(), name,
                                      [](const Field& field, std::string_view wanted) { return field.name < wanted; });
  return found != fields_.end() && found->name == name ? &*found : nullptr;
}

}  // namespace gaceta::templating
