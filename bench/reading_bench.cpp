// What reading one bulletin costs: its front matter, its body, and finding out what a reference means. Inputs are those
// of the repository's own bulletins and of a generated site.
#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <string>

#include "catalog/assemble.hpp"
#include "content/load.hpp"
#include "content/vocabulary.hpp"
#include "filesystem/real_folder.hpp"
#include "markdown/parse.hpp"
#include "yaml/general_parser.hpp"
#include "yaml/parse.hpp"

using namespace gaceta;

namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream stream(std::string(GACETA_SOURCE_DIR) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

const std::string kLongText = "content/sela/2015-10-consorcios/es.md";

std::string body_of(const std::string& text) {
  return text.substr(text.find("\n---\n") + 5);
}

void parse_body(benchmark::State& state) {
  const std::string body = body_of(bytes_of(kLongText));
  for (auto _ : state) {
    diagnostics::Diagnostics found;
    benchmark::DoNotOptimize(markdown::parse(body, "es.md", 1, content::kMarkdownOptions, found));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * body.size()));
}
BENCHMARK(parse_body);

void front_matter(benchmark::State& state) {
  const std::string text = bytes_of(kLongText);
  const std::string yaml = text.substr(4, text.find("\n---\n") - 3);
  for (auto _ : state) {
    diagnostics::Diagnostics found;
    benchmark::DoNotOptimize(yaml::parse(yaml, "es.md", 2, found));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * yaml.size()));
}
BENCHMARK(front_matter);

template <auto Parse>
void bulletin_yaml(benchmark::State& state) {
  const std::string yaml = bytes_of("content/tmec/2021-07-pymes/bulletin.yaml");
  for (auto _ : state) {
    diagnostics::Diagnostics found;
    benchmark::DoNotOptimize(Parse(yaml, "bulletin.yaml", 1, found));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * yaml.size()));
}
BENCHMARK(bulletin_yaml<yaml::parse>)->Name("bulletin_yaml");
BENCHMARK(bulletin_yaml<yaml::parse_general>)->Name("bulletin_yaml (general parser)");

/// The repository's own edition.
const catalog::Catalog& edition() {
  static const catalog::Catalog catalog = [] {
    const auto root = filesystem::open_folder(GACETA_SOURCE_DIR).value();
    const localization::LocaleFiles locales = [](std::string_view name) -> std::optional<std::string> {
      std::string text = bytes_of("generator/localization/locales/" + std::string(name) + ".yaml");
      return text.empty() ? std::nullopt : std::optional(std::move(text));
    };
    diagnostics::Diagnostics found;
    return catalog::assemble(content::load(*root, locales, {}, found).value(), found);
  }();
  return catalog;
}

void resolve_reference(benchmark::State& state, const char* reference) {
  const catalog::Catalog& catalog = edition();
  for (auto _ : state) benchmark::DoNotOptimize(catalog.resolve(reference, catalog::BulletinIndex{}));
}
BENCHMARK_CAPTURE(resolve_reference, bulletin, "sela/2015-10-consorcios");
BENCHMARK_CAPTURE(resolve_reference, paragraph, "sela/2015-10-consorcios#p-32");
BENCHMARK_CAPTURE(resolve_reference, article, "usmca#25.5");
BENCHMARK_CAPTURE(resolve_reference, unknown, "sela/2015-consorcio");

}  // namespace

BENCHMARK_MAIN();
