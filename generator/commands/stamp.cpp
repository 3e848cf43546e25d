#include "commands/stamp.hpp"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <mutex>
#include <set>

#include "checks/languages.hpp"
#include "checks/published_ids.hpp"
#include "commands/sentences.hpp"
#include "content/translation_record.hpp"
#include "text/nearest.hpp"

namespace gaceta::commands {
namespace {

using content::TranslationRecord;
using diagnostics::Diagnostics;

/// What the sources say of the text that is to be stamped.
struct Found {
  bool bulletin = false;
  bool translation = false;
  bool text = false;
  std::string source;  ///< language code
  std::vector<std::string> blocks;
  std::optional<TranslationRecord> before;
  content::IdRecord ids;  ///< of the text
  std::optional<content::IdRecord> ids_before;
  std::set<std::string> folders;  ///< of all bulletins, for suggestions
};

std::string folder_of(std::string_view bulletin) {
  while (bulletin.ends_with('/')) bulletin.remove_suffix(1);
  return bulletin.starts_with("content/") ? std::string(bulletin) : "content/" + std::string(bulletin);
}

std::string first_id(const content::InspectedText& text) {
  return text.reading.bulletin != nullptr ? text.reading.bulletin->id.text : std::string();
}

/// Looks at each bulletin while it is read, and keeps what belongs to the one that is wanted.
class Search {
 public:
  explicit Search(const StampOptions& options) : options_(options), folder_(folder_of(options.bulletin)) {}

  void look_at(const content::InspectedBulletin& bulletin) {
    const auto first =
        std::find_if(bulletin.texts.begin(), bulletin.texts.end(), [](auto* text) { return text != nullptr; });
    if (first == bulletin.texts.end()) return;
    const content::Reading& reading = (*first)->reading;
    const std::lock_guard lock(mutex_);
    found_.folders.insert(std::string(reading.folder.substr(reading.folder.find('/') + 1)));
    if (reading.folder != folder_ && first_id(**first) != options_.bulletin) return;
    folder_ = std::string(reading.folder);
    found_.bulletin = true;
    const auto language = reading.settings.find_language(options_.language);
    if (!language) return;
    found_.source = reading.settings.languages[model::index(bulletin.source)].code;
    const content::InspectedText* text = bulletin.texts[*language];
    found_.text = text != nullptr;
    if (text != nullptr) {
      found_.ids = checks::ids_of(*text);
      found_.ids_before = bulletin.ids[*language];
    }
    found_.translation = *language != bulletin.source && bulletin.texts[*language] != nullptr &&
                         bulletin.texts[bulletin.source] != nullptr;
    if (!found_.translation) return;
    found_.blocks = checks::blocks_to_record(bulletin, *language);
    found_.before = bulletin.records[*language];
  }

  const Found& found() const { return found_; }
  const std::string& folder() const { return folder_; }

