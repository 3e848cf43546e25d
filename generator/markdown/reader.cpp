#include "markdown/reader.hpp"

#include <utility>

#include "markdown/engine.hpp"
#include "markdown/safety.hpp"

namespace gaceta::markdown {

void Work::report(std::string_view rule, Position position, std::vector<std::string> arguments,
                  diagnostics::Help help) {
  diagnostics.push_back(diagnostics::make(rule, place(path, position), std::move(arguments), std::move(help)));
}

void Reader::read_blocks(std::string_view text, Index parent) {
  const std::optional<std::string> harmless = without_traps(text, lines_, work_.path, work_.diagnostics);
  cmark_node* const root = parse_tree(harmless ? *harmless : text);
  open_.push_back({root, parent, true, 0, 0, 0, {}});
  for (cmark_node* child = cmark_node_first_child(root); child != nullptr; child = cmark_node_next(child)) walk(child);
  report_pending_marks(open_.back());
  open_.pop_back();
}

void Reader::read_inlines(cmark_node* block, Content content, Index parent) {
  open_content(std::move(content), 0);
  open_.push_back({block, parent, true, 0, 0, 0, {}});
  for (cmark_node* child = cmark_node_first_child(block); child != nullptr; child = cmark_node_next(child)) walk(child);
  open_.pop_back();
}

/// cmark's own iterator keeps nothing on the stack, however deep the tree is.
void Reader::walk(cmark_node* root) {
  cmark_iter* iterator = cmark_iter_new(root);
  for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator)) {
    cmark_node* const node = cmark_iter_get_node(iterator);
    if (skipped_ != nullptr) {
      if (event == CMARK_EVENT_EXIT && node == skipped_) skipped_ = nullptr;
    } else if (event == CMARK_EVENT_ENTER) {
      enter(node);
    } else {
      leave(node);
    }
  }
  cmark_iter_free(iterator);
}

void Reader::enter(cmark_node* node) {
  if (!enter_block(node)) enter_inline(node);
}

void Reader::leave(cmark_node* node) {
  if (open_.back().source != node) return;
  const Open left = std::move(open_.back());
  open_.pop_back();
  if (cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE) --quotes_;
  report_pending_marks(left);
  leave_inline(left);
}

bool Reader::is_too_deep(Position position) {
  if (depth_ + open_.size() < kDeepest) return false;
  if (!std::exchange(work_.has_reported_depth, true)) {
    work_.report("markdown-too-deep", position, {std::to_string(kDeepest)});
  }
  return true;
}

bool Reader::open(cmark_node* node, Index index, std::size_t begin) {
  open_.push_back({node, index, true, begin, 0, 0, {}});
  return true;
}

/// What is in `node` goes to its parent.
void Reader::open_transparent(cmark_node* node, std::size_t begin) {
  open_.push_back({node, parent(), false, begin, 0, 0, {}});
}

void Reader::report_pending_marks(const Open& open) {
  if (open.pending.position.line != 0) work_.report("mark-without-block", open.pending.position);
}

}  // namespace gaceta::markdown
