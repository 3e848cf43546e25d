// How a text is checked: each role in the tree and in the data of its blocks is understood once, and what cannot be
// understood is reported at the smallest place that is wrong. The outline is then gathered in one walk over the tree.
#include "content/body.hpp"

#include <algorithm>

#include "content/roles.hpp"
#include "content/vocabulary.hpp"
#include "filesystem/path.hpp"
#include "markdown/packed.hpp"
#include "markdown/parse.hpp"
#include "text/utf8.hpp"

namespace gaceta::content {
namespace {

using diagnostics::Diagnostics;
using diagnostics::make;
using markdown::Document;
using markdown::Index;
using markdown::Kind;

constexpr std::size_t kLongestContext = 160;      // bytes of text around a reference
constexpr std::string_view kOwnPlace = "\uFFFC";  // where the bare reference itself stands in its context

model::Span span(markdown::Position position) {
  return {position.line, position.column, position.length};
}

void report_role(const Document& document, Index role, const RoleMeaning& meaning, std::string_view path,
                 Diagnostics& diagnostics) {
  const auto* wrong = std::get_if<localization::NotationError>(&meaning);
  if (wrong == nullptr) return;
  markdown::Position position = document[role].value_position;
  position.column += static_cast<std::uint32_t>(wrong->offset);
  position.length = static_cast<std::uint32_t>(std::max<std::size_t>(wrong->length, 1));
  diagnostics.push_back(make(wrong->rule, markdown::place(path, position), wrong->arguments, wrong->help));
}

/// Of a document that stands in the data of a block.
void check_roles(const Document& document, const Reading& reading, std::string_view path, Diagnostics& diagnostics) {
  for (Index i = 0; i < document.nodes().size(); ++i) {
    if (document[i].kind != Kind::role) continue;
    report_role(document, i, role_meaning(document, i, reading.settings, reading.formats, reading.bulletin), path,
                diagnostics);
  }
}

/// Understands the roles of the text itself.
void understand_roles(Body& body, const Reading& reading, std::string_view path, Diagnostics& diagnostics) {
  const Document& document = body.document;
  for (Index i = 0; i < document.nodes().size(); ++i) {
    if (document[i].kind != Kind::role) continue;
    RoleMeaning meaning = role_meaning(document, i, reading.settings, reading.formats, reading.bulletin);
    report_role(document, i, meaning, path, diagnostics);
    if (!std::holds_alternative<RoleLanguage>(meaning)) body.meanings.emplace_back(i, std::move(meaning));
  }
}

/// Text as a reader would hear it: values printed, markup gone, notes left out. Remembers where one node's text begins.
class PlainText {
 public:
  PlainText(const Body& body, const Document& document, const Reading& reading, const localization::Locale& locale,
            Index watched)
      : body_(body), document_(document), reading_(reading), locale_(locale), watched_(watched) {}

  void append(Index index) {
    if (index == watched_) watched_at_ = text_.size();
    const markdown::Node& node = document_[index];
    switch (node.kind) {
      case Kind::text:
      case Kind::code:
        text_ += document_.text(index);
        break;
      case Kind::soft_break:
      case Kind::line_break:
        text_ += ' ';
        break;
      case Kind::role:
        append_role(index);
        break;
      case Kind::footnote_reference:
      case Kind::footnote_definition:
        break;
      case Kind::reference:
        if (node.is_autolink) {
          text_ += index == watched_ ? kOwnPlace : std::string_view("…");
          break;
        }
        [[fallthrough]];
      default:
        for (const Index child : document_.children(index)) append(child);
        if (markdown::is_block(node.kind) && !text_.empty() && text_.back() != ' ') text_ += ' ';
    }
  }

  std::string_view text() const { return text::trimmed(text_); }
  /// At most kLongestContext bytes around the watched node, cut at spaces, with '…' where something was cut.
  std::string context() const;

 private:
  void append_role(Index index) {
    const RoleMeaning* known = &document_ == &body_.document ? body_.meaning(index) : nullptr;
    known != nullptr
        ? append_meaning(*known, index)
        : append_meaning(role_meaning(document_, index, reading_.settings, reading_.formats, reading_.bulletin), index);
  }

  void append_meaning(const RoleMeaning& meaning, Index index) {
    if (const auto* value = std::get_if<RoleValue>(&meaning)) {
      text_ += locale_.print(value->phrase);
    } else if (const auto* term = std::get_if<RoleTerm>(&meaning)) {
      text_ += term_text(*term);
    } else {
      text_ += document_.text(index);
    }
  }

  std::string_view term_text(const RoleTerm& role) const {
    if (role.plural && !role.term->plural.empty() && !role.term->plural[reading_.language].empty()) {
      return role.term->plural[reading_.language];
    }
    return role.term->text[reading_.language];
  }

