// Paragraphs are aligned by their anchors, which count alike in all languages. Within a pair of paragraphs, equal
// values cancel out. What is left is paired: first amounts with the same digits, which differ in their word of scale
// only (1.8 billones against 1.8 billion), then, if one amount is left on each side, those two. An amount that has no
// partner was left out or paraphrased, and that is nobody's mistake.
#include "checks/prose_magnitudes.hpp"

#include <algorithm>
#include <vector>

namespace gaceta::checks {
namespace {

using content::LoadedText;
using model::Magnitude;

using Amounts = std::vector<const Magnitude*>;

/// The digits without zeros at the end: what a wrong word of scale does not change.
std::string_view significand(const model::Decimal& value) {
  std::string_view digits = value.digits();
  while (digits.size() > 1 && digits.back() == '0') digits.remove_suffix(1);
  return digits;
}

std::string plain(const Magnitude& magnitude) {
  std::string digits = magnitude.value.to_plain_string();
  const std::size_t point = std::min(digits.find('.'), digits.size());
  for (std::size_t at = point; at > 3; at -= 3) digits.insert(at - 3, "\u202F");
  return digits;
}

class MagnitudeCheck {
 public:
  explicit MagnitudeCheck(diagnostics::Diagnostics& found) : found_(found) {}

  void run(const content::InspectedBulletin& bulletin) {
    const auto& texts = bulletin.texts;
    for (auto a = texts.begin(); a != texts.end(); ++a) {
      if (*a == nullptr || (*a)->loaded.magnitudes.empty()) continue;
      for (auto b = a + 1; b != texts.end(); ++b) {
        if (*b != nullptr) compare((*a)->loaded, (*b)->loaded);
      }
      if (const model::Bulletin* declaring = (*a)->reading.bulletin) check_facts(*declaring, (*a)->loaded);
    }
  }

 private:
  void compare(const LoadedText& a, const LoadedText& b) {
    if (b.magnitudes.empty()) return;
    std::vector<std::string_view> anchors;
    for (const Magnitude& one : a.magnitudes) {
      if (std::find(anchors.begin(), anchors.end(), one.from) == anchors.end()) anchors.push_back(one.from);
    }
    for (const std::string_view anchor : anchors) {
      Amounts left = in_paragraph(a, anchor), right = in_paragraph(b, anchor);
      pair(
          left, right, [](const Magnitude& x, const Magnitude& y) { return x.value == y.value; }, [](auto&, auto&) {});
      const auto differ = [&](const Magnitude& x, const Magnitude& y) { report(a, x, b, y); };
      pair(
          left, right,
          [](const Magnitude& x, const Magnitude& y) { return significand(x.value) == significand(y.value); }, differ);
      if (left.size() == 1 && right.size() == 1) differ(*left.front(), *right.front());
    }
  }

  static Amounts in_paragraph(const LoadedText& text, std::string_view anchor) {
    Amounts amounts;
    for (const Magnitude& one : text.magnitudes) {
      if (one.from == anchor) amounts.push_back(&one);
    }
    return amounts;
  }

  /// Takes out of both lists what belongs together, and says so.
  template <typename Belong, typename Say>
  static void pair(Amounts& left, Amounts& right, const Belong& belong, const Say& say) {
    std::erase_if(left, [&](const Magnitude* one) {
      const auto partner =
          std::find_if(right.begin(), right.end(), [&](const Magnitude* other) { return belong(*one, *other); });
      if (partner == right.end()) return false;
      say(*one, **partner);
      right.erase(partner);
      return true;
    });
  }

  void report(const LoadedText& a, const Magnitude& x, const LoadedText& b, const Magnitude& y) {
    if (x.by_hand) report_one(a, x, b, y);
    if (y.by_hand) report_one(b, y, a, x);
  }

  void report_one(const LoadedText& here, const Magnitude& one, const LoadedText& there, const Magnitude& other) {
    const std::string file = there.text.path.substr(there.text.path.rfind('/') + 1);
    found_.push_back(diagnostics::make("magnitude-mismatch", model::place(here.text.path, one.span),
                                       {plain(one), plain(other), file, std::to_string(other.span.line)},
                                       {"one-value-for-both", {}}));
  }

  /// An amount of at least two digits in the same currency, and exactly a thousand or a million times off: a wrong
  /// word.
  void check_facts(const model::Bulletin& bulletin, const LoadedText& text) {
    for (const Magnitude& one : text.magnitudes) {
      if (!one.by_hand || one.unit.empty() || significand(one.value).size() < 2) continue;
      std::optional<model::Fact> near;
      bool is_fact = false;
      for (const model::Fact& fact : bulletin.facts) {
        const auto value = fact.unit == one.unit ? model::parse_decimal(fact.value) : std::nullopt;
        if (!value) continue;
        is_fact = is_fact || *value == one.value;
        if (is_scale_apart(*value, one.value)) near = fact;
      }
      if (!near || is_fact) continue;
      found_.push_back(diagnostics::make("magnitude-against-fact", model::place(text.text.path, one.span),
                                         {plain(one), near->id.text, near->value},
                                         {"write-instead", {"{fact}`" + near->id.text + "`"}}));
    }
  }

  static bool is_scale_apart(const model::Decimal& a, const model::Decimal& b) {
    return a.shifted(3) == b || b.shifted(3) == a || a.shifted(6) == b || b.shifted(6) == a;
  }

  diagnostics::Diagnostics& found_;
};

}  // namespace

void check_magnitudes(const content::InspectedBulletin& bulletin, diagnostics::Diagnostics& found) {
  MagnitudeCheck(found).run(bulletin);
}

}  // namespace gaceta::checks
