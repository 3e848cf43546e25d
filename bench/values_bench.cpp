// How many values a second the house style prints: what a page costs in formatting. Formatters are built once per
// locale and thread, before the clock runs, as in a build.
#include <benchmark/benchmark.h>

#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>

#include "localization/locale.hpp"
#include "localization/notation.hpp"

namespace {

using gaceta::localization::Locale;
using gaceta::localization::Phrase;
using gaceta::localization::Units;

std::optional<std::string> read_locale_file(std::string_view name) {
  std::ifstream file(std::string(GACETA_SOURCE_DIR) + "/generator/localization/locales/" + std::string(name) + ".yaml");
  if (!file) return std::nullopt;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

struct Shelf {
  gaceta::diagnostics::Diagnostics diagnostics;
  std::shared_ptr<const Units> units =
      std::make_shared<const Units>(gaceta::localization::load_shipped_units(read_locale_file, diagnostics));

  Locale locale(std::string_view tag) {
    return Locale(gaceta::localization::load_locale(tag, read_locale_file, {}, units, {}, diagnostics));
  }
};

Shelf& shelf() {
  static Shelf instance;
  return instance;
}

Phrase phrase(std::string_view role, std::string_view text) {
  return std::get<Phrase>(gaceta::localization::parse_role(role, text, *shelf().units));
}

void print(benchmark::State& state, std::string_view tag, std::string_view role, std::string_view text) {
  const Locale locale = shelf().locale(tag);
  const Phrase value = phrase(role, text);
  std::string out;
  for (auto _ : state) {
    out.clear();
    locale.append(out, value);
    benchmark::DoNotOptimize(out.data());
  }
  state.SetItemsProcessed(state.iterations());
}

void parse(benchmark::State& state, std::string_view role, std::string_view text) {
  for (auto _ : state) benchmark::DoNotOptimize(gaceta::localization::parse_role(role, text, *shelf().units));
  state.SetItemsProcessed(state.iterations());
}

void load(benchmark::State& state, std::string_view tag) {
  for (auto _ : state) benchmark::DoNotOptimize(shelf().locale(tag));
}

BENCHMARK_CAPTURE(print, es_integer, "es-MX", "num", "647766");
BENCHMARK_CAPTURE(print, en_integer, "en-US", "num", "647766");
BENCHMARK_CAPTURE(print, es_percent, "es-MX", "num", "65.3%");
BENCHMARK_CAPTURE(print, es_money, "es-MX", "num", "43.5e9 USD");
BENCHMARK_CAPTURE(print, en_money, "en-US", "num", "43.5e9 USD");
BENCHMARK_CAPTURE(print, es_date, "es-MX", "date", "2021-07-14");
BENCHMARK_CAPTURE(print, en_date, "en-US", "date", "2021-07-14");
BENCHMARK_CAPTURE(print, es_date_range, "es-MX", "date", "2015-10-05/2015-10-06");
BENCHMARK_CAPTURE(print, en_slot, "en-US", "time", "08:30/09:00 slot");
BENCHMARK_CAPTURE(parse, money, "num", "43.5e9 USD");
BENCHMARK_CAPTURE(parse, date, "date", "2015-10-05/2015-10-06");
BENCHMARK_CAPTURE(load, es_MX, "es-MX");

}  // namespace

BENCHMARK_MAIN();
