// What templates print: values, conditions, loops, variables, white space.
#include <limits>
#include <thread>

#include "catch.hpp"
#include "site.hpp"

using namespace gaceta::templating::testing;
using namespace gaceta::templating;

TEST_CASE("values are printed where they are named, text escaped and markup as it is") {
  CHECK(rendered("<h1>{{ title }}</h1>{{ body }}{{ count }}") == "<h1>Pymes &amp; &lt;más&gt;</h1><p>Hola</p>3");
  CHECK(rendered("{{ shouted }}") == "Pymes &amp; &lt;más&gt;!");
  CHECK(rendered("{{ 'a\\'b' }}|{{ \"line\\nend\" }}|{{ 42 }}|{{ none }}|") == "a&#39;b|line\nend|42||");
}

TEST_CASE("an optional field that is missing prints nothing, and so do its fields") {
  CHECK(rendered("[{{ subtitle }}][{{ main }}]").find("template-not-printable") != std::string::npos);
  CHECK(rendered("[{{ subtitle }}][{{ main.title }}]") == "[][]");
  Page page = sample_page();
  page.main = &page.entries[0];
  page.subtitle = "Sub";
  CHECK(rendered({{"page.html", "[{{ subtitle }}][{{ main.title }}]"}}, page) == "[Sub][Uno]");
}

TEST_CASE("the host object reaches getters and functions") {
  CHECK(rendered("{{ language }} {{ t('k') }}") == "es <b>k es</b>");
}

TEST_CASE("host functions are called as filters or as functions, with further named arguments") {
  CHECK(rendered("{{ date | format('date/long') }}") == "date/long=2022");
  CHECK(rendered("{{ format(date, intent='date/long') }}") == "date/long=2022");
  CHECK(rendered("{{ t('k', count=count, name=title) }}") == "<b>k count=3 name=Pymes & <más> es</b>");
  CHECK(rendered("{{ 'k' | t(count=count) | striptags }}") == "k count=3 es");
  CHECK(rendered("<i title=\"{{ date | format('date/<\"') }}\">") == "<i title=\"date/&lt;&quot;=2022\">");
}

TEST_CASE("a function whose first argument is nothing is not called") {
  CHECK(rendered("[{{ main.date | format('date/long') }}]") == "[]");
  CHECK(rendered("{{ main.date | format('date/long') | default('no date') }}") == "no date");
}

TEST_CASE("if chooses the first branch that holds") {
  const std::string text =
      "{% if count > 5 %}many{% elif count > 2 %}some{% elif count == 3 %}three{% else %}few{% endif %}";
  CHECK(rendered(text) == "some");
  Page page = sample_page();
  page.count = 6;
  CHECK(rendered({{"page.html", text}}, page) == "many");
  page.count = 0;
  CHECK(rendered({{"page.html", text}}, page) == "few");
}

TEST_CASE("every kind of value is true or false") {
  const auto truth = [](const std::string& expression) {
    return rendered("{{ 'yes' if " + expression + " else 'no' }}");
  };
  CHECK(truth("title") == "yes");
  CHECK(truth("''") == "no");
  CHECK(truth("0") == "no");
  CHECK(truth("count") == "yes");
  CHECK(truth("draft") == "no");
  CHECK(truth("entries") == "yes");
  CHECK(truth("none") == "no");
  CHECK(truth("main") == "no");
  CHECK(truth("date") == "yes");
  CHECK(truth("main.related") == "no");
}

