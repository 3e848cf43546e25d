// Templates that extend and include each other.
#include "catch.hpp"
#include "site.hpp"

using namespace gaceta::templating::testing;

namespace {

std::string page_of(const Files& files) {
  return rendered(files, sample_page());
}

}  // namespace

TEST_CASE("a block of the extending template takes the place of the base's") {
  CHECK(page_of({{"base.html", "({% block a %}A{% endblock %}|{% block b %}B{% endblock %})"},
                 {"page.html", "{% extends 'base.html' %}\n{% block b %}{{ count }}{% endblock b %}\n"}}) == "(A|3)");
}

TEST_CASE("super puts the extended block in place, through every level") {
  CHECK(page_of({{"base.html", "({% block a %}1{% endblock %})"},
                 {"middle.html", "{% extends 'base.html' %}{% block a %}{{ super() }}2{% endblock %}"},
                 {"page.html", "{% extends 'middle.html' %}{% block a %}{{ super() }}3{{ super() }}{% endblock %}"}}) ==
        "(12312)");
}

TEST_CASE("a block inside a block can be replaced alone") {
  CHECK(page_of({{"base.html", "{% block a %}[{% block b %}b{% endblock %}]{% endblock %}"},
                 {"page.html", "{% extends 'base.html' %}{% block b %}x{% endblock %}"}}) == "[x]");
  CHECK(page_of({{"base.html", "{% block a %}[{% block b %}b{% endblock %}]{% endblock %}"},
                 {"page.html", "{% extends 'base.html' %}{% block a %}{{ super() }}!{% endblock %}"}}) == "[b]!");
}

TEST_CASE("variables of the extending template are known to the base") {
  CHECK(page_of(
            {{"base.html", "<body class=\"{{ kind }}\">{% block a %}{% endblock %}"},
             {"page.html", "{% extends 'base.html' %}{% set kind = 'home' %}{% block a %}{{ kind }}{% endblock %}"}}) ==
        "<body class=\"home\">home");
}

TEST_CASE("a block sees the variables of the place where the base has it") {
  CHECK(page_of({{"base.html", "{% for w in words %}{% block a %}{% endblock %}{% endfor %}"},
                 {"page.html", "{% extends 'base.html' %}{% block a %}{{ w }}.{% endblock %}"}}) == "x.y.");
}

TEST_CASE("an included template sees the names of the place that includes it") {
  CHECK(page_of({{"page.html", "{% for e in entries %}{% include 'card.html' %}{% endfor %}"},
                 {"card.html", "{% set mark = loop.index %}{{ e.title }}{{ mark }};"}}) == "Uno1;Dos &quot;2&quot;2;");
}

TEST_CASE("what an included template sets ends with it") {
  CHECK(page_of({{"page.html", "{% set a = 'x' %}{% include 'i.html' %}{{ a }}"},
                 {"i.html", "{% set a = 'y' %}{{ a }}"}}) == "yx");
}

TEST_CASE("a name that is unknown in one place of inclusion is reported in the included file, once") {
  CHECK(page_of({{"page.html", "{% include 'card.html' %}{% include 'card.html' %}"},
                 {"card.html", "<p>\n{{ e.title }}</p>"}}) ==
        "templates/card.html:2:4: error: nothing is called 'e' here [template-unknown-name]\n"
        "  2 | {{ e.title }}</p>\n"
        "    |    ^\n"
        "    help: use one of: body, count, date, draft, entries, language, main, shouted, subtitle, title, url, "
        "words\n");
}

TEST_CASE("templates that come back to themselves are reported, however they do it") {
  CHECK(page_of({{"page.html", "{% include 'page.html' %}"}}).find("'page.html' comes back to itself") !=
        std::string::npos);
  CHECK(page_of({{"page.html", "{% extends 'a.html' %}"}, {"a.html", "{% extends 'page.html' %}"}})
            .find("templates/a.html:1:12: error: 'page.html' comes back to itself [template-cycle]") !=
        std::string::npos);
  CHECK(page_of({{"page.html", "{% include 'a.html' %}"},
                 {"a.html", "{% include 'b.html' %}"},
                 {"b.html", "{% include 'a.html' %}"}})
            .find("templates/b.html:1:12: error: 'a.html' comes back to itself [template-cycle]") != std::string::npos);
  CHECK(page_of({{"page.html", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"}}).find("'m' comes back to itself") !=
        std::string::npos);
}

TEST_CASE("templates that multiply beyond bounds are refused in time") {
  Files files{{"page.html", "{% include '0.html' %}"}};
  for (int i = 0; i < 40; ++i) {
    const std::string next = "{% include '" + std::to_string(i + 1) + ".html' %}";
    files[std::to_string(i) + ".html"] = next + next + "{{ count }}";
  }
  files["40.html"] = "end";
  CHECK(page_of(files).find(
            "error: the template grows beyond all bounds here, with all that it includes [template-too-large]") !=
        std::string::npos);
}

TEST_CASE("an include chain that is too long is refused") {
  Files files{{"page.html", "{% include '0.html' %}"}};
  for (int i = 0; i < 400; ++i) {
    files[std::to_string(i) + ".html"] = "{% include '" + std::to_string(i + 1) + ".html' %}";
  }
  CHECK(page_of(files).find("error: the template is nested more than 150 levels deep here [template-too-deep]") !=
        std::string::npos);
}
