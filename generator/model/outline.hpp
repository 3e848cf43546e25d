// What others need to know of a text without its body: which places can be linked to, what it refers to and from where,
// which facts it prints. Computed once when the text is read; the body itself is put aside.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/anchor_set.hpp"
#include "model/packed_list.hpp"
#include "model/span.hpp"

namespace gaceta::model {

/// Where something that is needed once more lies in the scratch store of a build (filesystem/scratch.hpp).
struct PutAside {
  std::uint64_t offset = 0;
  std::uint32_t size = 0;
};

/// A line of the table of contents.
struct Heading {
  int level = 2;
  std::string_view anchor;
  std::string_view number;  ///< 'II', or empty
  std::string_view text;    ///< plain text, roles printed in the text's language
};

/// A reference as written.
struct Reference {
  std::string_view target;
  Span span;
  std::string_view from;  ///< anchor of the citing paragraph, item or note; empty in data files
  PutAside context;       ///< plain text around the reference, at most about 160 bytes
  std::string_view path;  ///< file, when it is not the text itself (a data file); else empty
};

/// A fact that the text prints.
struct FactUse {
  std::string_view name;
  std::string_view from;  ///< anchor of the paragraph that prints it
};

/// A picture or a download, relative to the bulletin's folder.
struct FileUse {
  std::string_view name;
  Span span;
};

void pack(Packer& packer, const Span& span);
void unpack(Unpacker& unpacker, Span& span);
void pack(Packer& packer, const Heading& heading);
void unpack(Unpacker& unpacker, Heading& heading);
void pack(Packer& packer, const Reference& reference);
void unpack(Unpacker& unpacker, Reference& reference);
void pack(Packer& packer, const FactUse& use);
void unpack(Unpacker& unpacker, FactUse& use);
void pack(Packer& packer, const FileUse& use);
void unpack(Unpacker& unpacker, FileUse& use);

struct Outline {
  PutAside headings;  ///< a PackedList<Heading>: only the text's own page and those that name its sections need it
  AnchorSet anchors;
  PackedList<Reference> references;  ///< until the catalog has resolved them
  PackedList<FactUse> facts;
  PackedList<FileUse> files;
  std::uint32_t words = 0;
};

}  // namespace gaceta::model
