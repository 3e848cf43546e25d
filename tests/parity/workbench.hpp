// A bulletin in two languages that tests may spoil: its files as text, what the comparison of languages says of them,
// and where things stand in them, found without Gaceta's own parser.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/languages.hpp"
#include "content/settings.hpp"
#include "diagnostics/diagnostic.hpp"
#include "filesystem/folder.hpp"
#include "localization/notation.hpp"

namespace parity {

/// Files of one bulletin's folder by name: "es.md", "bulletin.yaml", …
using Files = std::map<std::string, std::string>;

struct Spot {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend auto operator<=>(const Spot&, const Spot&) = default;
};

/// What a comparison found, without what the reading of the texts itself has to say.
struct Comparison {
  gaceta::diagnostics::Diagnostics found;
  std::optional<gaceta::model::Translation> translation;  ///< of en
  std::vector<std::string> recorded;                      ///< what `gaceta stamp` would write; only by stamped()
};

class Workbench {
 public:
  ~Workbench();
  Workbench();  ///< with the settings of Gaceta's own content
  Comparison compare(const Files& files, gaceta::checks::Stage stage = gaceta::checks::Stage::draft) const;
  /// The files with a record of this moment.
  Files stamped(Files files) const;

 private:
  struct ReadText;
  std::shared_ptr<const ReadText> read_text(const Files& files, gaceta::model::Language language,
                                            const std::shared_ptr<const gaceta::model::Bulletin>& bulletin,
                                            const gaceta::filesystem::Folder& root) const;

  std::unique_ptr<gaceta::content::Settings> settings_;
  gaceta::localization::NamedFormats formats_;
  mutable std::shared_ptr<const ReadText> last_[2];
  mutable bool recording_ = false;
  mutable std::string last_settings_;
  mutable std::shared_ptr<const gaceta::model::Bulletin> last_bulletin_;
};

/// The five bulletins of content/, by id, and a standing page.
std::map<std::string, Files> own_bulletins();

/// A bulletin of every kind of block, made from `seed`; the same in both languages.
Files generated_bulletin(unsigned seed);

/// Where byte `offset` of a file stands.
Spot spot(const Files& files, const std::string& file, std::size_t offset);

/// Blocks of a text as an editor sees them: what blank lines separate; a fence or a note with all it holds is one.
struct Chunk {
  std::size_t start = 0;  ///< byte of the file, with the line of marks before the block
  std::size_t end = 0;    ///< behind its last line
  std::size_t block = 0;  ///< byte where the block itself begins, behind the marks
  std::string text;
};
std::vector<Chunk> chunks(const std::string& file);

}  // namespace parity
