// What others need to know of a text without its body: which places can be linked to, what it refers to and from where,
// which facts it prints. Computed once when the text is read; the body itself is not kept.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/anchor_set.hpp"
#include "model/span.hpp"

namespace gaceta::model {

/// A line of the table of contents.
struct Heading {
  int level = 2;
  std::string anchor;
  std::string number;  ///< 'II', or empty
  std::string text;    ///< plain text, roles printed in the text's language
};

/// A reference as written.
struct Reference {
  std::string target;
  Span span;
  std::string from;     ///< anchor of the citing paragraph, item or note; empty in data files
  std::string context;  ///< plain text around the reference, at most about 160 bytes
  std::string path;     ///< file, when it is not the text itself (a data file); else empty
};

/// Something that the text uses by its name: a fact, a file beside it.
struct Use {
  std::string name;
  Span span;
  std::string from;  ///< anchor of the paragraph that uses it
  std::string path;  ///< file, when it is not the text itself
};

struct Outline {
  std::vector<Heading> headings;
  AnchorSet anchors;
  std::vector<Reference> references;  ///< until the catalog has resolved them
  std::vector<Use> facts;
  std::vector<Use> files;  ///< pictures and downloads, relative to the bulletin's folder
  std::uint32_t words = 0;
};

}  // namespace gaceta::model
