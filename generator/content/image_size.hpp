// How large a picture is, read from the first bytes of a PNG, JPEG or SVG, so that a page can keep its place while it
// loads. Not a decoder: nothing is unpacked. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace gaceta::content {

/// In CSS pixels. Both are above zero.
struct ImageSize {
  std::uint32_t width = 0;
  std::uint32_t height = 0;

  friend bool operator==(const ImageSize&, const ImageSize&) = default;
};

/// The size that the file gives; nothing for another format, a damaged head, or an SVG without any.
std::optional<ImageSize> image_size(std::string_view bytes);

}  // namespace gaceta::content
