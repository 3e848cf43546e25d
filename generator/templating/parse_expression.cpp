// Precedence, from loose to tight: a if c else b · or · and · not · == != < > <= >= in · ~ · filters | · fields .
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "templating/parser.hpp"

namespace gaceta::templating {
namespace {

using Type = Expression::Type;

constexpr std::array<std::string_view, 7> kReserved{"and", "or", "not", "in", "if", "else", "is"};

Span joined(Span first, Span last) {
  return {first.offset, last.offset + last.length - first.offset};
}

class ExpressionParser {
 public:
  explicit ExpressionParser(TokenReader& reader) : reader_(reader) {}

  Expression choice() {
    Expression value = either();
    if (!reader_.accept("if")) return value;
    Expression condition = either();
    Expression other = make(Type::none, condition.span);
    if (reader_.accept("else")) other = nested([this] { return choice(); });
    return binary(Type::choice, {}, std::move(value), std::move(condition), std::move(other));
  }

 private:
  Expression make(Type type, Span span) {
    if (++parts_ > kMostExpressionParts) {
      reader_.fail("template-too-complex", span, {std::to_string(kMostExpressionParts)});
    }
    Expression expression;
    expression.type = type;
    expression.span = span;
    return expression;
  }

  template <typename... Operands>
  Expression binary(Type type, std::string_view text, Operands... operands) {
    Expression result = make(type, {});
    result.text = std::string(text);
    (result.operands.push_back(std::move(operands)), ...);
    result.span = joined(result.operands.front().span, result.operands.back().span);
    return result;
  }

  /// Guards recursion: every parenthesis, argument and negation goes through here.
  template <typename Parse>
  Expression nested(Parse parse) {
    if (reader_.failed()) return {};
    if (++depth_ > kDeepestNesting) {
      reader_.fail("template-too-deep", reader_.peek().span, {std::to_string(kDeepestNesting)});
      return {};
    }
    Expression result = parse();
    --depth_;
    return result;
  }

  Expression either() {
    Expression left = both();
    while (!reader_.failed() && reader_.accept("or")) left = binary(Type::either, {}, std::move(left), both());
    return left;
  }

  Expression both() {
    Expression left = negation();
    while (!reader_.failed() && reader_.accept("and")) left = binary(Type::both, {}, std::move(left), negation());
    return left;
  }

  Expression negation() {
    const Span begin = reader_.peek().span;
    if (!reader_.accept("not")) return comparison();
    return nested([&] {
      Expression result = make(Type::negation, begin);
      result.operands.push_back(negation());
      result.span = joined(begin, result.operands.back().span);
      return result;
    });
  }

  Expression comparison() {
    Expression left = concatenation();
    if (reader_.failed()) return left;
    for (const std::string_view sign : {"==", "!=", "<=", ">=", "<", ">"}) {
      if (reader_.accept(sign)) return binary(Type::comparison, sign, std::move(left), concatenation());
    }
    if (reader_.accept("in")) return binary(Type::inside, {}, std::move(left), concatenation());
    if (!reader_.is("not") || reader_.peek(1).text != "in") return left;
    reader_.take();
    reader_.take();
    Expression inside = binary(Type::inside, {}, std::move(left), concatenation());
    const Span span = inside.span;
    Expression result = make(Type::negation, span);
    result.operands.push_back(std::move(inside));
    return result;
  }

  Expression concatenation() {
    Expression left = filtered();
    while (!reader_.failed() && reader_.accept("~")) {
      if (left.type != Type::concatenation) left = binary(Type::concatenation, {}, std::move(left));
      left.operands.push_back(filtered());
      left.span = joined(left.span, left.operands.back().span);
    }
    return left;
  }

  Expression filtered() {
    Expression value = postfix();
    while (!reader_.failed() && reader_.accept("|")) {
      const Name name = reader_.expect_name();
      Expression call = make(Type::call, name.span);
      call.text = name.text;
      call.operands.push_back(std::move(value));
      call.argument_names.emplace_back();
      if (reader_.is("(")) arguments(call);
      value = std::move(call);
    }
    return value;
  }

  Expression postfix() {
    Expression value = primary();
    while (!reader_.failed() && reader_.accept(".")) {
      const Name name = reader_.expect_name();
      Expression field = make(Type::field, name.span);
      field.text = name.text;
      field.operands.push_back(std::move(value));
      value = std::move(field);
    }
    return value;
  }

  Expression primary() {
    if (reader_.is(Token::Type::string)) {
      const Token& token = reader_.take();
      Expression text = make(Type::text, token.span);
      text.text = string_value(token.text);
      return text;
    }
    if (reader_.is(Token::Type::integer)) return integer();
    if (reader_.is(Token::Type::name)) return word();
    if (reader_.accept("(")) {
      Expression inner = nested([this] { return choice(); });
      reader_.expect(")");
      return inner;
    }
    reader_.fail_expecting("@template-expression");
    return {};
  }

