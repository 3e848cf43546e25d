#include "preview/problems.hpp"

#include "catch.hpp"

using namespace gaceta;
using diagnostics::Language;

namespace {

diagnostics::Diagnostics mistakes(std::size_t count) {
  diagnostics::Diagnostics all;
  for (std::size_t i = 0; i < count; ++i) {
    all.push_back(diagnostics::make("output-in-use", {"content/<b>.md", 1, 3, 2}, {"<i>"}, {"wait-for-it", {}}));
  }
  return all;
}

std::optional<std::string> source(std::string_view) {
  return "a <b>&\n";
}

}  // namespace

TEST_CASE("errors are shown with place, sentence, line and help, escaped") {
  CHECK(
      preview::problems_html(mistakes(1), source, Language::english) ==
      "<h2>One error: the preview waits until it is mended</h2>\n<ol>\n"
      "<li><p>content/&lt;b&gt;.md:1:3: error: another process is publishing to &#39;&lt;i&gt;&#39; [output-in-use]</p>"
      "<pre>  1 | a &lt;b&gt;&amp;\n    |   ^^\n</pre><p class=\"help\">help: wait until it has "
      "finished</p></li>\n</ol>\n");
  const std::string spanish = preview::problems_html(mistakes(2), source, Language::spanish);
  CHECK(spanish.find("<h2>2 errores: la vista previa espera a que se corrijan</h2>") == 0);
  CHECK(spanish.find("ayuda: espere a que termine") != std::string::npos);
}

TEST_CASE("warnings are left to the terminal, and so is what is too much") {
  diagnostics::Diagnostics all = mistakes(53);
  all.front().severity = diagnostics::Severity::warning;
  const std::string html = preview::problems_html(all, source, Language::english);
  CHECK(html.find("52 errors") != std::string::npos);
  CHECK(html.find("<p>… and 2 more, on the terminal</p>") != std::string::npos);
}

TEST_CASE("what the machine says is escaped too") {
  CHECK(preview::failure_html("/tmp/<x>: full", Language::spanish) ==
        "<h2>La computadora no pudo escribir el sitio</h2>\n<p>/tmp/&lt;x&gt;: full</p>\n");
}