  const Body& body_;
  const Document& document_;  ///< the body's own, or one in the data of a block
  const Reading& reading_;
  const localization::Locale& locale_;
  Index watched_;
  std::size_t watched_at_ = 0;
  std::string text_;
};

std::string PlainText::context() const {
  if (text_.size() <= kLongestContext) return std::string(text());
  std::size_t start = watched_at_ > kLongestContext / 2 ? watched_at_ - kLongestContext / 2 : 0;
  if (start > 0) start = text_.find(' ', start);
  if (start >= watched_at_) start = watched_at_;
  std::size_t end = std::min(text_.size(), start + kLongestContext);
  if (end < text_.size()) {
    const std::size_t space = text_.rfind(' ', end);
    end = space != std::string::npos && space > watched_at_ ? space : std::min(text_.find(' ', end), text_.size());
  }
  const std::string_view cut = text::trimmed(std::string_view(text_).substr(start, end - start));
  return (start > 0 ? "… " : "") + std::string(cut) + (end < text_.size() ? " …" : "");
}

class OutlineBuilder {
 public:
  OutlineBuilder(const Body& body, const Reading& reading, const localization::Locale& locale,
                 const PutAsideForLater& put_aside)
      : body_(body), reading_(reading), locale_(locale), put_aside_(put_aside) {}

  model::Outline run() {
    outline_.anchors = model::AnchorSet(body_.numbering.anchors());
    const Document& document = body_.document;
    for (Index i = 0; i < document.nodes().size(); ++i) {
      const markdown::Node& node = document[i];
      if (node.kind == Kind::heading) add_heading(i);
      if (node.kind == Kind::text) outline_.words += count_words(document.text(i));
      if (node.kind == Kind::reference) add_reference(i);
      if (node.kind == Kind::role) add_role(document, i, anchored_block(i));
      if (node.kind == Kind::link || node.kind == Kind::image) add_link(i);
    }
    for (const Block& block : body_.blocks) add_block(block);
    if (put_aside_) outline_.headings = put_aside_(headings_.bytes());
    return std::move(outline_);
  }

 private:
  void add_heading(Index index) {
    const model::Anchor* anchor = body_.numbering.anchor(index);
    if (anchor == nullptr) return;
    PlainText text(body_, body_.document, reading_, locale_, markdown::kNone);
    text.append(index);
    const std::string_view number = anchor->is_printed ? std::string_view(anchor->number) : std::string_view();
    headings_.push_back({body_.document[index].level, anchor->name, number, text.text()});
  }

  /// The nearest block around `index` that has an anchor.
  Index anchored_block(Index index) const {
    for (Index at = index; at != markdown::kNone; at = body_.document[at].parent) {
      if (body_.numbering.anchor(at) != nullptr) return at;
    }
    return markdown::kNone;
  }

  std::string_view anchor_name(Index block) const {
    const model::Anchor* anchor = block == markdown::kNone ? nullptr : body_.numbering.anchor(block);
    return anchor != nullptr ? std::string_view(anchor->name) : std::string_view();
  }

  /// The smallest block around `index`: what its context is taken from.
  Index innermost_block(Index index) const {
    while (index != Document::root() && !markdown::is_block(body_.document[index].kind)) {
      index = body_.document[index].parent;
    }
    return index;
  }

  void add_reference(Index index) {
    const Document& document = body_.document;
    const auto where =
        document[index].value_position.line != 0 ? document[index].value_position : document[index].position;
    outline_.references.push_back({document.target(index),
                                   span(where),
                                   anchor_name(anchored_block(index)),
                                   words_around(document, index, innermost_block(index)),
                                   {}});
  }

  /// In `block`, which is cut where it is long.
  model::PutAside words_around(const Document& document, Index reference, Index block) const {
    if (!put_aside_) return {};
    PlainText text(body_, document, reading_, locale_, reference);
    text.append(block);
    return put_aside_(text.context());
  }

  /// Addresses on the web are the author's business; '#…' is a reference to this text, anything else a file beside it.
  void add_link(Index index) {
    const Document& document = body_.document;
    const std::string_view url = document.url(index);
    if (url.empty() || url.find(':') != std::string_view::npos || url.starts_with("//")) return;
    const model::Span where =
        span(document[index].value_position.line != 0 ? document[index].value_position : document[index].position);
    if (url.front() == '#') {
      outline_.references.push_back({url, where, anchor_name(anchored_block(index)), {}, {}});
    } else {
      outline_.files.push_back({url, where});
    }
  }

  void add_role(const Document& document, Index index, Index block) {
    if (document.name(index) != "fact") return;
    const std::string_view text = text::trimmed(document.text(index));
    outline_.facts.push_back({text.substr(0, text.find(' ')), anchor_name(block)});
  }

