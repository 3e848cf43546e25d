// "Did you mean": the candidate that an author most likely wanted to type.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gaceta::text {

/// The candidate nearest to `typed` by optimal string alignment distance over folded letters (case and diacritics do
/// not count), if it is near enough to be worth a suggestion: at most a third of the longer word, at least one edit.
/// Ties go to the first candidate. Pure; any thread.
std::optional<std::string> nearest(std::string_view typed, std::span<const std::string> candidates);
std::optional<std::string> nearest(std::string_view typed, std::span<const std::string_view> candidates);

}  // namespace gaceta::text
