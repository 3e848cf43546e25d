#include "preview/answer.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "filesystem/path.hpp"
#include "preview/content_type.hpp"
#include "preview/page_script.hpp"
#include "preview/problems.hpp"
#include "preview/target.hpp"
#include "text/html.hpp"
#include "text/json.hpp"

namespace gaceta::preview {
namespace {

using filesystem::Entry;

constexpr std::string_view kPlain = "text/plain; charset=utf-8";
constexpr std::string_view kOwn = ".gaceta";  // names in the output that are ours and no pages

Answer plain(int status, std::string_view sentence) {
  return {status, std::string(kPlain), std::string(sentence) + "\n", {}};
}

Answer redirect(const std::string& path, const std::string& query) {
  // Not for ever: on this address another site may be previewed tomorrow.
  return {302, std::string(kPlain), "", percent_encoded(path) + query};
}

void append_field(std::string& out, std::string_view name, std::string_view value) {
  out += out.empty() ? "{" : ",";
  text::append_json_string(out, name, text::JsonControls::letters);
  out += ':';
  text::append_json_string(out, value, text::JsonControls::letters);
}

Answer state(const Shown& shown) {
  std::string json;
  append_field(json, "version", shown.version);
  append_field(json, "problems", shown.problems);
  append_field(json, "language", shown.language);
  append_field(json, "style", shown.problems.empty() ? std::string_view() : problems_style());
  return {200, std::string(content_type("state.json")), json + "}\n", {}};
}

Answer no_pages_yet(const Shown& shown) {
  return {
      503, std::string(html_type), problems_page(shown.problems, shown.language, script_element(shown.version)), {}};
}

Answer file(const Pages& pages, const std::string& path, int status, const Shown& shown) {
  auto bytes = pages.folder.read(path);
  if (!bytes.ok()) return plain(404, "404 Not Found");
  std::string body = std::move(bytes).value();
  const std::string_view type = content_type(path);
  if (type == html_type) body = with_script(body, script_element(shown.version));
  return {status, std::string(type), std::move(body), {}};
}

std::optional<Entry::Type> type_at(const Pages& pages, const std::string& path) {
  if (!filesystem::is_inside(path) || path.starts_with(kOwn) || pages.leads_outside(path)) return std::nullopt;
  const auto entry = pages.folder.stat(path);
  if (!entry.ok()) return std::nullopt;
  return entry.value().type;
}

/// The site's own page for an address that does not exist.
Answer not_found(const Pages& pages, const Shown& shown) {
  return type_at(pages, "404.html") == Entry::Type::file ? file(pages, "404.html", 404, shown)
                                                         : plain(404, "404 Not Found");
}

/// `path` is relative to the site; empty for its beginning.
Answer page(const Pages& pages, const Target& target, std::string path, const Shown& shown) {
  const bool names_folder = path.empty() || path.ends_with('/');
  if (names_folder) {
    path += "index.html";
  } else if (type_at(pages, path) == Entry::Type::directory) {
    return redirect(target.path + "/", target.query);
  }
  if (type_at(pages, path) == Entry::Type::file) return file(pages, path, 200, shown);
  return not_found(pages, shown);
}

bool comes_from_here(const std::vector<std::string>& hosts) {
  return hosts.size() == 1 && is_loopback_host(hosts.front());
}

}  // namespace

Answer answer(const Request& request, const Pages* pages, const Shown& shown) {
  if (!comes_from_here(request.hosts)) {
    return plain(403, "403 Forbidden: the preview answers to 127.0.0.1 and localhost only");
  }
  if (request.method != "GET" && request.method != "HEAD") return plain(405, "405 Method Not Allowed");
  const auto target = parse_target(request.target);
  if (!target) return plain(400, "400 Bad Request");
  if (target->path == state_address) return state(shown);
  if (target->path == script_address) {
    return {200, std::string(content_type(script_address)), std::string(page_script()), {}};
  }
  if (!shown.has_pages) return no_pages_yet(shown);
  if (pages == nullptr) return plain(404, "404 Not Found");
  if (target->path.starts_with(shown.prefix)) {
    return page(*pages, *target, target->path.substr(shown.prefix.size()), shown);
  }
  const bool is_above = target->path == "/" || target->path + "/" == shown.prefix;
  return is_above ? redirect(shown.prefix, target->query) : not_found(*pages, shown);
}

}  // namespace gaceta::preview
