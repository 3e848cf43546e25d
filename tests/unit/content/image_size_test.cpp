#include "content/image_size.hpp"

#include <string>

#include "catch.hpp"

using gaceta::content::image_size;
using gaceta::content::ImageSize;

namespace {

using namespace std::string_literals;

const std::string kPngHead = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s;

}  // namespace

TEST_CASE("a PNG says its size in its first chunk") {
  CHECK(image_size(kPngHead + "\0\0\x02\x80\0\0\x01\xE0\x08\x06\0\0\0"s) == ImageSize{640, 480});
}

TEST_CASE("a PNG that ends before its size, or is zero wide, has none") {
  CHECK_FALSE(image_size(kPngHead));
  CHECK_FALSE(image_size(kPngHead + "\0\0\0\0\0\0\x01\xE0"s));
}

TEST_CASE("a JPEG says its size in the first start of frame, behind other segments and fill bytes") {
  const std::string app0 = "\xFF\xE0\0\x04zz"s;
  const std::string huffman = "\xFF\xC4\0\x04zz"s;  // a table, though its marker lies among the frames
  const std::string frame = "\xFF\xFF\xC2\0\x11\x08\x01\xE0\x02\x80\x03"s;
  CHECK(image_size("\xFF\xD8"s + app0 + huffman + frame) == ImageSize{640, 480});
}

TEST_CASE("a JPEG whose segments lead outside the file has no size") {
  CHECK_FALSE(image_size("\xFF\xD8\xFF\xE0\xFF\xFFzzzzzzzz"s));
  CHECK_FALSE(image_size("\xFF\xD8\xFF\xE0\0\0zzzzzzzz"s));
  CHECK_FALSE(image_size("\xFF\xD8"s));
}

TEST_CASE("an SVG gives width and height in pixels, else its viewBox") {
  CHECK(image_size(R"(<?xml version="1.0"?><svg width="300px" height='149.6'></svg>)") == ImageSize{300, 150});
  CHECK(image_size(R"(<svg stroke-width="2" viewBox="0 0 32,16">)") == ImageSize{32, 16});
  CHECK(image_size(R"(<svg width="100%" height="2em" viewBox="0 0 10 20">)") == ImageSize{10, 20});
}

TEST_CASE("what is no picture, or an SVG of no size, has none") {
  CHECK_FALSE(image_size(""));
  CHECK_FALSE(image_size("GIF89a"));
  CHECK_FALSE(image_size("<svg>"));
  CHECK_FALSE(image_size(R"(<svg viewBox="0 0 10">)"));
  CHECK_FALSE(image_size(R"(<svg width="-3" height="5">)"));
}
