// What a template holds in its hand while it renders: a small view into the site's own structures, trivially copyable.
// Nothing is owned: text, objects and lists live in the host, or in the Scratch of the page that is being rendered.
// Not a data tree: a field is asked for when the template names it. One thread per Context; Value itself has no state.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace gaceta::templating {

/// The address stands for the C++ type T: how an untyped pointer is checked before it is cast back.
template <typename T>
inline char cpp_type = 0;

/// Room for what a getter computes, kept until the page is finished. After a few pages it allocates no more.
class Scratch {
 public:
  Scratch() = default;
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  /// A copy of `bytes` that lives until the page is finished.
  std::string_view keep(std::string_view bytes);

  /// A copy of `value`, an array of `size` default values, that live until the page is finished; no destructor is run.
  template <typename T>
  const T& keep_value(const T& value) {
    static_assert(std::is_trivially_destructible_v<T>, "nobody would run the destructor");
    return *new (allocate(sizeof(T), alignof(T))) T(value);
  }
  template <typename T>
  std::span<T> array(std::size_t size) {
    static_assert(std::is_trivially_destructible_v<T>, "nobody would run the destructor");
    T* first = static_cast<T*>(allocate(size * sizeof(T), alignof(T)));
    std::uninitialized_value_construct_n(first, size);
    return {first, size};
  }

  /// An empty string to build text in; `keep` the result before anybody else may ask for it again.
  std::string& builder() {
    builder_.clear();
    return builder_;
  }

  /// Forgets everything, keeps the memory.
  void reset() { block_ = used_ = 0; }

 private:
  struct Block {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size = 0;
  };
  void* allocate(std::size_t size, std::size_t alignment);

  std::vector<Block> blocks_;
  std::size_t block_ = 0;  // the block that is being filled
  std::size_t used_ = 0;   // bytes of it
  std::string builder_;
};

/// What getters and functions may reach while one page is rendered: the host's own object, and scratch room.
class Context {
 public:
  template <typename Host>
  Context(Host& host, Scratch& scratch)
      : host_(const_cast<std::remove_const_t<Host>*>(&host)), host_type_(&cpp_type<Host>), scratch_(&scratch) {}

  /// The host object that was given to `render`; Host must be its very type, const included.
  template <typename Host>
  Host& host() const {
    assert(host_type_ == &cpp_type<Host>);
    return *static_cast<Host*>(host_);
  }
  Scratch& scratch() const { return *scratch_; }

 private:
  void* host_;
  const char* host_type_;
  Scratch* scratch_;
};

enum class Kind : std::uint8_t {
  unknown,  ///< only while a template is loaded: of a name that was reported already
  nothing,
  text,  ///< escaped when it is printed
  html,  ///< safe markup, printed as it is
  url,   ///< escaped when it is printed; where an address stands, its scheme is checked, as a text's is
  json,  ///< what the filter `json` gives
  integer,
  boolean,
  value,  ///< a typed value of the host, such as a date, that only the host's functions can print
  object,
  list,
};

/// The name of a host value's type, as messages print it. One static object per type.
class AnyValueType {
 public:
  explicit constexpr AnyValueType(std::string_view name) : name_(name) {}
  AnyValueType(const AnyValueType&) = delete;
  AnyValueType& operator=(const AnyValueType&) = delete;
  std::string_view name() const { return name_; }

 private:
  std::string_view name_;
};

/// `inline constexpr ValueType<Date> date_value{"date"};` lets dates travel through templates.
template <typename T>
class ValueType : public AnyValueType {
 public:
  using AnyValueType::AnyValueType;
};

class Value {
 public:
  using ElementAt = Value (*)(const void* data, std::size_t index, Context& context);

  constexpr Value() : number_(0) {}
  static Value text(std::string_view bytes) { return Value(Kind::text, bytes); }
  static Value html(std::string_view bytes) { return Value(Kind::html, bytes); }
  static Value url(std::string_view bytes) { return Value(Kind::url, bytes); }
  static Value bytes(Kind kind, std::string_view bytes) { return Value(kind, bytes); }
  static Value integer(std::int64_t number) { return Value(Kind::integer, number); }
  static Value boolean(bool truth) { return Value(Kind::boolean, std::int64_t{truth}); }
  static Value object(const void* object) { return Value(Kind::object, {object, 0, nullptr}); }
  static Value list(const void* data, std::size_t size, ElementAt at) { return Value(Kind::list, {data, size, at}); }
  template <typename T>
  static Value opaque(const T& value, const ValueType<T>& type) {
    Value result(Kind::value, {&value, 0, nullptr});
    result.parts_.type = &type;
    return result;
  }

  Kind kind() const { return kind_; }
  bool is_nothing() const { return kind_ == Kind::nothing; }
  /// Whether there are bytes: text, html, url, json.
  bool has_bytes() const { return kind_ >= Kind::text && kind_ <= Kind::json; }
  /// What `{% if %}` asks: nothing, empty text, 0, false and an empty list are false.
  bool is_true() const;

  /// The bytes of text, html, url, json; empty for anything else.
  std::string_view as_text() const {
    return has_bytes() ? std::string_view(static_cast<const char*>(parts_.data), parts_.size) : std::string_view{};
  }
  std::int64_t as_integer() const { return kind_ == Kind::integer ? number_ : 0; }
  bool as_boolean() const { return kind_ == Kind::boolean && number_ != 0; }
  const void* as_object() const { return kind_ == Kind::object ? parts_.data : nullptr; }
  /// The host's value if it is of this type, else null.
  template <typename T>
  const T* as(const ValueType<T>& type) const {
    return kind_ == Kind::value && parts_.type == &type ? static_cast<const T*>(parts_.data) : nullptr;
  }

  std::size_t list_size() const { return kind_ == Kind::list ? parts_.size : 0; }
  Value element(std::size_t index, Context& context) const { return parts_.at(parts_.data, index, context); }

 private:
  struct Parts {
    const void* data;
    std::size_t size;
    union {
      ElementAt at;              // of a list
      const AnyValueType* type;  // of a host value
    };
    Parts(const void* bytes, std::size_t count, ElementAt element) : data(bytes), size(count), at(element) {}
  };

  Value(Kind kind, std::string_view bytes) : kind_(kind), parts_(bytes.data(), bytes.size(), nullptr) {}
  Value(Kind kind, std::int64_t number) : kind_(kind), number_(number) {}
  Value(Kind kind, Parts parts) : kind_(kind), parts_(parts) {}

  Kind kind_ = Kind::nothing;
  union {
    std::int64_t number_;  // integer, boolean
    Parts parts_;
  };
};

static_assert(std::is_trivially_copyable_v<Value> && sizeof(Value) <= 32);

}  // namespace gaceta::templating
