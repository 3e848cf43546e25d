#include "checks/parity.hpp"

#include <algorithm>

#include "checks/token_parity.hpp"
#include "content/local_text.hpp"

namespace gaceta::checks {
namespace {

using alignment::Block;
using alignment::BlockKind;
using alignment::BlockPair;
using diagnostics::Diagnostics;
using diagnostics::Help;
using diagnostics::make;

/// '@this-paragraph' …: WORDs of the catalogue.
std::string_view word_for(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading:
      return "@this-heading";
    case BlockKind::paragraph:
      return "@this-paragraph";
    case BlockKind::picture:
      return "@this-picture";
    case BlockKind::list:
      return "@this-list";
    case BlockKind::item:
      return "@this-item";
    case BlockKind::quote:
      return "@this-quotation";
    case BlockKind::code:
      return "@this-code";
    case BlockKind::table:
      return "@this-table";
    case BlockKind::row:
      return "@this-row";
    case BlockKind::directive:
      return "@this-directive";
    case BlockKind::string:
      return "@this-string";
    case BlockKind::rule:
      return "@this-line";
    case BlockKind::note:
      return "@this-note";
  }
  return "@this-paragraph";
}

std::string rows_of(const Block& table) {
  return std::to_string(table.children.size());
}

/// Words that begin with a small letter: names, numbers and symbols do not need to be translated.
std::size_t count_common_words(std::string_view prose) {
  constexpr std::size_t kShortest = 2;
  std::size_t count = 0;
  for (std::size_t at = 0; at < prose.size();) {
    const std::size_t end = std::min(prose.find(' ', at), prose.size());
    count += end - at >= kShortest && prose[at] >= 'a' && prose[at] <= 'z';
    at = end + 1;
  }
  return count;
}

/// Too long to be the same in two languages by chance.
bool needs_translation(std::string_view prose) {
  constexpr std::size_t kFewest = 5;
  return count_common_words(prose) >= kFewest;
}

class ParityCheck {
 public:
  ParityCheck(const TwoTexts& both, const std::set<const Block*>& reported, Diagnostics& found)
      : both_(both), reported_(reported), labels_(note_labels(both)), found_(found) {}

  void run() {
    check_front_matter();
    check_list(both_.blocks, nullptr);
    check_list(both_.notes, nullptr);
  }

 private:
  const Side& source() const { return both_.source; }
  const Side& translation() const { return both_.translation; }

  // ---- front matter

  void check_front_matter() {
    const model::Text& left = source().text.loaded.text;
    const model::Text& right = translation().text.loaded.text;
    const bool left_slug = has_slug(source()), right_slug = has_slug(translation());
    if (left_slug && !right_slug) report_field("slug", source(), left.slug_span, translation());
    if (right_slug && !left_slug) report_field("slug", translation(), right.slug_span, source());
    check_field("title", left.title, right.title, content::span(translation().text.loaded.title_position));
    check_field("summary", left.summary, right.summary, content::span(translation().text.loaded.summary_position));
  }

  /// A slug that is made of the title stands where the title does.
  static bool has_slug(const Side& side) {
    return side.text.loaded.text.slug_span != content::span(side.text.loaded.title_position);
  }

  void report_field(std::string_view key, const Side& here, const model::Span& span, const Side& there) {
    found_.push_back(make("front-matter-in-one-language", model::place(here.path(), span),
                          {std::string(key), std::string(there.file())}));
  }

  void check_field(std::string_view key, const std::string& left, const std::string& right, const model::Span& span) {
    if (left != right || !needs_translation(left)) return;
    found_.push_back(make("untranslated-front-matter", model::place(translation().path(), span),
                          {std::string(key), std::string(source().file())}));
  }

  // ---- blocks

  /// `around` is the pair that holds the list, or null at the top.
  void check_list(const std::vector<BlockPair>& pairs, const BlockPair* around) {
    const Block* last_left = nullptr;
    const Block* last_right = nullptr;
    for (const BlockPair& pair : pairs) {
      if (pair.right == nullptr) {
        if (!reported_.contains(pair.left)) {
          report_alone("missing-block", *pair.left, source(), translation(), last_right, around);
        }
      } else if (pair.left == nullptr) {
        report_alone("extra-block", *pair.right, translation(), source(), last_left, around);
      } else {
        check_pair(pair);
      }
      if (pair.left != nullptr) last_left = pair.left;
      if (pair.right != nullptr) last_right = pair.right;
    }
  }

