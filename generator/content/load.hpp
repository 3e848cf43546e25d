// A site's sources, read and checked: the one door of this room. What comes out is finished: values that nobody fills
// in later, and every mistake found on the way.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/bulletin_inspector.hpp"
#include "content/settings.hpp"
#include "content/text_inspector.hpp"
#include "diagnostics/diagnostic.hpp"
#include "filesystem/folder.hpp"
#include "filesystem/scratch.hpp"
#include "localization/locale.hpp"
#include "localization/notation.hpp"
#include "localization/worker_locales.hpp"
#include "model/bulletin.hpp"

namespace gaceta::content {

enum class Drafts { leave_out, include };

struct Options {
  Drafts drafts = Drafts::leave_out;
  std::optional<model::Date> date;  ///< bulletins dated later stay out; nothing: none is too late
  std::size_t workers = 1;
  const std::vector<filesystem::Entry>* listed = nullptr;  ///< what is in content/, if somebody has looked already
  TextInspectorFactory inspector;                          ///< looks at each text while it is in memory
  BulletinInspector compare;                               ///< looks at all texts of a bulletin together; may be empty
  std::shared_ptr<filesystem::Scratch>
      scratch;  ///< for bodies and what stands around references; null: nobody needs them
};

/// A bulletin that exists but is not published: references to it deserve their own message, or none where the bulletin
/// itself could not be read and says so.
struct Withheld {
  enum class Reason { draft, future, broken };
  model::BulletinId id;
  Reason reason = Reason::draft;
};

/// A site as its editors wrote it. Bulletins are in the order of their folders, each with at least one text.
struct Site {
  Settings settings;
  localization::NamedFormats formats;
  model::PerLanguage<std::shared_ptr<const localization::LocaleData>> locales;
  std::vector<model::Bulletin> bulletins;
  std::vector<model::Page> pages;
  std::vector<Withheld> withheld;
  std::shared_ptr<const filesystem::Scratch> scratch;  ///< what was put aside, sealed; null if nothing was
};

/// Reads everything below `root`/content. Nothing when there are no usable settings. Works in parallel by bulletin; the
/// result does not depend on the number of workers.
std::optional<Site> load(const filesystem::Folder& root, const localization::LocaleFiles& locale_files,
                         const Options& options, diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::content
