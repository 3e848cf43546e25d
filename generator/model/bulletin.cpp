#include "model/bulletin.hpp"

namespace gaceta::model {
namespace {

// Each pack_…() writes what the unpack_…() beside it reads.

void pack_texts(Packer& packer, const LocalText& texts) {
  packer.number(texts.size());
  for (const std::string& text : texts) packer.text(text);
}

void unpack_texts(Unpacker& unpacker, LocalText& texts) {
  texts = LocalText(static_cast<std::size_t>(unpacker.number()));
  for (std::string& text : texts) text = unpacker.text();
}

void pack_date(Packer& packer, const Date& date) {
  packer.number(static_cast<std::uint64_t>(date.year));
  packer.number(date.month);
  packer.number(date.day);
  packer.number(date.part);
  packer.number(static_cast<std::uint64_t>(date.precision));
}

void unpack_date(Unpacker& unpacker, Date& date) {
  date.year = unpacker.number_as<int>();
  date.month = unpacker.number_as<std::uint8_t>();
  date.day = unpacker.number_as<std::uint8_t>();
  date.part = unpacker.number_as<std::uint8_t>();
  date.precision = unpacker.number_as<DatePrecision>();
}

void pack_dates(Packer& packer, const std::optional<DateRange>& dates) {
  packer.number(!dates ? 0 : 1 + (dates->end ? 1 : 0) + (dates->open_end ? 2 : 0));
  if (!dates) return;
  pack_date(packer, dates->start);
  if (dates->end) pack_date(packer, *dates->end);
}

void unpack_dates(Unpacker& unpacker, std::optional<DateRange>& dates) {
  const std::uint64_t shape = unpacker.number();
  dates.reset();
  if (shape == 0) return;
  unpack_date(unpacker, dates.emplace().start);
  if (((shape - 1) & 1) != 0) unpack_date(unpacker, dates->end.emplace());
  dates->open_end = ((shape - 1) & 2) != 0;
}

void pack_mention(Packer& packer, const std::optional<Mention>& mention) {
  packer.number(mention ? 1 : 0);
  if (mention) pack(packer, *mention);
}

void unpack_mention(Unpacker& unpacker, std::optional<Mention>& mention) {
  mention.reset();
  if (unpacker.number() != 0) unpack(unpacker, mention.emplace());
}

}  // namespace

void pack(Packer& packer, const Mention& mention) {
  packer.text(mention.text);
  pack(packer, mention.span);
}

void unpack(Unpacker& unpacker, Mention& mention) {
  mention.text = unpacker.text();
  unpack(unpacker, mention.span);
}

void pack(Packer& packer, const Event& event) {
  packer.text(event.id.text);
  pack(packer, event.span);
  pack_texts(packer, event.title);
  pack_dates(packer, event.dates);
  pack_texts(packer, event.place);
  packer.text(event.country);
  pack_texts(packer, event.venue);
  packer.number(static_cast<std::uint64_t>(event.format));
  packer.number(static_cast<std::uint64_t>(event.status));
  pack_dates(packer, event.originally);
  pack_mention(packer, event.host);
  packer.number(event.legal_basis.size());
  for (const Mention& mention : event.legal_basis) pack(packer, mention);
}

void unpack(Unpacker& unpacker, Event& event) {
  event.id.text = unpacker.text();
  unpack(unpacker, event.span);
  unpack_texts(unpacker, event.title);
  unpack_dates(unpacker, event.dates);
  unpack_texts(unpacker, event.place);
  event.country = unpacker.text();
  unpack_texts(unpacker, event.venue);
  event.format = unpacker.number_as<EventFormat>();
  event.status = unpacker.number_as<EventStatus>();
  unpack_dates(unpacker, event.originally);
  unpack_mention(unpacker, event.host);
  event.legal_basis = {};
  for (std::uint64_t count = unpacker.number(); count > 0; --count) {
    Mention mention;
    unpack(unpacker, mention);
    event.legal_basis.push_back(mention);
  }
}

void pack(Packer& packer, const Fact& fact) {
  packer.text(fact.id.text);
  pack(packer, fact.span);
  packer.text(fact.value);
  pack(packer, fact.value_span);
  packer.text(fact.unit);
  pack(packer, fact.unit_span);
  packer.text(fact.qualifier);
  pack_dates(packer, fact.period);
  pack_texts(packer, fact.label);
  pack_mention(packer, fact.source);
  pack_texts(packer, fact.source_text);
  packer.number(static_cast<std::uint64_t>(fact.status));
  pack_texts(packer, fact.note);
}

void unpack(Unpacker& unpacker, Fact& fact) {
  fact.id.text = unpacker.text();
  unpack(unpacker, fact.span);
  fact.value = unpacker.text();
  unpack(unpacker, fact.value_span);
  fact.unit = unpacker.text();
  unpack(unpacker, fact.unit_span);
  fact.qualifier = unpacker.text();
  unpack_dates(unpacker, fact.period);
  unpack_texts(unpacker, fact.label);
  unpack_mention(unpacker, fact.source);
  unpack_texts(unpacker, fact.source_text);
  fact.status = unpacker.number_as<FactStatus>();
  unpack_texts(unpacker, fact.note);
}

std::optional<Fact> find_fact(const PackedList<Fact>& facts, std::string_view id) {
  for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
    if (fact.first_text() == id) return *fact;
  }
  return std::nullopt;
}

}  // namespace gaceta::model
