// Figures typed by hand, and what is wrong with the way in which they are typed. One pass over the tokens of a block;
// each number is read with what stands before it (a sign, a code, a word that makes it a name) and behind it (words of
// scale, a percent sign, a currency, a noun). A number that none of these makes a figure is left alone: articles,
// symbols, years and codes look like that. Who typed it wrong is told only that; who typed it well, that a role would
// print it in both languages.
#include <algorithm>
#include <optional>

#include "checks/prose_context.hpp"
#include "checks/prose_figure.hpp"
#include "checks/prose_number.hpp"

namespace gaceta::checks {
namespace {

class FigureCheck {
 public:
  FigureCheck(const ProseContext& context, const std::vector<bool>& taken)
      : context_(context), text_(context.text), lexicon_(context.lexicon), reader_(text_, lexicon_), taken_(taken) {}

  void run() {
    for (std::size_t i = 0; i < text_.size();) i = step(i);
  }

 private:
  std::size_t step(std::size_t i) {
    const Token& token = text_[i];
    if (taken_[i]) return i + 1;
    if (token.kind == TokenKind::number) return number(i);
    if (token.kind == TokenKind::opaque) check_sign_behind_role(i);
    if (token.meaning == nullptr) return i + 1;
    if (token.meaning->scale != 0) return bare_scale(i);
    if (token.meaning->foreign_scale != 0) check_foreign_scale(i);
    return i + 1;
  }

  // ---- what is no figure

  /// Whether the number at `i` is part of a symbol: something other than a sign of currency touches it on the left.
  bool is_glued_before(std::size_t i) const {
    if (text_[i].gap != Gap::none || i == 0) return false;
    const Token& before = text_[i - 1];
    if (before.kind != TokenKind::mark) return before.end == text_[i].begin;
    static constexpr std::string_view kOpening[] = {"(", "[", "“", "«", "\"", "‘", "¿",
                                                    "¡", "$", "€", "£", "¥",  "—", "*"};
    const std::string_view mark = text_.view(before);
    return std::find(std::begin(kOpening), std::end(kOpening), mark) == std::end(kOpening);
  }

  bool is_glued_behind(std::size_t end) const {
    const Token& next = text_[end];
    if (next.kind == TokenKind::none || next.gap != Gap::none) return false;
    if (next.kind == TokenKind::word) return next.meaning == nullptr || next.meaning->scale == 0;
    if (next.kind != TokenKind::mark) return true;
    static constexpr std::string_view kGlue[] = {"/", "_", "(", "º", "ª", "°", "-", "–",
                                                 "+", "=", "'", "#", "@", ":", "\\"};
    const std::string_view mark = text_.view(next);
    if (mark == ":" && text_[end + 1].gap != Gap::none) return false;
    return std::find(std::begin(kGlue), std::end(kGlue), mark) != std::end(kGlue);
  }

  /// Whether a word before the number makes it a name: art. 25.5, Resolución 73, No. 14; or the numbers before do.
  bool is_identifier(std::size_t i) const {
    if (i == chain_end_ && i != 0) return true;
    std::size_t at = i;
    for (int skipped = 0; at > 0 && skipped < 3; ++skipped) {
      const Token& before = text_[--at];
      if (before.kind == TokenKind::word) {
        return before.meaning != nullptr && before.meaning->names_number;
      }
      const std::string_view mark = text_.view(before);
      if (before.kind != TokenKind::mark || (mark != "." && mark != "º" && mark != "°" && mark != "#")) return false;
      if (mark == "#") return true;
    }
    return false;
  }

  /// Behind an identifier: 'artículos 5, 6 y 7' names three.
  void continue_chain(std::size_t end) {
    std::size_t at = end;
    for (int joints = 0; joints < 3; ++joints, ++at) {
      const Token& token = text_[at];
      if (token.kind == TokenKind::number) {
        if (joints > 0) chain_end_ = at;
        return;
      }
      const bool is_joint =
          (token.kind == TokenKind::word && token.meaning != nullptr && token.meaning->joins_identifiers) ||
          text_.is_mark(at, ",") || text_.is_mark(at, "-") || text_.is_mark(at, "–");
      if (!is_joint) return;
    }
  }

  // ---- reading

  std::size_t number(std::size_t i) {
    if (is_identifier(i)) {
      continue_chain(i + 1);
      return i + 1;
    }
    if (is_glued_before(i)) return behind_symbol(i);
    Figure figure = reader_.read(i);
    if (const std::size_t behind = time_end(i); behind != 0) return behind;
    if (const std::size_t behind = range_end(i); behind != 0) return behind;
    if (is_glued_behind(figure.last)) return behind_symbol(figure.last - 1);
    judge(figure);
    return std::max(figure.counted.end, figure.last);
  }