  Expression integer() {
    const Token& token = reader_.take();
    Expression result = make(Type::integer, token.span);
    const auto parsed = std::from_chars(token.text.data(), token.text.data() + token.text.size(), result.number);
    if (parsed.ec != std::errc()) reader_.fail("template-number", token.span, {std::string(token.text)});
    return result;
  }

  Expression word() {
    const Span span = reader_.peek().span;
    for (const auto& [spelling, number] : {std::pair("true", 1), {"True", 1}, {"false", 0}, {"False", 0}}) {
      if (!reader_.accept(spelling)) continue;
      Expression boolean = make(Type::boolean, span);
      boolean.number = number;
      return boolean;
    }
    if (reader_.accept("none") || reader_.accept("None")) return make(Type::none, span);
    if (std::find(kReserved.begin(), kReserved.end(), reader_.peek().text) != kReserved.end()) {
      reader_.fail_expecting("@template-expression");
      return {};
    }
    Expression result = make(Type::name, span);
    result.text = reader_.take().text;
    if (!reader_.is("(")) return result;
    result.type = Type::call;
    arguments(result);
    return result;
  }

  void arguments(Expression& call) {
    reader_.expect("(");
    while (!reader_.failed() && !reader_.is(")")) {
      Name name;
      if (reader_.is(Token::Type::name) && reader_.peek(1).text == "=") {
        name = reader_.expect_name();
        reader_.expect("=");
      } else if (!call.argument_names.empty() && !call.argument_names.back().text.empty()) {
        return reader_.fail_expecting("@template-named-argument");
      }
      call.argument_names.push_back(std::move(name));
      call.operands.push_back(nested([this] { return choice(); }));
      if (!reader_.accept(",")) break;
    }
    reader_.expect(")");
  }

  TokenReader& reader_;
  int parts_ = 0;
  int depth_ = 0;
};

}  // namespace

Expression parse_expression(TokenReader& reader) {
  return ExpressionParser(reader).choice();
}

bool TokenReader::is(std::string_view word) const {
  const Token& token = peek();
  return (token.type == Token::Type::name || token.type == Token::Type::symbol) && token.text == word;
}

const Token& TokenReader::take() {
  const Token& token = peek();
  const bool stays = token.type == Token::Type::end || token.type == Token::Type::bad;
  if (!stays && at_ + 1 < tokens_.size()) ++at_;
  return token;
}

void TokenReader::take_any() {
  if (at_ + 1 < tokens_.size()) ++at_;
}

bool TokenReader::accept(std::string_view word) {
  if (failed_ || !is(word)) return false;
  take();
  return true;
}

void TokenReader::expect(std::string_view word) {
  if (failed_ || accept(word)) return;
  std::string quoted(1, '\'');
  (quoted += word) += '\'';
  fail_expecting(quoted);
}

Name TokenReader::expect_name() {
  if (!is(Token::Type::name)) {
    fail_expecting("@template-name");
    return {};
  }
  const Token& token = take();
  return {std::string(token.text), token.span};
}

Name TokenReader::expect_string() {
  if (!is(Token::Type::string)) {
    fail_expecting("@template-string");
    return {};
  }
  const Token& token = take();
  return {string_value(token.text), token.span};
}

void TokenReader::fail_expecting(std::string_view wanted) {
  const Token& token = peek();
  if (token.type == Token::Type::bad) {  // reported by the lexer
    failed_ = true;
    return;
  }
  fail("template-syntax", token.span, {std::string(wanted), std::string(token.text)});
}

void TokenReader::fail(std::string_view rule, Span span, std::vector<std::string> arguments, diagnostics::Help help) {
  if (!failed_) mistakes_.add(rule, span, std::move(arguments), std::move(help));
  failed_ = true;
}

void TokenReader::finish_tag() {
  if (!failed_ && !is(Token::Type::end)) fail_expecting("@template-end-of-tag");
  while (!is(Token::Type::end) && !is(Token::Type::bad) && !is(Token::Type::end_of_file)) ++at_;
  while (is(Token::Type::bad)) {  // a bad string may stand before the end of its tag
    ++at_;
    const Token::Type type = peek().type;
    if (type == Token::Type::text || type == Token::Type::print_begin || type == Token::Type::tag_begin) return;
    while (!is(Token::Type::end) && !is(Token::Type::bad) && !is(Token::Type::end_of_file)) ++at_;
  }
  if (is(Token::Type::end)) ++at_;
}

}  // namespace gaceta::templating
