// The ground floor of text: UTF-8, normal forms, slugs, nearest words, HTML.
#include <string>
#include <vector>

#include "catch.hpp"
#include "text/html.hpp"
#include "text/nearest.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

using namespace gaceta::text;

TEST_CASE("the first byte that is not UTF-8 is found") {
  CHECK_FALSE(first_invalid_byte(""));
  CHECK_FALSE(first_invalid_byte("canción 🇲🇽 \xEF\xBF\xBF \xF4\x8F\xBF\xBF"));
  CHECK(first_invalid_byte("a\xF3n") == 1);            // Latin-1
  CHECK(first_invalid_byte("\xC0\x80") == 0);          // overlong
  CHECK(first_invalid_byte("ab\xED\xA0\x80") == 2);    // a surrogate
  CHECK(first_invalid_byte("\xF4\x90\x80\x80") == 0);  // beyond U+10FFFF
  CHECK(first_invalid_byte("a\xE2\x82") == 1);         // cut off
  CHECK(first_invalid_byte("\x80") == 0);              // a continuation alone
}

TEST_CASE("code points are walked in both directions and counted") {
  const std::string text = "aé€🇲";
  CHECK(count_code_points(text) == 4);
  std::size_t offset = 0;
  std::string copy;
  while (offset < text.size()) append_code_point(copy, next_code_point(text, offset));
  CHECK(copy == text);
  CHECK(previous_code_point(text, offset) == U'\U0001F1F2');
  CHECK(previous_code_point(text, offset) == U'€');
  CHECK(offset == 3);
}

TEST_CASE("only one byte-order mark is taken away, and only at the start") {
  CHECK(without_byte_order_mark("\xEF\xBB\xBFx") == "x");
  CHECK(without_byte_order_mark("x\xEF\xBB\xBF") == "x\xEF\xBB\xBF");
  CHECK(without_byte_order_mark("\xEF\xBB") == "\xEF\xBB");
}

TEST_CASE("normal form C joins what a Mac writes apart") {
  CHECK_FALSE(is_nfc("cancio\u0301n"));
  CHECK(to_nfc("cancio\u0301n") == "canción");
  CHECK(is_nfc("canción"));
}

TEST_CASE("a slug holds small letters without accents, digits and dashes") {
  CHECK(slugify("Segundo Diálogo sobre las Pymes (2023)") == "segundo-dialogo-sobre-las-pymes-2023");
  CHECK(slugify("  ¿Qué? — ¡Ñandú!  ") == "que-nandu");
  CHECK(slugify("…") == "");
  CHECK(slugify("São Tomé, Straße") == "sao-tome-strasse");
  for (const char* good : {"a", "12-bis", "informes-sela"}) CHECK(is_slug(good));
  for (const char* bad : {"", "-a", "a-", "A", "á", "a b", "a--b", "a/b", "a.b"}) {
    INFO(bad);
    CHECK_FALSE(is_slug(bad));
  }
}

TEST_CASE("every slug that is made is one") {
  for (const char* title : {"Año", "İstanbul", "ﬁn", "№ 3", "a\u0301", "T-MEC", "١٢", "中文 x"}) {
    const std::string slug = slugify(title);
    INFO(title << " gives " << slug);
    CHECK((slug.empty() || is_slug(slug)));
  }
}

TEST_CASE("folding makes addresses comparable that one disk takes for the same") {
  CHECK(fold_case("Ñandú/A") == fold_case("ñANDÚ/a"));
  CHECK(fold_case("straße") == fold_case("STRASSE"));
  CHECK(fold_diacritics("canción") == "cancion");
}

TEST_CASE("the nearest name is suggested, and none that is far") {
  const std::vector<std::string> names{"pymes", "medio-ambiente", "tmec/2021-07-pymes"};
  CHECK(nearest("pyme", names) == "pymes");
  CHECK(nearest("medio_ambiente", names) == "medio-ambiente");
  CHECK(nearest("Pymes", names) == "pymes");
  CHECK_FALSE(nearest("aduanas", names));
  CHECK_FALSE(nearest("", names));
  CHECK_FALSE(nearest("x", std::vector<std::string>{}));
}

TEST_CASE("what is printed as text never becomes markup") {
  CHECK(html_escaped("<a href=\"x\">'&'") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;");
  std::string out = "a";
  append_html_escaped(out, "ñ&");
  CHECK(out == "añ&amp;");
}

TEST_CASE("trimming takes white space of both ends only") {
  CHECK(trimmed(" \t a b \n") == "a b");
  CHECK(trimmed("  ") == "");
}
