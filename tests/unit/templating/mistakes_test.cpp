// Every mistake that a template can hold, with the full text of what its author reads.
#include <algorithm>

#include "catch.hpp"
#include "diagnostics/catalogue.hpp"
#include "site.hpp"

using namespace gaceta::templating::testing;
using gaceta::diagnostics::Language;

namespace {

std::string page_of(const Files& files) {
  return rendered(files, sample_page());
}

/// The first line of the report on `text`, without the file's name.
std::string headline(std::string text) {
  const std::string report = rendered(std::move(text));
  const std::string first = report.substr(0, report.find('\n'));
  constexpr std::string_view kFile = "templates/page.html:";
  return first.starts_with(kFile) ? first.substr(kFile.size()) : report;
}

}  // namespace

TEST_CASE("a mistake is shown with its line, its column and what was meant") {
  CHECK(rendered("<h1>\n  Año {{ titel }}</h1>\n") ==
        "templates/page.html:2:10: error: nothing is called 'titel' here [template-unknown-name]\n"
        "  2 |   Año {{ titel }}</h1>\n"
        "    |          ^^^^^\n"
        "    help: did you mean 'title'?\n");
}

TEST_CASE("all mistakes of a template are reported in one run, in the order of the file") {
  const std::string report =
      rendered("{{ titel }}\n{{ | }}\n{% fi %}\n{{ main.titel }}\n{{ title | formt }}\n<p class={{ title }}>");
  for (const char* part :
       {"1:4: error: nothing is called 'titel'", "2:4: error: expected a value before '|'",
        "3:4: error: there is no tag 'fi'", "4:9: error: 'entry' has no field 'titel'",
        "5:12: error: there is no filter or function 'formt'", "6:13: error: no value can stand in"}) {
    INFO(part);
    CHECK(report.find(part) != std::string::npos);
  }
  CHECK(std::count(report.begin(), report.end(), '[') == 6);
}

TEST_CASE("what is missing is reported where it was asked for") {
  CHECK(rendered(Files{}, sample_page()) ==
        "page.html: error: there is no template called 'page.html' [template-not-found]\n");
  CHECK(headline("{% include 'x.html' %}") == "1:12: error: there is no template called 'x.html' [template-not-found]");
  CHECK(headline("a{% extends 'x.html' %}").find("template-late-extends") != std::string::npos);
  CHECK(headline("{% extends 'x.html' %}") == "1:12: error: there is no template called 'x.html' [template-not-found]");
}

TEST_CASE("what is not closed is reported where it was opened") {
  CHECK(headline("a {{ title") == "1:3: error: '{{' is opened here and never closed [template-unclosed]");
  CHECK(headline("a {% if title") == "1:3: error: '{%' is opened here and never closed [template-unclosed]");
  CHECK(headline("a {# x") == "1:3: error: '{#' is opened here and never closed [template-unclosed]");
  CHECK(headline("{{ 'a }}\n{{ title }}") == "1:4: error: ''' is opened here and never closed [template-unclosed]");
  CHECK(headline("{% raw %} {{") == "1:1: error: '{% raw %}' is opened here and never closed [template-unclosed]");
  CHECK(headline("\n{% if title %}x") == "2:4: error: 'if' is opened here and never closed [template-unclosed]");
  CHECK(headline("{% for w in words %}x") == "1:4: error: 'for' is opened here and never closed [template-unclosed]");
  CHECK(headline("{% block a %}x") == "1:4: error: 'block' is opened here and never closed [template-unclosed]");
  CHECK(headline("{% set a %}x") == "1:4: error: 'set' is opened here and never closed [template-unclosed]");
  CHECK(headline("{% macro a() %}x") == "1:4: error: 'macro' is opened here and never closed [template-unclosed]");
}

TEST_CASE("an inner tag that is not closed does not make its neighbours wrong") {
  CHECK(rendered("{% for w in words %}{% if w %}{% endfor %}{{ title }}") ==
        "templates/page.html:1:24: error: 'if' is opened here and never closed [template-unclosed]\n"
        "  1 | {% for w in words %}{% if w %}{% endfor %}{{ title }}\n"
        "    |                        ^^\n");
}

TEST_CASE("tags that mean nothing where they stand") {
  CHECK(headline("x{% endif %}") ==
        "1:5: error: 'endif' closes or continues nothing that is open here [template-stray-tag]");
  CHECK(headline("{% if title %}{% else %}{% else %}{% endif %}") ==
        "1:28: error: 'else' closes or continues nothing that is open here [template-stray-tag]");
  CHECK(rendered("{% inclde 'x' %}") ==
        "templates/page.html:1:4: error: there is no tag 'inclde' [template-unknown-tag]\n"
        "  1 | {% inclde 'x' %}\n"
        "    |    ^^^^^^\n"
        "    help: did you mean 'include'?\n");
}

