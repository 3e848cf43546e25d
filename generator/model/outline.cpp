#include "model/outline.hpp"

namespace gaceta::model {

void pack(Packer& packer, const Span& span) {
  packer.number(span.line);
  packer.number(span.column);
  packer.number(span.length);
}

void unpack(Unpacker& unpacker, Span& span) {
  span.line = unpacker.number_as<std::uint32_t>();
  span.column = unpacker.number_as<std::uint32_t>();
  span.length = unpacker.number_as<std::uint32_t>();
}

void pack(Packer& packer, const Heading& heading) {
  packer.number(static_cast<std::uint64_t>(heading.level));
  packer.text(heading.anchor);
  packer.text(heading.number);
  packer.text(heading.text);
}

void unpack(Unpacker& unpacker, Heading& heading) {
  heading.level = unpacker.number_as<int>();
  heading.anchor = unpacker.text();
  heading.number = unpacker.text();
  heading.text = unpacker.text();
}

void pack(Packer& packer, const Reference& reference) {
  packer.text(reference.target);
  pack(packer, reference.span);
  packer.text(reference.from);
  packer.number(reference.context.offset);
  packer.number(reference.context.size);
  packer.text(reference.path);
}

void unpack(Unpacker& unpacker, Reference& reference) {
  reference.target = unpacker.text();
  unpack(unpacker, reference.span);
  reference.from = unpacker.text();
  reference.context.offset = unpacker.number();
  reference.context.size = unpacker.number_as<std::uint32_t>();
  reference.path = unpacker.text();
}

void pack(Packer& packer, const FactUse& use) {
  packer.text(use.name);
  packer.text(use.from);
}

void unpack(Unpacker& unpacker, FactUse& use) {
  use.name = unpacker.text();
  use.from = unpacker.text();
}

void pack(Packer& packer, const FileUse& use) {
  packer.text(use.name);
  pack(packer, use.span);
}

void unpack(Unpacker& unpacker, FileUse& use) {
  use.name = unpacker.text();
  unpack(unpacker, use.span);
}

}  // namespace gaceta::model
