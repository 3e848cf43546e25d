// Markup that leaves its page: in a feed nothing is relative any more. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace gaceta::rendering {

/// `reference` as it is meant on the page at `page_url` (RFC 3986, section 5.2, for the references that Gaceta writes).
/// Without the 'index.html' at its end, as pages are published. An absolute one stays as it is.
std::string absolute_reference(std::string_view page_url, std::string_view reference);

/// `html`, which Gaceta made (attributes in double quotes, '>' escaped), with every href and src absolute.
std::string with_absolute_links(std::string_view html, std::string_view page_url);

}  // namespace gaceta::rendering
