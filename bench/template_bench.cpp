// A page as the site has them: about 17 kB, 25 slots, 39 list entries, everything escaped; one thread. The goal is 8
// µs.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/catalogue.hpp"
#include "templating/templates.hpp"

using namespace gaceta;
using namespace gaceta::templating;

namespace {

struct Entry {
  std::string title, address, date;
};

struct Page {
  std::string title, summary, body, address, other_address, language;
  std::vector<Entry> references, citations, navigation;
};

struct Site {};

const ObjectType& entry_type() {
  static const ObjectType type =
      object_type<Entry>("entry").text<&Entry::title>("title").url<&Entry::address>("url").text<&Entry::date>("date");
  return type;
}

const ObjectType& page_type() {
  static const ObjectType type = object_type<Page>("page")
                                     .text<&Page::title>("title")
                                     .text<&Page::summary>("summary")
                                     .html<&Page::body>("body")
                                     .url<&Page::address>("url")
                                     .url<&Page::other_address>("other_url")
                                     .text<&Page::language>("language")
                                     .list<&Page::references>("references", entry_type)
                                     .list<&Page::citations>("citations", entry_type)
                                     .list<&Page::navigation>("navigation", entry_type);
  return type;
}

constexpr std::string_view kBase = R"(<!DOCTYPE html>
<html lang="{{ language }}">
<head>
<meta charset="utf-8">
<title>{{ title }} · Gaceta</title>
<meta name="description" content="{{ summary }}">
<link rel="canonical" href="{{ url }}">
<link rel="alternate" hreflang="en" href="{{ other_url }}">
<meta property="og:title" content="{{ title }}">
<meta property="og:description" content="{{ summary }}">
<meta property="og:url" content="{{ url }}">
<meta name="citation_title" content="{{ title }}">
<meta name="citation_language" content="{{ language }}">
<meta name="dc.title" content="{{ title }}">
<link rel="stylesheet" href="/assets/gaceta.css">
<script type="application/ld+json">{"@type": "Article", "headline": {{ title }}, "description": {{ summary }}, "url": {{ url }}}</script>
</head>
<body>
<nav>
{% for entry in navigation %}
  <a href="{{ entry.url }}"{% if loop.first %} aria-current="page"{% endif %}>{{ entry.title }}</a>
{% endfor %}
</nav>
<main lang="{{ language }}">{% block main %}{% endblock %}</main>
<footer><a href="{{ other_url }}">{{ title }}</a></footer>
</body>
</html>
)";

constexpr std::string_view kPage = R"({% extends "base.html" %}
{% block main %}
<h1>{{ title }}</h1>
<p class="summary">{{ summary }}</p>
<p class="share"><a href="mailto:?subject={{ title | url }}">{{ title }}</a> {{ language }}</p>
{{ body }}
<section><h2>{{ title }}</h2><ol>
{% for entry in references %}{% include "entry.html" %}{% else %}<li>{{ summary }}</li>{% endfor %}
</ol></section>
<section><h2>{{ title }}</h2><ol>
{% for entry in citations %}{% include "entry.html" %}{% endfor %}
</ol></section>
{% endblock %}
)";

constexpr std::string_view kEntry =
    R"(<li id="e-{{ loop.index }}"><a href="{{ entry.url }}">{{ entry.title }}</a> <time>{{ entry.date }}</time></li>
)";

std::vector<Entry> entries(int count) {
  return std::vector<Entry>(
      static_cast<std::size_t>(count),
      Entry{"Segundo Diálogo sobre las Pequeñas & Medianas Empresas", "/es/reporte-tmec/uno/", "2023-09-21"});
}

Page sample_page() {
  Page page{"Pymes & comercio: \"el primer diálogo\"",
            "Resumen de <una> frase que se lee en los buscadores.",
            {},
            "/es/uno/",
            "/en/one/",
            "es",
            entries(22),
            entries(10),
            entries(7)};
  while (page.body.size() < 10'000) page.body += "<p>Las pequeñas y medianas empresas exportaron más.</p>\n";
  return page;
}

std::optional<Source> load(std::string_view name) {
  if (name == "base.html") return Source{"base.html", std::string(kBase)};
  if (name == "page.html") return Source{"page.html", std::string(kPage)};
  if (name == "entry.html") return Source{"entry.html", std::string(kEntry)};
  return std::nullopt;
}

std::optional<Template> compiled() {
  diagnostics::Diagnostics found;
  auto page = Templates(load, Registry()).compile("page.html", page_type(), found);
  for (const auto& each : found) std::cerr << diagnostics::message(each, diagnostics::Language::english) << '\n';
  if (!page) std::abort();
  return page;
}

void render_page(benchmark::State& state) {
  const std::optional<Template> page = compiled();
  const Page root = sample_page();
  const Site site;
  Renderer renderer;
  std::string out;
  for (auto _ : state) {
    out.clear();
    renderer.render(*page, root, site, out);
    benchmark::DoNotOptimize(out.data());
  }
  state.counters["bytes"] = static_cast<double>(out.size());
}
BENCHMARK(render_page)->Unit(benchmark::kMicrosecond);

void compile_page(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(compiled());
}
BENCHMARK(compile_page)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
