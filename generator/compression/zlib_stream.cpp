#include "compression/zlib_stream.hpp"

#include <zlib.h>

#include <array>
#include <cassert>
#include <limits>

namespace gaceta::compression {
namespace {

/// Of the inventory of a thousand bulletins, 3.4 MB: level 1 makes 442 kB, 2 makes 409 in the same time, 3 makes 401 in
/// a third more, 6 makes 346 in three times as much.
constexpr int kLevel = 2;

}  // namespace

struct ZlibStream::State {
  const Sink& sink;
  z_stream stream{};
  std::array<char, std::size_t{32} << 10> packed;
};

ZlibStream::ZlibStream(const Sink& sink) : state_(new State{sink, {}, {}}) {
  [[maybe_unused]] const int status = deflateInit(&state_->stream, kLevel);
  assert(status == Z_OK);
  state_->stream.next_out = reinterpret_cast<Bytef*>(state_->packed.data());
  state_->stream.avail_out = static_cast<uInt>(state_->packed.size());
}

ZlibStream::~ZlibStream() {
  deflateEnd(&state_->stream);
}

void ZlibStream::add(std::string_view piece) {
  if (!piece.empty()) pack(piece, Z_NO_FLUSH);
}

void ZlibStream::finish() {
  pack({}, Z_FINISH);
  pass_on();
}

void ZlibStream::pack(std::string_view piece, int flush) {
  assert(piece.size() <= std::numeric_limits<uInt>::max());
  z_stream& stream = state_->stream;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));  // zlib reads it only
  stream.avail_in = static_cast<uInt>(piece.size());
  int status = Z_OK;
  do {
    status = deflate(&stream, flush);
    assert(status == Z_OK || status == Z_STREAM_END);
    if (stream.avail_out == 0) pass_on();
  } while (stream.avail_in > 0 || (flush == Z_FINISH && status != Z_STREAM_END));
}

void ZlibStream::pass_on() {
  z_stream& stream = state_->stream;
  const std::string_view packed(state_->packed.data(), state_->packed.size() - stream.avail_out);
  if (!packed.empty()) state_->sink(packed);
  stream.next_out = reinterpret_cast<Bytef*>(state_->packed.data());
  stream.avail_out = static_cast<uInt>(state_->packed.size());
}

}  // namespace gaceta::compression
