// Of a node only what it has is written, as the signs in its second byte tell; its texts mostly follow each other in
// the buffer, so of a slice the way from the end of the one before is written, which is 0.
#include "markdown/packed.hpp"

#include <algorithm>
#include <utility>

#include "text/varint.hpp"

namespace gaceta::markdown {
namespace {

enum Sign : std::uint8_t {
  has_flags = 1,
  has_extra = 2,
  has_marks = 4,
  has_text = 8,
  has_name = 16,
  has_detail = 32,
  is_next = 64,  ///< its parent is the one of the node before
};

enum Flag : std::uint8_t { ordered = 1, tight = 2, header = 4, autolink = 8 };

class ByteWriter {
 public:
  explicit ByteWriter(std::string& out) : out_(out) {}

  void byte(std::uint8_t value) { out_ += static_cast<char>(value); }
  void number(std::uint64_t value) { text::append_varint(out_, value); }
  void text(std::string_view text) {
    number(text.size());
    out_ += text;
  }
  void slice(Slice slice) {
    const auto way = static_cast<std::int64_t>(slice.offset) - static_cast<std::int64_t>(end_);
    number(static_cast<std::uint64_t>(way < 0 ? -2 * way - 1 : 2 * way));
    number(slice.size);
    end_ = slice.offset + slice.size;
  }

 private:
  std::string& out_;
  std::uint32_t end_ = 0;  ///< of the last slice
};

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : at_(bytes.data()), end_(at_ + bytes.size()) {}

  std::uint8_t byte() { return at_ != end_ ? static_cast<std::uint8_t>(*at_++) : std::uint8_t{0}; }
  std::uint64_t number() { return text::take_varint(at_, end_); }
  std::uint32_t index() { return static_cast<std::uint32_t>(number()); }
  std::string_view text() {
    const std::size_t size = std::min(static_cast<std::size_t>(number()), static_cast<std::size_t>(end_ - at_));
    const std::string_view found(at_, size);
    at_ += size;
    return found;
  }
  Slice slice() {
    const std::uint64_t way = number();
    Slice slice;
    slice.offset = last_ + static_cast<std::uint32_t>((way & 1) != 0 ? ~(way >> 1) : way >> 1);
    slice.size = index();
    last_ = slice.offset + slice.size;
    return slice;
  }
  [[nodiscard]] std::string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }

 private:
  const char* at_;
  const char* end_;
  std::uint32_t last_ = 0;  ///< end of the last slice
};

std::uint8_t flags_of(const Node& node) {
  return static_cast<std::uint8_t>((node.is_ordered ? ordered : 0) | (node.is_tight ? tight : 0) |
                                   (node.is_header ? header : 0) | (node.is_autolink ? autolink : 0));
}

bool has_flags_of(const Node& node) {
  return flags_of(node) != 0 || node.level != 0 || node.delimiter != 0 || node.alignment != Alignment::none ||
         node.start != 0;
}

void write_node(ByteWriter& out, const Node& node, Index index, Index parent_before) {
  const bool flags = has_flags_of(node);
  const bool next = node.parent == parent_before;
  out.byte(static_cast<std::uint8_t>(node.kind));
  out.byte(static_cast<std::uint8_t>((flags ? has_flags : 0) | (node.extra != kNone ? has_extra : 0) |
                                     (node.marks != kNone ? has_marks : 0) | (node.text.size != 0 ? has_text : 0) |
                                     (node.name.size != 0 ? has_name : 0) | (node.detail.size != 0 ? has_detail : 0) |
                                     (next ? is_next : 0)));
  if (!next) out.number(index - node.parent);
  if (flags) {
    out.byte(flags_of(node));
    out.byte(node.level);
    out.byte(static_cast<std::uint8_t>(node.delimiter));
    out.byte(static_cast<std::uint8_t>(node.alignment));
    out.number(node.start);
  }
  if (node.extra != kNone) out.number(node.extra);
  if (node.marks != kNone) out.number(node.marks);
  if (node.text.size != 0) out.slice(node.text);
  if (node.name.size != 0) out.slice(node.name);
  if (node.detail.size != 0) out.slice(node.detail);
}

