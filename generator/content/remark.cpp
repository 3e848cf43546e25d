#include "content/remark.hpp"

#include <algorithm>

#include "content/roles.hpp"
#include "content/vocabulary.hpp"
#include "markdown/parse.hpp"

namespace gaceta::content {
namespace {

using markdown::Index;
using markdown::Kind;

void read_text(const yaml::Node& node, yaml::Fields& fields, const Settings& settings, const model::Bulletin& bulletin,
               const localization::NamedFormats& formats, model::Remark& remark) {
  const markdown::Document document = markdown::parse_inline(
      node.scalar(), yaml::place(fields.path(), node.text_position()), kMarkdownOptions, fields.diagnostics());
  for (Index i = 0; i < document.nodes().size(); ++i) {
    markdown::Position position = document[i].value_position;
    if (document[i].kind == Kind::reference) {
      remark.references.push_back({std::string(document.target(i)), {position.line, position.column, position.length}});
    }
    if (document[i].kind != Kind::role) continue;
    const RoleMeaning meaning = role_meaning(document, i, settings, formats, &bulletin);
    const auto* wrong = std::get_if<localization::NotationError>(&meaning);
    if (wrong == nullptr) continue;
    position.column += static_cast<std::uint32_t>(wrong->offset);
    position.length = static_cast<std::uint32_t>(std::max<std::size_t>(wrong->length, 1));
    fields.diagnostics().push_back(
        diagnostics::make(wrong->rule, markdown::place(fields.path(), position), wrong->arguments, wrong->help));
  }
}

}  // namespace

model::Remark read_remark(yaml::Fields& fields, std::string_view key, Presence presence, const Settings& settings,
                          const model::Bulletin& bulletin) {
  model::Remark remark;
  remark.text = read_local_text(fields, key, settings.languages, presence);
  const yaml::Node* node = remark.text.empty() ? nullptr : fields.node(key);
  if (node == nullptr) return remark;
  const localization::NamedFormats formats = named_formats(settings);
  if (node->is_scalar()) {
    read_text(*node, fields, settings, bulletin, formats, remark);
    return remark;
  }
  for (const yaml::Entry& entry : node->entries()) {
    if (entry.value.is_scalar()) read_text(entry.value, fields, settings, bulletin, formats, remark);
  }
  return remark;
}

}  // namespace gaceta::content
