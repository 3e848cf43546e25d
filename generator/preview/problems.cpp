#include "preview/problems.hpp"

#include "text/html.hpp"

namespace gaceta::preview {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Diagnostics;
using diagnostics::Language;
using diagnostics::Severity;

constexpr std::string_view kStyle = R"css(
:host { all: initial; }
.overlay { position: fixed; inset: auto 0 0 0; max-height: 70vh; overflow: auto; z-index: 2147483647; border-top: 4px solid #c02020; box-shadow: 0 0 2rem #0008; }
.overlay, .problems-page { box-sizing: border-box; padding: 1rem 1.5rem; background: #fff; color: #1a1a1a; font: 16px/1.45 system-ui, sans-serif; }
h1, h2 { margin: 0 0 .75rem; color: #a01515; font-size: 1.15rem; }
ol { margin: 0; padding: 0; list-style: none; }
li { margin: 0 0 1rem; }
p { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
.help { margin: .25rem 0 0 .5rem; font-weight: 400; }
button { float: right; padding: .25rem .75rem; border: 1px solid; border-radius: 4px; background: none; color: inherit; font: inherit; cursor: pointer; }
pre { margin: .25rem 0 0; padding: .5rem; overflow: auto; background: #f3f3f3; font: 14px/1.35 ui-monospace, monospace; }
@media print { .overlay { display: none; } }
@media (prefers-color-scheme: dark) {
  .overlay, .problems-page { background: #1c1c1c; color: #eee; }
  h1, h2 { color: #ff8a80; }
  pre { background: #2b2b2b; }
}
)css";

constexpr std::size_t kMostShown = 50;  // open pages ask for them again and again

std::string heading(std::size_t errors, Language language) {
  if (language == Language::spanish) {
    return errors == 1 ? "Un error: la vista previa espera a que se corrija"
                       : std::to_string(errors) + " errores: la vista previa espera a que se corrijan";
  }
  return errors == 1 ? "One error: the preview waits until it is mended"
                     : std::to_string(errors) + " errors: the preview waits until they are mended";
}

std::string rest(std::size_t errors, Language language) {
  return language == Language::spanish ? "… y " + std::to_string(errors) + " más, en la terminal"
                                       : "… and " + std::to_string(errors) + " more, on the terminal";
}

void append_element(std::string& out, std::string_view start, std::string_view text, std::string_view end) {
  if (text.empty()) return;
  out += start;
  text::append_html_escaped(out, text);
  out += end;
}

/// As `gaceta build` prints it: place and sentence, the line with carets, the help, which is long and may wrap.
void append_item(std::string& out, Diagnostic one, const diagnostics::SourceText& source, Language language) {
  const std::string help = diagnostics::help(one, language);
  one.help = {};
  const std::string printed = diagnostics::as_text({one}, source, language, diagnostics::Style::plain);
  const std::string_view sentence = std::string_view(printed).substr(0, printed.find('\n'));
  out += "<li>";
  append_element(out, "<p>", sentence, "</p>");
  append_element(out, "<pre>", std::string_view(printed).substr(sentence.size() + 1), "</pre>");
  if (!help.empty())
    append_element(out, "<p class=\"help\">", (language == Language::spanish ? "ayuda: " : "help: ") + help, "</p>");
  out += "</li>\n";
}

}  // namespace

std::string_view code_of(Language language) {
  return language == Language::spanish ? "es" : "en";
}

std::string problems_html(const Diagnostics& diagnostics, const diagnostics::SourceText& source, Language language) {
  std::string items;
  std::size_t errors = 0;
  for (const Diagnostic& one : diagnostics) {
    if (one.severity != Severity::error) continue;
    if (++errors <= kMostShown) append_item(items, one, source, language);
  }
  std::string html = "<h2>" + heading(errors, language) + "</h2>\n<ol>\n" + items + "</ol>\n";
  if (errors > kMostShown) html += "<p>" + rest(errors - kMostShown, language) + "</p>\n";
  return html;
}

std::string failure_html(std::string_view sentence, Language language) {
  const std::string_view title = language == Language::spanish ? "La computadora no pudo escribir el sitio"
                                                               : "The machine could not write the site";
  return "<h2>" + std::string(title) + "</h2>\n<p>" + text::html_escaped(sentence) + "</p>\n";
}

std::string_view problems_style() {
  return kStyle;
}

std::string problems_page(std::string_view problems, std::string_view language_code, std::string_view script) {
  std::string page = "<!DOCTYPE html>\n<html lang=\"";
  page += language_code;
  page +=
      "\" class=\"gaceta-problems-page\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Gaceta</title>\n<style>";
  page += kStyle;
  page += "body { margin: 0; }\n</style>\n</head>\n<body class=\"problems-page\">\n";
  page += problems;
  page += script;
  page += "</body>\n</html>\n";
  return page;
}

}  // namespace gaceta::preview
