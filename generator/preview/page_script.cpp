// The page asks again and again, with short questions, rather than waiting on an open connection (server-sent events):
// a server with a thread per connection is then never out of threads, however many tabs are open, and a page finds a
// server that was started again without more ado. A question is some hundred bytes over loopback.
#include "preview/page_script.hpp"

#include <algorithm>
#include <optional>

#include "text/html.hpp"

namespace gaceta::preview {
namespace {

constexpr std::string_view kScript = R"js(// Added by `gaceta serve`: no published page has it.
(() => {
  const OFTEN = 700, SELDOM = 3000;  // milliseconds between two questions; seldom when nobody looks, or nobody answers
  const shown = document.currentScript.dataset.version;
  let timer, overlay, problems = "";

  function hide() {
    overlay?.remove();
    overlay = undefined;
  }

  function show(state) {
    if (state.problems === problems) return;
    problems = state.problems;
    hide();
    if (!problems) return;
    overlay = document.createElement("div");
    overlay.id = "gaceta-problems";
    overlay.lang = state.language;
    overlay.setAttribute("role", "alert");
    const inside = overlay.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(state.style);
    inside.adoptedStyleSheets = [sheet];
    inside.innerHTML = `<div class="overlay"><button type="button">${state.language === "es" ? "Cerrar" : "Close"}</button>${problems}</div>`;
    inside.querySelector("button").onclick = hide;
    document.body.append(overlay);
  }

  async function ask() {
    clearTimeout(timer);
    let wait = document.hidden ? SELDOM : OFTEN;
    try {
      const answer = await fetch("/.gaceta/state.json", { cache: "no-store" });
      const state = await answer.json();
      if (state.version !== shown) return location.reload();
      if (!document.documentElement.classList.contains("gaceta-problems-page")) show(state);
    } catch {
      wait = SELDOM;
    }
    clearTimeout(timer);
    timer = setTimeout(ask, wait);
  }

  addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  addEventListener("pageshow", (event) => event.persisted && ask());
  ask();
})();
)js";

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// Where `wanted`, in small letters, stands in `html` from `from` on, in letters of any case.
std::size_t find_folded(std::string_view html, std::string_view wanted, std::size_t from = 0) {
  const auto found = std::search(html.begin() + static_cast<std::ptrdiff_t>(std::min(from, html.size())), html.end(),
                                 wanted.begin(), wanted.end(), [](char a, char b) { return lower(a) == b; });
  return found == html.end() ? std::string_view::npos : static_cast<std::size_t>(found - html.begin());
}

std::size_t find_last_folded(std::string_view html, std::string_view wanted) {
  const auto found = std::find_end(html.begin(), html.end(), wanted.begin(), wanted.end(),
                                   [](char a, char b) { return lower(a) == b; });
  return found == html.end() ? std::string_view::npos : static_cast<std::size_t>(found - html.begin());
}

/// Behind the tag that begins at `start`; a '>' between quotes does not end it.
std::size_t end_of_tag(std::string_view html, std::size_t start) {
  char quote = '\0';
  for (std::size_t i = start; i < html.size(); ++i) {
    if (quote != '\0') {
      if (html[i] == quote) quote = '\0';
    } else if (html[i] == '"' || html[i] == '\'') {
      quote = html[i];
    } else if (html[i] == '>') {
      return i + 1;
    }
  }
  return html.size();
}

bool sets_policy(std::string_view tag) {
  return find_folded(tag, "http-equiv") != std::string_view::npos &&
         find_folded(tag, "content-security-policy") != std::string_view::npos;
}

/// `html` without <meta> elements that set a policy.
std::string without_policy(std::string_view html) {
  std::string out;
  std::size_t kept = 0;
  for (std::size_t at = find_folded(html, "<meta"); at != std::string_view::npos;) {
    const std::size_t end = end_of_tag(html, at);
    if (sets_policy(html.substr(at, end - at))) {
      out += html.substr(kept, at - kept);
      kept = end;
    }
    at = find_folded(html, "<meta", end);
  }
  out += html.substr(kept);
  return out;
}

}  // namespace

std::string_view page_script() {
  return kScript;
}

std::string script_element(std::string_view version) {
  return "<script src=\"" + std::string(script_address) + "\" data-version=\"" + text::html_escaped(version) +
         "\"></script>\n";
}

std::string with_script(std::string_view html, std::string_view element) {
  std::string page = without_policy(html);
  page.insert(std::min(find_last_folded(page, "</body>"), page.size()), element);
  return page;
}

}  // namespace gaceta::preview
