#include "rendering/text_html.hpp"

#include "content/vocabulary.hpp"
#include "markdown/parse.hpp"
#include "rendering/block_html.hpp"
#include "rendering/link.hpp"
#include "rendering/table_html.hpp"
#include "text/html.hpp"
#include "text/utf8.hpp"

namespace gaceta::rendering {
namespace {

using content::Numbering;
using markdown::Document;
using markdown::Index;
using markdown::Kind;
using model::Anchor;
using text::append_html_escaped;

class TextWriter {
 public:
  TextWriter(std::string& out, TextContext& context, const Document& document, const content::Body* body,
             const Numbering* numbering)
      : out_(out), context_(context), document_(document), body_(body), numbering_(numbering) {}

  void blocks(Index parent) {
    for (const Index child : document_.children(parent)) block(child);
  }

  void one_block(Index index) { block(index); }

  /// An item on its own, with the number it has in its list.
  void one_item(Index list_index, Index item) {
    const markdown::Node& list_node = document_[list_index];
    std::uint32_t number = list_node.is_ordered ? list_node.start : 0;
    for (const Index child : document_.children(list_index)) {
      if (child == item) break;
      ++number;
    }
    out_ += list_node.is_ordered ? "<ol start=\"" + std::to_string(number) + "\">" : std::string("<ul>");
    list_item(item, list_node.is_tight);
    out_ += list_node.is_ordered ? "</ol>" : "</ul>";
  }

  void inlines(Index parent) { append_inlines(out_, context_, document_, parent, body_); }

 private:
  /// The link to a text in another language, in pieces.
  struct Twin {
    std::string before_anchor, before_label, end;
  };

  const Host& host() const { return context_.host; }

  // ---- blocks

  void block(Index index) {
    const markdown::Node& node = document_[index];
    switch (node.kind) {
      case Kind::paragraph:
        return paragraph(index);
      case Kind::heading:
        return heading(index);
      case Kind::list:
        return list(index);
      case Kind::quote:
        return element("blockquote", index, true);
      case Kind::code_block:
        return code_block(index);
      case Kind::table:
        return table(index);
      case Kind::directive:
        return directive(index);
      case Kind::thematic_break:
        out_ += "<hr>\n";
        return;
      default:
        return;  // notes are written by notes_html
    }
  }

  const Anchor* anchor(Index index) const { return numbering_ != nullptr ? numbering_->anchor(index) : nullptr; }

  /// The anchor whose id the block carries, if it carries one.
  const Anchor* id_anchor(Index index) const { return context_.ids == Ids::written ? anchor(index) : nullptr; }

  void append_id(Index index) {
    const Anchor* found = id_anchor(index);
    if (found == nullptr) return;
    out_ += " id=\"";
    append_html_escaped(out_, found->name);
    out_ += '"';
  }

  bool is_outdated(Index index) const {
    if (context_.outdated.empty()) return false;
    const Anchor* found = anchor(index);
    return found != nullptr && context_.outdated.contains(found->name);
  }

  void append_outdated(Index index) {
    if (is_outdated(index)) out_ += " class=\"outdated\"";
  }

  void element(std::string_view name, Index index, bool holds_blocks) {
    out_ += '<';
    out_ += name;
    append_id(index);
    out_ += '>';
    holds_blocks ? blocks(index) : inlines(index);
    out_ += "</";
    out_ += name;
    out_ += ">\n";
  }

  /// '<a class="number" href="#p-12">12</a>' with words for those who do not see it.
  void append_number(const Anchor& place) {
    if (!place.is_printed) return;
    out_ += "<a class=\"number\" href=\"#";
    append_html_escaped(out_, place.name);
    out_ += "\"><span class=\"visually-hidden\">";
    append_html_escaped(out_, host().locale.message("link-to-paragraph"));
    out_ += " </span>";
    append_html_escaped(out_, place.number);
    out_ += "</a> ";
  }

  void paragraph(Index index) {
    const Anchor* place = anchor(index);
    if (place != nullptr && place->kind == Anchor::Kind::picture) return picture(index);
    const bool is_numbered = place != nullptr && place->is_printed;
    if (is_outdated(index)) {
      out_ += is_numbered ? "<p class=\"numbered outdated\"" : "<p class=\"outdated\"";
    } else {
      out_ += is_numbered ? "<p class=\"numbered\"" : "<p";
    }
    append_id(index);
    out_ += '>';
    if (place != nullptr) append_number(*place);
    inlines(index);
    if (place != nullptr && place->kind == Anchor::Kind::paragraph) append_twins(*place);
    out_ += "</p>\n";
  }

  /// The way to the same paragraph in each other language.
  void append_twins(const Anchor& place) {
    if (twins_.size() != context_.twins.size()) prepare_twins();
    for (std::size_t i = 0; i < twins_.size(); ++i) {
      if (!host().catalog.has_anchor_in(*context_.index, place.name, context_.twins[i].language)) continue;
      out_ += twins_[i].before_anchor;
      append_html_escaped(out_, place.name);
      out_ += twins_[i].before_label;
      append_html_escaped(out_, place_label(host(), place.kind, place.number));
      out_ += twins_[i].end;
    }
  }