/// All but what ties it to others.
void read_node(ByteReader& in, Node& node, Index index, Index parent_before) {
  node.kind = static_cast<Kind>(in.byte());
  const std::uint8_t signs = in.byte();
  node.parent = (signs & is_next) != 0 ? parent_before : index - in.index();
  if ((signs & has_flags) != 0) {
    const std::uint8_t flags = in.byte();
    node.is_ordered = (flags & ordered) != 0;
    node.is_tight = (flags & tight) != 0;
    node.is_header = (flags & header) != 0;
    node.is_autolink = (flags & autolink) != 0;
    node.level = in.byte();
    node.delimiter = static_cast<char>(in.byte());
    node.alignment = static_cast<Alignment>(in.byte());
    node.start = in.index();
  }
  if ((signs & has_extra) != 0) node.extra = in.index();
  if ((signs & has_marks) != 0) node.marks = in.index();
  if ((signs & has_text) != 0) node.text = in.slice();
  if ((signs & has_name) != 0) node.name = in.slice();
  if ((signs & has_detail) != 0) node.detail = in.slice();
}

void write_marks(ByteWriter& out, const Marks& marks) {
  out.text(marks.anchor.text);
  out.number(marks.words.size());
  for (const Located& word : marks.words) out.text(word.text);
  out.number(marks.pairs.size());
  for (const Marks::Pair& pair : marks.pairs) {
    out.text(pair.key.text);
    out.text(pair.value.text);
  }
}

Located located(ByteReader& in) {
  return {std::string(in.text()), {}};
}

Marks read_marks(ByteReader& in) {
  Marks marks;
  marks.anchor = located(in);
  marks.words.resize(in.index());
  for (Located& word : marks.words) word = located(in);
  marks.pairs.resize(in.index());
  for (Marks::Pair& pair : marks.pairs) {
    pair.key = located(in);
    pair.value = located(in);
  }
  return marks;
}

}  // namespace

class Packer {
 public:
  static void pack(const Document& document, ByteWriter& out) {
    out.text(document.texts_);
    out.number(document.nodes_.size());
    Index parent_before = kNone;
    for (Index i = 1; i < document.nodes_.size(); ++i) {
      write_node(out, document.nodes_[i], i, parent_before);
      parent_before = document.nodes_[i].parent;
    }
    out.number(document.marks_.size());
    for (const Marks& marks : document.marks_) write_marks(out, marks);
    out.number(document.alignments_.size());
    for (const std::vector<Alignment>& alignments : document.alignments_) {
      out.number(alignments.size());
      for (const Alignment alignment : alignments) out.byte(static_cast<std::uint8_t>(alignment));
    }
    out.number(document.options_.size());
    for (const std::vector<DirectiveOption>& options : document.options_) {
      out.number(options.size());
      for (const DirectiveOption& option : options) {
        out.text(option.key.text);
        out.text(option.value.text);
      }
    }
  }

  static Document unpack(ByteReader& in) {
    Document document;
    document.texts_ = in.text();
    read_nodes(in, document.nodes_);
    document.marks_.resize(in.index());
    for (Marks& marks : document.marks_) marks = read_marks(in);
    document.alignments_.resize(in.index());
    for (std::vector<Alignment>& alignments : document.alignments_) {
      alignments.resize(in.index());
      for (Alignment& alignment : alignments) alignment = static_cast<Alignment>(in.byte());
    }
    document.options_.resize(in.index());
    for (std::vector<DirectiveOption>& options : document.options_) {
      options.resize(in.index());
      for (DirectiveOption& option : options) {
        option.key = located(in);
        option.value = located(in);
      }
    }
    return document;
  }

 private:
  /// Children come in order, so each is the next sibling of the last one that its parent got.
  static void read_nodes(ByteReader& in, std::vector<Node>& nodes) {
    nodes.resize(in.index());
    std::vector<Index> last_child(nodes.size(), kNone);
    Index parent_before = kNone;
    for (Index i = 1; i < nodes.size(); ++i) {
      read_node(in, nodes[i], i, parent_before);
      parent_before = nodes[i].parent;
      const Index before = std::exchange(last_child[parent_before], i);
      (before == kNone ? nodes[parent_before].first_child : nodes[before].next_sibling) = i;
    }
  }
};

void pack(const Document& document, std::string& out) {
  ByteWriter writer(out);
  Packer::pack(document, writer);
}

Document unpack(std::string_view& bytes) {
  ByteReader reader(bytes);
  Document document = Packer::unpack(reader);
  bytes = reader.rest();
  return document;
}

}  // namespace gaceta::markdown
