// What a template may know of the host's structures, declared once and statically: names, types, and how to reach them.
// Everything here is const after it was built; any thread. The binding helpers that fill it are in types.hpp.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "templating/value.hpp"

namespace gaceta::templating {

class ObjectType;

/// An object type, or the function that returns it: with the function two types may name each other, or themselves.
class TypeReference {
 public:
  TypeReference(const ObjectType& type) : type_(&type) {}
  TypeReference(const ObjectType& (*function)()) : function_(function) {}
  const ObjectType& get() const { return type_ != nullptr ? *type_ : function_(); }

 private:
  const ObjectType* type_ = nullptr;
  const ObjectType& (*function_)() = nullptr;
};

/// The type of a field, a parameter or an expression. Any value may also be nothing: it prints nothing and is false.
class FieldType {
 public:
  constexpr FieldType() = default;
  static FieldType text() { return FieldType(Kind::text); }
  static FieldType html() { return FieldType(Kind::html); }
  static FieldType url() { return FieldType(Kind::url); }
  static FieldType integer() { return FieldType(Kind::integer); }
  static FieldType boolean() { return FieldType(Kind::boolean); }
  static FieldType of_kind(Kind kind) { return FieldType(kind); }
  /// A host value of one type; without an argument, of any.
  static FieldType value() { return FieldType(Kind::value); }
  static FieldType value(const AnyValueType& type);
  static FieldType object(TypeReference type);
  /// A list of anything but lists (put an object between them).
  static FieldType list(const FieldType& element);

  Kind kind() const { return kind_; }
  bool is(Kind kind) const { return kind_ == kind; }
  /// Whether it prints: text, html, url, json, integer.
  bool is_printable() const { return is_bytes() || kind_ == Kind::integer; }
  bool is_bytes() const { return kind_ >= Kind::text && kind_ <= Kind::json; }
  /// The type behind `object`, or behind a list of objects.
  const ObjectType& object_type() const;
  FieldType element() const;
  /// The host's type behind `value`, or behind a list of values; null: any.
  const AnyValueType* value_type() const { return value_; }
  /// Whether an expression of type `given` may stand where this type is asked for.
  bool accepts(const FieldType& given) const;

  friend bool operator==(const FieldType& left, const FieldType& right);

 private:
  explicit constexpr FieldType(Kind kind) : kind_(kind) {}

  Kind kind_ = Kind::unknown;
  Kind element_ = Kind::unknown;
  const AnyValueType* value_ = nullptr;  // of a value or a list of values; null: any
  std::optional<TypeReference> object_;  // of an object or a list of objects
};

/// A field's value of `object`, which is what the field's ObjectType describes.
using Getter = Value (*)(const void* object, Context& context);

struct Field {
  std::string name;
  FieldType type;
  Getter get = nullptr;
};

/// Built by object_type<T>() in types.hpp. Not movable: other types hold its address.
class ObjectType {
 public:
  ObjectType(std::string_view name, const char* described, std::vector<Field> fields);
  ObjectType(const ObjectType&) = delete;
  ObjectType& operator=(const ObjectType&) = delete;

  const std::string& name() const { return name_; }
  /// The field called `name`, or null.
  const Field* find(std::string_view name) const;
  std::span<const Field> fields() const { return fields_; }
  /// Whether it describes objects of the C++ type T.
  template <typename T>
  bool describes() const {
    return described_ == &cpp_type<T>;
  }

 private:
  std::string name_;
  const char* described_;
  std::vector<Field> fields_;
};

}  // namespace gaceta::templating
