// A look at all texts of one bulletin at the only moment when they are in memory together: comparing languages stands
// above this room, and bodies are not kept. The room knows only this door, not who is behind it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "content/id_record.hpp"
#include "content/text_inspector.hpp"
#include "content/translation_record.hpp"
#include "diagnostics/diagnostic.hpp"
#include "model/bulletin.hpp"
#include "model/language.hpp"

namespace gaceta::content {

/// The texts of a bulletin, or of a standing page. Everything is borrowed for the length of the call.
struct InspectedBulletin {
  model::Language source{};                        ///< in which it is written
  model::PerLanguage<const InspectedText*> texts;  ///< null where there is none
  model::PerLanguage<std::optional<TranslationRecord>> records;
  model::PerLanguage<std::optional<IdRecord>> ids;  ///< what each text's ids pointed to when it was stamped
};

/// What came of a translation beside its source.
struct ComparedText {
  model::Translation translation;  ///< how far it is behind
  std::string pairing;             ///< for Body::pairing
};

/// Compares the texts: reports, and says what came of each translation. Called from any worker, for several bulletins
/// at once, in no particular order; what it says must depend on the texts alone.
using BulletinInspector =
    std::function<model::PerLanguage<std::optional<ComparedText>>(const InspectedBulletin&, diagnostics::Diagnostics&)>;

}  // namespace gaceta::content
