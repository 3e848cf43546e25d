// What the preview answers to a request: a value, made of the request, the folder with the pages, and what is shown at
// the moment. Knows no socket. Any thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "filesystem/folder.hpp"

namespace gaceta::preview {

struct Request {
  std::string_view method;
  std::string_view target;         ///< as it came over the line
  std::vector<std::string> hosts;  ///< the values of all Host headers
};

/// What open pages are told.
struct Shown {
  std::string version;       ///< another one for each edition, and for each run of the server
  std::string prefix = "/";  ///< where the site begins: '/' or '/prefix/', not encoded
  bool has_pages = false;    ///< whether this run has built the site yet
  std::string problems;      ///< HTML of problems.hpp; empty when all is well
  std::string language;      ///< code of the language of `problems`
};

struct Answer {
  int status = 200;
  std::string type;
  std::string body;
  std::string location;  ///< of a redirection
};

/// The folder with the pages. `leads_outside(path)` says whether a link in the folder leads out of it on the way to
/// `path`.
struct Pages {
  const filesystem::Folder& folder;
  std::function<bool(const std::string& path)> leads_outside;
};

/// `pages` may be null: there is no folder.
Answer answer(const Request& request, const Pages* pages, const Shown& shown);

}  // namespace gaceta::preview
