// Statements nest as blocks of tags: a body ends at a tag that the statement around it waits for. When such a tag
// belongs to a statement further out, the inner one was never closed: it is reported where it was opened, and the outer
// one goes on.
#include <algorithm>
#include <array>
#include <utility>

#include "templating/parser.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace gaceta::templating {
namespace {

using Type = Statement::Type;
using Words = std::vector<std::string_view>;

constexpr std::array<std::string_view, 9> kOpening{"if",    "for",   "set",  "include", "extends",
                                                   "block", "macro", "from", "raw"};
constexpr std::array<std::string_view, 8> kClosing{"elif",   "else",     "endif",    "endfor",
                                                   "endset", "endblock", "endmacro", "endraw"};

bool has(const auto& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Parser {
 public:
  Parser(ParsedTemplate& result, const std::vector<Token>& tokens, Mistakes& mistakes)
      : result_(result), reader_(tokens, mistakes) {}

  void run() { body(result_.body); }

 private:
  /// Statements up to a closing tag that somebody waits for, or the end of the file.
  void body(Body& statements) {
    for (;;) {
      const Token& token = reader_.peek();
      if (token.type == Token::Type::end_of_file) return;
      if (token.type == Token::Type::text) {
        text(statements);
      } else if (token.type == Token::Type::print_begin) {
        print(statements);
      } else if (token.type != Token::Type::tag_begin) {
        reader_.take_any();
      } else if (has(awaited_, reader_.peek(1).text)) {
        return;
      } else {
        tag(statements);
      }
    }
  }

  void text(Body& statements) {
    const Token& token = reader_.take();
    if (token.text.empty()) return;
    Statement statement;
    statement.span = {token.span.offset, static_cast<std::uint32_t>(token.text.size())};
    statement.text = token.text;
    statements.push_back(std::move(statement));
  }

  void print(Body& statements) {
    reader_.begin_tag();
    reader_.take();
    Statement statement;
    statement.type = Type::print;
    statement.expression = parse_expression(reader_);
    statement.span = statement.expression.span;
    reader_.finish_tag();
    if (!reader_.failed()) statements.push_back(std::move(statement));
  }

  void tag(Body& statements) {
    reader_.begin_tag();
    const Name word = open();
    Statement statement;
    statement.span = word.span;
    if (word.text == "if") return choose(statements, std::move(statement));
    if (word.text == "for") return loop(statements, std::move(statement));
    if (word.text == "set") return assign(statements, std::move(statement));
    if (word.text == "block") return block(statements, std::move(statement));
    if (word.text == "macro") return macro(word);
    if (word.text == "extends") return extends(word);
    if (word.text == "include") return include(statements, std::move(statement));
    if (word.text == "from") return import(statements, std::move(statement));
    if (!reader_.failed()) unknown(word);
    reader_.finish_tag();
  }

  /// The first word of a tag, behind its {%.
  Name open() {
    reader_.take();
    return reader_.expect_name();
  }

  void unknown(const Name& word) {
    if (has(kClosing, word.text)) {
      reader_.fail("template-stray-tag", word.span, {word.text});
    } else {
      Words known(kOpening.begin(), kOpening.end());
      known.insert(known.end(), kClosing.begin(), kClosing.end());
      reader_.fail("template-unknown-tag", word.span, {word.text},
                   diagnostics::did_you_mean(text::nearest(word.text, std::span<const std::string_view>(known))));
    }
  }

  /// The body of a statement that one of `closing` ends; the word that ended it, or nothing if it was never closed.
  std::string_view closed_body(Body& statements, const Words& closing, Span opening, std::string_view name) {
    if (++depth_ > kDeepestNesting) give_up(opening);
    const std::size_t awaited_before = awaited_.size();
    awaited_.insert(awaited_.end(), closing.begin(), closing.end());
    body(statements);
    awaited_.resize(awaited_before);
    --depth_;
    if (reader_.is(Token::Type::tag_begin) && has(closing, reader_.peek(1).text)) {
      reader_.begin_tag();
      reader_.take();
      return reader_.take().text;
    }
    if (!gave_up_) reader_.mistakes().add("template-unclosed", opening, {std::string(name)});
    return {};
  }

  void give_up(Span opening) {
    reader_.mistakes().add("template-too-deep", opening, {std::to_string(kDeepestNesting)});
    gave_up_ = true;
    while (!reader_.is(Token::Type::end_of_file)) reader_.take_any();
  }

  void choose(Body& statements, Statement statement) {
    statement.type = Type::choose;
    const Span opening = statement.span;
    std::string_view word = "if";
    while (word == "if" || word == "elif") {
      Branch& branch = statement.branches.emplace_back();
      branch.condition = parse_expression(reader_);
      if (reader_.failed()) branch.condition = Expression{};
      reader_.finish_tag();
      word = closed_body(branch.body, {"elif", "else", "endif"}, opening, "if");
    }
    if (word == "else") {
      reader_.finish_tag();
      word = closed_body(statement.branches.emplace_back().body, {"endif"}, opening, "if");
    }
    if (!word.empty()) reader_.finish_tag();
    statements.push_back(std::move(statement));
  }

  void loop(Body& statements, Statement statement) {
    statement.type = Type::loop;
    statement.name = reader_.expect_name();
    reader_.expect("in");
    if (!reader_.failed()) statement.expression = parse_expression(reader_);
    const bool usable = !reader_.failed();
    reader_.finish_tag();
    statement.branches.resize(2);
    std::string_view word = closed_body(statement.branches[0].body, {"else", "endfor"}, statement.span, "for");
    if (word == "else") {
      reader_.finish_tag();
      word = closed_body(statement.branches[1].body, {"endfor"}, statement.span, "for");
    }
    if (!word.empty()) reader_.finish_tag();
    if (usable) statements.push_back(std::move(statement));
  }

  void assign(Body& statements, Statement statement) {
    statement.type = Type::assign;
    statement.name = reader_.expect_name();
    if (!reader_.failed() && reader_.is(Token::Type::end)) return capture(statements, std::move(statement));
    reader_.expect("=");
    if (!reader_.failed()) statement.expression = parse_expression(reader_);
    reader_.finish_tag();
    if (!reader_.failed()) statements.push_back(std::move(statement));
  }

  void capture(Body& statements, Statement statement) {
    statement.type = Type::capture;
    finish_with_body(statement, "endset", "set");
    statements.push_back(std::move(statement));
  }

  void block(Body& statements, Statement statement) {
    statement.type = Type::block;
    statement.name = reader_.expect_name();
    const bool usable = !reader_.failed();
    finish_with_body(statement, "endblock", "block");
    if (usable) statements.push_back(std::move(statement));
  }

  /// The rest of the opening tag, the body and the closing tag, which may repeat the statement's name.
  void finish_with_body(Statement& statement, std::string_view closing, std::string_view opening) {
    reader_.finish_tag();
    const std::string_view word =
        closed_body(statement.branches.emplace_back().body, {closing}, statement.span, opening);
    if (word.empty()) return;
    if (reader_.is(Token::Type::name)) reader_.expect(statement.name.text);
    reader_.finish_tag();
  }

  void macro(const Name& word) {
    auto macro = std::make_unique<Macro>();
    macro->name = reader_.expect_name();
    reader_.expect("(");
    while (!reader_.failed() && !reader_.is(")")) {
      macro->parameters.push_back(reader_.expect_name());
      if (!reader_.accept(",")) break;
    }
    reader_.expect(")");
    const bool usable = !reader_.failed();
    Statement body;
    body.span = word.span;
    body.name = macro->name;
    finish_with_body(body, "endmacro", "macro");
    macro->body = std::move(body.branches.front().body);
    if (usable) result_.macros.push_back(std::move(macro));
  }

  void extends(const Name& word) {
    Name parent = reader_.expect_string();
    const bool first = !result_.extends && depth_ == 0 && nothing_but_space(result_.body);
    if (!first && !reader_.failed()) reader_.fail("template-late-extends", word.span, {});
    reader_.finish_tag();
    if (!reader_.failed()) result_.extends = std::move(parent);
  }

  static bool nothing_but_space(const Body& body) {
    return std::all_of(body.begin(), body.end(), [](const Statement& statement) {
      return statement.type == Type::text && text::trimmed(statement.text).empty();
    });
  }

  void include(Body& statements, Statement statement) {
    statement.type = Type::include;
    statement.name = reader_.expect_string();
    reader_.finish_tag();
    if (!reader_.failed()) statements.push_back(std::move(statement));
  }

  /// {% from "file" import name, name %}
  void import(Body& statements, Statement statement) {
    statement.type = Type::import;
    statement.name = reader_.expect_string();
    reader_.expect("import");
    do {
      if (!reader_.failed()) statement.names.push_back(reader_.expect_name());
    } while (reader_.accept(","));
    reader_.finish_tag();
    if (!reader_.failed()) statements.push_back(std::move(statement));
  }

  ParsedTemplate& result_;
  TokenReader reader_;
  Words awaited_;  // closing tags of all statements that are open
  int depth_ = 0;
  bool gave_up_ = false;
};

/// Bytes that are not UTF-8 would come out on the page: nothing else is looked at before they are mended.
bool is_utf8(const Source& source, Mistakes& mistakes) {
  const auto invalid = text::first_invalid_byte(source.text);
  if (!invalid) return true;
  mistakes.add("template-not-utf8", {static_cast<std::uint32_t>(*invalid), 1}, {std::to_string(*invalid)});
  return false;
}

}  // namespace

std::unique_ptr<ParsedTemplate> parse(std::string_view name, Source source) {
  auto result = std::make_unique<ParsedTemplate>();
  result->name = name;
  result->found = true;
  result->source = std::move(source);
  if (text::without_byte_order_mark(result->source.text).size() < result->source.text.size()) {
    result->source.text.erase(0, 3);
  }
  Mistakes mistakes(result->source.path, result->source.text, result->mistakes);
  if (!is_utf8(result->source, mistakes)) return result;
  const std::vector<Token> tokens = tokens_of(result->source.text, mistakes);
  Parser(*result, tokens, mistakes).run();
  return result;
}

}  // namespace gaceta::templating