  void add_block(const Block& block) {
    const Index anchored = anchored_block(block.directive);
    for_each_inline(block, [&](const Document& document, std::string_view path) {
      for (Index i = 0; i < document.nodes().size(); ++i) {
        if (document[i].kind == Kind::role) add_role(document, i, anchored);
        if (document[i].kind != Kind::reference) continue;
        outline_.references.push_back({document.target(i), span(document[i].value_position), anchor_name(anchored),
                                       words_around(document, i, Document::root()), path});
      }
    });
    for_each_mention(block, [&](const model::Mention& mention) {
      outline_.references.push_back({mention.text, mention.span, anchor_name(anchored), {}, block.path});
    });
    if (const auto* facts = std::get_if<FactList>(&block.data)) {
      for (const std::string& fact : facts->facts) {
        outline_.facts.push_back({fact, anchor_name(anchored)});
      }
    }
  }

  static std::uint32_t count_words(std::string_view text) {
    const auto is_space = [](char c) { return (c == ' ') | (c == '\t'); };
    if (text.empty()) return 0;
    std::uint32_t words = is_space(text.front()) ? 0 : 1;
    for (std::size_t i = 1; i < text.size(); ++i) words += is_space(text[i - 1]) & (is_space(text[i]) ? 0U : 1U);
    return words;
  }

  const Body& body_;
  const Reading& reading_;
  const localization::Locale& locale_;
  const PutAsideForLater& put_aside_;
  model::PackedList<model::Heading> headings_;
  model::Outline outline_;
};

}  // namespace

const Block* Body::block(Index directive) const {
  const auto found = std::lower_bound(blocks.begin(), blocks.end(), directive,
                                      [](const Block& block, Index wanted) { return block.directive < wanted; });
  return found != blocks.end() && found->directive == directive ? &*found : nullptr;
}

const RoleMeaning* Body::meaning(Index role) const {
  const auto found = std::lower_bound(meanings.begin(), meanings.end(), role,
                                      [](const auto& known, Index wanted) { return known.first < wanted; });
  return found != meanings.end() && found->first == role ? &found->second : nullptr;
}

namespace {

/// The sizes of pictures beside the text. A missing file is reported where links are checked.
void measure_pictures(Body& body, const Reading& reading) {
  for (Index i = 0; i < body.document.nodes().size(); ++i) {
    if (body.document[i].kind != Kind::image) continue;
    const std::string path = std::string(reading.folder) + "/" + std::string(body.document.url(i));
    if (!filesystem::is_inside(path)) continue;
    const auto bytes = reading.root.read(path);
    if (!bytes.ok()) continue;
    if (const auto size = image_size(bytes.value())) body.pictures[i] = *size;
  }
}

/// Everything that a body holds besides its document.
void complete(Body& body, std::string_view path, const Reading& reading, Diagnostics& diagnostics) {
  const Document& document = body.document;
  body.numbering = number_blocks(document, reading.bulletin, path, diagnostics);
  understand_roles(body, reading, path, diagnostics);
  for (Index i = 0; i < document.nodes().size(); ++i) {
    if (document[i].kind != Kind::directive) continue;
    if (reading.bulletin == nullptr) {
      diagnostics.push_back(
          make("directive-on-page", markdown::place(path, document[i].position), {std::string(document.name(i))}));
      continue;
    }
    body.blocks.push_back(load_block(reading.root, document, i, path, *reading.bulletin, reading.language,
                                     reading.settings, diagnostics));
  }
  measure_pictures(body, reading);
}

}  // namespace

Body read_body(const LoadedText& text, const Reading& reading, Diagnostics& diagnostics) {
  Body body;
  const std::string& path = text.text.path;
  body.document = markdown::parse(text.body(), path, text.body_line, kMarkdownOptions, diagnostics);
  complete(body, path, reading, diagnostics);
  for (const Block& block : body.blocks) {
    for_each_inline(block, [&](const Document& inline_document, std::string_view inline_path) {
      check_roles(inline_document, reading, inline_path, diagnostics);
    });
  }
  return body;
}

void pack_body(const Body& body, std::string& out) {
  markdown::pack(body.document, out);
  out += body.pairing;
}

Body unpack_body(const model::Text& text, std::string_view packed, const Reading& reading) {
  Diagnostics ignored;  // everything was reported when the body was read
  Body body;
  body.document = markdown::unpack(packed);
  body.pairing = packed;
  complete(body, text.path, reading, ignored);
  return body;
}

model::Outline outline_of(const Body& body, const Reading& reading, const localization::Locale& locale,
                          const PutAsideForLater& put_aside) {
  return OutlineBuilder(body, reading, locale, put_aside).run();
}

}  // namespace gaceta::content
