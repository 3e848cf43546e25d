// What the disk answers: a value, or the reason why not. A failure of the machine travels as a Result, is reported
// once, and is never thrown.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace gaceta::filesystem {

struct Error {
  enum class Kind { not_found, not_a_directory, already_exists, permission_denied, no_space, in_use, other };
  Kind kind = Kind::other;
  std::string path;     ///< as the caller gave it
  std::string message;  ///< the system's words, in English ("No space left on device")
};

/// Either a T or an Error. Look before you take: value() asserts.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  const T& value() const& {
    assert(ok());
    return std::get<0>(state_);
  }
  /// By value, so that `for (… : folder.tree().value())` does not outlive what it walks.
  T value() && {
    assert(ok());
    return std::get<0>(std::move(state_));
  }
  const Error& error() const {
    assert(!ok());
    return std::get<1>(state_);
  }

 private:
  std::variant<T, Error> state_;
};

/// For actions that answer nothing but success.
struct Done {};
using Status = Result<Done>;

}  // namespace gaceta::filesystem