TEST_CASE("operators compare, combine and look inside") {
  const auto truth = [](const std::string& expression) {
    return rendered("{{ 'yes' if " + expression + " else 'no' }}");
  };
  for (const char* expression : {"count == 3",
                                 "count != 4",
                                 "count < 4",
                                 "count <= 3",
                                 "count > 2",
                                 "count >= 3",
                                 "title == title",
                                 "not draft",
                                 "draft == false",
                                 "subtitle == none",
                                 "main.title == none",
                                 "'x' in words",
                                 "'z' not in words",
                                 "'mes' in title",
                                 "count == 3 and title",
                                 "draft or count",
                                 "not (draft or draft)",
                                 "not draft and count > 1",
                                 "draft and draft or true",
                                 "url == '/es/'"}) {
    INFO(expression);
    CHECK(truth(expression) == "yes");
  }
  for (const char* expression :
       {"count == 4", "count != 3", "count < 3", "count <= 2", "count > 3", "count >= 4", "title == 'x'",
        "main.title == 'x'", "'z' in words", "draft and true", "title != title"}) {
    INFO(expression);
    CHECK(truth(expression) == "no");
  }
}

TEST_CASE("and, or and if give the value that decided") {
  CHECK(rendered("{{ subtitle or title }}") == "Pymes &amp; &lt;más&gt;");
  CHECK(rendered("{{ title and url }}") == "/es/");
  CHECK(rendered("[{{ 'a' if draft }}]") == "[]");
  CHECK(rendered("{{ 'a' if draft else 'b' if count else 'c' }}") == "b");
}

TEST_CASE("a tilde joins texts and numbers") {
  CHECK(rendered("{{ 'p-' ~ count ~ subtitle ~ url }}") == "p-3/es/");
}

TEST_CASE("for goes through a list and knows where it is") {
  CHECK(rendered("{% for e in entries %}{{ loop.index }}{{ loop.index0 }}{{ loop.length }}{{ e.title }}"
                 "{% if not loop.last %}, {% endif %}{% if loop.first %}!{% endif %}{% endfor %}") ==
        "102Uno, !212Dos &quot;2&quot;");
  CHECK(rendered("{% for e in entries %}{% for t in e.topics %}{{ t }}{{ loop.index }}{% else %}-{% endfor %}"
                 "{{ loop.index }};{% endfor %}") == "a1b21;-2;");
}

TEST_CASE("for shows its else part when the list is empty or missing") {
  CHECK(rendered("{% for e in main.related %}x{% else %}none{% endfor %}") == "none");
  Page page = sample_page();
  page.entries.clear();
  CHECK(rendered({{"page.html", "{% for e in entries %}x{% else %}none{% endfor %}."}}, page) == "none.");
}

TEST_CASE("set names a value; a name set inside a loop ends there, inside an if it stays") {
  CHECK(rendered("{% set a = title %}{% set b = 'x' %}{{ b }}{{ a | length }}") == "x13");
  CHECK(rendered("{% set a = 'out' %}{% for w in words %}{% set a = w %}{{ a }}{% endfor %}{{ a }}") == "xyout");
  CHECK(rendered("{% if count %}{% set a = 'in' %}{% endif %}{{ a }}") == "in");
  CHECK(rendered("{% if draft %}{% set a = 'in' %}{% endif %}[{{ a }}]") == "[]");
}

TEST_CASE("a name that an if sets is nothing again in the next round") {
  CHECK(rendered("{% for w in words %}{% if loop.first %}{% set a = w %}{% endif %}[{{ a }}]{% endfor %}") == "[x][]");
}

TEST_CASE("set takes in what stands up to endset, as markup") {
  CHECK(rendered("{% set box %}<b>{{ title }}</b>{% endset %}{{ box }}{{ box | striptags }}") ==
        "<b>Pymes &amp; &lt;más&gt;</b>Pymes &amp; &lt;más&gt;");
  CHECK(rendered("{% set a %}x{% set b %}y{% endset %}{{ b }}{% endset %}{{ a }}{{ a }}") == "xyxy");
}

TEST_CASE("comments and raw sections are not read") {
  CHECK(rendered("a{# {{ nothing }} {% if %} #}b") == "ab");
  CHECK(rendered("{% raw %}{{ title }} {% if %}{# x #}{% endraw %}c") == "{{ title }} {% if %}{# x #}c");
}