  void report_alone(std::string_view rule, const Block& block, const Side& here, const Side& there, const Block* last,
                    const BlockPair* around) {
    const std::string file(there.file());
    const Help help =
        last != nullptr ? Help{"expected-behind", {location(there.place(*last))}}
        : around != nullptr
            ? Help{"expected-in", {location(there.place(&here == &source() ? *around->right : *around->left))}}
            : Help{"expected-first", {file}};
    if (block.kind == BlockKind::note) {
      found_.push_back(make("missing-note", here.place(block), {block.name, file}, help));
    } else if (block.kind == BlockKind::item && around != nullptr) {
      found_.push_back(make("list-length", here.place(block), shape(*around, here, there), help));
    } else if (block.kind == BlockKind::row && around != nullptr) {
      found_.push_back(make("table-rows", here.place(block), shape(*around, here, there), help));
    } else {
      found_.push_back(make(rule, here.place(block), {std::string(word_for(block.kind)), file}, help));
    }
  }

  std::vector<std::string> shape(const BlockPair& list, const Side& here, const Side& there) const {
    const bool is_source = &here == &source();
    return {rows_of(is_source ? *list.left : *list.right), rows_of(is_source ? *list.right : *list.left),
            std::string(there.file())};
  }

  void check_pair(const BlockPair& pair) {
    if (is_shared(pair)) return;
    check_shape(*pair.left, *pair.right);
    check_tokens(both_, pair, labels_, found_);
    check_words(*pair.left, *pair.right);
    check_list(pair.children, &pair);
  }

  void report(std::string_view rule, const Block& left, const Block& right, std::vector<std::string> arguments) {
    arguments.emplace_back(source().file());
    found_.push_back(make(rule, translation().place(right), std::move(arguments),
                          {"counterpart-at", {location(source().place(left))}}));
  }

  void check_shape(const Block& left, const Block& right) {
    if (left.level != right.level) {
      report("heading-level", left, right, {std::to_string(right.level), std::to_string(left.level)});
    }
    if (left.is_ordered != right.is_ordered) {
      report(right.is_ordered ? "list-numbered" : "list-not-numbered", left, right, {});
    }
    if (left.kind == BlockKind::table && left.columns != right.columns) {
      report("table-columns", left, right, {std::to_string(right.columns), std::to_string(left.columns)});
    }
    if (left.kind == BlockKind::directive && left.name != right.name) {
      report("block-file-differs", left, right, {right.name, left.name});
    }
  }

  void check_words(const Block& left, const Block& right) {
    if (left.prose == right.prose && needs_translation(left.prose))
      report("untranslated-block", left, right, {std::string(word_for(right.kind))});
  }

  const TwoTexts& both_;
  const std::set<const Block*>& reported_;
  const NoteLabels labels_;
  Diagnostics& found_;
};

}  // namespace

std::string location(const diagnostics::Place& place) {
  const std::string_view file = std::string_view(place.path).substr(place.path.rfind('/') + 1);
  std::string out(file);
  if (place.line != 0) out += ":" + std::to_string(place.line);
  if (place.column != 0) out += ":" + std::to_string(place.column);
  return out;
}

void check_parity(const TwoTexts& both, const std::set<const Block*>& reported, Diagnostics& found) {
  ParityCheck(both, reported, found).run();
}

void check_alternative_texts(const content::InspectedText& text, Diagnostics& found) {
  const markdown::Document& document = text.body.document;
  for (markdown::Index i = 0; i < document.nodes().size(); ++i) {
    if (document[i].kind != markdown::Kind::image) continue;
    const std::string words = document.plain_text(i);
    if (words.find_first_not_of(" \t\n") != std::string::npos) continue;
    found.push_back(make("missing-alternative-text", markdown::place(text.loaded.text.path, document[i].position),
                         {std::string(document.url(i))}, {"describe-picture", {}}));
  }
}

}  // namespace gaceta::checks
