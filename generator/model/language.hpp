// The languages of a site are settings, not an enum: PerLanguage<T> holds one T for each, in the order of site.yaml, so
// that forgetting one is a visible act.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace gaceta::model {

/// Position of a language in the site's list; 0 is the default language.
enum class Language : std::uint8_t {};

constexpr std::size_t index(Language language) {
  return static_cast<std::size_t>(language);
}

template <typename T>
class PerLanguage {
 public:
  PerLanguage() = default;
  explicit PerLanguage(std::size_t languages) : values_(languages) {}
  PerLanguage(std::size_t languages, const T& value) : values_(languages, value) {}

  T& operator[](Language language) {
    assert(index(language) < values_.size());
    return values_[index(language)];
  }
  const T& operator[](Language language) const {
    assert(index(language) < values_.size());
    return values_[index(language)];
  }

  /// Empty only where nothing was given at all (an optional key that is absent).
  bool empty() const { return values_.empty(); }
  std::size_t size() const { return values_.size(); }
  auto begin() const { return values_.begin(); }
  auto end() const { return values_.end(); }
  auto begin() { return values_.begin(); }
  auto end() { return values_.end(); }

  friend bool operator==(const PerLanguage&, const PerLanguage&) = default;

 private:
  std::vector<T> values_;
};

/// A text map: the same text in each language. Empty when the key was absent.
using LocalText = PerLanguage<std::string>;

}  // namespace gaceta::model
