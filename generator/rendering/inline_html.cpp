#include "content/roles.hpp"
#include "rendering/link.hpp"
#include "rendering/text_html.hpp"
#include "rendering/value_html.hpp"
#include "text/html.hpp"
#include "text/utf8.hpp"

namespace gaceta::rendering {
namespace {

using content::Numbering;
using markdown::Document;
using markdown::Index;
using markdown::Kind;
using text::append_html_escaped;

class InlineWriter {
 public:
  InlineWriter(std::string& out, TextContext& context, const Document& document, const content::Body* body)
      : out_(out),
        context_(context),
        document_(document),
        body_(body),
        numbering_(body != nullptr ? &body->numbering : nullptr) {}

  void inlines(Index parent) {
    for (const Index child : document_.children(parent)) inline_node(child);
  }

 private:
  const Host& host() const { return context_.host; }

  void inline_node(Index index) {
    const markdown::Node& node = document_[index];
    switch (node.kind) {
      case Kind::text:
        append_html_escaped(out_, document_.text(index));
        return;
      case Kind::soft_break:
        out_ += '\n';
        return;
      case Kind::line_break:
        out_ += "<br>\n";
        return;
      case Kind::code:
        out_ += "<code>";
        append_html_escaped(out_, document_.text(index));
        out_ += "</code>";
        return;
      case Kind::emphasis:
        return wrapped("em", index);
      case Kind::strong:
        return wrapped("strong", index);
      case Kind::strikethrough:
        return wrapped("del", index);
      case Kind::link:
        return link(index);
      case Kind::image:
        return image(index);
      case Kind::reference:
        return reference(index);
      case Kind::footnote_reference:
        return note_call(index);
      case Kind::role:
        return role(index);
      default:
        return;
    }
  }

  void wrapped(std::string_view name, Index index) {
    out_ += '<';
    out_ += name;
    out_ += '>';
    inlines(index);
    out_ += "</";
    out_ += name;
    out_ += '>';
  }

  static bool is_local_file(std::string_view url) {
    return !url.empty() && url.find(':') == std::string_view::npos && !url.starts_with("//") && url.front() != '#';
  }

  std::string file_url(std::string_view url) const {
    return is_local_file(url) ? host().prefix + context_.media_address + std::string(url) : std::string(url);
  }

  /// An address has one '#'; those behind it are part of what it introduces (RFC 3986, 3.5).
  static std::string with_one_fragment(std::string url) {
    const std::size_t hash = url.find('#');
    if (hash == std::string::npos) return url;
    for (std::size_t at = url.find('#', hash + 1); at != std::string::npos; at = url.find('#', at)) {
      url.replace(at, 1, "%23");
    }
    return url;
  }

  void link(Index index) {
    const std::string_view url = document_.url(index);
    out_ += "<a href=\"";
    append_html_escaped(out_, with_one_fragment(file_url(url)));
    out_ += '"';
    if (const auto title = document_.title(index); !title.empty()) {
      out_ += " title=\"";
      append_html_escaped(out_, title);
      out_ += '"';
    }
    if (url.starts_with("http")) out_ += " rel=\"external\"";
    out_ += '>';
    inlines(index);
    out_ += "</a>";
  }

  void image(Index index) {
    out_ += "<img src=\"";
    append_html_escaped(out_, file_url(document_.url(index)));
    out_ += "\" alt=\"";
    append_html_escaped(out_, text::trimmed(document_.plain_text(index)));
    out_ += '"';
    append_picture_size(index);
    out_ += " loading=\"lazy\">";
  }

  /// So that the text below does not jump when the picture comes.
  void append_picture_size(Index index) {
    if (body_ == nullptr) return;
    const auto found = body_->pictures.find(index);
    if (found == body_->pictures.end()) return;
    out_ += " width=\"" + std::to_string(found->second.width) + "\" height=\"" + std::to_string(found->second.height) +
            "\"";
  }

