// Walks over the blocks of a text (and over the strings of its data files), gathers the prose of each, and gives it to
// every check. What is not the author's prose stays out: code, roles, references, quotations marked as another
// language.
#include "checks/prose_inspector.hpp"

#include <algorithm>

#include "checks/prose_context.hpp"

namespace gaceta::checks {
namespace {

using markdown::Document;
using markdown::Index;
using markdown::Kind;

using Magnitudes = std::vector<model::Magnitude>;

constexpr int kMagnitude = 6;  // power of ten from which an amount is compared between the languages

class Inspection {
 public:
  Inspection(const content::InspectedText& inspected, const ProseLexicon& lexicon, Magnitudes& magnitudes,
             diagnostics::Diagnostics& found)
      : inspected_(inspected), lexicon_(lexicon), magnitudes_(magnitudes), found_(found) {}

  void run() {
    const content::LoadedText& loaded = inspected_.loaded;
    ProseText text(loaded.text.path, loaded.source);
    check_front_matter(text, loaded.text.title, loaded.title_position, "title");
    check_front_matter(text, loaded.text.summary, loaded.summary_position, "summary");
    check_body(text);
    for (const content::Block& block : inspected_.body.blocks) check_data(block);
  }

 private:
  void check(ProseText& text, std::string_view anchor, Magnitudes& magnitudes, bool has_roles = true) {
    text.tokenize(lexicon_);
    taken_.assign(text.size(), false);
    const ProseContext context{text, lexicon_, inspected_.reading.bulletin, anchor, magnitudes, found_, has_roles};
    const std::uint8_t concerns = text.concerns();
    if ((concerns & kDates) != 0) check_dates(context, taken_);
    if ((concerns & kFigures) != 0) check_figures(context, taken_);
    if ((concerns & kQuotationMarks) != 0) check_quotation_marks(context);
    if ((concerns & kLeftovers) != 0) check_leftovers(context);
    if ((concerns & kTerms) != 0) check_terms(context);
  }

  void check_front_matter(ProseText& text, const std::string& value, yaml::Position position, std::string_view anchor) {
    text.clear();
    text.append(value, {position.line, position.column, position.length});
    check(text, anchor, magnitudes_, false);
  }

  void check_body(ProseText& text) {
    const Document& document = inspected_.body.document;
    const std::string& language = lexicon_.locale().language;
    for (Index i = 0; i < document.nodes().size(); ++i) {
      const Kind kind = document[i].kind;
      if (kind != Kind::paragraph && kind != Kind::heading && kind != Kind::table_cell) continue;
      if (is_foreign(document, i, language)) continue;
      const std::string_view anchor = anchor_of(i);
      text.clear();
      for (const Index child : document.children(i)) gather(text, document, child, anchor);
      check(text, anchor, magnitudes_);
    }
  }

  void check_data(const content::Block& block) {
    if (block.path.empty()) return;
    content::for_each_inline(block, [&](const Document& document, std::string_view path) {
      ProseText text(path, "");
      for (const Index child : document.children(Document::root())) gather(text, document, child, "");
      Magnitudes of_data;  // thrown away: both languages read the same file
      check(text, "", of_data);
    });
  }

  /// Inside a quotation block that says which language it is in, and it is not the text's.
  static bool is_foreign(const Document& document, Index index, std::string_view language) {
    for (; index != markdown::kNone; index = document[index].parent) {
      if (document[index].kind != Kind::directive) continue;
      const markdown::Located* lang = document.option(index, "lang");
      if (lang != nullptr && lang->text.substr(0, lang->text.find('-')) != language) return true;
    }
    return false;
  }

  std::string_view anchor_of(Index index) const {
    for (; index != markdown::kNone; index = inspected_.body.document[index].parent) {
      if (const model::Anchor* anchor = inspected_.body.numbering.anchor(index)) return anchor->name;
    }
    return {};
  }

  void gather(ProseText& text, const Document& document, Index index, std::string_view anchor) {
    const markdown::Node& node = document[index];
    switch (node.kind) {
      case Kind::text:
        return text.append(document.text(index), node.position);
      case Kind::soft_break:
      case Kind::line_break:
        return text.append_break();
      case Kind::role:
        return gather_role(text, document, index, anchor);
      case Kind::code:
        return text.append_opaque(kOpaque, node.position);
      case Kind::footnote_reference:
        return text.append_opaque(kNote, node.position);
      default:
        break;
    }
    if (node.is_autolink) return text.append_opaque(kOpaque, node.position);
    for (const Index child : document.children(index)) gather(text, document, child, anchor);
  }

  void gather_role(ProseText& text, const Document& document, Index index, std::string_view anchor) {
    const std::string_view name = document.name(index);
    const bool is_figure = name == "num" || name == "fact";
    text.append_opaque(is_figure ? kOpaqueFigure : kOpaque, document[index].position);
    if (is_figure && text.path() == inspected_.loaded.text.path) note_value(document, index, name, anchor);
  }

  /// The value of a role, if it is large: the other language may have written it by hand.
  void note_value(const Document& document, Index index, std::string_view name, std::string_view anchor) {
    std::string_view value = document.text(index);
    value = value.substr(0, value.find(' '));
    std::optional<model::Fact> fact;
    if (name == "fact" && inspected_.reading.bulletin != nullptr) {
      fact = model::find_fact(inspected_.reading.bulletin->facts, value);
      if (!fact) return;
      value = fact->value;
    }
    const auto number = model::parse_decimal(value);
    if (!number || number->magnitude() < kMagnitude) return;
    const markdown::Position where = document[index].position;
    magnitudes_.push_back({*number, "", {where.line, where.column, where.length}, std::string(anchor), false});
  }

  const content::InspectedText& inspected_;
  const ProseLexicon& lexicon_;
  Magnitudes& magnitudes_;
  diagnostics::Diagnostics& found_;
  std::vector<bool> taken_;
};

}  // namespace

content::TextInspector prose_inspector(
    const content::Settings& settings,
    const model::PerLanguage<std::shared_ptr<const localization::LocaleData>>& locales) {
  auto lexicons = std::make_shared<std::vector<ProseLexicon>>();
  for (std::size_t i = 0; i < locales.size(); ++i) {
    lexicons->emplace_back(settings, locales, static_cast<model::Language>(i));
  }
  return [lexicons](const content::InspectedText& inspected, Magnitudes& magnitudes, diagnostics::Diagnostics& found) {
    Inspection(inspected, (*lexicons)[model::index(inspected.reading.language)], magnitudes, found).run();
  };
}

}  // namespace gaceta::checks
