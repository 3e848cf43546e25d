// What a browser asks for, taken apart and made safe: words only, the disk is not asked. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gaceta::preview {

/// The target of a request in origin form (RFC 9112): '/es/?q=caf%C3%A9'.
struct Target {
  std::string path;   ///< decoded, begins with '/'; valid UTF-8 without control characters
  std::string query;  ///< as it came, with its '?'; or empty
};

/// Nothing if it begins with anything but '/', holds a broken escape, or decodes to what no address of a page is.
std::optional<Target> parse_target(std::string_view raw);

/// `path` as it stands in an address: all but letters, digits and -._~/ escaped.
std::string percent_encoded(std::string_view path);

/// The path of an absolute address, decoded: '/' or '/prefix/'. '/' if it cannot be told.
std::string path_of_url(std::string_view url);

/// Whether a Host header names this machine itself: localhost, an address of 127.0.0.0/8 or [::1], with any port. A
/// page from elsewhere whose name was pointed at this machine comes with its own name ("DNS rebinding").
bool is_loopback_host(std::string_view host);

}  // namespace gaceta::preview
