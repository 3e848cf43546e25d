// A page is rendered without a data tree: once the buffers have grown, nothing is allocated any more.
#include <cstdlib>
#include <new>

#include "catch.hpp"
#include "site.hpp"

namespace {

thread_local std::size_t allocations = 0;

}  // namespace

// Counts what this whole program allocates; replaced in one file of the test program only.
void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

using namespace gaceta::templating::testing;
using namespace gaceta::templating;

TEST_CASE("the second page of a renderer allocates nothing") {
  Templates templates(
      loader({{"page.html",
               "{% set box %}<p>{{ title }}</p>{% endset %}{{ box }}{% for e in entries %}<a href=\"{{ e.url }}\">"
               "{{ e.title ~ ' ' ~ loop.index }}</a>{{ e.date | format('date/long') }}{{ e.topics | join(', ') }}"
               "{% endfor %}{{ shouted | trim }}{{ title | url }}{{ t('k', count=count) }}"
               "<script type=\"application/ld+json\">{\"name\": {{ title }}}</script>"}}),
      functions());
  gaceta::diagnostics::Diagnostics found;
  const auto compiled = templates.compile("page.html", page_type(), found);
  REQUIRE(compiled);
  const Page page = sample_page();
  const Site site;
  Renderer renderer;
  std::string out;
  renderer.render(*compiled, page, site, out);
  const std::string first = out;
  out.clear();
  const std::size_t before = allocations;
  renderer.render(*compiled, page, site, out);
  CHECK(allocations - before == 0);
  CHECK(out == first);
}
