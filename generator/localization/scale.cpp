#include "localization/scale.hpp"

#include <algorithm>

// Rounding that was asked for (fraction_digits, max_fraction_digits) counts digits behind the point of the short scale,
// one word per three powers, in every language: so 999.96e9 with one digit is a trillion and a billón, and no language
// rounds where another does not. `last` below is the power of ten of the last digit that must be shown, zero or not.

namespace gaceta::localization {
namespace {

using model::Decimal;

constexpr int kPowersPerWord = 3;
constexpr int kMillion = 6;

/// The power of the short scale's word for `value`, 0 below a million.
int short_power(const Decimal& value) {
  const int power = value.magnitude() / kPowersPerWord * kPowersPerWord;
  return power < kMillion ? 0 : power;
}

/// A significand below one says that its author wants the scale: 0.5e6.
int author_scale(const Decimal& value, const Options& options) {
  if (options.scale != Scale::automatic) return static_cast<int>(options.scale);
  const int power = value.exponent_written();
  const bool wanted = options.digits == Digits::significand && power >= kMillion && power % kPowersPerWord == 0;
  return wanted && value.magnitude() < power ? power : 0;
}

struct Request {
  Decimal value;
  int forced = 0;
  std::optional<int> last;
};

Request rounded_request(const Decimal& value, const Options& options) {
  Request request{value, author_scale(value, options), std::nullopt};
  const auto unit = [&] { return request.forced != 0 ? request.forced : short_power(request.value); };
  if (options.fraction_digits) {
    request.value = request.value.rounded(*options.fraction_digits - unit());
    request.last = unit() - *options.fraction_digits;
  } else if (options.max_fraction_digits) {
    request.value = request.value.rounded(*options.max_fraction_digits - unit());
  } else if (options.digits == Digits::significand && value.notation() == Decimal::Notation::exponent) {
    request.last = value.exponent();
  }
  return request;
}

bool is_whole(const Request& request, int power) {
  return request.value.lowest_power() >= power && (!request.last || *request.last >= power);
}

bool fits(const Request& request, int power, const ScaleWord& word) {
  if (request.forced != 0) {
    return power <= request.forced && (word.use != ScaleUse::whole || is_whole(request, power)) &&
           (word.use != ScaleUse::forced || power == request.forced);
  }
  if (request.value.is_zero() || request.value.magnitude() < power) return false;
  return word.use == ScaleUse::always || (word.use == ScaleUse::whole && is_whole(request, power));
}

Scaled at_power(const Request& request, int power, const ScaleWord* word) {
  return {request.value.shifted(-power), request.last ? std::max(0, power - *request.last) : 0, power, word};
}

Scaled chosen(const Request& request, const std::map<int, ScaleWord>& scales) {
  for (auto scale = scales.rbegin(); scale != scales.rend(); ++scale) {
    if (fits(request, scale->first, scale->second)) return at_power(request, scale->first, &scale->second);
  }
  return at_power(request, 0, nullptr);
}

bool asked_for_digits(const Options& options) {
  return options.fraction_digits || options.max_fraction_digits || options.digits == Digits::significand;
}

}  // namespace

int Scaled::fraction() const {
  return std::max(least_fraction, -number.lowest_power());
}

bool Scaled::drops_number() const {
  return word != nullptr && word->drops_one && fraction() == 0 && number == Decimal(1);
}

Scaled scaled(const Decimal& value, const std::map<int, ScaleWord>& scales, const Options& options, int max_decimals,
              Decimals decimals) {
  if (options.in_digits) return unscaled(value, options);
  Request request = rounded_request(value, options);
  Scaled result = chosen(request, scales);
  if (result.word == nullptr || asked_for_digits(options) || result.fraction() <= max_decimals) return result;
  if (decimals == Decimals::keep) return at_power({value, 0, std::nullopt}, 0, nullptr);
  request.value = request.value.rounded(max_decimals - result.power);
  return chosen(request, scales);  // rounding may have carried into the next word
}

Scaled scaled_short(const Decimal& value, const std::map<int, ScaleWord>& scales, const Options& options,
                    int max_decimals) {
  std::map<int, ScaleWord> with_short_form;
  for (const auto& [power, word] : scales) {
    if (word.short_form.empty()) continue;
    with_short_form[power] = word;
    with_short_form[power].use = ScaleUse::always;
  }
  Scaled result = scaled(value, with_short_form, options, max_decimals, Decimals::cut);
  if (result.word != nullptr) result.word = &scales.at(result.power);
  return result;
}

Scaled unscaled(const Decimal& value, const Options& options) {
  if (options.fraction_digits) return {value.rounded(*options.fraction_digits), *options.fraction_digits, 0, nullptr};
  if (options.max_fraction_digits) return {value.rounded(*options.max_fraction_digits), 0, 0, nullptr};
  const int written = options.digits == Digits::significand ? std::max(0, -value.exponent()) : 0;
  return {value, written, 0, nullptr};
}

}  // namespace gaceta::localization
