#include "rendering/value_html.hpp"

#include "rendering/link.hpp"
#include "text/html.hpp"

namespace gaceta::rendering {
namespace {

using localization::ElementKind;
using localization::IntentId;
using localization::Phrase;
using text::append_html_escaped;

IntentId intent_for(const model::DateRange& date) {
  if (!date.is_single()) return IntentId::date_range_text;
  switch (date.start.precision) {
    case model::DatePrecision::year:
      return IntentId::date_year;
    case model::DatePrecision::half:
      return IntentId::date_half_year;
    case model::DatePrecision::quarter:
      return IntentId::date_quarter;
    case model::DatePrecision::month:
      return IntentId::date_month_year;
    case model::DatePrecision::day:
      return IntentId::date_long;
  }
  return IntentId::date_long;
}

void append_element(std::string& out, std::string_view name, std::string_view attribute, std::string_view value,
                    std::string_view text) {
  out += '<';
  out += name;
  out += ' ';
  out += attribute;
  out += "=\"";
  append_html_escaped(out, value);
  out += "\">";
  append_html_escaped(out, text);
  out += "</";
  out += name;
  out += '>';
}

}  // namespace

std::string html_datetime(const model::DateRange& date) {
  if (!date.is_single()) return {};
  switch (date.start.precision) {
    case model::DatePrecision::half:
    case model::DatePrecision::quarter:
      return {};
    default:
      return model::to_string(date.start);
  }
}

std::string date_text(const localization::Locale& locale, const model::DateRange& date) {
  return locale.print(intent_for(date), date);
}

void append_date(std::string& out, const Host& host, const model::DateRange& date) {
  const std::string text = date_text(host.locale, date);
  const std::string datetime = html_datetime(date);
  datetime.empty() ? append_element(out, "data", "value", model::to_string(date), text)
                   : append_element(out, "time", "datetime", datetime, text);
}

void append_value(std::string& out, const Host& host, const Phrase& phrase) {
  const std::string text = host.locale.print(phrase);
  const std::string value = localization::machine_value(phrase);
  const ElementKind kind = localization::kind_of_element(phrase);
  if (kind == ElementKind::text || value.empty()) return append_html_escaped(out, text);
  const auto* date = std::get_if<model::DateRange>(&phrase.value);
  const bool fits_time = kind == ElementKind::time && value.find('/') == std::string::npos &&
                         (date == nullptr || !html_datetime(*date).empty());
  fits_time ? append_element(out, "time", "datetime", value, text) : append_element(out, "data", "value", value, text);
}

void append_fact(std::string& out, const Host& host, const Phrase& phrase, const model::Fact& fact,
                 std::optional<catalog::BulletinIndex> bulletin, std::string_view id) {
  const bool is_unverified = fact.status == model::FactStatus::to_be_confirmed;
  out += is_unverified ? "<span class=\"fact unverified\"" : "<span class=\"fact\"";
  out += id;
  out += '>';
  std::string value;
  append_value(value, host, phrase);
  bool linked = false;
  if (fact.source) {
    const auto resolved = host.catalog.resolve(fact.source->text, bulletin);
    if (const auto* target = std::get_if<catalog::Target>(&resolved)) {
      append_link(out, host, link_to(host, *target), value);
      linked = true;
    }
  }
  if (!linked) out += value;
  if (is_unverified) {
    out += " <small class=\"mark\">(";
    append_html_escaped(out, host.locale.message("to-be-confirmed"));
    out += ")</small>";
  }
  out += "</span>";
}

}  // namespace gaceta::rendering
