#include "localization/message_pattern.hpp"

#include <algorithm>

// Recursive descent over the grammar of ICU's MessageFormat (apostrophe mode DOUBLE_OPTIONAL):
//   message  = (literal | argument)*
//   argument = '{' name '}' | '{' name ', plural,' cases '}' | '{' name ', select,' cases '}'
//   cases    = (selector '{' message '}')+ , one of them 'other'

namespace gaceta::localization {
namespace {

using model::Decimal;

class Compiler {
 public:
  Compiler(std::string_view text, MessageFault& fault) : text_(text), fault_(fault) {}

  std::optional<MessagePattern> message() {
    std::optional<MessagePattern> pattern = sequence(0, false);
    if (pattern && at_ < text_.size()) return fail("message-brace", at_);
    return pattern;
  }

 private:
  static constexpr int kDeepest = 8;

  std::nullopt_t fail(std::string_view rule, std::size_t offset, std::string argument = {}) {
    if (fault_.rule.empty()) fault_ = {rule, offset, std::move(argument)};
    return std::nullopt;
  }

  std::optional<MessagePattern> sequence(int depth, bool in_plural) {
    MessagePattern pattern;
    std::string literal;
    const auto flush = [&] {
      if (!literal.empty()) pattern.parts.push_back({MessagePart::Kind::literal, std::move(literal), {}});
      literal.clear();
    };
    while (at_ < text_.size() && text_[at_] != '}') {
      const char c = text_[at_];
      if (c == '\'') {
        apostrophe(literal, in_plural);
      } else if (c == '{') {
        flush();
        std::optional<MessagePart> part = argument(depth);
        if (!part) return std::nullopt;
        pattern.parts.push_back(*std::move(part));
      } else if (c == '#' && in_plural) {
        flush();
        pattern.parts.push_back({MessagePart::Kind::number_sign, {}, {}});
        ++at_;
      } else {
        literal += c;
        ++at_;
      }
    }
    flush();
    if (pattern.is_plain()) pattern.plain = pattern.parts.empty() ? std::string() : pattern.parts.front().text;
    return pattern;
  }

  /// '' is an apostrophe; ' before a brace (or '#' in a plural) quotes up to the next one; any other is itself.
  void apostrophe(std::string& literal, bool in_plural) {
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    ++at_;
    if (next == '\'') {
      literal += '\'';
      ++at_;
      return;
    }
    if (next != '{' && next != '}' && !(next == '#' && in_plural)) {
      literal += '\'';
      return;
    }
    const std::size_t close = std::min(text_.find('\'', at_), text_.size());
    literal += text_.substr(at_, close - at_);
    at_ = std::min(close + 1, text_.size());
  }

  std::string_view word() {
    skip_spaces();
    const std::size_t start = at_;
    while (at_ < text_.size() && std::string_view(" \n\t,{}").find(text_[at_]) == std::string_view::npos) ++at_;
    const std::string_view found = text_.substr(start, at_ - start);
    skip_spaces();
    return found;
  }

  void skip_spaces() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t')) ++at_;
  }

