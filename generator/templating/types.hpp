// How the host declares its structures to templates, field by field, with captureless lambdas or member pointers:
//
//   const ObjectType& entry_type() {
//     static const ObjectType type = object_type<Entry>("entry")
//                                        .text<&Entry::title>("title")                    // std::string, string_view
//                                        .url("url", [](const Entry& entry) { return entry.address(); })
//                                        .value<date_value, &Entry::date>("date")         // a static ValueType<Date>
//                                        .list<&Entry::related>("related", entry_type);   // may name itself
//     return type;
//   }
//
// A getter takes `const T&`, and after it, if it likes, `Context&` (the host object of this page) or `Scratch&`.
// What it may return:
//   text, html, url   anything that converts to std::string_view and outlives the page; a std::string by value, which
//   is
//                     copied into scratch room; or nothing at all, if its last parameter is a `std::string&` to append
//                     to
//   integer, boolean  an integral type, bool
//   value             `const V&` or `const V*`; a trivially destructible V by value
//   object            `const O&`, `const O*`; a trivially destructible O by value
//   list              a reference to a container with size() and [], or a std::span by value (into the host's
//   structure, or
//                     of Scratch::array); of elements as above, pointers and unique_ptr to them included
// A null pointer and an empty std::optional are nothing: an optional field. See templates.hpp for a whole example.
#pragma once

#include <concepts>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "templating/object_type.hpp"
#include "templating/value.hpp"

namespace gaceta::templating {

namespace binding {

template <typename T>
inline constexpr bool is_optional = false;
template <typename T>
inline constexpr bool is_optional<std::optional<T>> = true;

/// A pointer, smart or not (but not a C string), or an optional: what may be nothing.
template <typename T>
concept Pointerlike = !std::convertible_to<const T&, std::string_view> &&
                      (std::is_pointer_v<T> || is_optional<T> || requires(const T& pointer) {
                        pointer.get();
                        *pointer;
                      });

/// Calls a getter, whichever of the permitted parameters it takes; the result keeps its reference.
template <typename F, typename T>
decltype(auto) call(const T& object, Context& context) {
  if constexpr (std::is_invocable_v<F, const T&, Context&>) {
    return std::invoke(F{}, object, context);
  } else if constexpr (std::is_invocable_v<F, const T&, Scratch&>) {
    return std::invoke(F{}, object, context.scratch());
  } else {
    static_assert(std::is_invocable_v<F, const T&>, "a getter takes const T& [, Context& or Scratch&]");
    return std::invoke(F{}, object);
  }
}

/// Where a result lives: in the host if it came by reference, in scratch room if it came by value.
template <typename Result>
const std::remove_cvref_t<Result>& kept(Result&& result, Context& context) {
  if constexpr (std::is_lvalue_reference_v<Result>) {
    return result;
  } else {
    return context.scratch().keep_value(result);
  }
}

template <Kind kind>
struct Bytes {
  template <typename Result>
  Value operator()(Result&& result, Context& context) const {
    using Plain = std::remove_cvref_t<Result>;
    if constexpr (std::is_same_v<Plain, std::string> && !std::is_lvalue_reference_v<Result>) {
      return Value::bytes(kind, context.scratch().keep(result));
    } else {
      return Value::bytes(kind, std::string_view(result));
    }
  }
};

struct Integer {
  Value operator()(std::integral auto number, Context&) const {
    return Value::integer(static_cast<std::int64_t>(number));
  }
};

struct Boolean {
  Value operator()(bool truth, Context&) const { return Value::boolean(truth); }
};

struct Object {
  template <typename Result>
  Value operator()(Result&& result, Context& context) const {
    return Value::object(&kept<Result>(std::forward<Result>(result), context));
  }
};

/// The Value of one result of a getter, or of one element of a list.
template <typename Make, typename Result>
Value one(const Make& make, Result&& result, Context& context) {
  using Plain = std::remove_cvref_t<Result>;
  if constexpr (Pointerlike<Plain>) {
    if (!result) return Value();
    constexpr bool owned = is_optional<Plain> && !std::is_lvalue_reference_v<Result>;
    if constexpr (owned) {
      return one(make, *std::move(result), context);
    } else {
      return one(make, *result, context);
    }
  } else {
    return make(std::forward<Result>(result), context);
  }
}

/// A list whose elements are made by a stateless Make.
template <typename Make, typename Result>
Value list_of(Result&& result) {
  using Plain = std::remove_cvref_t<Result>;
  if constexpr (Pointerlike<Plain>) {
    return result ? list_of<Make>(*result) : Value();
  } else if constexpr (std::is_lvalue_reference_v<Result>) {
    return Value::list(&result, result.size(), [](const void* data, std::size_t index, Context& context) {
      return one(Make{}, (*static_cast<const Plain*>(data))[index], context);
    });
  } else {
    using Element = typename Plain::element_type;
    static_assert(
        requires { result.size_bytes(); }, "return a list by reference, or a std::span");
    return Value::list(result.data(), result.size(), [](const void* data, std::size_t index, Context& context) {
      return one(Make{}, static_cast<const std::remove_const_t<Element>*>(data)[index], context);
    });
  }
}

/// A member pointer or a function as a stateless callable.
template <auto member>
struct Member {
  template <typename T>
  decltype(auto) operator()(const T& object) const requires std::is_invocable_v<decltype(member), const T&> {
    return std::invoke(member, object);
  }
};

}  // namespace binding

/// Collects the fields of an ObjectType for objects of type T; `ObjectType type = object_type<T>("name").…;` ends it.
template <typename T>
class ObjectTypeBuilder {
 public:
  explicit ObjectTypeBuilder(std::string_view name) : name_(name) {}
  operator ObjectType() const { return ObjectType(name_, &cpp_type<T>, fields_); }