  void reference(Index index) {
    const auto resolved = host().catalog.resolve(document_.target(index), context_.index);
    const auto* target = std::get_if<catalog::Target>(&resolved);
    if (target == nullptr) return inlines(index);  // reported; a build with errors is not published
    const Link found = link_to(host(), *target);
    std::string words;
    if (document_[index].is_autolink) {
      words = words_html(found);
    } else {
      std::swap(out_, words);
      inlines(index);
      std::swap(out_, words);
    }
    append_link(out_, host(), found, words, "reference");
  }

  void note_call(Index index) {
    const Numbering::Call* call = numbering_ != nullptr ? numbering_->call(index) : nullptr;
    if (call == nullptr) return;
    const std::string number = std::to_string(call->note + 1);
    out_ += "<sup class=\"note-call\"><a";
    if (context_.ids != Ids::left_out) out_ += " id=\"" + note_call_id(*call) + "\"";
    out_ += " href=\"#fn-" + number + "\" role=\"doc-noteref\"><span class=\"visually-hidden\">";
    append_html_escaped(out_, host().locale.message("note"));
    out_ += " </span>" + number + "</a></sup>";
  }

  void role(Index index) {
    const content::RoleMeaning* known = body_ != nullptr ? body_->meaning(index) : nullptr;
    known != nullptr ? append_meaning(*known, index)
                     : append_meaning(content::role_meaning(document_, index, host().settings(),
                                                            host().catalog.site().formats, context_.bulletin),
                                      index);
  }

  void append_meaning(const content::RoleMeaning& meaning, Index index) {
    if (const auto* value = std::get_if<content::RoleValue>(&meaning)) {
      value->fact != nullptr
          ? append_fact(out_, host(), value->phrase, *value->fact, context_.index, fact_place(context_, *value->fact))
          : append_value(out_, host(), value->phrase);
    } else if (const auto* term = std::get_if<content::RoleTerm>(&meaning)) {
      append_term(*term, index);
    } else if (const auto* foreign = std::get_if<content::RoleLanguage>(&meaning)) {
      out_ += "<i lang=\"";
      append_html_escaped(out_, foreign->tag);
      out_ += "\">";
      append_html_escaped(out_, foreign->words);
      out_ += "</i>";
    }
  }

  bool is_in_heading(Index index) const {
    for (Index at = index; at != markdown::kNone; at = document_[at].parent) {
      if (document_[at].kind == Kind::heading) return true;
    }
    return false;
  }

  /// A term with an expansion is written out where it first stands in running text: 'Comisión … (CCA)'.
  void append_term(const content::RoleTerm& role, Index index) {
    const content::Term& term = *role.term;
    const bool plural = role.plural && !term.plural.empty() && !term.plural[host().language].empty();
    const std::string& word = plural ? term.plural[host().language] : term.text[host().language];
    const std::string_view expansion =
        term.expansion.empty() ? std::string_view{} : std::string_view(term.expansion[host().language]);
    if (expansion.empty() || is_in_heading(index) || plural || !context_.expanded.insert(term.id.text).second) {
      append_html_escaped(out_, word);
      return;
    }
    append_html_escaped(out_, expansion);
    out_ += " (<abbr>";
    append_html_escaped(out_, word);
    out_ += "</abbr>)";
  }

  std::string& out_;
  TextContext& context_;
  const Document& document_;
  const content::Body* body_;
  const Numbering* numbering_;
};

}  // namespace

std::string fact_place(TextContext& context, const model::Fact& fact) {
  if (context.ids != Ids::written || !context.index || !context.placed_facts.insert(fact.id.text).second) return {};
  const std::string name = "fact-" + fact.id.text;
  // A block that its author called so has the id.
  if (context.host.catalog.has_anchor_in(*context.index, name, context.host.language)) return {};
  return " id=\"" + name + "\"";
}

std::string note_call_id(const Numbering::Call& call) {
  std::string id = "fnref-" + std::to_string(call.note + 1);
  if (call.call > 0) id += "-" + std::to_string(call.call + 1);
  return id;
}

void append_inlines(std::string& out, TextContext& context, const Document& document, Index parent,
                    const content::Body* body) {
  InlineWriter(out, context, document, body).inlines(parent);
}

void append_inline(std::string& out, TextContext& context, const content::Inline& text) {
  if (!text.empty()) append_inlines(out, context, text.document, Document::root());
}

}  // namespace gaceta::rendering
