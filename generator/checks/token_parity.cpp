#include "checks/token_parity.hpp"

#include <algorithm>

namespace gaceta::checks {
namespace {

using alignment::Block;
using alignment::Token;
using alignment::TokenKind;
using diagnostics::Diagnostics;
using diagnostics::make;

struct Rules {
  TokenKind kind;
  std::string_view in_one_language;
  std::string_view differs;
};

constexpr Rules kRules[] = {
    {TokenKind::reference, "reference-in-one-language", "reference-differs"},
    {TokenKind::fact, "fact-in-one-language", "fact-differs"},
    {TokenKind::figure, "figure-in-one-language", "figure-differs"},
    {TokenKind::date, "date-in-one-language", "date-differs"},
    {TokenKind::country, "country-in-one-language", "country-differs"},
    {TokenKind::note, "note-call-in-one-language", "note-call-differs"},
    {TokenKind::picture, "picture-in-one-language", "picture-differs"},
    {TokenKind::option, "option-in-one-language", "option-differs"},
    {TokenKind::mark, "mark-in-one-language", "mark-differs"},
};

/// A token with its value as the source would write it.
struct Comparable {
  const Token* token = nullptr;
  std::string_view value;
};

using Comparables = std::vector<Comparable>;

/// Takes away what both lists have; the rest stays in the order of the texts.
void cancel(Comparables& left, Comparables& right) {
  std::multiset<std::string_view> of_right;
  for (const Comparable& one : right) of_right.insert(one.value);
  std::multiset<std::string_view> both;
  std::erase_if(left, [&](const Comparable& one) {
    const auto same = of_right.find(one.value);
    if (same == of_right.end()) return false;
    both.insert(one.value);
    of_right.erase(same);
    return true;
  });
  std::erase_if(right, [&](const Comparable& one) {
    const auto same = both.find(one.value);
    if (same == both.end()) return false;
    both.erase(same);
    return true;
  });
}

/// Options and marks differ when the key is the same: what stands before '='.
std::string_view key(std::string_view value) {
  return value.substr(0, value.find('='));
}

class TokenComparison {
 public:
  TokenComparison(const TwoTexts& both, const alignment::BlockPair& pair, const NoteLabels& labels, Diagnostics& found)
      : both_(both), left_(*pair.left), right_(*pair.right), labels_(labels), found_(found) {}

  void run() {
    std::uint32_t kinds = 0;  // most blocks have few
    for (const Token& token : left_.tokens) kinds |= 1U << static_cast<unsigned>(token.kind);
    for (const Token& token : right_.tokens) kinds |= 1U << static_cast<unsigned>(token.kind);
    for (const Rules& rules : kRules) {
      if ((kinds >> static_cast<unsigned>(rules.kind) & 1U) != 0) compare(rules);
    }
  }

 private:
  Comparables of_source(TokenKind kind) const {
    Comparables out;
    for (const Token& token : left_.tokens) {
      if (token.kind != kind) continue;
      if (kind == TokenKind::note && labels_.alone.contains(token.value)) continue;
      out.push_back({&token, token.value});
    }
    return out;
  }

  Comparables of_translation(TokenKind kind) const {
    Comparables out;
    for (const Token& token : right_.tokens) {
      if (token.kind != kind) continue;
      std::string_view value = token.value;
      if (kind == TokenKind::note) {
        const auto known = labels_.source_label.find(value);
        if (known != labels_.source_label.end())
          value = known->second;
        else if (labels_.alone.contains(value))
          continue;
      }
      out.push_back({&token, value});
    }
    return out;
  }

  void compare(const Rules& rules) {
    Comparables left = of_source(rules.kind);
    Comparables right = of_translation(rules.kind);
    cancel(left, right);
    if (left.empty() && right.empty()) return;
    const bool has_keys = rules.kind == TokenKind::option || rules.kind == TokenKind::mark;
    for (auto one = right.begin(); one != right.end();) {
      const auto other = std::find_if(left.begin(), left.end(), [&](const Comparable& candidate) {
        return !has_keys || key(candidate.value) == key(one->value);
      });
      if (other == left.end()) {
        ++one;
        continue;
      }
      report_difference(rules.differs, *other->token, *one->token);
      left.erase(other);
      one = right.erase(one);
    }
    for (const Comparable& one : left)
      report_alone(rules.in_one_language, *one.token, both_.source, left_, both_.translation, right_);
    for (const Comparable& one : right)
      report_alone(rules.in_one_language, *one.token, both_.translation, right_, both_.source, left_);
  }

  void report_difference(std::string_view rule, const Token& source, const Token& translation) {
    found_.push_back(make(rule, both_.translation.place(right_, translation.span),
                          {translation.value, source.value, std::string(both_.source.file())},
                          {"counterpart-at", {location(both_.source.place(left_, source.span))}}));
  }

  void report_alone(std::string_view rule, const Token& token, const Side& here, const Block& block, const Side& there,
                    const Block& counterpart) {
    found_.push_back(make(rule, here.place(block, token.span), {token.value, std::string(there.file())},
                          {"counterpart-at", {location(there.place(counterpart))}}));
  }

  const TwoTexts& both_;
  const Block& left_;
  const Block& right_;
  const NoteLabels& labels_;
  Diagnostics& found_;
};

}  // namespace

NoteLabels note_labels(const TwoTexts& both) {
  NoteLabels labels;
  for (const alignment::BlockPair& pair : both.notes) {
    if (pair.right == nullptr) {
      labels.alone.insert(pair.left->name);
    } else if (pair.left == nullptr) {
      labels.alone.insert(pair.right->name);
    } else {
      labels.source_label[pair.right->name] = pair.left->name;
    }
  }
  return labels;
}

void check_tokens(const TwoTexts& both, const alignment::BlockPair& pair, const NoteLabels& labels,
                  Diagnostics& found) {
  if (pair.left->tokens.empty() && pair.right->tokens.empty()) return;
  TokenComparison(both, pair, labels, found).run();
}

}  // namespace gaceta::checks
