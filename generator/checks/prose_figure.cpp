#include "checks/prose_figure.hpp"

#include <algorithm>

namespace gaceta::checks {

Figure FigureReader::read(std::size_t i) const {
  Figure figure = read_one(i);
  if (goes_on(figure) && text_[figure.scale_end].kind == TokenKind::number) {
    figure.counted = read_one(figure.scale_end).counted;
  }
  return figure;
}

Figure FigureReader::read_one(std::size_t i) const {
  Figure figure;
  figure.first = figure.number = i;
  figure.last = i + 1;
  const localization::NumberStyle& style = lexicon_.locale().style.numbers;
  figure.typed = read_typed_number(text_.view(i), style);
  read_spaced_groups(figure);
  read_prefix(figure);
  read_scale(figure);
  figure.counted = read_counted(figure.scale_end);
  const bool is_money = figure.counted.unit == "%" || lexicon_.is_currency_code(figure.counted.unit);
  if (!figure.prefix_unit.empty() && !is_money) {
    figure.counted = {};
    figure.counted.end = figure.scale_end;
  }
  return figure;
}

void FigureReader::read_spaced_groups(Figure& figure) const {
  const std::size_t first = figure.number;
  const std::string_view head = text_.view(first);
  if (head.size() > 3 || head.front() == '0' || head.find_first_not_of("0123456789") != std::string_view::npos) return;
  std::string digits(head);
  std::size_t at = first + 1;
  Gap gap = Gap::none;
  for (; text_[at].kind == TokenKind::number && text_[at].gap != Gap::none; ++at) {
    if (at - first > kMostGroups) return;
    const std::string_view group = text_.view(at);
    if (group.size() != 3 || group.find_first_not_of("0123456789") != std::string_view::npos) return;
    if (gap != Gap::none && gap != text_[at].gap) return;
    gap = text_[at].gap;
    digits += group;
  }
  const Token& before = text_.before(first);
  if (at == first + 1 || before.kind == TokenKind::number || text_.is_mark(first - 1, ")")) return;
  if (gap == Gap::space && at == first + 2 && !counts_something(at)) return;
  figure.last = at;
  figure.typed = {digits, "", NumberSigns::house, true, true};
  const std::string_view sign = text_.slice(text_[first].end, text_[first + 1].begin);
  const localization::NumberStyle& style = lexicon_.locale().style.numbers;
  figure.is_spaced = sign != style.group && sign != style.thin_group;
  if (figure.is_spaced) figure.typed.signs = NumberSigns::foreign;
}

bool FigureReader::counts_something(std::size_t at) const {
  const Token& token = text_[at];
  if (text_.is_mark(at, "%")) return true;
  if (token.meaning == nullptr) return false;
  return token.meaning->scale != 0 || token.meaning->is_counted || !read_counted(at).unit.empty();
}

void FigureReader::read_prefix(Figure& figure) const {
  const std::size_t i = figure.number;
  if (i == 0) return;
  const Token& before = text_[i - 1];
  if (before.kind == TokenKind::word && text_[i].gap != Gap::none && lexicon_.is_currency_code(text_.view(before)) &&
      !(before.meaning != nullptr && before.meaning->names_number)) {
    figure.first = i - 1;
    figure.prefix_unit = text_.view(before);
    return;
  }
  if (before.kind != TokenKind::mark) return;
  const Token& letters = text_.before(i - 1);
  if (letters.kind == TokenKind::word && before.gap == Gap::none) {
    const std::string_view code = lexicon_.currency_of_sign(text_.slice(letters.begin, before.end));
    figure.prefix_unit = code.empty() && text_.slice(letters.begin, before.end) == "US$" ? "USD" : code;
    if (!figure.prefix_unit.empty()) {
      figure.first = i - 2;
      return;
    }
  }
  figure.prefix_unit = lexicon_.currency_of_sign(text_.view(before));
  if (figure.prefix_unit.empty() && text_.view(before) == "$") figure.prefix_unit = "USD";
  if (!figure.prefix_unit.empty()) figure.first = i - 1;
}

void FigureReader::read_scale(Figure& figure) const {
  std::size_t at = figure.last;
  figure.scale_begin = at;
  const std::size_t most = at + kMostScaleWords;
  while (at < most && text_[at].meaning != nullptr && text_[at].meaning->scale != 0)
    figure.scale += text_[at++].meaning->scale;
  figure.scale_end = at;
}

const Phrase* FigureReader::phrase(std::size_t at, std::initializer_list<Phrase::Kind> kinds, std::size_t& size) const {
  const Token& token = text_[at];
  if (token.meaning == nullptr) return nullptr;
  for (const Phrase& one : token.meaning->phrases) {
    if (std::find(kinds.begin(), kinds.end(), one.kind) == kinds.end()) continue;
    if (const auto found = phrase_at(text_.text(), token.begin, one.words)) {
      size = *found;
      return &one;
    }
  }
  return nullptr;
}

std::size_t FigureReader::token_behind(std::size_t at, std::size_t offset) const {
  while (at < text_.size() && text_[at].begin < offset) ++at;
  return at;
}

Counted FigureReader::read_counted(std::size_t at) const {
  Counted counted;
  counted.end = at;
  if (text_.is_mark(at, "%")) {
    counted.unit = "%";
    counted.end = at + 1;
    counted.is_percent_sign = true;
    return counted;
  }
  const Token* token = &text_[at];
  if (token->kind != TokenKind::word) {
    if (token->kind == TokenKind::mark && token->gap != Gap::several && text_.view(at) == "€") {
      counted.unit = "EUR";
      counted.end = at + 1;
    }
    return counted;
  }
  const std::string& of = lexicon_.rules().of;
  if (!of.empty() && text_.view(at) == of) {
    counted.is_adjacent = false;
    token = &text_[++at];
  }
  std::size_t size = 0;
  using Kind = Phrase::Kind;
  if (const Phrase* found = phrase(at, {Kind::percent, Kind::points, Kind::currency, Kind::unit}, size)) {
    counted.unit = found->kind == Kind::percent ? "%" : found->value;
    counted.is_unit_noun = found->kind == Kind::unit;
    counted.is_everyday = token->meaning->is_everyday;
    counted.is_noun = found->kind == Kind::currency || found->kind == Kind::unit;
    counted.end = token_behind(at, token->begin + size);
  } else if (token->kind == TokenKind::word && lexicon_.is_currency_code(text_.view(at))) {
    counted.unit = text_.view(at);
    counted.end = at + 1;
  } else if (token->meaning != nullptr && token->meaning->is_counted) {
    counted.is_noun = true;
    counted.end = at + 1;
  }
  return counted;
}

bool FigureReader::goes_on(const Figure& figure) const {
  const Token& next = text_[figure.scale_end];
  if (figure.scale == 0) return false;
  if (next.kind == TokenKind::number) return true;
  if (next.meaning == nullptr || !next.meaning->goes_on) return false;
  const Token& after = text_[figure.scale_end + 1];
  return after.kind == TokenKind::number ||
         (after.meaning != nullptr && (after.meaning->number || after.meaning->goes_on));
}

}  // namespace gaceta::checks
