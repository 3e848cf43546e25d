// What templates may call besides the language's own filters: words of the interface and formatted values. Listed for
// webmasters in docs/manual/template-data.md.
#pragma once

#include "catalog/catalog.hpp"
#include "templating/filters.hpp"

namespace gaceta::rendering {

/// t("key", name=value) · format(date, "date/long") · date_text(date) · datetime(date). Message keys and intents are
/// checked when a template is loaded. The registry keeps what it needs of the locales.
templating::Registry functions(const catalog::Catalog& catalog);

}  // namespace gaceta::rendering
