#include "rendering/parallel_rows.hpp"

#include "alignment/align.hpp"

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

  std::vector<ParallelRow> run() {
    for (const Pair& pair : alignment::align(left_body_, right_body_)) add(pair);
    return std::move(rows_);
  }

 private:
  /// Lists that are paired item by item become a row per item; everything else is one row.
  void add(const Pair& pair) {
    const bool is_list = pair.left && pair.right && left_body_.document[pair.left->node].kind == Kind::list &&
                         right_body_.document[pair.right->node].kind == Kind::list && !pair.children.empty();
    if (!is_list) return add_row(pair.left, pair.right);
    for (const Pair& item : pair.children) add_item(pair, item);
  }

  void add_row(const std::optional<BlockRef>& left, const std::optional<BlockRef>& right) {
    ParallelRow row;
    if (left) row.left = block_html(left_, left_body_, left->node);
    if (right) row.right = block_html(right_, right_body_, right->node);
    row.anchor = anchor_of(left, right);
    rows_.push_back(std::move(row));
  }

  void add_item(const Pair& list, const Pair& item) {
    ParallelRow row;
    if (item.left) row.left = item_html(left_, left_body_, list.left->node, item.left->node);
    if (item.right) row.right = item_html(right_, right_body_, list.right->node, item.right->node);
    row.anchor = anchor_of(item.left, item.right);
    if (row.anchor.empty() && is_first(item, list)) row.anchor = anchor_of(list.left, list.right);
    rows_.push_back(std::move(row));
  }

  bool is_first(const Pair& item, const Pair& list) const { return &item == &list.children.front(); }

  std::string anchor_of(const std::optional<BlockRef>& left, const std::optional<BlockRef>& right) const {
    if (left) {
      if (const auto* anchor = left_body_.numbering.anchor(left->node)) return anchor->name;
    }
    if (!left && right) {
      if (const auto* anchor = right_body_.numbering.anchor(right->node)) return anchor->name;
    }
    return {};
  }

  TextContext& left_;
  TextContext& right_;
  const Body& left_body_;
  const Body& right_body_;
  std::vector<ParallelRow> rows_;
};

}  // namespace

std::vector<ParallelRow> parallel_rows(TextContext& left, const Body& left_body, TextContext& right,
                                       const Body& right_body) {
  return RowMaker(left, left_body, right, right_body).run();
}

}  // namespace gaceta::rendering