 private:
  const StampOptions& options_;
  std::string folder_;
  std::mutex mutex_;
  Found found_;
};

/// Only what is wrong with the bulletin itself keeps it from being stamped; a record that cannot be read is replaced.
Diagnostics errors_below(const Diagnostics& diagnostics, const std::string& folder) {
  Diagnostics errors;
  for (const diagnostics::Diagnostic& one : diagnostics) {
    if (one.severity != diagnostics::Severity::error || one.id == "bad-translation-record" ||
        one.id == "bad-id-record") {
      continue;
    }
    if (one.place.path.starts_with(folder + "/")) errors.push_back(one);
  }
  return errors;
}

bool is_possible(const Search& search, const StampOptions& options) {
  const Found& found = search.found();
  if (!found.bulletin) {
    std::fprintf(stderr, say("gaceta: no bulletin is called '%s'", "gaceta: ningún boletín se llama «%s»"),
                 options.bulletin.c_str());
    const std::vector<std::string> known(found.folders.begin(), found.folders.end());
    if (const auto near = text::nearest(options.bulletin, known)) {
      std::fprintf(stderr, say("; did you mean '%s'?", "; ¿quiso decir «%s»?"), near->c_str());
    }
    std::fputs("\n", stderr);
  } else if (found.source.empty()) {
    std::fprintf(stderr,
                 say("gaceta: '%s' is not a language of this site\n", "gaceta: «%s» no es una lengua de este sitio\n"),
                 options.language.c_str());
  } else if (found.source == options.language && !found.text) {
    std::fprintf(stderr, say("gaceta: %s has no %s.md\n", "gaceta: %s no tiene %s.md\n"), options.bulletin.c_str(),
                 options.language.c_str());
  } else if (found.source != options.language && !found.translation) {
    std::fprintf(stderr, say("gaceta: %s needs both %s.md and %s.md\n", "gaceta: %s necesita tanto %s.md como %s.md\n"),
                 options.bulletin.c_str(), found.source.c_str(), options.language.c_str());
  } else {
    return true;
  }
  return false;
}

/// How many blocks of `now` the record does not have.
std::size_t count_changes(const std::vector<std::string>& before, const std::vector<std::string>& now) {
  std::multiset<std::string_view> known(before.begin(), before.end());
  std::size_t changes = 0;
  for (const std::string& block : now) {
    const auto same = known.find(block);
    same != known.end() ? void(known.erase(same)) : void(++changes);
  }
  return changes;
}

/// Of every text, whether it is a translation or not: its ids are what others link to.
ExitStatus write_ids(filesystem::Folder& root, const Search& search, const StampOptions& options) {
  const Found& found = search.found();
  const std::string path = search.folder() + "/" + content::id_record_name(options.language);
  if (found.ids_before && *found.ids_before == found.ids) {
    std::printf(say("%s: nothing has changed\n", "%s: nada ha cambiado\n"), path.c_str());
    return ExitStatus::done;
  }
  if (const auto status = root.write(path, content::to_text(found.ids)); !status.ok()) {
    print_machine_error(status.error());
    return ExitStatus::machine_failed;
  }
  std::printf(say("%s: %zu ids recorded\n", "%s: %zu identificadores registrados\n"), path.c_str(), found.ids.size());
  return ExitStatus::done;
}

ExitStatus write_record(filesystem::Folder& root, const Search& search, const StampOptions& options,
                        const model::Date& today) {
  const Found& found = search.found();
  const std::string path = search.folder() + "/" + content::translation_record_name(options.language);
  const TranslationRecord record{found.source, today, found.blocks};
  if (found.before && found.before->blocks == record.blocks && found.before->source == record.source) {
    std::printf(say("%s: nothing has changed since %s\n", "%s: nada ha cambiado desde el %s\n"), path.c_str(),
                model::to_string(found.before->stamped).c_str());
    return ExitStatus::done;
  }
  if (const auto status = root.write(path, content::to_yaml(record)); !status.ok()) {
    print_machine_error(status.error());
    return ExitStatus::machine_failed;
  }
  if (!found.before) {
    std::printf(say("%s: %zu blocks recorded\n", "%s: %zu bloques registrados\n"), path.c_str(), record.blocks.size());
  } else {
    std::printf(say("%s: %zu blocks recorded, %zu of them new or changed since %s\n",
                    "%s: %zu bloques registrados, %zu de ellos nuevos o cambiados desde el %s\n"),
                path.c_str(), record.blocks.size(), count_changes(found.before->blocks, record.blocks),
                model::to_string(found.before->stamped).c_str());
  }
  return ExitStatus::done;
}

}  // namespace

ExitStatus stamp(const SiteOptions& site_options, const StampOptions& options) {
  const auto site = open_site(site_options.root);
  if (!site) return ExitStatus::machine_failed;
  auto request = request_of(site_options);
  if (!request) return ExitStatus::wrong_usage;
  const model::Date today = *request->content.date;
  request->content.date.reset();
  request->content.drafts = content::Drafts::include;
  Search search(options);
  request->content.compare = [&search](const content::InspectedBulletin& bulletin, Diagnostics&) {
    search.look_at(bulletin);
    return model::PerLanguage<std::optional<content::ComparedText>>();
  };
  Diagnostics diagnostics;
  const auto catalog = read_catalog(*site->root, site->share(), *request, diagnostics);
  const Diagnostics errors = catalog ? errors_below(diagnostics, search.folder()) : diagnostics;
  if (!errors.empty()) {
    std::cerr << diagnostics::as_text(errors, source_text(*site->root), message_language(), diagnostics::Style::plain);
    return ExitStatus::content_errors;
  }
  if (!is_possible(search, options)) return ExitStatus::content_errors;
  if (search.found().translation) {
    const ExitStatus written = write_record(*site->root, search, options, today);
    if (written != ExitStatus::done) return written;
  }
  return write_ids(*site->root, search, options);
}

}  // namespace gaceta::commands
