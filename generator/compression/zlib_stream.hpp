// zlib's format (RFC 1950) of what is never whole in memory: pieces go in, packed pieces come out. The same bytes in
// the same pieces always give the same bytes. One thread at a time.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

namespace gaceta::compression {

/// Takes the next packed piece. What it needs of it later it copies.
using Sink = std::function<void(std::string_view piece)>;

class ZlibStream {
 public:
  /// The sink must outlive it.
  explicit ZlibStream(const Sink& sink);
  ~ZlibStream();
  ZlibStream(const ZlibStream&) = delete;
  ZlibStream& operator=(const ZlibStream&) = delete;

  /// Less than 4 GB. Each piece is a call of zlib, so it should not be a few bytes only.
  void add(std::string_view piece);
  /// Passes on the rest. Nothing may be added any more; without it what came out is cut off.
  void finish();

 private:
  struct State;
  void pack(std::string_view piece, int flush);
  void pass_on();

  std::unique_ptr<State> state_;
};

}  // namespace gaceta::compression
