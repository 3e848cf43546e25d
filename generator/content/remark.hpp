// Remarks in bulletin.yaml: corrections and notes of changes. Inline Markdown with roles and references, one text per
// language, checked like the texts themselves.
#pragma once

#include <string_view>

#include "content/local_text.hpp"
#include "content/settings.hpp"
#include "model/bulletin.hpp"
#include "yaml/fields.hpp"

namespace gaceta::content {

/// The remark at `key` of a map of `bulletin`, whose facts have been read. Wrong markup and wrong roles are reported at
/// their places; references are for the catalog to resolve.
model::Remark read_remark(yaml::Fields& fields, std::string_view key, Presence presence, const Settings& settings,
                          const model::Bulletin& bulletin);

}  // namespace gaceta::content