  bool take(char wanted) {
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  std::optional<MessagePart> argument(int depth) {
    const std::size_t open = at_++;
    MessagePart part;
    part.kind = MessagePart::Kind::argument;
    part.text = word();
    if (part.text.empty()) return fail("message-brace", open);
    if (take('}')) return part;
    if (!take(',')) return fail("message-brace", open);
    const std::size_t kind_at = at_;
    const std::string_view kind = word();
    if (kind != "plural" && kind != "select") return fail("message-argument-type", kind_at, std::string(kind));
    part.kind = kind == "plural" ? MessagePart::Kind::plural : MessagePart::Kind::select;
    if (!take(',') || depth >= kDeepest || !cases(part, depth)) return fail("message-brace", open);
    return part;
  }

  bool cases(MessagePart& part, int depth) {
    const std::size_t start = at_;
    skip_spaces();
    while (at_ < text_.size() && text_[at_] != '}') {
      MessageCase one;
      one.selector = word();
      if (one.selector.empty() || !take('{')) return false;
      std::optional<MessagePattern> pattern = sequence(depth + 1, part.kind == MessagePart::Kind::plural);
      if (!pattern || !take('}')) return false;
      one.pattern = *std::move(pattern);
      part.cases.push_back(std::move(one));
      skip_spaces();
    }
    const bool has_other = std::any_of(part.cases.begin(), part.cases.end(),
                                       [](const MessageCase& one) { return one.selector == "other"; });
    if (!has_other) fail("message-other", start, part.text);
    return has_other && take('}');
  }

  std::string_view text_;
  MessageFault& fault_;
  std::size_t at_ = 0;
};

const MessageArgument* find(std::span<const MessageArgument> arguments, std::string_view name) {
  const auto found =
      std::find_if(arguments.begin(), arguments.end(), [&](const MessageArgument& one) { return one.name == name; });
  return found == arguments.end() ? nullptr : &*found;
}

std::optional<Decimal> number_of(const MessageArgument* argument) {
  if (argument == nullptr) return std::nullopt;
  if (const auto* integer = std::get_if<std::int64_t>(&argument->value)) return Decimal(*integer);
  if (const auto* decimal = std::get_if<Decimal>(&argument->value)) return *decimal;
  return model::parse_decimal(std::get<std::string_view>(argument->value));
}

std::string text_of(const MessageArgument& argument, const MessageVoice& voice) {
  if (const auto* text = std::get_if<std::string_view>(&argument.value)) return std::string(*text);
  return voice.digits(*number_of(&argument));
}

const MessagePattern* chosen(const MessagePart& part, std::string_view exact, std::string_view keyword) {
  const MessagePattern* other = nullptr;
  const MessagePattern* by_keyword = nullptr;
  for (const MessageCase& one : part.cases) {
    if (!exact.empty() && one.selector == exact) return &one.pattern;
    if (one.selector == keyword) by_keyword = &one.pattern;
    if (one.selector == "other") other = &one.pattern;
  }
  return by_keyword != nullptr ? by_keyword : other;
}

struct Printing {
  std::span<const MessageArgument> arguments;
  const MessageVoice& voice;
  std::optional<Decimal> number;  ///< what '#' stands for
};

void append(std::string& out, const MessagePattern& pattern, const Printing& printing);

void append_cases(std::string& out, const MessagePart& part, const Printing& printing) {
  const MessageArgument* argument = find(printing.arguments, part.text);
  Printing inner = printing;
  const MessagePattern* pattern = nullptr;
  if (part.kind == MessagePart::Kind::plural) {
    inner.number = number_of(argument);
    const Decimal number = inner.number.value_or(Decimal());
    pattern = chosen(part, "=" + number.to_plain_string(), printing.voice.plural_form(number));
  } else {
    pattern = chosen(part, {}, argument == nullptr ? "other" : text_of(*argument, printing.voice));
  }
  if (pattern != nullptr) append(out, *pattern, inner);
}

void append(std::string& out, const MessagePattern& pattern, const Printing& printing) {
  for (const MessagePart& part : pattern.parts) {
    switch (part.kind) {
      case MessagePart::Kind::literal:
        out += part.text;
        break;
      case MessagePart::Kind::number_sign:
        if (printing.number) out += printing.voice.digits(*printing.number);
        break;
      case MessagePart::Kind::argument:
        if (const MessageArgument* argument = find(printing.arguments, part.text)) {
          out += text_of(*argument, printing.voice);
        } else {
          out += '{' + part.text + '}';
        }
        break;
      default:
        append_cases(out, part, printing);
    }
  }
}

}  // namespace

bool MessagePattern::is_plain() const {
  return parts.empty() || (parts.size() == 1 && parts.front().kind == MessagePart::Kind::literal);
}

std::optional<MessagePattern> compile_message(std::string_view text, MessageFault& fault) {
  return Compiler(text, fault).message();
}

void append_message(std::string& out, const MessagePattern& pattern, std::span<const MessageArgument> arguments,
                    const MessageVoice& voice) {
  append(out, pattern, {arguments, voice, std::nullopt});
}

}  // namespace gaceta::localization