  /// What is the same for every paragraph.
  void prepare_twins() {
    for (const TwinText& text : context_.twins) {
      const std::string& code = host().settings().languages[model::index(text.language)].code;
      Twin& twin = twins_.emplace_back();
      twin.before_anchor = " <a class=\"twin\" href=\"";
      append_html_escaped(twin.before_anchor, href(host(), text.address));
      twin.before_anchor += '#';
      twin.before_label = "\" hreflang=\"" + code + "\"><span class=\"visually-hidden\">";
      twin.end = ", ";
      append_html_escaped(twin.end, language_label(host(), code));
      twin.end += ": </span>" + code + "</a>";
    }
  }

  void picture(Index paragraph_index) {
    out_ += "<figure";
    append_id(paragraph_index);
    out_ += '>';
    inlines(paragraph_index);
    append_caption(paragraph_index, "figcaption");
    out_ += "</figure>\n";
  }

  void append_caption(Index index, std::string_view name) {
    const markdown::Marks* marks = document_.marks(index);
    const markdown::Located* caption = marks != nullptr ? marks->value("caption") : nullptr;
    if (caption == nullptr) return;
    out_ += '<';
    out_ += name;
    out_ += '>';
    append_html_escaped(out_, caption->text);
    out_ += "</";
    out_ += name;
    out_ += '>';
  }

  void heading(Index index) {
    const std::string name = "h" + std::to_string(document_[index].level);
    out_ += '<' + name;
    append_id(index);
    append_outdated(index);
    out_ += '>';
    if (const Anchor* place = anchor(index); place != nullptr && place->is_printed) {
      out_ += "<span class=\"section-number\">";
      append_html_escaped(out_, place->number);
      out_ += "</span> ";
    }
    inlines(index);
    out_ += "</" + name + ">\n";
  }

  void list(Index index) {
    const markdown::Node& node = document_[index];
    const std::string_view name = node.is_ordered ? "ol" : "ul";
    out_ += '<';
    out_ += name;
    append_id(index);
    const Index first = node.first_child;
    const Anchor* item_anchor = first != markdown::kNone ? anchor(first) : nullptr;
    if (item_anchor != nullptr) {
      out_ += item_anchor->kind == Anchor::Kind::conclusion ? " class=\"counted conclusions\""
                                                            : " class=\"counted recommendations\"";
    }
    if (node.is_ordered && node.start != 1) out_ += " start=\"" + std::to_string(node.start) + "\"";
    out_ += ">\n";
    for (const Index item : document_.children(index)) list_item(item, node.is_tight);
    out_ += "</";
    out_ += name;
    out_ += ">\n";
  }

  void list_item(Index item, bool is_tight) {
    out_ += "<li";
    append_id(item);
    append_outdated(item);
    out_ += '>';
    for (const Index child : document_.children(item)) {
      if (is_tight && document_[child].kind == Kind::paragraph) {
        inlines(child);
      } else {
        block(child);
      }
    }
    out_ += "</li>\n";
  }

  void code_block(Index index) {
    out_ += "<pre";
    append_id(index);
    out_ += "><code>";
    append_html_escaped(out_, document_.text(index));
    out_ += "</code></pre>\n";
  }

  void table(Index index) {
    const markdown::Marks* marks = document_.marks(index);
    const markdown::Located* caption = marks != nullptr ? marks->value("caption") : nullptr;
    const std::string_view words = caption != nullptr ? std::string_view(caption->text) : std::string_view{};
    const bool is_wide = count_columns(index) >= kWideTable;
    open_table(out_, id_anchor(index), {}, is_wide ? table_name(host(), words, anchor(index)) : std::string());
    append_caption(index, "caption");
    bool in_body = false;
    for (const Index row : document_.children(index)) {
      const bool is_header = document_[row].is_header;
      if (is_header) out_ += "<thead>";
      if (!is_header && !in_body) out_ += "<tbody>", in_body = true;
      table_row(row, is_header);
      if (is_header) out_ += "</thead>\n";
    }
    if (in_body) out_ += "</tbody>";
    close_table(out_);
  }

  std::size_t count_columns(Index table) const {
    std::size_t count = 0;
    for ([[maybe_unused]] const Index cell : document_.children(document_[table].first_child)) ++count;
    return count;
  }

  void table_row(Index row, bool is_header) {
    out_ += "<tr>";
    for (const Index cell : document_.children(row)) {
      out_ += is_header ? "<th scope=\"col\"" : "<td";
      switch (document_[cell].alignment) {
        case markdown::Alignment::right:
          out_ += " class=\"right\"";
          break;
        case markdown::Alignment::center:
          out_ += " class=\"center\"";
          break;
        default:
          break;
      }
      out_ += '>';
      inlines(cell);
      out_ += is_header ? "</th>" : "</td>";
    }
    out_ += "</tr>\n";
  }

