#include "text/json.hpp"

#include "catch.hpp"

using namespace gaceta::text;

namespace {

std::string written(std::string_view text, JsonControls controls) {
  std::string out;
  append_json_string(out, text, controls);
  return out;
}

}  // namespace

TEST_CASE("a JSON string stands in quotes, behind what is there already") {
  std::string out = "[";
  append_json_string(out, "", JsonControls::letters);
  append_json_string(out, "a", JsonControls::letters);
  CHECK(out == "[\"\"\"a\"");
}

TEST_CASE("what JSON needs not escape stands as it is") {
  const std::string_view plain = "/<>&' \x7f\u00e9\u2028\U0001F600 and more than a block of bytes";
  CHECK(written(plain, JsonControls::letters) == "\"" + std::string(plain) + "\"");
}

TEST_CASE("quotes and backslashes are escaped wherever they stand") {
  CHECK(written("\"a\\", JsonControls::letters) == R"("\"a\\")");
  CHECK(written("0123456789abcdef\"\"0123456789abcdef\\", JsonControls::numbers) ==
        R"("0123456789abcdef\"\"0123456789abcdef\\")");
}

TEST_CASE("control bytes go by their letter, where they have one, or all by their number") {
  std::string controls;
  for (char c = 0; c < 0x20; ++c) controls += c;
  CHECK(written(controls, JsonControls::letters) ==
        R"("\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f)"
        R"(\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f")");
  CHECK(written("\b\t\n\v\f\r\x1f", JsonControls::numbers) == R"("\u0008\u0009\u000a\u000b\u000c\u000d\u001f")");
}
