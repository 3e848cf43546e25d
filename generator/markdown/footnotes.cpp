#include "markdown/footnotes.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "text/nearest.hpp"
#include "text/unicode.hpp"

namespace gaceta::markdown {
namespace {

using Definitions = std::unordered_map<std::string, Index>;

Definitions find_definitions(const Document& document, std::string_view path, diagnostics::Diagnostics& diagnostics) {
  Definitions definitions;
  for (Index i = 0; i < document.nodes().size(); ++i) {
    if (document[i].kind != Kind::footnote_definition) continue;
    const auto [first, is_new] = definitions.emplace(text::fold_case(document.label(i)), i);
    if (is_new) continue;
    diagnostics.push_back(
        diagnostics::make("duplicate-footnote", place(path, document[i].value_position),
                          {std::string(document.label(i)), std::to_string(document[first->second].position.line)}));
  }
  return definitions;
}

void report_undefined(const Document& document, Index reference, const Definitions& definitions, std::string_view path,
                      diagnostics::Diagnostics& diagnostics) {
  std::vector<std::string_view> labels;
  labels.reserve(definitions.size());
  for (Index i = 0; i < document.nodes().size(); ++i) {
    if (document[i].kind == Kind::footnote_definition) labels.push_back(document.label(i));
  }
  const std::string_view label = document.label(reference);
  diagnostics.push_back(
      diagnostics::make("undefined-footnote", place(path, document[reference].position), {std::string(label)},
                        diagnostics::did_you_mean(text::nearest(label, std::span<const std::string_view>(labels)))));
}

}  // namespace

void connect_footnotes(Builder& builder, std::string_view path, diagnostics::Diagnostics& diagnostics) {
  const Document& document = builder.document();
  const Definitions definitions = find_definitions(document, path, diagnostics);
  std::unordered_set<Index> used;
  std::unordered_set<std::string> undefined;  // each is reported once
  for (Index i = 0; i < document.nodes().size(); ++i) {
    if (document[i].kind != Kind::footnote_reference) continue;
    std::string label = text::fold_case(document.label(i));
    if (const auto found = definitions.find(label); found != definitions.end()) {
      builder.node(i).extra = found->second;
      used.insert(found->second);
    } else if (undefined.insert(std::move(label)).second) {
      report_undefined(document, i, definitions, path, diagnostics);
    }
  }
  for (const auto& [label, index] : definitions) {
    if (used.contains(index)) continue;
    diagnostics.push_back(diagnostics::make("unused-footnote", place(path, document[index].value_position),
                                            {std::string(document.label(index))}));
  }
}

}  // namespace gaceta::markdown