  template <typename F>
  ObjectTypeBuilder& text(std::string_view name, F) {
    return bytes<Kind::text, F>(name);
  }
  template <typename F>
  ObjectTypeBuilder& html(std::string_view name, F) {
    return bytes<Kind::html, F>(name);
  }
  template <typename F>
  ObjectTypeBuilder& url(std::string_view name, F) {
    return bytes<Kind::url, F>(name);
  }
  template <typename F>
  ObjectTypeBuilder& integer(std::string_view name, F) {
    return single<binding::Integer, F>(name, FieldType::integer());
  }
  template <typename F>
  ObjectTypeBuilder& boolean(std::string_view name, F) {
    return single<binding::Boolean, F>(name, FieldType::boolean());
  }
  template <typename F>
  ObjectTypeBuilder& object(std::string_view name, TypeReference type, F) {
    return single<binding::Object, F>(name, FieldType::object(type));
  }
  template <typename F>
  ObjectTypeBuilder& list(std::string_view name, TypeReference type, F) {
    return listed<binding::Object, F>(name, FieldType::object(type));
  }
  template <typename F>
  ObjectTypeBuilder& text_list(std::string_view name, F) {
    return listed<binding::Bytes<Kind::text>, F>(name, FieldType::text());
  }
  template <typename F>
  ObjectTypeBuilder& html_list(std::string_view name, F) {
    return listed<binding::Bytes<Kind::html>, F>(name, FieldType::html());
  }
  template <typename F>
  ObjectTypeBuilder& integer_list(std::string_view name, F) {
    return listed<binding::Integer, F>(name, FieldType::integer());
  }

  /// `type` is a static ValueType<V>: `.value<date_value>("date", getter)`.
  template <const auto& type, typename F>
  ObjectTypeBuilder& value(std::string_view name, F) {
    return single<Opaque<type>, F>(name, FieldType::value(type));
  }
  template <const auto& type, typename F>
  ObjectTypeBuilder& value_list(std::string_view name, F) {
    return listed<Opaque<type>, F>(name, FieldType::value(type));
  }