  /// Behind everything that touches the number at `i`.
  std::size_t behind_symbol(std::size_t i) const {
    ++i;
    while (i < text_.size() && text_[i].gap == Gap::none && !text_.is_mark(i, ",") && !text_.is_mark(i, ";")) ++i;
    return i;
  }

  // ---- times of day and ranges

  /// Behind 8:30 at `i`, or 0 if it is no time; reports it if something says that it is one.
  std::size_t time_end(std::size_t i) const {
    const std::string_view hour = text_.view(i), minute = text_.view(i + 2);
    if (!text_.is_mark(i + 1, ":") || text_[i + 1].gap != Gap::none) return 0;
    if (text_[i + 2].kind != TokenKind::number || text_[i + 2].gap != Gap::none) return 0;
    const auto is_number_to = [](std::string_view digits, std::string_view most) {
      return digits.size() <= 2 && (digits.size() < most.size() || digits <= most);
    };
    if (!is_number_to(hour, "24") || minute.size() != 2 || minute > "59") return 0;
    std::size_t end = text_[i + 2].end;
    bool is_time = i > 0 && text_[i - 1].meaning != nullptr && text_[i - 1].meaning->before_time;
    bool is_afternoon = false;
    for (const std::string& word : lexicon_.rules().after_times) {
      const std::size_t begin = text_[i + 3].begin;
      if (text_[i + 3].kind == TokenKind::none) break;
      if (const auto size = phrase_at(text_.text(), begin, word)) {
        is_time = true;
        is_afternoon = word.front() == 'p' || word.front() == 'P';
        end = begin + *size;
        break;
      }
    }
    if (is_time && context_.has_roles) report_time(i, end, is_afternoon);
    return reader_.token_behind(i, end);
  }

  void report_time(std::size_t i, std::size_t end, bool is_afternoon) const {
    std::string hour(text_.view(i));
    if (is_afternoon && hour.size() == 1) hour = std::to_string(hour[0] - '0' + 12);
    if (is_afternoon && (hour == "10" || hour == "11")) hour = hour == "10" ? "22" : "23";
    if (hour.size() == 1) hour.insert(0, "0");
    const std::size_t begin = text_[i].begin;
    context_.report("typed-time", begin, end, {std::string(text_.slice(begin, end))},
                    context_.write_role("time", hour + ":" + std::string(text_.view(i + 2))));
  }

  /// Behind 10-15 % at `i`, or 0; a range of years, pages or symbols is nobody's business.
  std::size_t range_end(std::size_t i) const {
    const bool is_range = (text_.is_mark(i + 1, "-") || text_.is_mark(i + 1, "–")) && text_[i + 1].gap == Gap::none &&
                          text_[i + 2].kind == TokenKind::number && text_[i + 2].gap == Gap::none;
    if (!is_range) return 0;
    Figure upper = reader_.read(i + 2);
    const TypedNumber lower = read_typed_number(text_.view(i), lexicon_.locale().style.numbers);
    const bool is_symbol = upper.scale == 0 && (upper.counted.unit.empty() || is_year(text_.view(i)));
    if (is_symbol || lower.value.empty() || upper.typed.value.empty() || is_glued_behind(upper.last) ||
        !context_.has_roles) {
      return behind_symbol(i);
    }
    const auto value = [&](const std::string& digits) {
      return upper.scale >= 6 ? in_exponents(digits, upper.scale) : digits;
    };
    const std::size_t begin = text_[i].begin, end = text_[upper.counted.end - 1].end;
    const std::string unit = upper.counted.unit == "%"    ? "%"
                             : upper.counted.unit.empty() ? ""
                                                          : " " + upper.counted.unit;
    context_.report("typed-figure", begin, end, {std::string(text_.slice(begin, end))},
                    context_.write_role("num", value(lower.value) + ".." + value(upper.typed.value) + unit));
    return upper.counted.end;
  }

  static bool is_year(std::string_view digits) { return digits.size() == 4 && digits >= "1500" && digits <= "2199"; }

  // ---- judging

