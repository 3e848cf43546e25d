#include "compression/compress.hpp"

#include <brotli/decode.h>
#include <zlib.h>

#include "catch.hpp"

using namespace gaceta::compression;

namespace {

std::string gunzipped(std::string_view bytes, std::size_t size) {
  std::string out(size + 1, '\0');
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

std::string unbrotlied(std::string_view bytes, std::size_t size) {
  std::string out(size + 1, '\0');
  std::size_t written = out.size();
  REQUIRE(BrotliDecoderDecompress(bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()), &written,
                                  reinterpret_cast<std::uint8_t*>(out.data())) == BROTLI_DECODER_RESULT_SUCCESS);
  out.resize(written);
  return out;
}

std::string page() {
  std::string out;
  for (int i = 0; i < 2000; ++i) out += "<p id=\"p-" + std::to_string(i) + "\">El Comité decidió que…</p>\n";
  return out;
}

}  // namespace

TEST_CASE("what is compressed comes back byte for byte") {
  for (const std::string& text : {std::string(), std::string("a"), page(), std::string(300, '\0')}) {
    CHECK(gunzipped(gzip(text), text.size()) == text);
    CHECK(unbrotlied(brotli(text), text.size()) == text);
  }
}

TEST_CASE("a page becomes much smaller") {
  const std::string text = page();
  CHECK(gzip(text).size() < text.size() / 5);
  CHECK(brotli(text).size() < gzip(text).size());
}

TEST_CASE("gzip says neither when nor where it was made") {
  const std::string bytes = gzip("Gaceta");
  REQUIRE(bytes.size() > 10);
  CHECK(bytes.substr(0, 4) == std::string("\x1f\x8b\x08\x00", 4));  // gzip, deflate, no name and no comment
  CHECK(bytes.substr(4, 4) == std::string(4, '\0'));                // modification time
  CHECK(static_cast<unsigned char>(bytes[9]) == 255);               // operating system: unknown
}

TEST_CASE("texts are worth compressing, pictures and archives are not") {
  for (const char* path : {"es/index.html", "sitemap.xml", "assets/gaceta.css", "data/facts.csv", "es/cite.bib"}) {
    CHECK(is_compressible(path));
  }
  for (const char* path : {"files/a/photo.jpg", "files/a/report.pdf", "es/index.html.gz", "_headers"}) {
    CHECK_FALSE(is_compressible(path));
  }
}
