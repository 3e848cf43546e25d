#include "compression/compress.hpp"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cassert>

namespace gaceta::compression {

std::string gzip(std::string_view bytes) {
  constexpr int kGzipWindow = 15 + 16;  // 32 KiB, with the header and trailer of gzip instead of zlib's
  constexpr int kMemory = 9;
  z_stream stream{};
  [[maybe_unused]] int status =
      deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzipWindow, kMemory, Z_DEFAULT_STRATEGY);
  assert(status == Z_OK);
  gz_header header{};
  header.os = 255;
  deflateSetHeader(&stream, &header);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib reads it only
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  status = deflate(&stream, Z_FINISH);
  assert(status == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string brotli(std::string_view bytes) {
  std::string out(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
  std::size_t size = out.size();
  [[maybe_unused]] const BROTLI_BOOL done = BrotliEncoderCompress(
      BROTLI_MAX_QUALITY, BROTLI_MAX_WINDOW_BITS, BROTLI_MODE_TEXT, bytes.size(),
      reinterpret_cast<const std::uint8_t*>(bytes.data()), &size, reinterpret_cast<std::uint8_t*>(out.data()));
  assert(done == BROTLI_TRUE);
  out.resize(size);
  return out;
}

Unpacked unzlib(std::string_view bytes, std::size_t most) {
  z_stream stream{};
  [[maybe_unused]] const int started = inflateInit(&stream);
  assert(started == Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib reads it only
  stream.avail_in = static_cast<uInt>(bytes.size());
  Unpacked result;
  std::array<char, 1U << 16U> buffer;
  int status = Z_OK;
  while (status == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    status = inflate(&stream, Z_NO_FLUSH);
    result.bytes.append(buffer.data(), buffer.size() - stream.avail_out);
    if (result.bytes.size() > most) break;
  }
  const bool is_too_large = result.bytes.size() > most;
  const bool is_whole = !is_too_large && status == Z_STREAM_END && stream.avail_in == 0;
  inflateEnd(&stream);
  if (is_whole) return result;
  return {is_too_large ? Unpacked::State::too_large : Unpacked::State::damaged, {}};
}

bool is_compressible(std::string_view path) {
  static constexpr std::array<std::string_view, 12> kEndings = {
      ".html", ".xml", ".css", ".js", ".mjs", ".json", ".csv", ".svg", ".txt", ".bib", ".ris", ".webmanifest"};
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) { return path.ends_with(ending); });
}

}  // namespace gaceta::compression
