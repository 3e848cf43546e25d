// Bytes as hosts send them: gzip and Brotli, at the highest level, because a page is compressed once and sent often.
// The same bytes always give the same bytes: no time, no file name, no mark of the machine. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace gaceta::compression {

/// RFC 1952, in one member, with modification time 0 and operating system 255 (unknown).
std::string gzip(std::string_view bytes);

/// RFC 7932.
std::string brotli(std::string_view bytes);

/// What a ZlibStream or another program has packed (RFC 1950).
struct Unpacked {
  enum class State { whole, damaged, too_large };
  State state = State::whole;
  std::string bytes;  ///< only when whole
};

/// Never keeps more than `most` bytes, however much the packed ones promise. Bytes behind the end count as damage.
Unpacked unzlib(std::string_view bytes, std::size_t most);

/// Whether a file of this name gains by it: texts do; pictures and archives are compressed already.
bool is_compressible(std::string_view path);

}  // namespace gaceta::compression
