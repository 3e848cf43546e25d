#include "starter/plan_bulletin.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "content/load_bulletin.hpp"
#include "filesystem/path.hpp"
#include "starter/dated_name.hpp"
#include "starter/starter_text.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace gaceta::starter {
namespace {

using content::Settings;
using filesystem::Entry;
using filesystem::Folder;
using model::Language;
using Reason = Refusal::Reason;

constexpr std::string_view kContent = "content", kPages = "pages";
constexpr std::size_t kExamples = 3;

std::vector<std::string> folders_in(const Folder& root, std::string_view path) {
  std::vector<std::string> names;
  const auto entries = root.children(path);
  if (!entries.ok()) return names;
  for (const Entry& entry : entries.value()) {
    const std::string_view name = filesystem::name_of(entry.path);
    if (entry.type == Entry::Type::directory && text::is_slug(name)) names.emplace_back(name);
  }
  return names;
}

/// What the series has already. Its mistakes are for `gaceta check`.
struct SeriesSoFar {
  std::vector<std::string> folders;
  std::set<std::string> slugs;  ///< of all languages: a text that is missing borrows the address of another
  std::optional<std::int64_t> last_number;
};

SeriesSoFar read_series(const Folder& root, const Settings& settings, const std::string& series) {
  diagnostics::Diagnostics ignored;
  const std::string path = filesystem::joined(kContent, series);
  SeriesSoFar so_far{folders_in(root, path), {}, {}};
  for (const std::string& name : so_far.folders) {
    const std::string folder = filesystem::joined(path, name);
    const auto bulletin = content::load_bulletin(root, series, folder, settings, ignored);
    if (bulletin && bulletin->number) so_far.last_number = std::max(so_far.last_number, bulletin->number);
    for (const content::LanguageSettings& language : settings.languages) {
      const auto text = content::load_text(root, folder, language.code, ignored);
      if (text) so_far.slugs.insert(text->text.slug);
    }
  }
  return so_far;
}

/// What a page may not have as its address: those of other pages and of series, which stand beside them.
std::set<std::string> slugs_beside_pages(const Settings& settings, const SeriesSoFar& pages) {
  std::set<std::string> slugs = pages.slugs;
  for (const content::Series& series : settings.series) slugs.insert(series.slug.begin(), series.slug.end());
  return slugs;
}

/// As the series does; a series without bulletins as the site does; a site without bulletins by year and month.
DateHabit habit_for(const Folder& root, const Settings& settings, const SeriesSoFar& so_far) {
  if (const auto habit = habit_of(so_far.folders)) return *habit;
  std::vector<std::string> all;
  for (const content::Series& series : settings.series) {
    const auto some = folders_in(root, filesystem::joined(kContent, series.id.text));
    all.insert(all.end(), some.begin(), some.end());
  }
  return habit_of(all).value_or(DateHabit::month);
}

/// The next number of a series that is numbered; 1 opens a series.
std::optional<std::int64_t> next_number(const SeriesSoFar& so_far) {
  if (so_far.folders.empty()) return 1;
  if (!so_far.last_number || *so_far.last_number == std::numeric_limits<std::int64_t>::max()) return std::nullopt;
  return *so_far.last_number + 1;
}

template <typename Items>
std::string examples_of(const Items& items) {
  std::string list = "[";
  for (std::size_t i = 0; i < std::min(items.size(), kExamples); ++i) list += (i > 0 ? ", " : "") + items[i].id.text;
  return list + "]";
}

/// '{es: …, en: …}' over the languages of the site.
std::string text_map(const Settings& settings) {
  std::string map = "{";
  for (const content::LanguageSettings& language : settings.languages) {
    map += (map.size() > 1 ? ", " : "") + language.code + ": …";
  }
  return map + "}";
}

bool is_one_line(std::string_view text) {
  const auto is_control = [](unsigned char c) { return c < ' ' || c == 0x7F; };
  return !text::trimmed(text).empty() && !text::first_invalid_byte(text) &&
         std::none_of(text.begin(), text.end(), is_control);
}

/// A line with the slot 'number' becomes a comment where there is no number to write.
std::string without_number(std::string_view text) {
  std::string out;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size() - 1) + 1;
    const std::string_view line = text.substr(start, end - start);
    if (line.find("{{number}}") != std::string_view::npos && !line.starts_with('#')) out += "# ";
    out += line;
    start = end;
  }
  return out;
}

class Planner {
 public:
  Planner(const Folder& root, const Settings& settings, const StarterFiles& starters, const BulletinRequest& request)
      : root_(root), settings_(settings), starters_(starters), request_(request) {}

  std::variant<NewBulletin, Refusal> run() {
    std::optional<Refusal> refusal = read_name();
    if (!refusal) refusal = read_titles();
    if (!refusal) refusal = name_folder();
    if (!refusal) refusal = write_files();
    if (refusal) return *std::move(refusal);
    return std::move(bulletin_);
  }

 private:
  static Refusal refuse(Reason reason, std::vector<std::string> words) { return {reason, std::move(words)}; }

