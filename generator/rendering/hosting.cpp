#include "rendering/hosting.hpp"

#include <set>

namespace gaceta::rendering {
namespace {

using catalog::Catalog;
using catalog::Section;
using model::Language;

constexpr std::string_view kEverywhere =
    "  X-Content-Type-Options: nosniff\n"
    "  Referrer-Policy: strict-origin-when-cross-origin\n"
    "  Permissions-Policy: camera=(), geolocation=(), microphone=()\n"
    "  Cross-Origin-Opener-Policy: same-origin\n";

/// No page runs a script, so nothing connects; 'self' lets tools that audit a page ask for robots.txt from it.
constexpr std::string_view kStrict =
    "  Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'\n";

/// Pagefind compiles WebAssembly, in a worker, and fetches its index.
constexpr std::string_view kSearch =
    "  Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; "
    "connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'\n";

/// The path of the site's own address: '/' or '/prefix/'.
std::string path_of(std::string_view base_url) {
  const std::size_t scheme = base_url.find("://");
  const std::size_t slash = base_url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  return slash == std::string_view::npos ? "/" : std::string(base_url.substr(slash));
}

/// 'es/temas/pymes/' is below 'es/temas/': what stands directly below a language's folder.
std::string first_folder(std::string_view address) {
  const std::size_t language = address.find('/');
  return std::string(address.substr(0, address.find('/', language + 1) + 1));
}

/// The folders directly below the languages' own, without those of the search.
std::set<std::string> folders(const Catalog& catalog) {
  std::set<std::string> all;
  for (std::size_t l = 0; l < catalog.language_count(); ++l) {
    const auto in = static_cast<Language>(l);
    for (const Section section :
         {Section::topics, Section::issuers, Section::documents, Section::facts, Section::index}) {
      all.insert(catalog.section_address(section, in));
    }
    for (std::size_t i = 0; i < catalog.settings().series.size(); ++i) all.insert(catalog.series_address(i, in));
    for (std::size_t i = 0; i < catalog.site().pages.size(); ++i) {
      const std::string& address = catalog.address(static_cast<catalog::PageIndex>(i), in);
      if (!address.empty()) all.insert(address);
    }
  }
  for (const catalog::Alias& alias : catalog.aliases()) {
    if (const std::string folder = first_folder(alias.path); !folder.empty()) all.insert(folder);
  }
  return all;
}

std::string percent_encoded(std::string_view path) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
      continue;
    }
    out += '%';
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  }
  return out;
}

}  // namespace

OutputFile headers(const Catalog& catalog) {
  const std::string root = path_of(catalog.settings().base_url);
  std::string out = root + "*\n" + std::string(kEverywhere);
  const auto add = [&](const std::string& address, std::string_view policy) {
    out += root + address + "\n" + std::string(policy);
  };
  for (const std::string_view page : {"", "index.html", "404.html"}) add(std::string(page), kStrict);
  for (std::size_t l = 0; l < catalog.language_count(); ++l) {
    const std::string home = catalog.home_address(static_cast<Language>(l));
    add(home, kStrict);
    add(home + "index.html", kStrict);
  }
  for (const std::string& folder : folders(catalog)) add(folder + "*", kStrict);
  for (std::size_t l = 0; catalog.settings().outputs.search && l < catalog.language_count(); ++l) {
    add(catalog.section_address(Section::search, static_cast<Language>(l)) + "*", kSearch);
  }
  add("assets/*", "  Cache-Control: public, max-age=86400\n");
  add("files/*", "  Cache-Control: public, max-age=86400\n");
  if (catalog.settings().outputs.search)
    add("pagefind/*", std::string(kSearch) + "  Cache-Control: public, max-age=3600\n");
  return {"_headers", std::move(out)};
}

std::string redirects(const Catalog& catalog) {
  const std::string root = path_of(catalog.settings().base_url);
  constexpr std::string_view kIndex = "index.html";
  std::string out;
  for (const catalog::Alias& alias : catalog.aliases()) {
    std::string from = alias.path;
    if (from.ends_with("/index.html")) from.resize(from.size() - kIndex.size());
    out += percent_encoded(root + from) + " " + root + alias.address + " 301\n";
  }
  return out;
}

}  // namespace gaceta::rendering
