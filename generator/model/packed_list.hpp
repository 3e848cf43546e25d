// Lists that the catalog keeps for each of its thousands of texts, a few short rows each: all rows of a list are one
// piece of bytes, and an empty list is one null pointer. Rows are packed when they are added and unpacked when they are
// looked at, each into a value of its own, whose views (if it has any) live as long as the list stays as it is. Const
// lists: any thread.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "text/varint.hpp"

namespace gaceta::model {

/// Appends what an Unpacker reads in the same order: numbers as text/varint.hpp writes them, texts behind their
/// lengths.
class Packer {
 public:
  explicit Packer(std::string& out) : out_(out) {}
  void number(std::uint64_t value) { text::append_varint(out_, value); }
  void text(std::string_view value) {
    number(value.size());
    out_ += value;
  }

 private:
  std::string& out_;
};

/// Reads what a Packer wrote; nothing else.
class Unpacker {
 public:
  explicit Unpacker(const char* at) : at_(at) {}
  std::uint64_t number() { return text::take_varint(at_); }
  template <typename T>
  T number_as() {
    return static_cast<T>(number());
  }
  std::string_view text() {
    const auto size = static_cast<std::size_t>(number());
    return {std::exchange(at_, at_ + size), size};
  }
  const char* at() const { return at_; }

 private:
  const char* at_;
};

/// Bytes that grow seldom: one pointer, to their number and themselves. Few take no more room than they need; how much
/// room many have follows from their number, so that a long list is not copied for each of its rows.
class CompactBytes {
 public:
  CompactBytes() = default;
  CompactBytes(const CompactBytes& other) { append(other.view()); }
  CompactBytes(CompactBytes&&) noexcept = default;
  CompactBytes& operator=(const CompactBytes& other) { return *this = CompactBytes(other); }
  CompactBytes& operator=(CompactBytes&&) noexcept = default;
  ~CompactBytes() = default;

  std::string_view view() const {
    if (!bytes_) return {};
    std::uint32_t size = 0;
    std::memcpy(&size, bytes_.get(), sizeof size);
    return {bytes_.get() + sizeof size, size};
  }
  /// At most 4 GB in all.
  void append(std::string_view more) {
    const std::string_view old = view();
    const auto size = static_cast<std::uint32_t>(old.size() + more.size());
    if (size == 0) return;
    if (!bytes_ || room_for(old.size()) < size) {
      std::unique_ptr<char[]> bytes(new char[sizeof size + room_for(size)]);
      old.copy(bytes.get() + sizeof size, old.size());
      more.copy(bytes.get() + sizeof size + old.size(), more.size());
      bytes_ = std::move(bytes);
    } else {
      more.copy(bytes_.get() + sizeof size + old.size(), more.size());
    }
    std::memcpy(bytes_.get(), &size, sizeof size);
  }

  friend bool operator==(const CompactBytes& a, const CompactBytes& b) { return a.view() == b.view(); }

 private:
  static std::size_t room_for(std::size_t size) {
    constexpr std::size_t kFew = 1024;
    return size <= kFew ? size : std::bit_ceil(size);
  }

  std::unique_ptr<char[]> bytes_;
};

/// A list of `Row`s, for which there are pack(Packer&, const Row&) and unpack(Unpacker&, Row&).
template <typename Row>
class PackedList {
 public:
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Row;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = Row;

    explicit Iterator(const char* at) : at_(at) {}
    Row operator*() const {
      Unpacker unpacker(at_);
      (void)unpacker.number();
      Row row{};
      unpack(unpacker, row);
      return row;
    }
    /// Of rows that begin with a text: that text, without the rest. It lives as long as the list stays as it is.
    std::string_view first_text() const {
      Unpacker unpacker(at_);
      (void)unpacker.number();
      return unpacker.text();
    }
    Iterator& operator++() {
      Unpacker unpacker(at_);
      (void)unpacker.text();
      at_ = unpacker.at();
      return *this;
    }
    Iterator operator++(int) {
      const Iterator before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const char* at_;
  };
  using value_type = Row;
  using const_iterator = Iterator;

  PackedList() = default;
  /// What bytes() gave.
  explicit PackedList(std::string_view bytes) { bytes_.append(bytes); }
  std::string_view bytes() const { return bytes_.view(); }

  void push_back(const Row& row) {
    std::string packed, bytes;
    Packer content(packed);
    pack(content, row);
    Packer(bytes).text(packed);
    bytes_.append(bytes);
  }
  Iterator begin() const { return Iterator(bytes_.view().data()); }
  Iterator end() const { return Iterator(bytes_.view().data() + bytes_.view().size()); }
  bool empty() const { return bytes_.view().empty(); }
  /// Walks over all rows.
  std::size_t size() const { return static_cast<std::size_t>(std::distance(begin(), end())); }
  /// Walks to it.
  Row operator[](std::size_t index) const { return *std::next(begin(), static_cast<std::ptrdiff_t>(index)); }

  friend bool operator==(const PackedList&, const PackedList&) = default;

 private:
  CompactBytes bytes_;
};

}  // namespace gaceta::model
