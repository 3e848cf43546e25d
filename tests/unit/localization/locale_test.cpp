#include "localization/locale.hpp"

#include <thread>

#include "shipped.hpp"

using namespace gaceta;
using namespace gaceta::localization;
using gaceta::localization::testing::shipped_locale;

namespace {

using Texts = std::vector<std::string>;

const Locale& mexico() {
  return *shipped_locale("es-MX");
}
const Locale& states() {
  return *shipped_locale("en-US");
}

}  // namespace

TEST_CASE("a locale knows its tag and its language") {
  CHECK(mexico().tag() == "es-MX");
  CHECK(mexico().language() == "es");
}

TEST_CASE("lists for sentences and for links") {
  CHECK(mexico().list_and(Texts{"comercio", "inversión"}) == "comercio e inversión");
  CHECK(mexico().list_or(Texts{"siete", "ocho"}) == "siete u ocho");
  CHECK(states().list_and(Texts{"a", "b", "c"}) == "a, b, and c");
  CHECK(mexico().list_and(Texts{}).empty());
  CHECK(mexico().list_separator() == ", ");
  CHECK(mexico().list_and_joint(2, "Irlanda") == " e ");
  CHECK(states().list_and_joint(3, "Ireland") == ", and ");
}

TEST_CASE("the order is the language's, and total") {
  Texts words = {"ñandú", "nube", "Ópera", "¿Qué?", "oferta", "nación", "opera"};
  mexico().sort(words);
  CHECK(words == Texts{"nación", "nube", "ñandú", "oferta", "opera", "Ópera", "¿Qué?"});
  CHECK(mexico().compare("a", "a") == 0);
  CHECK(mexico().compare("«a»", "a") != 0);
  CHECK(mexico().compare("«a»", "a") == -mexico().compare("a", "«a»"));
}

TEST_CASE("names of countries and languages") {
  CHECK(mexico().country_name("DO") == "República Dominicana");
  CHECK(states().country_in_sentence("DO", Preposition::in) == "in the Dominican Republic");
  CHECK(mexico().country_name("ZZ") == "ZZ");
  CHECK(mexico().language_name("pt") == "portugués");
  CHECK(states().language_name("sv") == "Swedish");
  CHECK(Locale::own_language_name("es") == "español");
  CHECK(Locale::own_language_name("en") == "English");
  CHECK(is_country("MX"));
  CHECK_FALSE(is_country("mx"));
  CHECK_FALSE(is_country("ZZ"));
}

TEST_CASE("quotation marks, capitals and headings follow the locale") {
  CHECK(mexico().quote("Original") == "“Original”");
  CHECK(shipped_locale("es-ES")->quote("Original") == "«Original»");
  CHECK(mexico().upper("México") == "MÉXICO");
  CHECK(mexico().capitalized("«élites»") == "«Élites»");
  CHECK(mexico().capitalized("") == "");
}

TEST_CASE("every intent prints something for a value of its kind, in every locale") {
  for (const char* tag : {"es-MX", "es-UY", "es-ES", "es-419", "en-US", "en-CA"}) {
    for (const Intent& one : intents()) {
      const std::map<ValueKind, Value> values = {
          {ValueKind::number, Number{model::Decimal(5), {}, {UnitKind::currency, "USD"}, {}, {}}},
          {ValueKind::date, *model::parse_edtf("2021-07-14")},
          {ValueKind::time, TimeRange{{8, 30}, model::Time{9, 0}}},
          {ValueKind::ordinal, Ordinal{2, Gender::feminine, false, {}}},
          {ValueKind::country, Country{"MX", Preposition::in}},
          {ValueKind::list, TextList{{"a", "b"}}},
          {ValueKind::words, Words{"texto", "otro", "más", 3}}};
      INFO(tag << ' ' << one.name);
      const std::string text = shipped_locale(tag)->print(one.id, values.at(one.kind));
      CHECK_FALSE(text.empty());
      CHECK(text.find('{') == std::string::npos);
    }
  }
}

TEST_CASE("one locale's data serves several threads, each with its own Locale") {
  const std::shared_ptr<const LocaleData> data = [] {
    diagnostics::Diagnostics diagnostics;
    return load_locale("es-MX", testing::shipped_file, {}, testing::shipped_units(), {}, diagnostics);
  }();
  std::array<std::string, 4> printed;
  std::vector<std::thread> threads;
  for (std::string& slot : printed) {
    threads.emplace_back([&slot, data] {
      const Locale locale(data);
      for (int i = 0; i < 200; ++i) {
        slot = locale.print(IntentId::count_words, Number{model::Decimal(21), {}, {UnitKind::noun, "firm"}, {}, {}});
        slot += locale.compare("ñ", "n") > 0 ? " ñ" : " n";
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& slot : printed) CHECK(slot == "veintiuna empresas ñ");
}