TEST_CASE("a tag alone on its line leaves nothing of the line") {
  CHECK(rendered("<ul>\n  {% for w in words %}\n  <li>{{ w }}\n  {% endfor %}\n</ul>\n") ==
        "<ul>\n  <li>x\n  <li>y\n</ul>\n");
  CHECK(rendered("a\r\n  {# remark #}  \r\nb") == "a\r\nb");
  CHECK(rendered("a {% if count %}\nb{% endif %}") == "a \nb");
  CHECK(rendered("{% raw %}\n{{ x }}\n{% endraw %}\nb") == "{{ x }}\nb");
  CHECK(rendered("  {{ count }}\n") == "  3\n");
}

TEST_CASE("a minus sign removes the white space beside it") {
  CHECK(rendered("a \n {{- count -}} \n b") == "a3b");
  CHECK(rendered("a  {%- if count -%}  b  {%- endif -%}  c") == "abc");
  CHECK(rendered("a  {#- x -#}  b") == "ab");
}

TEST_CASE("macros are called with their arguments and see the page, not the caller's variables") {
  CHECK(rendered("{% macro item(entry, mark) %}<li>{{ mark }} {{ entry.title }} {{ count }}</li>{% endmacro %}"
                 "{% for e in entries %}{{ item(e, mark='*') }}{% endfor %}") ==
        "<li>* Uno 3</li><li>* Dos &quot;2&quot; 3</li>");
  const Files files{{"page.html", "{% from 'm.html' import bold, twice %}{{ twice(title) }}"},
                    {"m.html",
                     "{% macro bold(x) %}<b>{{ x }}</b>{% endmacro %}"
                     "{% macro twice(x) %}{{ bold(x) }}{{ bold(count) }}{% endmacro %}"}};
  CHECK(rendered(files, sample_page()) == "<b>Pymes &amp; &lt;más&gt;</b><b>3</b>");
}

TEST_CASE("a renderer is used again for other templates, and its output is appended") {
  Templates templates(loader({{"a.html", "{% for w in words %}{{ w ~ w }}{% endfor %}"}, {"b.html", "{{ shouted }}"}}),
                      functions());
  gaceta::diagnostics::Diagnostics found;
  const auto a = templates.compile("a.html", page_type(), found);
  const auto b = templates.compile("b.html", page_type(), found);
  REQUIRE(found.empty());
  Renderer renderer;
  const Site site;
  std::string out = "<";
  renderer.render(*b, sample_page(), site, out);
  renderer.render(*a, sample_page(), site, out);
  renderer.render(*b, sample_page(), site, out);
  CHECK(out == "<Pymes &amp; &lt;más&gt;!xxyyPymes &amp; &lt;más&gt;!");
}

TEST_CASE("one template is rendered by several threads at the same time") {
  Templates templates(loader({{"page.html", "{% for e in entries %}{{ e.title ~ count }}{{ t('k') }}{% endfor %}"}}),
                      functions());
  gaceta::diagnostics::Diagnostics found;
  const auto page = templates.compile("page.html", page_type(), found);
  REQUIRE(page);
  const auto work = [&](std::string& out) {
    Renderer renderer;
    const Site site;
    for (int i = 0; i < 500; ++i) {
      out.clear();
      renderer.render(*page, sample_page(), site, out);
    }
  };
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) threads.emplace_back(work, std::ref(result));
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) {
    CHECK(result == "Uno3<b>k es</b>Dos &quot;2&quot;3<b>k es</b>");
  }
}

TEST_CASE("a compiled template outlives the Templates that compiled it") {
  gaceta::diagnostics::Diagnostics found;
  std::optional<Template> page;
  {
    Templates templates(loader({{"page.html", "{{ 'long enough to live on the heap' }}{{ t('k') }}"}}), functions());
    page = templates.compile("page.html", page_type(), found);
  }
  Renderer renderer;
  const Site site;
  std::string out;
  renderer.render(*page, sample_page(), site, out);
  CHECK(out == "long enough to live on the heap<b>k es</b>");
}