TEST_CASE("words that do not fit together") {
  CHECK(headline("{{ }}") == "1:4: error: expected a value before '}}' [template-syntax]");
  CHECK(headline("{{ title title }}") == "1:10: error: expected the end of the tag before 'title' [template-syntax]");
  CHECK(headline("{{ (title }}") == "1:11: error: expected ')' before '}}' [template-syntax]");
  CHECK(headline("{{ title | }}") == "1:12: error: expected a name before '}}' [template-syntax]");
  CHECK(headline("{{ title. }}") == "1:11: error: expected a name before '}}' [template-syntax]");
  CHECK(headline("{% for w words %}{% endfor %}") == "1:10: error: expected 'in' before 'words' [template-syntax]");
  CHECK(headline("{% include x %}") == "1:12: error: expected a text in quotation marks before 'x' [template-syntax]");
  CHECK(headline("{% set a %%}{% endset %}") == "1:10: error: expected '=' before '%' [template-syntax]");
  CHECK(headline("{{ t('k', a=1, 2) }}") ==
        "1:16: error: expected an argument with a name before '2' [template-syntax]");
  CHECK(headline("{{ title is defined }}") == "1:10: error: expected the end of the tag before 'is' [template-syntax]");
  CHECK(headline("{{ año }}") == "1:5: error: expected the end of the tag before 'ñ' [template-syntax]");
  CHECK(headline("{% if title %}{% endif title %}") ==
        "1:24: error: expected the end of the tag before 'title' [template-syntax]");
}

TEST_CASE("expressions beyond bounds") {
  CHECK(headline("{{ 99999999999999999999 }}") ==
        "1:4: error: '99999999999999999999' is too large a number [template-number]");
  std::string sum = "{{ 1";
  for (int i = 0; i < 300; ++i) sum += " ~ 1";
  CHECK(headline(sum + " }}").find("error: this expression has more than 256 parts [template-too-complex]") !=
        std::string::npos);
  CHECK(headline("{{ " + std::string(100, '(') + "1" + std::string(100, ')') + " }}") ==
        "1:69: error: the template is nested more than 64 levels deep here [template-too-deep]");
  std::string nested;
  for (int i = 0; i < 100; ++i) nested += "{% if title %}";
  CHECK(headline(nested).find("error: the template is nested more than 64 levels deep here") != std::string::npos);
}

TEST_CASE("names and fields that do not exist") {
  CHECK(rendered("{% for w in words %}{{ loop.idx }}{% endfor %}") ==
        "templates/page.html:1:29: error: 'loop' has no field 'idx' [template-unknown-field]\n"
        "  1 | {% for w in words %}{{ loop.idx }}{% endfor %}\n"
        "    |                             ^^^\n"
        "    help: use one of: first, index, index0, last, length\n");
  CHECK(headline("{{ main.titel }}") == "1:9: error: 'entry' has no field 'titel' [template-unknown-field]");
  CHECK(headline("{{ title.x }}") == "1:10: error: there is no field 'x' in a text [template-no-fields]");
  CHECK(headline("{{ loop.index }}") == "1:4: error: nothing is called 'loop' here [template-unknown-name]");
  CHECK(headline("{% for w in words %}{{ loop }}{% endfor %}") ==
        "1:24: error: 'loop' is only used with a field, such as loop.index [template-loop]");
  CHECK(headline("{% for w in words %}{% endfor %}{{ w }}") ==
        "1:36: error: nothing is called 'w' here [template-unknown-name]");
  CHECK(headline("{% for w in words %}{% else %}{{ w }}{% endfor %}") ==
        "1:34: error: nothing is called 'w' here [template-unknown-name]");
  CHECK(headline("{% macro m() %}{{ w }}{% endmacro %}{% for w in words %}{{ m() }}{% endfor %}") ==
        "1:19: error: nothing is called 'w' here [template-unknown-name]");
}