  void judge(Figure& figure) const {
    if (figure.typed.signs == NumberSigns::other) return;
    const std::string& unit = figure.counted.unit.empty() ? figure.prefix_unit : figure.counted.unit;
    if (is_small_talk(figure)) return;
    const bool counts = figure.scale != 0 || !unit.empty() || figure.counted.is_noun;
    if (is_year(text_.view(figure.number)) && figure.scale == 0 && figure.prefix_unit.empty() &&
        !figure.counted.is_percent_sign) {
      return;
    }
    if (figure.typed.signs == NumberSigns::doubtful) {
      const bool counts_things = figure.scale == 0 && figure.counted.is_noun;
      figure.typed.signs = counts_things ? NumberSigns::foreign : NumberSigns::house;
      if (counts_things) figure.typed.value = figure.typed.other_value;
    }
    if (figure.typed.signs == NumberSigns::foreign && !counts && !figure.typed.is_mixed) return;
    const bool is_figure = counts || figure.typed.is_grouped;
    if (!is_figure ||
        (unit.empty() && figure.scale == 0 && !figure.typed.is_grouped && figure.typed.signs == NumberSigns::house)) {
      return;
    }
    note_magnitude(figure, unit);
    bool is_wrong = check_signs(figure, unit);
    is_wrong = check_percent(figure) || is_wrong;
    is_wrong = check_of(figure.scale_begin, figure.scale_end) || is_wrong;
    if (is_wrong || !context_.has_roles) return;
    const std::size_t begin = text_[figure.first].begin, end = end_of(figure);
    context_.report("typed-figure", begin, end, {std::string(text_.slice(begin, end))}, suggestion(figure, unit));
  }

  /// '24 horas', '3 preguntas': a noun behind a small number is no figure that a table would hold.
  bool is_small_talk(const Figure& figure) const {
    if (!figure.counted.is_unit_noun || figure.scale != 0 || figure.typed.is_grouped || !figure.prefix_unit.empty())
      return false;
    const bool is_small = text_.view(figure.number).size() == 1;
    return figure.typed.signs == NumberSigns::house && (figure.counted.is_everyday || is_small);
  }

  std::size_t end_of(const Figure& figure) const {
    const std::size_t behind = figure.counted.unit.empty() ? figure.scale_end : figure.counted.end;
    return text_[std::max(behind, figure.last) - 1].end;
  }

  /// The role that prints the figure: a fact of the bulletin if one says the same.
  diagnostics::Help suggestion(const Figure& figure, const std::string& unit) const {
    if (reader_.goes_on(figure)) return {"write-role", {}};
    if (const auto value = exact_value(figure); value && context_.bulletin != nullptr && context_.has_roles) {
      for (const model::Fact& fact : context_.bulletin->facts) {
        const auto known = model::parse_decimal(fact.value);
        const std::string_view fact_unit = fact.unit == "percent" ? std::string_view("%") : std::string_view(fact.unit);
        if (known && *known == *value && fact_unit == unit) return {"write-fact", {role("fact", fact.id.text)}};
      }
    }
    return context_.write_role("num", notation(figure, unit));
  }

  std::string notation(const Figure& figure, const std::string& unit) const {
    std::string value = figure.typed.value;
    if (figure.scale >= 6) {
      value = in_exponents(value, figure.scale);
    } else if (const auto exact = exact_value(figure); exact && figure.scale > 0) {
      value = exact->to_plain_string();
    }
    if (unit == "%") return value + "%";
    return unit.empty() ? value : value + " " + unit;
  }

  static std::optional<model::Decimal> exact_value(const Figure& figure) {
    const auto value = model::parse_decimal(figure.typed.value);
    return value ? std::optional(value->shifted(figure.scale)) : std::nullopt;
  }

  void note_magnitude(const Figure& figure, const std::string& unit) const {
    if (figure.scale < 6 || reader_.goes_on(figure)) return;
    if (auto value = exact_value(figure))
      add_magnitude(*value, unit, text_[figure.first].begin, text_[figure.scale_end - 1].end);
  }

  void add_magnitude(const model::Decimal& value, const std::string& unit, std::size_t begin, std::size_t end) const {
    const diagnostics::Place place = text_.place(begin, end);
    if (place.path != text_.path()) return;
    const bool is_money = lexicon_.is_currency_code(unit);
    context_.magnitudes.push_back(
        {value, is_money ? unit : "", {place.line, place.column, place.length}, std::string(context_.anchor), true});
  }

  bool check_signs(const Figure& figure, const std::string& unit) const {
    if (figure.typed.signs != NumberSigns::foreign) return false;
    const std::size_t begin = text_[figure.number].begin, end = text_[figure.last - 1].end;
    context_.report("foreign-number-signs", begin, end, {std::string(text_.slice(begin, end)), lexicon_.locale().tag},
                    suggestion(figure, unit));
    return true;
  }

