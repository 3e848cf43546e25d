// Facts and events are kept packed: each field comes back.
#include "model/bulletin.hpp"

#include "catch.hpp"

using namespace gaceta;
using namespace gaceta::model;

namespace {

LocalText both(const std::string& spanish, const std::string& english) {
  LocalText texts(2);
  texts[Language{0}] = spanish;
  texts[Language{1}] = english;
  return texts;
}

}  // namespace

TEST_CASE("a packed fact keeps every field, and is found by its id") {
  Fact fact;
  fact.id = {"envios"};
  fact.span = {3, 5, 6};
  fact.value = "53e9";
  fact.value_span = {4, 12, 4};
  fact.unit = "USD";
  fact.unit_span = {5, 11, 3};
  fact.qualifier = "more-than";
  fact.period = parse_edtf("2015-Q3/2016-02-29");
  fact.label = both("envíos", "shipments");
  fact.source = Mention{"usmca#25.5", {6, 13, 10}};
  fact.source_text = both("CEPAL", "ECLAC");
  fact.status = FactStatus::to_be_confirmed;
  fact.note = both("preliminar", "preliminary");
  Fact plain;
  plain.id = {"empresas"};
  plain.value = "8";
  PackedList<Fact> facts;
  facts.push_back(plain);
  facts.push_back(fact);
  const auto found = find_fact(facts, "envios");
  REQUIRE(found);
  CHECK(found->id == fact.id);
  CHECK(found->span == fact.span);
  CHECK(found->value == fact.value);
  CHECK(found->value_span == fact.value_span);
  CHECK(found->unit == fact.unit);
  CHECK(found->unit_span == fact.unit_span);
  CHECK(found->qualifier == fact.qualifier);
  REQUIRE(fact.period);
  CHECK((found->period == fact.period));
  CHECK(found->label == fact.label);
  CHECK(found->source == fact.source);
  CHECK(found->source_text == fact.source_text);
  CHECK(found->status == fact.status);
  CHECK(found->note == fact.note);
  CHECK(facts[0].value == "8");
  CHECK(facts[0].label.empty());
  CHECK_FALSE(facts[0].period);
  CHECK_FALSE(facts[0].source);
  CHECK_FALSE(find_fact(facts, "envio"));
}

TEST_CASE("a packed event keeps every field") {
  Event event;
  event.id = {"foro"};
  event.span = {9, 7, 4};
  event.title = both("Foro", "Forum");
  event.dates = parse_edtf("2021-07-14/..");
  event.place = both("Montevideo", "Montevideo");
  event.country = "UY";
  event.venue = both("Sede", "Seat");
  event.format = EventFormat::hybrid;
  event.status = EventStatus::postponed;
  event.originally = parse_edtf("2020");
  event.host = Mention{"aladi", {10, 11, 5}};
  event.legal_basis.push_back({"tlc#5", {11, 18, 5}});
  event.legal_basis.push_back({"tlc#6", {11, 25, 5}});
  PackedList<Event> events;
  events.push_back(event);
  CHECK(events.begin().first_text() == "foro");
  const Event found = events[0];
  CHECK(found.id == event.id);
  CHECK(found.span == event.span);
  CHECK(found.title == event.title);
  REQUIRE(event.dates);
  CHECK((found.dates == event.dates));
  CHECK(found.place == event.place);
  CHECK(found.country == event.country);
  CHECK(found.venue == event.venue);
  CHECK(found.format == event.format);
  CHECK(found.status == event.status);
  REQUIRE(event.originally);
  CHECK((found.originally == event.originally));
  CHECK(found.host == event.host);
  CHECK(found.legal_basis == event.legal_basis);
}