TEST_CASE("filters and functions that do not exist or are called wrongly") {
  CHECK(rendered("{{ date | fromat('x') }}") ==
        "templates/page.html:1:11: error: there is no filter or function 'fromat' [template-unknown-function]\n"
        "  1 | {{ date | fromat('x') }}\n"
        "    |           ^^^^^^\n"
        "    help: did you mean 'format'?\n");
  CHECK(headline("{{ date | format }}") ==
        "1:11: error: 'format' needs the argument 'intent' [template-missing-argument]");
  CHECK(headline("{{ date | format('date/x', 1, 2) }}") ==
        "1:28: error: 'format' takes 2 arguments at most [template-too-many-arguments]");
  CHECK(rendered("{{ date | format(intnt='date/x') }}")
            .find("'format' has no argument 'intnt' [template-unknown-argument]") != std::string::npos);
  CHECK(headline("{{ date | format('date/x', intent='y') }}") ==
        "1:28: error: the argument 'intent' is given twice [template-repeated-argument]");
  CHECK(headline("{{ t('k', a=1, a=2) }}") ==
        "1:16: error: the argument 'a' is given twice [template-repeated-argument]");
  CHECK(headline("{{ date | format(title) }}") ==
        "1:18: error: the argument 'intent' of 'format' must be written out in the template [template-not-constant]");
  CHECK(headline("{{ title | format('date/x') }}") ==
        "1:4: error: 'format' needs a typed value here, not a text [template-wrong-type]");
  CHECK(headline("{{ t('k', a=words) }}") ==
        "1:13: error: 't' needs a text or a whole number here, not a list [template-wrong-type]");
  CHECK(headline("{{ count | first }}") ==
        "1:4: error: 'first' needs a list here, not a whole number [template-wrong-type]");
  CHECK(headline("{{ entries | join }}") ==
        "1:4: error: 'join' needs a list of texts here, not a list [template-wrong-type]");
  CHECK(headline("{{ main | length }}") ==
        "1:4: error: 'length' needs a list or a text here, not an object [template-wrong-type]");
}

TEST_CASE("a host function's own complaint is reported at the argument that is wrong") {
  CHECK(headline("{{ date | format('money') }}") ==
        "1:18: error: nothing is called 'intent' here [template-unknown-name]");
}

TEST_CASE("values of types that do not fit together") {
  CHECK(headline("{% if title == count %}{% endif %}") ==
        "1:7: error: '==' cannot compare a text with a whole number [template-comparison]");
  CHECK(headline("{% if title < 'x' %}{% endif %}") ==
        "1:7: error: '<' cannot compare a text with a text [template-comparison]");
  CHECK(headline("{% if count in words %}{% endif %}") ==
        "1:7: error: 'in' cannot compare a whole number with a list [template-comparison]");
  CHECK(headline("{{ title if draft else count }}") ==
        "1:4: error: this is either a text or a whole number, and nothing can be both [template-choice]");
  CHECK(headline("{{ title | default(3) }}") ==
        "1:12: error: this is either a text or a whole number, and nothing can be both [template-choice]");
  CHECK(headline("{{ title ~ body }}") ==
        "1:12: error: '~' needs a text or a whole number here, not markup [template-wrong-type]");
  CHECK(headline("{% for w in title %}{% endfor %}") ==
        "1:13: error: 'for' needs a list here, not a text [template-wrong-type]");
  CHECK(headline("{% set a = title %}{% set a = count %}") ==
        "1:27: error: 'a' is a text already and cannot become a whole number [template-changed-type]");
}

TEST_CASE("values that cannot be printed say what to do") {
  CHECK(rendered("{{ date }}") ==
        "templates/page.html:1:4: error: a typed value cannot be printed as it is [template-not-printable]\n"
        "  1 | {{ date }}\n"
        "    |    ^^^^\n"
        "    help: name a filter that prints it: {{ value | filter }}\n");
  CHECK(rendered("{{ draft }}").find("help: ask for it with 'if'") != std::string::npos);
  CHECK(rendered("{{ words }}").find("help: go through it with 'for', or use the filter 'join'") != std::string::npos);
  CHECK(rendered("{{ main }}").find("help: name one of its fields") != std::string::npos);
}

TEST_CASE("values in places that do not take them") {
  CHECK(headline("<p class={{ title }}>") ==
        "1:13: error: no value can stand in an attribute value without quotation marks [template-unsafe-place]");
  CHECK(rendered("<p title=\"{{ body }}\">") ==
        "templates/page.html:1:14: error: markup cannot stand in this place, only text [template-markup-place]\n"
        "  1 | <p title=\"{{ body }}\">\n"
        "    |              ^^^^\n"
        "    help: use the filter 'striptags'\n");
  CHECK(headline("<script type='application/json'>\"{{ title | json }}\"</script>") ==
        "1:45: error: a JSON value cannot stand inside a JSON string [template-json-place]");
  CHECK(headline("<p title=\"{% set a %}x{% endset %}\">") ==
        "1:14: error: 'set' can only take in what stands between elements [template-capture-place]");
  CHECK(headline("<p>{% if draft %}<b title=\"{% endif %}\">") ==
        "1:7: error: the ways through this 'if' end in different places of the HTML [template-branches]");
  CHECK(headline("<p title=\"x") == "1:12: error: the page ends inside an attribute value [template-open-markup]");
  CHECK(headline("<p") == "1:3: error: the page ends inside a tag [template-open-markup]");
}