  std::optional<Refusal> read_name() {
    std::string_view name = request_.name;
    if (name.starts_with("content/")) name.remove_prefix(std::string_view("content/").size());
    if (name.ends_with('/')) name.remove_suffix(1);
    const std::size_t slash = name.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == name.size() ||
        name.find('/', slash + 1) != std::string_view::npos) {
      return refuse(Reason::not_a_name, {request_.name});
    }
    series_ = std::string(name.substr(0, slash));
    name_ = std::string(name.substr(slash + 1));
    bulletin_.is_page = series_ == kPages;
    if (!bulletin_.is_page && settings_.find_series({series_}) == nullptr) {
      return refuse(Reason::unknown_series, {series_});
    }
    if (bulletin_.is_page && request_.date) return refuse(Reason::dated_page, {request_.name});
    if (text::is_slug(name_)) return std::nullopt;
    const bool is_text = !text::first_invalid_byte(name_);
    return refuse(Reason::bad_slug, {name_, is_text ? text::slugify(name_) : std::string()});
  }

  std::optional<Refusal> read_titles() {
    titles_ = model::LocalText(settings_.language_count());
    for (const std::string& typed : request_.titles) {
      std::string_view words = typed;
      Language language{};
      const std::size_t equals = words.find('=');
      const std::string_view code = words.substr(0, equals);
      const bool has_code = equals != std::string_view::npos && code.size() <= 8 && text::is_slug(code);
      if (has_code) {
        const auto found = settings_.find_language(code);
        if (!found) return refuse(Reason::unknown_language, {std::string(code)});
        language = *found;
        words.remove_prefix(equals + 1);
      }
      if (!is_one_line(words)) return refuse(Reason::bad_title, {typed});
      if (!titles_[language].empty()) {
        return refuse(Reason::second_title, {settings_.languages[model::index(language)].code});
      }
      titles_[language] = text::to_nfc(text::trimmed(words));
    }
    return std::nullopt;
  }

  std::optional<Refusal> name_folder() {
    so_far_ = read_series(root_, settings_, series_);
    if (bulletin_.is_page) so_far_.slugs = slugs_beside_pages(settings_, so_far_);
    const DatedName split = bulletin_.is_page ? DatedName{std::nullopt, name_} : split_name(name_);
    date_ = date_for(split);
    words_ = std::string(split.words);
    const std::string folder = split.date || bulletin_.is_page ? name_
                                                               : dated(name_, request_.date.value_or(request_.today),
                                                                       habit_for(root_, settings_, so_far_));
    bulletin_.folder = filesystem::joined(filesystem::joined(kContent, series_), folder);
    if (root_.stat(bulletin_.folder).ok()) return refuse(Reason::exists, {bulletin_.folder});
    return std::nullopt;
  }

  /// As asked for; else that of the name, unless it is that of today, which is known to the day.
  model::Date date_for(const DatedName& split) const {
    if (request_.date) return *request_.date;
    if (!split.date) return request_.today;
    const bool is_now =
        model::first_day(*split.date) <= request_.today && request_.today <= model::last_day(*split.date);
    return is_now ? request_.today : *split.date;
  }

  std::optional<Refusal> write_files() {
    if (bulletin_.is_page) return write_texts("page/");
    const auto starter = starters_("bulletin/bulletin.yaml");
    if (!starter) return refuse(Reason::no_starter, {"bulletin/bulletin.yaml"});
    Slots slots = slots_of_all();
    const bool has_number = !slots.try_emplace("number", "1").second;
    slots["slug"] = words_;
    write("bulletin.yaml", has_number ? *starter : without_number(*starter), slots);
    return write_texts("bulletin/");
  }

  std::optional<Refusal> write_texts(const std::string& kind) {
    for (std::size_t i = 0; i < settings_.language_count(); ++i) {
      const std::string& code = settings_.languages[i].code;
      auto starter = starters_(kind + "text." + code + ".md");
      if (!starter) starter = starters_(kind + "text.md");
      if (!starter) return refuse(Reason::no_starter, {kind + "text.md"});
      const std::string& title = titles_[static_cast<Language>(i)];
      Slots slots = slots_of_all();
      if (!title.empty()) slots["title"] = as_yaml(title);
      slots["slug"] = free_slug(i == 0 ? std::string() : text::slugify(title));
      slots["language"] = code;
      write(code + ".md", *starter, slots);
    }
    return std::nullopt;
  }

  Slots slots_of_all() const {
    std::vector<content::Organisation> issuers;
    for (const content::Organisation& one : settings_.organisations) {
      const bool is_house = settings_.issuer && settings_.issuer->text == one.id.text;
      issuers.insert(is_house ? issuers.begin() : issuers.end(), one);
    }
    Slots slots{{"date", model::to_string(date_)},
                {"series", series_},
                {"folder", std::string(filesystem::name_of(bulletin_.folder))},
                {"issuers", examples_of(issuers)},
                {"topics", examples_of(settings_.topics)},
                {"text", text_map(settings_)}};
    const auto number = bulletin_.is_page ? std::nullopt : next_number(so_far_);
    if (number) slots["number"] = std::to_string(*number);
    return slots;
  }

  /// A slug that no text of the series has: the wanted one, the words of the name, the folder, the folder and a number.
  std::string free_slug(const std::string& wanted) const {
    const std::string folder(filesystem::name_of(bulletin_.folder));
    for (const std::string& slug : {wanted, words_, folder}) {
      if (!slug.empty() && !so_far_.slugs.contains(slug)) return slug;
    }
    std::size_t number = 2;
    while (so_far_.slugs.contains(folder + "-" + std::to_string(number))) ++number;
    return folder + "-" + std::to_string(number);
  }

  void write(std::string path, std::string_view starter, const Slots& slots) {
    bulletin_.files.push_back({std::move(path), filled(with_comments_in(request_.comments, starter), slots)});
  }

  const Folder& root_;
  const Settings& settings_;
  const StarterFiles& starters_;
  const BulletinRequest& request_;
  std::string series_, name_;
  std::string words_;  ///< of the name, without its date
  model::LocalText titles_;
  model::Date date_;
  SeriesSoFar so_far_;
  NewBulletin bulletin_;
};

}  // namespace

std::variant<NewBulletin, Refusal> plan_bulletin(const Folder& root, const Settings& settings,
                                                 const StarterFiles& starters, const BulletinRequest& request) {
  return Planner(root, settings, starters, request).run();
}

}  // namespace gaceta::starter
