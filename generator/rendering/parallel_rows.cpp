#include "rendering/parallel_rows.hpp"

#include <set>

#include "alignment/align.hpp"
#include "alignment/pairing.hpp"
#include "text/html.hpp"

namespace gaceta::rendering {
namespace {

using alignment::BlockRef;
using alignment::Pair;
using content::Body;
using markdown::Index;
using markdown::Kind;

class RowMaker {
 public:
  RowMaker(TextContext& left, const Body& left_body, TextContext& right, const Body& right_body)
      : left_(left), right_(right), left_body_(left_body), right_body_(right_body) {}

  std::vector<ParallelRow> run(const std::vector<Pair>& pairs) {
    for (const model::Anchor& anchor : left_body_.numbering.anchors()) left_names_.insert(anchor.name);
    for (const Pair& pair : pairs) add(pair);
    return std::move(rows_);
  }

 private:
  /// Lists become a row per item, whether they have a partner or not; everything else is one row.
  void add(const Pair& pair) {
    const bool left_is_list = pair.left && left_body_.document[pair.left->node].kind == Kind::list;
    const bool right_is_list = pair.right && right_body_.document[pair.right->node].kind == Kind::list;
    if (left_is_list && right_is_list && !pair.children.empty()) {
      for (const Pair& item : pair.children) add_item(pair, item);
    } else if (left_is_list && !pair.right) {
      for (const Index item : left_body_.document.children(pair.left->node)) add_item(pair, {BlockRef{item}, {}, {}});
    } else if (right_is_list && !pair.left) {
      for (const Index item : right_body_.document.children(pair.right->node)) add_item(pair, {{}, BlockRef{item}, {}});
    } else {
      ParallelRow row;
      if (pair.left) row.left = block_html(left_, left_body_, pair.left->node);
      if (pair.right) row.right = block_html(right_, right_body_, pair.right->node);
      put(std::move(row), name_of(left_body_, pair.left), name_of(right_body_, pair.right));
    }
  }

  /// The first item also stands for its list.
  void add_item(const Pair& list, const Pair& item) {
    ParallelRow row;
    if (item.left) row.left = item_html(left_, left_body_, list.left->node, item.left->node);
    if (item.right) row.right = item_html(right_, right_body_, list.right->node, item.right->node);
    std::string_view left = name_of(left_body_, item.left);
    std::string_view right = name_of(right_body_, item.right);
    const auto add_list = [](std::string_view& own, std::string_view name, std::string& html) {
      if (own.empty()) {
        own = name;
      } else if (!name.empty()) {
        html.insert(0, "<span id=\"" + text::html_escaped(name) + "\"></span>");
      }
    };
    if (is_first(left_body_, list.left, item.left)) add_list(left, name_of(left_body_, list.left), row.left);
    if (is_first(right_body_, list.right, item.right)) {
      const std::string_view name = name_of(right_body_, list.right);
      if (!left_names_.contains(name)) add_list(right, name, row.right);
    }
    put(std::move(row), left, right);
  }

  static bool is_first(const Body& body, const std::optional<BlockRef>& list, const std::optional<BlockRef>& item) {
    return list && item && body.document[list->node].first_child == item->node;
  }

  static std::string_view name_of(const Body& body, const std::optional<BlockRef>& block) {
    const model::Anchor* anchor = block ? body.numbering.anchor(block->node) : nullptr;
    return anchor != nullptr ? std::string_view(anchor->name) : std::string_view{};
  }

  /// Each name once: one that the left text has belongs to it, even where the right text calls another block so.
  void put(ParallelRow row, std::string_view left, std::string_view right) {
    if (left_names_.contains(right)) right = {};
    row.anchor = !left.empty() ? left : right;
    if (!left.empty()) row.right_anchor = right;
    rows_.push_back(std::move(row));
  }

  std::set<std::string_view> left_names_;
  TextContext& left_;
  TextContext& right_;
  const Body& left_body_;
  const Body& right_body_;
  std::vector<ParallelRow> rows_;
};

std::vector<Pair> pairs_of(const Body& left, const Body& right, Translated translated) {
  if (translated == Translated::right && !right.pairing.empty()) {
    return alignment::unpack(right.pairing, alignment::Left::left);
  }
  if (translated == Translated::left && !left.pairing.empty()) {
    return alignment::unpack(left.pairing, alignment::Left::right);
  }
  return alignment::align(left, right);
}

}  // namespace

std::vector<ParallelRow> parallel_rows(TextContext& left, const Body& left_body, TextContext& right,
                                       const Body& right_body, Translated translated) {
  return RowMaker(left, left_body, right, right_body).run(pairs_of(left_body, right_body, translated));
}

}  // namespace gaceta::rendering