TEST_CASE("mistakes of inheritance") {
  CHECK(page_of({{"page.html", "{% extends 'b.html' %}{% block mian %}{% endblock %}"},
                 {"b.html", "{% block main %}{% endblock %}"}}) ==
        "templates/page.html:1:32: error: no template that 'page.html' extends has a block 'mian' "
        "[template-unknown-block]\n"
        "  1 | {% extends 'b.html' %}{% block mian %}{% endblock %}\n"
        "    |                                ^^^^\n"
        "    help: did you mean 'main'?\n");
  CHECK(page_of({{"page.html", "{% extends 'b.html' %}\n  lost {{ title }}"}, {"b.html", "x"}}) ==
        "templates/page.html:2:3: error: what stands outside the blocks of a template that extends another is never "
        "shown "
        "[template-outside-block]\n"
        "  2 |   lost {{ title }}\n"
        "    |   ^^^^\n"
        "templates/page.html:2:11: error: what stands outside the blocks of a template that extends another is never "
        "shown "
        "[template-outside-block]\n"
        "  2 |   lost {{ title }}\n"
        "    |           ^^^^^\n");
  CHECK(headline("x{% extends 'page.html' %}") ==
        "1:5: error: 'extends' may stand once, at the start of a template [template-late-extends]");
  CHECK(headline("{% block a %}{% endblock %}{% block a %}{% endblock %}") ==
        "1:37: error: 'a' is defined twice in this template [template-duplicate]");
  CHECK(headline("{% macro a() %}{% endmacro %}{% macro a() %}{% endmacro %}") ==
        "1:39: error: 'a' is defined twice in this template [template-duplicate]");
  CHECK(headline("{% block a %}{{ super() }}{% endblock %}") ==
        "1:17: error: super() needs a block that an extended template has too [template-super]");
  CHECK(headline("{{ super() }}") ==
        "1:4: error: super() needs a block that an extended template has too [template-super]");
  CHECK(headline("{% macro a() %}{% endmacro %}{{ a() | trim }}") ==
        "1:33: error: 'a' can only be called alone between '{{' and '}}' [template-call-alone]");
  CHECK(page_of({{"page.html", "{% include 'i.html' %}"}, {"i.html", "{% extends 'b.html' %}"}, {"b.html", ""}}) ==
        "templates/page.html:1:12: error: 'i.html' extends another template and so cannot be included "
        "[template-included-extends]\n"
        "  1 | {% include 'i.html' %}\n"
        "    |            ^^^^^^^^\n");
  CHECK(page_of({{"page.html", "{% from 'm.html' import lnik %}"}, {"m.html", "{% macro link() %}{% endmacro %}"}}) ==
        "templates/page.html:1:25: error: 'm.html' has no macro 'lnik' [template-unknown-macro]\n"
        "  1 | {% from 'm.html' import lnik %}\n"
        "    |                         ^^^^\n"
        "    help: did you mean 'link'?\n");
}

TEST_CASE("bytes that are not UTF-8 are refused, a byte-order mark is not") {
  CHECK(headline("a\n\xFF") == "2:1: error: the template is not valid UTF-8 from byte 2 on [template-not-utf8]");
  CHECK(rendered("\xEF\xBB\xBF{{ count }}") == "3");
}

TEST_CASE("a mistake in a shared template is reported for each page that uses it, and the pages without it compile") {
  gaceta::templating::Templates templates(loader({{"a.html", "{{ x }}"}, {"b.html", "{{ title }}"}}), functions());
  gaceta::diagnostics::Diagnostics found;
  CHECK_FALSE(templates.compile("a.html", page_type(), found));
  CHECK(found.size() == 1);
  CHECK(templates.compile("b.html", page_type(), found));
  CHECK(found.size() == 1);
}

TEST_CASE("every rule of templates has its sentence in Spanish") {
  for (const auto& rule : gaceta::diagnostics::rules()) {
    if (!rule.id.starts_with("template-")) continue;
    INFO(rule.id);
    CHECK(rule.spanish != rule.english);
    CHECK(rule.spanish.find('.') ==
          (rule.id == "template-loop" ? rule.spanish.find(".index") : std::string_view::npos));
  }
}
