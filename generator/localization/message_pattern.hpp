// One compiled message: the syntax of ICU MessageFormat that interfaces need. Internal to the room.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "localization/messages.hpp"

namespace gaceta::localization {

struct MessagePart;

struct MessagePattern {
  std::vector<MessagePart> parts;
  std::string plain;  ///< the whole text, when there are no arguments

  [[nodiscard]] bool is_plain() const;
};

struct MessageCase {
  std::string selector;  ///< "=0", "one", "other", or a word of select
  MessagePattern pattern;
};

struct MessagePart {
  enum class Kind { literal, argument, number_sign, plural, select };
  Kind kind = Kind::literal;
  std::string text;  ///< the literal, or the argument's name
  std::vector<MessageCase> cases;
};

/// What is wrong with a pattern, and at which byte.
struct MessageFault {
  std::string_view rule;  ///< of the catalogue
  std::size_t offset = 0;
  std::string argument;
};

std::optional<MessagePattern> compile_message(std::string_view text, MessageFault& fault);

/// What the language and the house style decide of a message.
struct MessageVoice {
  std::function<std::string(const model::Decimal&)> digits;            ///< a number as printed
  std::function<std::string_view(const model::Decimal&)> plural_form;  ///< CLDR keyword: "one", "other", …
};

void append_message(std::string& out, const MessagePattern& pattern, std::span<const MessageArgument> arguments,
                    const MessageVoice& voice);

}  // namespace gaceta::localization
