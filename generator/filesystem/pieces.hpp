// A file that is never whole in memory: somebody who writes it, piece by piece, into whatever takes it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace gaceta::filesystem {

/// Takes the next piece. What it needs of it later it copies.
using Sink = std::function<void(std::string_view piece)>;

/// Writes the whole file into a sink, as often as it is asked, with the same bytes each time. Where the pieces end
/// means nothing.
using Pieces = std::function<void(const Sink& sink)>;

/// A file that is whole in memory already, and stays there as long as the result is used.
inline Pieces in_one_piece(std::string_view bytes) {
  return [bytes](const Sink& sink) { sink(bytes); };
}

/// Gathers what comes in small parts into pieces of a size that is worth a call of the system.
class PieceBuffer {
 public:
  static constexpr std::size_t kPiece = std::size_t{64} << 10;

  /// The sink must outlive it.
  explicit PieceBuffer(const Sink& sink) : sink_(sink) { text_.reserve(kPiece + kPiece / 4); }

  /// Where to append. Nothing that was appended before the last flow() is there any more.
  std::string& text() { return text_; }
  /// Passes on what has been gathered, if it is enough.
  void flow() {
    if (text_.size() >= kPiece) finish();
  }
  /// Passes on the rest.
  void finish() {
    if (!text_.empty()) sink_(text_);
    text_.clear();
  }

 private:
  const Sink& sink_;
  std::string text_;
};

}  // namespace gaceta::filesystem
