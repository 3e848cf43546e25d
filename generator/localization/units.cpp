#include "localization/units.hpp"

#include <algorithm>
#include <array>

#include "localization/invisible.hpp"
#include "yaml/fields.hpp"

namespace gaceta::localization {
namespace {

/// Active codes of ISO 4217, sorted; each takes four characters.
constexpr std::string_view kCurrencies =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLF "
    "CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG "
    "HUF "
    "IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD "
    "MMK "
    "MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB "
    "RWF "
    "SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYI "
    "UYU "
    "UZS VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW ZWL ";

struct UnitWord {
  std::string_view word;
  UnitKind kind;
};

constexpr std::array<UnitWord, 5> kUnitWords = {{{"%", UnitKind::percent},
                                                 {"percent", UnitKind::percent},
                                                 {"points", UnitKind::points},
                                                 {"year", UnitKind::year},
                                                 {"date", UnitKind::date}}};

constexpr yaml::Choice<Gender> kGenders[] = {{"m", Gender::masculine}, {"f", Gender::feminine}};

/// What stands before the next '|' of `rest`, which moves behind it.
std::string_view next_part(std::string_view& rest) {
  const std::string_view part = rest.substr(0, rest.find('|'));
  rest.remove_prefix(std::min(part.size() + 1, rest.size()));
  return part;
}

/// The short notation of shipped nouns: singular|plural|gender.
NounForms short_forms(std::string_view language, std::string_view text) {
  NounForms forms;
  forms.language = language;
  forms.one = unspelled(next_part(text));
  forms.other = unspelled(next_part(text));
  forms.gender = text == "f" ? Gender::feminine : Gender::masculine;
  return forms;
}

NounForms read_forms(std::string_view language, const yaml::Node& node, std::string_view path,
                     diagnostics::Diagnostics& diagnostics) {
  if (node.is_scalar() && node.scalar().find('|') != std::string_view::npos) {
    return short_forms(language, node.scalar());
  }
  NounForms forms;
  forms.language = language;
  yaml::Fields fields(node, path, diagnostics);
  forms.one = unspelled(fields.required_string("one").value_or(""));
  forms.other = unspelled(fields.required_string("other").value_or(""));
  forms.many = unspelled(fields.string("many").value_or(""));
  forms.gender = fields.choice("gender", kGenders).value_or(Gender::masculine);
  fields.finish();
  return forms;
}

}  // namespace

const NounForms* CountableNoun::in(std::string_view language) const {
  const auto found =
      std::find_if(forms.begin(), forms.end(), [&](const NounForms& one) { return one.language == language; });
  return found == forms.end() ? nullptr : &*found;
}

Units::Units(std::vector<CountableNoun> nouns) {
  for (CountableNoun& noun : nouns) {
    std::string id = noun.id;
    nouns_.insert_or_assign(std::move(id), std::move(noun));
  }
}

Units Units::with(std::vector<CountableNoun> nouns) const {
  Units units(std::move(nouns));
  units.nouns_.insert(nouns_.begin(), nouns_.end());
  return units;
}

const CountableNoun* Units::noun(std::string_view id) const {
  const auto found = nouns_.find(id);
  return found == nouns_.end() ? nullptr : &found->second;
}

std::optional<Unit> Units::find(std::string_view word) const {
  if (noun(word) != nullptr) return Unit{UnitKind::noun, std::string(word)};
  for (const UnitWord& one : kUnitWords) {
    if (one.word == word) return Unit{one.kind, {}};
  }
  if (is_currency(word)) return Unit{UnitKind::currency, std::string(word)};
  return std::nullopt;
}

std::vector<std::string> Units::words() const {
  std::vector<std::string> words;
  for (const auto& [id, noun] : nouns_) words.push_back(id);
  for (const UnitWord& one : kUnitWords) words.emplace_back(one.word);
  for (std::size_t i = 0; i < kCurrencies.size(); i += 4) words.emplace_back(kCurrencies.substr(i, 3));
  return words;
}

bool is_currency(std::string_view code) {
  if (code.size() != 3) return false;
  for (std::size_t i = 0; i < kCurrencies.size(); i += 4) {
    if (kCurrencies.substr(i, 3) == code) return true;
  }
  return false;
}

std::vector<CountableNoun> read_nouns(const yaml::Node& map, std::string_view path,
                                      diagnostics::Diagnostics& diagnostics) {
  std::vector<CountableNoun> nouns;
  if (!map.is_map() && !map.is_null()) yaml::report_wrong_type(map, "@yaml-map", path, diagnostics);
  for (const yaml::Entry& entry : map.entries()) {
    CountableNoun noun;
    noun.id = entry.key.scalar();
    if (!entry.value.is_map()) yaml::report_wrong_type(entry.value, "@yaml-map", path, diagnostics);
    for (const yaml::Entry& language : entry.value.entries()) {
      noun.forms.push_back(read_forms(language.key.scalar(), language.value, path, diagnostics));
    }
    nouns.push_back(std::move(noun));
  }
  return nouns;
}

}  // namespace gaceta::localization