  void directive(Index index) {
    const content::Block* data = body_ != nullptr ? body_->block(index) : nullptr;
    if (document_.name(index) == "quote") return quotation(index);
    if (data != nullptr) append_block(out_, context_, document_, *data, id_anchor(index));
  }

  std::string_view option(Index index, std::string_view key) const {
    const markdown::Located* found = document_.option(index, key);
    return found != nullptr ? std::string_view(found->text) : std::string_view{};
  }

  void quotation(Index index) {
    const bool is_paraphrase = option(index, "paraphrase") == "true";
    out_ += is_paraphrase ? "<figure class=\"quotation paraphrase\"" : "<figure class=\"quotation\"";
    append_id(index);
    out_ += "><blockquote";
    if (const auto language = option(index, "lang"); !language.empty()) {
      out_ += " lang=\"";
      append_html_escaped(out_, language);
      out_ += '"';
    }
    out_ += '>';
    blocks(index);
    out_ += "</blockquote>";
    append_speaker(index, is_paraphrase);
    out_ += "</figure>\n";
  }

  void append_speaker(Index index, bool is_paraphrase) {
    std::string speaker;
    for (const std::string_view key : {"by", "role", "organisation"}) {
      std::string_view part = option(index, key);
      if (part.empty()) continue;
      const auto* organisation = host().settings().find_organisation({std::string(part)});
      if (key == "organisation" && organisation != nullptr) part = organisation->name[host().language];
      if (!speaker.empty()) speaker += ", ";
      speaker += part;
    }
    if (const auto country = option(index, "country"); !country.empty()) {
      speaker += " (" + host().locale.country_name(country) + ")";
    }
    if (speaker.empty() && !is_paraphrase) return;
    out_ += "<figcaption>";
    append_html_escaped(out_, speaker);
    if (is_paraphrase) {
      out_ += speaker.empty() ? "<small>" : " <small>";
      append_html_escaped(out_, host().locale.message("paraphrase"));
      out_ += "</small>";
    }
    out_ += "</figcaption>";
  }

  std::vector<Twin> twins_;  ///< one for each of the context's, once they are needed
  std::string& out_;
  TextContext& context_;
  const Document& document_;
  const content::Body* body_;
  const Numbering* numbering_;
};

bool is_one_paragraph(const Document& document, Index note) {
  const Index only = document[note].first_child;
  return only != markdown::kNone && document[only].kind == Kind::paragraph &&
         document[only].next_sibling == markdown::kNone;
}

void append_ways_back(std::string& out, const Host& host, const content::Note& note, std::size_t index) {
  for (std::size_t call = 0; call < note.calls.size(); ++call) {
    const std::string number =
        std::to_string(index + 1) + (note.calls.size() > 1 ? "." + std::to_string(call + 1) : "");
    out += " <a href=\"#" + note_call_id({index, call}) + "\" role=\"doc-backlink\" class=\"way-back\">";
    append_html_escaped(out, host.locale.message("back-to-call", {{"number", std::string_view(number)}}));
    out += "</a>";
  }
}

void append_note(std::string& out, TextContext& context, const content::Body& body, std::size_t index) {
  TextWriter writer(out, context, body.document, &body, &body.numbering);
  const content::Note& note = body.numbering.notes()[index];
  is_one_paragraph(body.document, note.definition) ? writer.inlines(body.document[note.definition].first_child)
                                                   : writer.blocks(note.definition);
  append_ways_back(out, context.host, note, index);
}

}  // namespace

std::string block_html(TextContext& context, const content::Body& body, Index block) {
  std::string out;
  const auto& notes = body.numbering.notes();
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (notes[i].definition != block) continue;
    out += "<div class=\"note\"><span class=\"number\">" + std::to_string(i + 1) + "</span> ";
    append_note(out, context, body, i);
    return out + "</div>";
  }
  TextWriter(out, context, body.document, &body, &body.numbering).one_block(block);
  return out;
}

std::string item_html(TextContext& context, const content::Body& body, Index list, Index item) {
  std::string out;
  TextWriter(out, context, body.document, &body, &body.numbering).one_item(list, item);
  return out;
}

std::string body_html(TextContext& context, const content::Body& body) {
  std::string out;
  TextWriter(out, context, body.document, &body, &body.numbering).blocks(Document::root());
  return out;
}

std::string notes_html(TextContext& context, const content::Body& body) {
  std::string out;
  const auto& notes = body.numbering.notes();
  for (std::size_t i = 0; i < notes.size(); ++i) {
    out += "<li id=\"fn-" + std::to_string(i + 1) + "\">";
    append_note(out, context, body, i);
    out += "</li>\n";
  }
  return out;
}

std::string remark_html(TextContext& context, const model::Remark& remark) {
  diagnostics::Diagnostics ignored;  // reported when the sources were read
  const Document document =
      markdown::parse_inline(remark.text[context.host.language], {}, content::kMarkdownOptions, ignored);
  std::string html;
  append_inlines(html, context, document, Document::root());
  return html;
}

}  // namespace gaceta::rendering
