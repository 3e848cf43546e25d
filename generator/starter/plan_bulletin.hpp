// What the folder of a new bulletin will hold: its name, its number, a file per language. Reads the series that it
// joins; writes nothing. A standing page (pages/contact) is planned in the same way: it has texts only.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "content/settings.hpp"
#include "diagnostics/catalogue.hpp"
#include "filesystem/folder.hpp"
#include "model/edtf.hpp"
#include "starter/put_new_folder.hpp"

namespace gaceta::starter {

/// The text of a starter file, 'bulletin/text.es.md'; nothing if there is none.
using StarterFiles = std::function<std::optional<std::string>(std::string_view name)>;

struct BulletinRequest {
  std::string name;                 ///< SERIES/SLUG, as typed
  std::vector<std::string> titles;  ///< 'en=New rules', or the words alone for the first language, as typed
  std::optional<model::Date> date;  ///< as asked for
  model::Date today;                ///< if no date is asked for, and the name has none of its own
  diagnostics::Language comments = diagnostics::Language::english;
};

struct NewBulletin {
  std::string folder;  ///< content/tmec/2026-11-dialogo
  bool is_page = false;
  std::vector<NewFile> files;
};

/// Why there will be no bulletin.
struct Refusal {
  enum class Reason {
    not_a_name,        ///< no SERIES/SLUG; words: what was typed
    bad_slug,          ///< words: the slug, and what it could be or ""
    unknown_series,    ///< words: the series
    exists,            ///< words: the folder
    dated_page,        ///< a page has no date; words: what was typed
    unknown_language,  ///< of a title; words: the language
    second_title,      ///< in one language; words: the language
    bad_title,         ///< empty, not UTF-8, or over several lines; words: what was typed
    no_starter,        ///< words: the file that is missing
  };
  Reason reason;
  std::vector<std::string> words;
};

std::variant<NewBulletin, Refusal> plan_bulletin(const filesystem::Folder& root, const content::Settings& settings,
                                                 const StarterFiles& starters, const BulletinRequest& request);

}  // namespace gaceta::starter
