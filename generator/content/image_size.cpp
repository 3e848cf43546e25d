// PNG: the IHDR chunk comes first (PNG specification, 11.2.1). JPEG: segments are walked to the first start of frame
// (ITU-T T.81, B.1.1.3 and B.2.2). SVG: width and height of the root element in px or without a unit, else its viewBox.
#include "content/image_size.hpp"

#include <charconv>
#include <cmath>
#include <string>

namespace gaceta::content {
namespace {

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

std::uint32_t read_u16(std::string_view bytes, std::size_t at) {
  return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}

std::uint32_t read_u32(std::string_view bytes, std::size_t at) {
  return read_u16(bytes, at) << 16 | read_u16(bytes, at + 2);
}

std::optional<ImageSize> checked(std::uint32_t width, std::uint32_t height) {
  if (width == 0 || height == 0) return std::nullopt;
  return ImageSize{width, height};
}

std::optional<ImageSize> png_size(std::string_view bytes) {
  if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR") return std::nullopt;
  return checked(read_u32(bytes, 16), read_u32(bytes, 20));
}

bool is_start_of_frame(std::uint32_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<ImageSize> jpeg_size(std::string_view bytes) {
  std::size_t at = 2;
  while (at + 9 <= bytes.size() && byte_at(bytes, at) == 0xFF) {
    const std::uint32_t marker = byte_at(bytes, at + 1);
    if (marker == 0xFF) {  // fill byte
      ++at;
      continue;
    }
    if (is_start_of_frame(marker)) return checked(read_u16(bytes, at + 7), read_u16(bytes, at + 5));
    const std::uint32_t length = read_u16(bytes, at + 2);
    if (length < 2) return std::nullopt;
    at += 2 + length;
  }
  return std::nullopt;
}

constexpr std::string_view kSpace = " \t\r\n";

/// The value of an attribute of the tag; empty if it has none.
std::string_view attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    std::size_t end = at + name.size();
    if (at == 0 || kSpace.find(tag[at - 1]) == std::string_view::npos) continue;
    end = tag.find_first_not_of(kSpace, end);
    if (end == std::string_view::npos || tag[end] != '=') continue;
    const std::size_t open = tag.find_first_not_of(kSpace, end + 1);
    if (open == std::string_view::npos || (tag[open] != '"' && tag[open] != '\'')) continue;
    const std::size_t close = tag.find(tag[open], open + 1);
    return close == std::string_view::npos ? std::string_view{} : tag.substr(open + 1, close - open - 1);
  }
  return {};
}

/// A length in CSS pixels, rounded; 0 for anything else (per cent, em, mm).
std::uint32_t pixels(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || !(value > 0) || value > 1e6) return 0;
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  return unit.empty() || unit == "px" ? static_cast<std::uint32_t>(std::lround(value)) : 0;
}

std::optional<ImageSize> view_box_size(std::string_view box) {
  std::string_view numbers[4];
  for (std::string_view& number : numbers) {
    const std::size_t start = box.find_first_not_of(" \t\r\n,");
    if (start == std::string_view::npos) return std::nullopt;
    box.remove_prefix(start);
    number = box.substr(0, box.find_first_of(" \t\r\n,"));
    box.remove_prefix(number.size());
  }
  return checked(pixels(numbers[2]), pixels(numbers[3]));
}

std::optional<ImageSize> svg_size(std::string_view bytes) {
  const std::size_t start = bytes.find("<svg");
  if (start == std::string_view::npos) return std::nullopt;
  const std::string_view tag = bytes.substr(start, bytes.find('>', start) - start);
  if (const auto size = checked(pixels(attribute(tag, "width")), pixels(attribute(tag, "height")))) return size;
  return view_box_size(attribute(tag, "viewBox"));
}

}  // namespace

std::optional<ImageSize> image_size(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return png_size(bytes);
  if (bytes.starts_with("\xFF\xD8")) return jpeg_size(bytes);
  return svg_size(bytes.substr(0, 4096));
}

}  // namespace gaceta::content
