// Values are escaped for the place where they stand, and refused where no escaping is safe.
#include "catch.hpp"
#include "site.hpp"
#include "templating/escape.hpp"

using namespace gaceta::templating::testing;
using namespace gaceta::templating;

namespace {

/// The page for a title of `title` and the page's address `address`.
std::string with(std::string text, std::string title, std::string address = {}, std::string_view entry = "page.html") {
  Page page = sample_page();
  page.title = std::move(title);
  page.address = std::move(address);
  return rendered({{std::string(entry), std::move(text)}}, page, entry);
}

bool refuses(std::string text, std::string_view part) {
  const std::string result = rendered(std::move(text));
  INFO(result);
  return result.find("[template-") != std::string::npos && result.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("text is escaped in elements and in quoted attributes") {
  CHECK(with("<p title=\"{{ title }}\">{{ title }}</p>", "<a href='x'>\"&") ==
        "<p title=\"&lt;a href=&#39;x&#39;&gt;&quot;&amp;\">&lt;a href=&#39;x&#39;&gt;&quot;&amp;</p>");
  CHECK(with("<p title='{{ title }}'>", "'") == "<p title='&#39;'>");
}

TEST_CASE("safe and escape mark text as markup") {
  CHECK(with("{{ title | safe }}{{ title | escape }}{{ title | escape | escape }}", "<b>") == "<b>&lt;b&gt;&lt;b&gt;");
}

TEST_CASE("an address keeps only schemes that are safe") {
  for (const char* safe : {"", "/es/", "uno", "#p-1", "?a=b:c", "//example.org/", "http://x", "HTTPS://x",
                           "mailto:a@b.c", "uno/dos:tres", " /x"}) {
    INFO(safe);
    CHECK(with("<a href=\"{{ url }}\">", {}, safe) == "<a href=\"" + std::string(safe) + "\">");
  }
  for (const char* unsafe :
       {"javascript:alert(1)", "JavaScript:x", " javascript:x", "java\tscript:x", "java\nscript:x", "\x01javascript:x",
        "data:text/html,x", "vbscript:x", "file:///etc", "httpx:y", "a:b", ":x", "%6aavascript:x"}) {
    INFO(unsafe);
    CHECK(with("<a href=\"{{ url }}\">", {}, unsafe) == "<a href=\"#\">");
    CHECK(with("<a class=x HREF = '{{ title }}'>", unsafe) == "<a class=x HREF = '#'>");
  }
}

TEST_CASE("an address made of several values is checked as a whole") {
  CHECK(with("<a href=\"{{ title }}{{ url }}\">", "java", "script:x") == "<a href=\"#\">");
  CHECK(with("<a href=\"{{ title }}:{{ url }}\">", "javascript", "x") == "<a href=\"#\">");
  CHECK(with("<a href=\"{% if count %}{{ title }}{% else %}/{% endif %}{{ url }}\">", "javascript", ":x") ==
        "<a href=\"#\">");
  CHECK(with("<a href=\"{% for w in words %}{{ title }}{% endfor %}\">", "data:") == "<a href=\"#\">");
  CHECK(with("<a href=\"/{{ title }}\">", "a:b") == "<a href=\"/a:b\">");
  CHECK(with("<a href=\"#{{ title }}\" id=\"{{ title }}\">", "p:1") == "<a href=\"#p:1\" id=\"p:1\">");
  CHECK(with("<a href=\"javascript:void 0\">{{ title }}", "written by the webmaster") ==
        "<a href=\"javascript:void 0\">written by the webmaster");
}

TEST_CASE("every attribute that holds an address is checked") {
  for (const char* name : {"href", "src", "action", "formaction", "poster", "cite", "data", "srcset", "xlink:href"}) {
    INFO(name);
    CHECK(with("<x " + std::string(name) + "=\"{{ title }}\"/>", "javascript:x") ==
          "<x " + std::string(name) + "=\"#\"/>");
  }
  CHECK(with("<x data-href=\"{{ title }}\"/>", "javascript:x") == "<x data-href=\"javascript:x\"/>");
}

TEST_CASE("values in JSON scripts are JSON") {
  const std::string open = "<script type=\"application/ld+json\">";
  CHECK(with(open + "{\"a\": {{ title }}}</script>{{ title }}", "</script>\"\\\n&'\x01\xE2\x80\xA8") ==
        open +
            "{\"a\": \"\\u003C/script\\u003E\\\"\\\\\\n\\u0026\\u0027\\u0001\\u2028\"}</script>"
            "&lt;/script&gt;&quot;\\\n&amp;&#39;\x01\xE2\x80\xA8");
  CHECK(with(open + "[{{ count }},{{ draft }},{{ subtitle }},{{ words | json }},\"x {{ title }}\"]</script>", "a\"b") ==
        open + "[3,false,null,[\"x\",\"y\"],\"x a\\\"b\"]</script>");
  CHECK(with("<SCRIPT data-x='1' TYPE='application/json'>{{ title }}</SCRIPT>", "a") ==
        "<SCRIPT data-x='1' TYPE='application/json'>\"a\"</SCRIPT>");
}

TEST_CASE("json in an attribute is JSON, escaped") {
  CHECK(with("<p data-x=\"{{ title | json }}\">{{ words | json }}", "a\"<") ==
        "<p data-x=\"&quot;a\\&quot;\\u003C&quot;\">[&quot;x&quot;,&quot;y&quot;]");
}

TEST_CASE("the entry's name decides what is escaped") {
  CHECK(with("{{ title }}", "<&>", {}, "robots.txt") == "<&>");
  CHECK(with("@x{{ '{' }}{{ title }}}", "<&>", {}, "cite.bib") == "@x{<&>}");
  CHECK(with("{\"a\": {{ title }}}", "<&>", {}, "data.json") == "{\"a\": \"\\u003C\\u0026\\u003E\"}");
  CHECK(with("<?xml version=\"1.0\"?><link href=\"{{ url }}\"/><title>{{ title }}</title><x>{{ body }}</x>", "&",
             "javascript:x", "feed.xml") ==
        "<?xml version=\"1.0\"?><link href=\"#\"/><title>&amp;</title><x>&lt;p&gt;Hola&lt;/p&gt;</x>");
}

TEST_CASE("a title takes text and no markup") {
  CHECK(with("<title>{{ title }} < {{ title }}</title>{{ body }}", "</title>") ==
        "<title>&lt;/title&gt; < &lt;/title&gt;</title><p>Hola</p>");
  CHECK(refuses("<title>{{ body }}</title>", "[template-markup-place]"));
  CHECK(refuses("<p title=\"{{ body }}\">", "use the filter 'striptags'"));
  CHECK(rendered("<p title=\"{{ body | striptags }}\">") == "<p title=\"Hola\">");
}

TEST_CASE("no value may stand where no escaping is safe") {
  CHECK(refuses("<p class={{ title }}>", "an attribute value without quotation marks"));
  CHECK(refuses("<p class=a{{ title }}>", "an attribute value without quotation marks"));
  CHECK(refuses("<script>let x = \"{{ title }}\"</script>", "a <script> that is not JSON"));
  CHECK(refuses("<script type=\"module\">{{ title }}</script>", "a <script> that is not JSON"));
  CHECK(refuses("<script type=\"{{ title }}\"></script>", "the type of a script"));
  CHECK(refuses("<style>{{ title }}</style>", "<style>"));
  CHECK(refuses("<p onclick=\"{{ title }}\">", "an attribute that holds a program or a style"));
  CHECK(refuses("<p style=\"{{ title }}\">", "an attribute that holds a program or a style"));
  CHECK(refuses("<!-- {{ title }} -->", "an HTML comment"));
  CHECK(refuses("<p {{ title }}>", "the inside of a tag"));
  CHECK(refuses("<p {{ title }}=\"x\">", "the inside of a tag"));
  CHECK(refuses("<{{ title }}>", "the inside of a tag"));
  CHECK(refuses("<h{{ title }}>", "the inside of a tag"));
  CHECK(refuses("<!DOCTYPE {{ title }}>", "the inside of a tag"));
  CHECK(refuses("<script type='application/json'>\"{{ words | json }}\"</script>", "inside a JSON string"));
}

TEST_CASE("what only looks like such a place is none") {
  CHECK(with("<!-- <p --> {{ title }} <!-- a-b -- > -->{{ title }}", "&") ==
        "<!-- <p --> &amp; <!-- a-b -- > -->&amp;");
  CHECK(with("<script>a < b && '<p x='</script>{{ title }}", "&") == "<script>a < b && '<p x='</script>&amp;");
  CHECK(with("<style>a > b { content: '\"' }</style>{{ title }}", "&") ==
        "<style>a > b { content: '\"' }</style>&amp;");
  CHECK(with("1 < 2 {{ title }}", "&") == "1 < 2 &amp;");
  CHECK(with("<p title=\"a > b\">{{ title }}", "&") == "<p title=\"a > b\">&amp;");
  CHECK(with("<br/><input disabled>{{ title }}", "&") == "<br/><input disabled>&amp;");
  CHECK(with("<title>a <b> </title>{{ body }}", "&") == "<title>a <b> </title><p>Hola</p>");
}

TEST_CASE("a number may end the name of a tag") {
  CHECK(rendered("<h{{ count }} id=\"x\">{{ title }}</h{{ count }}>") == "<h3 id=\"x\">Pymes &amp; &lt;más&gt;</h3>");
}

TEST_CASE("attributes may stand in an if") {
  CHECK(rendered("<option {% if count %}selected{% endif %} {% if draft %}hidden{% else %}class=\"a\"{% endif %}>{{ "
                 "count }}") == "<option selected class=\"a\">3");
  CHECK(refuses("<p {% if count %}on{% endif %}click=\"{{ title }}\">", "an attribute that holds a program"));
}

TEST_CASE("both ways through an if must end in the same kind of place") {
  CHECK(refuses("{% if count %}<p title=\"{% endif %}{{ title }}\">", "[template-branches]"));
  CHECK(refuses("{% for w in words %}<p {% endfor %}>", "[template-branches]"));
  CHECK(refuses("{% for w in words %}{% else %}<p {% endfor %}>", "[template-branches]"));
  CHECK(refuses("<a href=\"{% if count %}x\">{% else %}y{% endif %}", "[template-branches]"));
  CHECK(refuses("{% set x %}<p {% endset %}>", "[template-branches]"));
}

TEST_CASE("the place is followed through includes, blocks and macros") {
  const Files files{{"page.html",
                     "{% macro m(x) %}{{ x }}{% endmacro %}<a href=\"{% include 'i.html' %}\">{{ m(title) }}"
                     "<script type=\"application/json\">{{ m(title) }}</script>"},
                    {"i.html", "{{ title }}"}};
  Page page = sample_page();
  page.title = "javascript:\"";
  CHECK(rendered(files, page) ==
        "<a href=\"#\">javascript:&quot;<script type=\"application/json\">\"javascript:\\\"\"</script>");
}

TEST_CASE("percent encoding leaves unreserved characters only") {
  CHECK(rendered("{{ 'año a/b?c=d&e-._~' | url }}") == "a%C3%B1o%20a%2Fb%3Fc%3Dd%26e-._~");
  CHECK(rendered("{{ 'a b' | urlencode }}") == "a%20b");
}

TEST_CASE("the text of markup has no tags, no comments and no character references") {
  std::string out;
  append_without_tags(out, "<p class=\"a\">A&amp;B &lt;x&gt; &#233;&#xE9; &nbsp;&unknown; &#0; a & b<!-- <x> --> <b");
  CHECK(out == "A&B <x> éé \xC2\xA0&unknown; &#0; a & b ");
}

TEST_CASE("JSON text escapes what a page or a script could take for its own, and nothing else") {
  const auto json = [](std::string_view text) {
    std::string out;
    append_json_text(out, text);
    return out;
  };
  CHECK(json("«Año» – 5 € … ½") == "«Año» – 5 € … ½");
  CHECK(json("a\"b\\c\nd\te") == "a\\\"b\\\\c\\nd\\u0009e");
  CHECK(json("</script>&'") == "\\u003C/script\\u003E\\u0026\\u0027");
  CHECK(json("x\xE2\x80\xA8y\xE2\x80\xA9z\xE2\x80\xA7") == "x\\u2028y\\u2029z\xE2\x80\xA7");
  CHECK(json("\xE2\x80") == "\xE2\x80");
  for (std::size_t size = 0; size < 40; ++size) {
    const std::string before(size, 'a');
    CHECK(json(before + "<" + before) == before + "\\u003C" + before);
  }
}
