// A second pair of eyes on each text while it is in memory: checks of prose stand above this room, but bodies are not
// kept, so load() calls whoever wants to look. The room knows only this door, not who is behind it.
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "content/body.hpp"
#include "content/load_bulletin.hpp"
#include "content/settings.hpp"
#include "diagnostics/diagnostic.hpp"
#include "localization/locale.hpp"
#include "model/language.hpp"
#include "model/magnitude.hpp"

namespace gaceta::content {

/// A text that has just been read. Everything is borrowed for the length of the call.
struct InspectedText {
  const LoadedText& loaded;
  const Body& body;
  const Reading& reading;
};

/// Looks at one text: reports, and may note amounts for those who compare the texts of the bulletin
/// (bulletin_inspector.hpp). Called from any worker, for several texts at once, in no particular order; what it says
/// must depend on the text alone.
using TextInspector =
    std::function<void(const InspectedText&, std::vector<model::Magnitude>&, diagnostics::Diagnostics&)>;

/// Makes the inspector of a site once its settings and locales are known; both outlive it. May be empty: nobody looks.
using TextInspectorFactory = std::function<TextInspector(
    const Settings&, const model::PerLanguage<std::shared_ptr<const localization::LocaleData>>&)>;

}  // namespace gaceta::content
