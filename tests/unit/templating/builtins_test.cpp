// The filters that every template has.
#include "catch.hpp"
#include "site.hpp"

using namespace gaceta::templating::testing;

TEST_CASE("length counts characters of a text and items of a list") {
  CHECK(rendered("{{ 'año' | length }} {{ entries | length }} {{ main.related | length }}") == "3 2 0");
}

TEST_CASE("join writes a list with a separator") {
  CHECK(rendered("{{ words | join(' & ') }} {{ words | join }} [{{ main.topics | join(',') }}]") == "x &amp; y xy []");
}

TEST_CASE("first and last take an item, or nothing") {
  CHECK(rendered("{{ words | first }}{{ words | last }}{{ (entries | last).title }}[{{ main.topics | first }}]") ==
        "xyDos &quot;2&quot;[]");
}

TEST_CASE("default replaces what is missing or empty") {
  CHECK(rendered("{{ subtitle | default('none') }} {{ '' | default('empty') }} {{ url | default('x') }}") ==
        "none empty /es/");
}

TEST_CASE("trim and striptags give text") {
  CHECK(rendered("[{{ '  a <b> ' | trim }}] {{ body | striptags }} {{ subtitle | trim }}") == "[a &lt;b&gt;] Hola ");
}

TEST_CASE("json writes texts, numbers, truth and lists") {
  CHECK(rendered("{{ 'a' | json }} {{ count | json }} {{ draft | json }} {{ words | json }} {{ subtitle | json }}",
                 "data.json") == "\"a\" 3 false [\"x\",\"y\"] null");
}