  // The same with a member, a member function or a function of the host instead of a lambda:
  // .text<&Page::title>("title").
  // clang-format off
  template <auto m> ObjectTypeBuilder& text(std::string_view name) { return text(name, binding::Member<m>{}); }
  template <auto m> ObjectTypeBuilder& html(std::string_view name) { return html(name, binding::Member<m>{}); }
  template <auto m> ObjectTypeBuilder& url(std::string_view name) { return url(name, binding::Member<m>{}); }
  template <auto m> ObjectTypeBuilder& integer(std::string_view name) { return integer(name, binding::Member<m>{}); }
  template <auto m> ObjectTypeBuilder& boolean(std::string_view name) { return boolean(name, binding::Member<m>{}); }
  template <auto m> ObjectTypeBuilder& text_list(std::string_view name) { return text_list(name, binding::Member<m>{}); }
  template <auto m> ObjectTypeBuilder& html_list(std::string_view name) { return html_list(name, binding::Member<m>{}); }
  template <auto m> ObjectTypeBuilder& object(std::string_view name, TypeReference type) {
    return object(name, type, binding::Member<m>{});
  }
  template <auto m> ObjectTypeBuilder& list(std::string_view name, TypeReference type) {
    return list(name, type, binding::Member<m>{});
  }
  template <const auto& type, auto m> ObjectTypeBuilder& value(std::string_view name) {
    return value<type>(name, binding::Member<m>{});
  }
  template <const auto& type, auto m> ObjectTypeBuilder& value_list(std::string_view name) {
    return value_list<type>(name, binding::Member<m>{});
  }
  // clang-format on

 private:
  template <const auto& type>
  struct Opaque {
    template <typename Result>
    Value operator()(Result&& result, Context& context) const {
      return Value::opaque(binding::kept<Result>(std::forward<Result>(result), context), type);
    }
  };

  template <Kind kind, typename F>
  ObjectTypeBuilder& bytes(std::string_view name) {
    if constexpr (std::is_invocable_v<F, const T&, std::string&>) {
      return add<F>(name, FieldType::of_kind(kind), [](const void* object, Context& context) {
        std::string& out = context.scratch().builder();
        F{}(*static_cast<const T*>(object), out);
        return Value::bytes(kind, context.scratch().keep(out));
      });
    } else if constexpr (std::is_invocable_v<F, const T&, Context&, std::string&>) {
      return add<F>(name, FieldType::of_kind(kind), [](const void* object, Context& context) {
        std::string& out = context.scratch().builder();
        F{}(*static_cast<const T*>(object), context, out);
        return Value::bytes(kind, context.scratch().keep(out));
      });
    } else {
      return single<binding::Bytes<kind>, F>(name, FieldType::of_kind(kind));
    }
  }

  template <typename Make, typename F>
  ObjectTypeBuilder& single(std::string_view name, const FieldType& type) {
    return add<F>(name, type, [](const void* object, Context& context) {
      return binding::one(Make{}, binding::call<F>(*static_cast<const T*>(object), context), context);
    });
  }

  template <typename Make, typename F>
  ObjectTypeBuilder& listed(std::string_view name, const FieldType& element) {
    return add<F>(name, FieldType::list(element), [](const void* object, Context& context) {
      return binding::list_of<Make>(binding::call<F>(*static_cast<const T*>(object), context));
    });
  }

  template <typename F>
  ObjectTypeBuilder& add(std::string_view name, const FieldType& type, Getter getter) {
    static_assert(std::is_empty_v<F> && std::is_default_constructible_v<F>, "a getter captures nothing");
    fields_.push_back(Field{std::string(name), type, getter});
    return *this;
  }

  std::string name_;
  std::vector<Field> fields_;
};

template <typename T>
ObjectTypeBuilder<T> object_type(std::string_view name) {
  return ObjectTypeBuilder<T>(name);
}

}  // namespace gaceta::templating