  bool check_percent(const Figure& figure) const {
    if (!figure.counted.is_percent_sign) return false;
    const std::size_t sign = figure.counted.end - 1;
    if (!is_gap_wrong(sign)) return false;
    const std::size_t begin = text_[figure.number].begin;
    context_.report("percent-spacing", begin, text_[sign].end,
                    {std::string(text_.slice(begin, text_[sign].end)), lexicon_.locale().tag}, suggestion(figure, "%"));
    return true;
  }

  bool is_gap_wrong(std::size_t sign) const {
    return text_.slice(text_[sign - 1].end, text_[sign].begin) != lexicon_.percent_gap();
  }

  /// A sign behind a role: the role prints it, with the right space.
  void check_sign_behind_role(std::size_t i) const {
    const bool is_figure = text_.text()[text_[i].begin] == kOpaqueFigure;
    if (!is_figure || !text_.is_mark(i + 1, "%") || !is_gap_wrong(i + 1)) return;
    context_.report("percent-spacing", text_[i + 1].begin, text_[i + 1].end, {"%", lexicon_.locale().tag},
                    {"percent-in-role", {}});
  }

  /// 'millones pesos'. Only before a word that is known to be counted: an adjective or a verb needs no 'de'.
  bool check_of(std::size_t begin, std::size_t end) const {
    const std::string& of = lexicon_.rules().of;
    if (of.empty() || end == begin || text_[end - 1].meaning->scale < 6) return false;
    const Counted counted = reader_.read_counted(end);
    if (!counted.is_noun || !counted.is_adjacent) return false;
    const std::size_t from = text_[end - 1].begin, to = text_[counted.end - 1].end;
    context_.report("missing-of", from, to, {std::string(text_.slice(from, to)), of},
                    write_instead(std::string(text_.view(end - 1)) + " " + of + " " +
                                  std::string(text_.slice(text_[end].begin, to))));
    return true;
  }

  // ---- words of scale without digits

  /// 'mil millones', 'dos billones', 'un millón empresas': a magnitude in words, which no role needs to replace.
  std::size_t bare_scale(std::size_t i) const {
    std::size_t end = i;
    int scale = 0;
    const std::size_t most = i + kMostScaleWords;
    while (end < most && text_[end].meaning != nullptr && text_[end].meaning->scale != 0)
      scale += text_[end++].meaning->scale;
    (void)check_of(i, end);
    const Token& before = text_.before(i);
    std::optional<model::Decimal> number;
    std::size_t begin = text_[i].begin;
    if (before.meaning != nullptr && before.meaning->number) {
      number = before.meaning->number;
      begin = before.begin;
    } else if (end - i > 1) {
      number = model::Decimal(1);
    }
    Figure figure;
    figure.scale = scale;
    figure.scale_end = end;
    if (number && scale >= 6 && !reader_.goes_on(figure) && !is_compound(i)) {
      add_magnitude(number->shifted(scale), reader_.read_counted(end).unit, begin, text_[end - 1].end);
    }
    return end;
  }

  /// 'treinta y dos millones': more number words before the one that was read.
  bool is_compound(std::size_t scale) const {
    if (scale < 2) return false;
    const Token& two_before = text_[scale - 2];
    return two_before.meaning != nullptr &&
           (two_before.meaning->number || two_before.meaning->goes_on || two_before.meaning->scale != 0) &&
           text_[scale - 1].meaning != nullptr && text_[scale - 1].meaning->number.has_value();
  }

  void check_foreign_scale(std::size_t i) const {
    const Token& before = text_.before(i);
    const bool is_amount = before.kind == TokenKind::number ||
                           (before.kind == TokenKind::opaque && text_.text()[before.begin] == kOpaqueFigure) ||
                           (before.meaning != nullptr && before.meaning->number);
    if (!is_amount) return;
    context_.report("foreign-scale-word", text_[i].begin, text_[i].end,
                    {std::string(text_.view(i)), lexicon_.locale().language}, scale_help(i));
  }

  diagnostics::Help scale_help(std::size_t i) const {
    if (i == 0 || text_[i - 1].kind != TokenKind::number) return {"write-role", {}};
    const TypedNumber typed = read_typed_number(text_.view(i - 1), lexicon_.locale().style.numbers);
    if (typed.value.empty()) return {"write-role", {}};
    return context_.write_role("num", in_exponents(typed.value, text_[i].meaning->foreign_scale));
  }

  const ProseContext& context_;
  const ProseText& text_;
  const ProseLexicon& lexicon_;
  FigureReader reader_;
  const std::vector<bool>& taken_;
  std::size_t chain_end_ = 0;  ///< number that continues a list of identifiers
};

}  // namespace

void check_figures(const ProseContext& context, const std::vector<bool>& taken) {
  FigureCheck(context, taken).run();
}

}  // namespace gaceta::checks
