// Where a new bulletin goes, its number, its date, its slugs, and why there may be none.
#include "starter/plan_bulletin.hpp"

#include "../content/tiny_site.hpp"
#include "content/load_settings.hpp"

using namespace gaceta;
using namespace gaceta::content::testing;
using namespace gaceta::starter;
using Reason = Refusal::Reason;

namespace {

model::Date day(std::string_view text) {
  return model::parse_date(text).value();
}

const std::map<std::string, std::string, std::less<>> kStarters{
    {"bulletin/bulletin.yaml",
     "#en number\n#es número\nnumber: {{number}}\ndate: {{date}}\n# {{issuers}} {{topics}} {{text}} {{slug}}\n"},
    {"bulletin/text.es.md", "---\ntitle: {{title|\"[por completar]\"}}\nslug: {{slug}}\n---\n"},
    {"page/text.md", "page {{title|?}} {{slug}} {{folder}}\n"},
    {"bulletin/text.md", "{{language}}: {{title|?}} {{slug}} {{series}} {{folder}}\n"}};

std::optional<std::string> starter_file(std::string_view name) {
  const auto found = kStarters.find(name);
  return found != kStarters.end() ? std::optional(found->second) : std::nullopt;
}

using Planned = std::variant<NewBulletin, Refusal>;

Planned plan(const Files& files, BulletinRequest request, const StarterFiles& starters = starter_file) {
  filesystem::MemoryFolder folder;
  Files all = tiny_site();
  for (const auto& [path, text] : files) all[path] = text;
  write_all(folder, all);
  diagnostics::Diagnostics found;
  const auto settings = content::load_settings(folder, shipped_locale, found);
  REQUIRE(settings);
  request.today = day("2026-11-21");
  return plan_bulletin(folder, *settings, starters, request);
}

Planned plan(const Files& files, std::string name) {
  return plan(files, BulletinRequest{std::move(name), {}, {}, {}, {}});
}

/// All files, one behind the other.
std::string bytes(const Planned& planned) {
  std::string all;
  REQUIRE(std::holds_alternative<NewBulletin>(planned));
  for (const NewFile& file : std::get<NewBulletin>(planned).files) all += "== " + file.path + "\n" + file.bytes;
  return all;
}

std::string folder(const Planned& planned) {
  REQUIRE(std::holds_alternative<NewBulletin>(planned));
  return std::get<NewBulletin>(planned).folder;
}

std::pair<Reason, std::vector<std::string>> refusal(const Planned& planned) {
  REQUIRE(std::holds_alternative<Refusal>(planned));
  return {std::get<Refusal>(planned).reason, std::get<Refusal>(planned).words};
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

Files bulletin(const std::string& folder, const std::string& yaml, const std::string& slug = "s") {
  return {{"content/" + folder + "/bulletin.yaml", yaml},
          {"content/" + folder + "/es.md", "---\ntitle: T\nsummary: s\nslug: " + slug + "\n---\nTexto.\n"}};
}

Files operator+(Files a, const Files& b) {
  a.insert(b.begin(), b.end());
  return a;
}

}  // namespace

TEST_CASE("a bulletin of an empty series of an empty site") {
  CHECK(bytes(plan({}, "a/feria")) ==
        "== bulletin.yaml\n# number\nnumber: 1\ndate: 2026-11-21\n# [] [pymes] {es: …, en: …} feria\n"
        "== es.md\n---\ntitle: \"[por completar]\"\nslug: feria\n---\n"
        "== en.md\nen: ? feria a 2026-11-feria\n");
  CHECK(folder(plan({}, "a/feria")) == "content/a/2026-11-feria");
  CHECK(folder(plan({}, "content/a/feria/")) == "content/a/2026-11-feria");
}

TEST_CASE("comments are in the editor's language") {
  CHECK(has(bytes(plan({}, {"a/feria", {}, {}, {}, diagnostics::Language::spanish})), "# número\nnumber: 1\n"));
}

TEST_CASE("the number is the next of the series, over drafts and the future") {
  const Files files = bulletin("a/uno", "date: 2030-01-01\nnumber: 41\n") +
                      bulletin("a/dos", "date: 2021\nnumber: 7\nstatus: draft\n") +
                      bulletin("b/tres", "date: 2021\nnumber: 99\n");
  CHECK(has(bytes(plan(files, "a/feria")), "\nnumber: 42\n"));
}

TEST_CASE("a series without numbers gets none, and a number that has no next one neither") {
  CHECK(has(bytes(plan(bulletin("a/uno", "date: 2021\n"), "a/feria")), "\n# number: 1\n"));
  CHECK(has(bytes(plan(bulletin("a/uno", "date: 2021\nnumber: 9223372036854775807\n"), "a/feria")), "\n# number: 1\n"));
}

TEST_CASE("folders are called as those of the series, else of the site") {
  CHECK(folder(plan(bulletin("a/uno", "date: 2021\n"), "a/feria")) == "content/a/feria");
  CHECK(folder(plan(bulletin("a/2021-uno", "date: 2021\n"), "a/feria")) == "content/a/2026-feria");
  CHECK(folder(plan(bulletin("b/2021-05-01-uno", "date: 2021\n"), "a/feria")) == "content/a/2026-11-21-feria");
}

TEST_CASE("a date in the name is kept, and is the date unless another is asked for") {
  const Planned past = plan({}, "a/2022-05-feria");
  CHECK(folder(past) == "content/a/2022-05-feria");
  CHECK(has(bytes(past), "\ndate: 2022-05\n"));
  CHECK(has(bytes(past), "slug: feria\n"));
  CHECK(has(bytes(plan({}, "a/2026-11-feria")), "\ndate: 2026-11-21\n"));
  CHECK(has(bytes(plan({}, {"a/2022-05-feria", {}, day("2022-05-17"), {}, {}})), "\ndate: 2022-05-17\n"));
  CHECK(folder(plan({}, {"a/feria", {}, day("2022-05-17"), {}, {}})) == "content/a/2022-05-feria");
  CHECK(has(bytes(plan({}, "a/2022-05")), "slug: 2022-05\n"));
}

TEST_CASE("titles are for their languages, quoted where they must be, and give the slug of translations") {
  const std::string all = bytes(plan({}, {"a/feria", {" Feria: sí ", "en=The New Fair"}, {}, {}, {}}));
  CHECK(has(all, "title: 'Feria: sí'\nslug: feria\n"));
  CHECK(has(all, "en: The New Fair the-new-fair a"));
  CHECK(has(bytes(plan({}, {"a/feria", {"es=x = y"}, {}, {}, {}})), "title: x = y\n"));
}

TEST_CASE("no slug is used twice in a series") {
  const Files one = bulletin("a/2021-05-feria", "date: 2021-05\n", "feria");
  CHECK(has(bytes(plan(one, "a/feria")), "slug: 2026-11-feria\n"));
  const Files both = one + bulletin("a/2021-06-feria", "date: 2021-06\n", "2026-11-feria");
  CHECK(has(bytes(plan(both, "a/feria")), "slug: 2026-11-feria-2\n"));
  CHECK(has(bytes(plan(one, "b/feria")), "slug: feria\n"));
}

TEST_CASE("what cannot be a bulletin is refused with its reason") {
  CHECK(refusal(plan({}, "feria")).first == Reason::not_a_name);
  CHECK(refusal(plan({}, "a/")).first == Reason::not_a_name);
  CHECK(refusal(plan({}, "/feria")).first == Reason::not_a_name);
  CHECK(refusal(plan({}, "a/b/c")).first == Reason::not_a_name);
  CHECK(refusal(plan({}, "c/feria")) == std::pair{Reason::unknown_series, std::vector<std::string>{"c"}});
  CHECK(refusal(plan({}, "a/Año 1")) == std::pair{Reason::bad_slug, std::vector<std::string>{"Año 1", "ano-1"}});
  CHECK(refusal(plan({}, "a/..")) == std::pair{Reason::bad_slug, std::vector<std::string>{"..", ""}});
  CHECK(refusal(plan({}, "a/\xff")) == std::pair{Reason::bad_slug, std::vector<std::string>{"\xff", ""}});
  CHECK(refusal(plan(bulletin("a/2026-11-feria", "date: [\n"), "a/feria")) ==
        std::pair{Reason::exists, std::vector<std::string>{"content/a/2026-11-feria"}});
}

TEST_CASE("a title that cannot be one is refused") {
  const auto with = [](std::vector<std::string> titles) {
    return refusal(plan({}, {"a/feria", std::move(titles), {}, {}, {}}));
  };
  CHECK(with({"fr=Foire"}) == std::pair{Reason::unknown_language, std::vector<std::string>{"fr"}});
  CHECK(with({"Feria", "es=Otra"}) == std::pair{Reason::second_title, std::vector<std::string>{"es"}});
  CHECK(with({" "}).first == Reason::bad_title);
  CHECK(with({"en="}).first == Reason::bad_title);
  CHECK(with({"a\nb"}).first == Reason::bad_title);
  CHECK(with({"\xc3"}).first == Reason::bad_title);
}

TEST_CASE("a text may print the number, or what stands in for it") {
  const StarterFiles starters = [](std::string_view name) {
    return std::optional<std::string>(name == "bulletin/bulletin.yaml" ? "number: {{number}}\n" : "No. {{number|?}}\n");
  };
  const BulletinRequest request{"a/feria", {}, {}, {}, {}};
  CHECK(has(bytes(plan(bulletin("a/uno", "date: 2021\nnumber: 8\n"), request, starters)),
            "number: 9\n== es.md\nNo. 9\n"));
  CHECK(has(bytes(plan(bulletin("a/uno", "date: 2021\n"), request, starters)), "# number: 1\n== es.md\nNo. ?\n"));
}

TEST_CASE("a missing starter file is named") {
  const StarterFiles none = [](std::string_view) { return std::nullopt; };
  CHECK(refusal(plan({}, {"a/feria", {}, {}, {}, {}}, none)).first == Reason::no_starter);
}

TEST_CASE("a site in other languages gets a text for each") {
  const Files french{{"content/site.yaml",
                      "title: t\nbase_url: https://x.example/\nlanguages: {fr: {locale: es-MX}, pt: {locale: en-US}}\n"
                      "series: {a: {name: A}}\n"},
                     {"content/topics.yaml", ""}};
  const std::string all = bytes(plan(french, {"a/feria", {"Foire", "pt=Feira"}, {}, {}, {}}));
  CHECK(has(all, "{fr: …, pt: …}"));
  CHECK(has(all, "== fr.md\nfr: Foire feria a 2026-11-feria\n== pt.md\npt: Feira feira a 2026-11-feria\n"));
}

TEST_CASE("a page has texts only, no date, and an address beside the series") {
  const Planned page = plan({}, {"pages/2026-plan", {"en=The Plan"}, {}, {}, {}});
  CHECK(folder(page) == "content/pages/2026-plan");
  CHECK(std::get<NewBulletin>(page).is_page);
  CHECK(bytes(page) == "== es.md\npage ? 2026-plan 2026-plan\n== en.md\npage The Plan the-plan 2026-plan\n");
  CHECK(has(bytes(plan({}, "pages/a")), "page ? a-2 a\n"));  // 'a' is a series
  CHECK(refusal(plan({}, {"pages/plan", {}, day("2026-01-31"), {}, {}})).first == Reason::dated_page);
  const Files other{{"content/pages/plan/es.md", article("Plan", "Texto.\n")}};
  CHECK(refusal(plan(other, "pages/plan")).first == Reason::exists);
  CHECK(has(bytes(plan({{"content/pages/uno/es.md", article("Dos", "Texto.\n")}}, "pages/dos")), "page ? dos-2 dos\n"));
}
