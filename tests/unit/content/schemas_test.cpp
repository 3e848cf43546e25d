// docs/schemas against the generator: the same keys, the same names of values, the same verdicts. A key that is new in
// one place and not in the other fails here.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "content/load_bulletin.hpp"
#include "content/load_settings.hpp"
#include "content/source.hpp"
#include "diagnostics/catalogue.hpp"
#include "json_schema.hpp"
#include "localization/intents.hpp"
#include "tiny_site.hpp"
#include "yaml/parse.hpp"

using namespace gaceta;
using namespace gaceta::content::testing;
using diagnostics::Diagnostic;
using diagnostics::Diagnostics;

namespace {

const std::string kRoot = GACETA_SOURCE_DIR;
const std::vector<std::string> kSchemas{"bulletin",      "documents", "front-matter", "glossary",
                                        "organisations", "site",      "topics"};

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

const Schema& schema(const std::string& name) {
  static std::map<std::string, Schema> schemas;
  const auto found = schemas.find(name);
  if (found != schemas.end()) return found->second;
  return schemas.emplace(name, Json::parse(bytes_of(kRoot + "/docs/schemas/" + name + ".schema.json"))).first->second;
}

/// A map that the generator reads: the part of the schema that describes it, and a file that ends where its keys stand.
struct Specimen {
  std::string schema;   ///< 'site'
  std::string pointer;  ///< to the object in the schema
  std::string before;
  std::size_t indent = 0;
};

const std::string kLanguages = "languages: {es: {locale: es-MX}, en: {locale: en-US}}\n";

const std::vector<Specimen> kSpecimens{{"site", "", kLanguages},
                                       {"site", "/$defs/language", "languages:\n  es:\n", 4},
                                       {"site", "/$defs/series", kLanguages + "series:\n  a:\n", 4},
                                       {"site", "/$defs/unitForms", kLanguages + "units:\n  u:\n    es:\n", 6},
                                       {"site", "/$defs/outputs", kLanguages + "outputs:\n", 2},
                                       {"site", "/$defs/inventory", kLanguages + "inventories:\n  other:\n", 4},
                                       {"topics", "/$defs/topic", "t:\n", 2},
                                       {"organisations", "/$defs/organisation", "o:\n", 2},
                                       {"documents", "/$defs/document", "d:\n", 2},
                                       {"glossary", "/$defs/term", "t:\n", 2},
                                       {"bulletin", "", ""},
                                       {"bulletin", "/$defs/dateline", "dateline:\n", 2},
                                       {"bulletin", "/$defs/event", "events:\n  -\n", 4},
                                       {"bulletin", "/$defs/eventReference", "events:\n  - ref: x\n", 4},
                                       {"bulletin", "/$defs/fact", "facts:\n  f:\n", 4},
                                       {"bulletin", "/$defs/correction", "corrections:\n  -\n", 4},
                                       {"bulletin", "/$defs/change", "updated:\n  -\n", 4},
                                       {"front-matter", "", "---\n"}};

std::string path_of(const std::string& name) {
  if (name == "bulletin") return "content/a/b/bulletin.yaml";
  return name == "front-matter" ? "content/a/b/es.md" : "content/" + name + ".yaml";
}

/// What the generator says of the file that `name` stands for.
Diagnostics read_as(const std::string& name, const std::string& text) {
  filesystem::MemoryFolder folder;
  Files files = tiny_site();
  files[path_of(name)] = text;
  write_all(folder, files);
  Diagnostics found;
  const auto settings = content::load_settings(folder, shipped_locale, found);
  if (name == "bulletin" || name == "front-matter") {
    REQUIRE(found.empty());
    if (name == "bulletin") (void)content::load_bulletin(folder, "a", "content/a/b", *settings, found);
    if (name == "front-matter") (void)content::load_text(folder, "content/a/b", "es", found);
  }
  return found;
}

/// What the generator says of the line 'key: value' at the place of the specimen.
Diagnostics read_line(const Specimen& specimen, const std::string& key, const std::string& value) {
  const std::string end = specimen.schema == "front-matter" ? "---\nTexto.\n" : "";
  const std::string text = specimen.before + std::string(specimen.indent, ' ') + key + ": " + value + "\n" + end;
  const auto line = static_cast<std::uint32_t>(std::count(specimen.before.begin(), specimen.before.end(), '\n')) + 1;
  Diagnostics found = read_as(specimen.schema, text);
  std::erase_if(found, [&](const Diagnostic& one) {
    return one.place.line != line || one.place.path != path_of(specimen.schema);
  });
  return found;
}

const Json& part(const Specimen& specimen) {
  return schema(specimen.schema).root().at(Json::json_pointer(specimen.pointer));
}

using Names = std::set<std::string>;

Names keys(const Json& object) {
  Names names;
  for (const auto& [key, unused] : object.items()) names.insert(key);
  return names;
}

Names items(const Json& list) {
  return list.get<Names>();
}

/// All objects of a schema that list their keys, as pointers.
void collect(const Json& node, const std::string& pointer, Names& found) {
  if (node.is_object() && node.contains("properties") && node["properties"].is_object()) found.insert(pointer);
  if (node.is_structured()) {
    for (const auto& [key, child] : node.items()) collect(child, pointer + "/" + key, found);
  }
}

std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}

}  // namespace

TEST_CASE("every map that a schema describes is compared with the generator") {
  for (const std::string& name : kSchemas) {
    Names described, compared;
    collect(schema(name).root(), "", described);
    for (const Specimen& specimen : kSpecimens) {
      if (specimen.schema == name) compared.insert(specimen.pointer);
    }
    CAPTURE(name);
    CHECK(described == compared);
  }
}

TEST_CASE("a schema has the keys that the generator knows, and no others") {
  for (const Specimen& specimen : kSpecimens) {
    CAPTURE(specimen.schema, specimen.pointer);
    Names known;
    for (const Diagnostic& one : read_line(specimen, "'?'", "1")) {
      if (one.id == "unknown-key") known.insert(one.arguments.begin() + 1, one.arguments.end());
    }
    // The glossary has the languages of the site among its keys.
    if (specimen.schema == "glossary") {
      CHECK(known.erase("es") + known.erase("en") == 2);
    }
    CHECK(known == keys(part(specimen)["properties"]));
    CHECK(part(specimen)["additionalProperties"] == Json(false));
  }
}

TEST_CASE("a schema requires what the generator misses") {
  for (const Specimen& specimen : kSpecimens) {
    CAPTURE(specimen.schema, specimen.pointer);
    Names missed;
    if (specimen.schema == "site" && specimen.pointer.empty()) {
      for (const Diagnostic& one : read_as("site", "'?': 1\n" + kLanguages)) {
        if (one.id == "missing-key") missed.insert(one.arguments[0]);
      }
      for (const Diagnostic& one : read_as("site", "title: x\n")) {
        if (one.id == "missing-key") missed.insert(one.arguments[0]);
      }
    } else {
      for (const Diagnostic& one : read_line(specimen, "'?'", "1")) {
        if (one.id == "missing-key") missed.insert(one.arguments[0]);
      }
    }
    if (specimen.pointer == "/$defs/eventReference") missed.insert("ref");  // what makes it one
    CHECK(missed == items(part(specimen).value("required", Json::array())));
  }
}

TEST_CASE("a schema has the names of values that the generator offers") {
  std::size_t compared = 0;
  for (const Specimen& specimen : kSpecimens) {
    for (const auto& [key, property] : part(specimen)["properties"].items()) {
      if (!property.contains("enum") || key == "translate") continue;
      CAPTURE(specimen.schema, specimen.pointer, key);
      const Diagnostics found = read_line(specimen, key, "'?'");
      const auto one = std::find_if(found.begin(), found.end(), [](auto& each) { return each.id == "unknown-value"; });
      REQUIRE(one != found.end());
      REQUIRE(one->help.id == "one-of");
      std::string names;
      for (const Json& name : property["enum"]) names += (names.empty() ? "" : ", ") + name.get<std::string>();
      CHECK(one->help.arguments.at(0) == names);
      ++compared;
    }
  }
  CHECK(compared >= 12);
}

TEST_CASE("severities and formats offer the rules and the intents that there are") {
  const Json& site = schema("site").root()["properties"];
  Names rules, intents;
  for (const diagnostics::Rule& rule : diagnostics::rules()) {
    if (rule.severity != diagnostics::Severity::error) rules.insert(std::string(rule.id));
  }
  for (const std::string_view name : localization::intent_names()) intents.insert(std::string(name));
  CHECK(items(site["severities"]["propertyNames"]["enum"]) == rules);
  CHECK(items(site["formats"]["additionalProperties"]["enum"]) == intents);
  CHECK(items(site["severities"]["additionalProperties"]["enum"]) == Names{"error", "warning", "note", "off"});
}

TEST_CASE("generator and schema judge every kind of value alike, key by key") {
  const std::vector<std::string> samples{"x",
                                         "Texto libre",
                                         "3",
                                         "-3",
                                         "2010",
                                         "true",
                                         "2021-07",
                                         "2021-07-14",
                                         "MX",
                                         "es",
                                         "never",
                                         "https://x.example/a",
                                         "[a]",
                                         "[[a]]",
                                         "[2]",
                                         "{k: v}",
                                         "{es: a, en: b}",
                                         "{es: {one: a, other: b}}",
                                         "2020-01/2021-02",
                                         "2021-13",
                                         "a/b",
                                         "-a",
                                         "{es: https://x.example/}",
                                         "{es: [a], en: []}",
                                         "'a|b'"};
  // What the generator leaves to a later stage, cannot know from the file alone, or takes more broadly.
  const Names later{"site  house_style",
                    "site  messages",
                    "site /$defs/inventory language",  // any letters and digits
                    "site /$defs/inventory file",      // whether the file is there
                    "bulletin  source_language",       // 'es' and any other language look alike
                    "bulletin /$defs/fact value"};
  std::size_t judged = 0;
  for (const Specimen& specimen : kSpecimens) {
    for (const auto& [key, property] : part(specimen)["properties"].items()) {
      if (later.contains(specimen.schema + " " + specimen.pointer + " " + key)) continue;
      if (specimen.before.find(key + ":") != std::string::npos) continue;  // is there already
      for (const std::string& sample : samples) {
        const Diagnostics found = read_line(specimen, key, sample);
        const bool is_refused = std::any_of(found.begin(), found.end(), [&](const Diagnostic& one) {
          const bool is_own = one.id == "missing-key" && one.place.column == specimen.indent + 1;
          return one.severity == diagnostics::Severity::error && !is_own;
        });
        Diagnostics none;
        const Json value = to_json(yaml::parse("v: " + sample, "", 1, none)->entries()[0].value);
        CAPTURE(specimen.schema, specimen.pointer, key, sample, as_text(found));
        CHECK(is_refused != schema(specimen.schema).allows(property, value));
        ++judged;
      }
    }
  }
  CHECK(judged > 1500);
}

TEST_CASE("the defaults of the schemas are those of the generator") {
  const auto value_of = [](const char* name, const std::string& pointer) {
    return schema(name).root().at(Json::json_pointer(pointer + "/default"));
  };
  filesystem::MemoryFolder folder;
  Files files = tiny_site();
  files["content/documents.yaml"] = "d: {title: T}\n";
  files["content/a/b/bulletin.yaml"] =
      "date: 2021\nevents: [{id: e, title: T}]\nfacts: {f: {value: 1}}\nupdated: [{date: 2022, note: n}]\n";
  files["content/a/b/es.md"] = article("T", "Texto.\n");
  write_all(folder, files);
  Diagnostics found;
  const auto settings = content::load_settings(folder, shipped_locale, found);
  const auto bulletin = content::load_bulletin(folder, "a", "content/a/b", *settings, found);
  const auto text = content::load_text(folder, "content/a/b", "es", found);
  REQUIRE(found.empty());
  CHECK(value_of("site", "/properties/per_page") == settings->per_page);
  const content::Outputs& outputs = settings->outputs;
  CHECK(value_of("site", "/$defs/outputs/properties/parallel") == outputs.parallel);
  CHECK(value_of("site", "/$defs/outputs/properties/citations") == outputs.citations);
  CHECK(value_of("site", "/$defs/outputs/properties/search") == outputs.search);
  CHECK(value_of("site", "/$defs/outputs/properties/feeds") == outputs.feeds);
  CHECK(value_of("site", "/$defs/outputs/properties/inventories") == outputs.inventories);
  CHECK(value_of("documents", "/$defs/document/properties/kind") == settings->documents[0].kind);
  CHECK(value_of("bulletin", "/properties/kind") == "bulletin");
  CHECK(bulletin->kind == model::BulletinKind::bulletin);
  CHECK(value_of("bulletin", "/properties/status") == "published");
  CHECK(bulletin->status == model::PublicationStatus::published);
  CHECK(value_of("bulletin", "/properties/section_numbers") == "none");
  CHECK(bulletin->section_numbers == model::SectionNumbers::none);
  CHECK(value_of("bulletin", "/properties/numbered_paragraphs") == bulletin->numbered_paragraphs);
  CHECK(value_of("bulletin", "/$defs/event/properties/status") == "held");
  CHECK((*bulletin->events.begin()).status == model::EventStatus::held);
  CHECK(value_of("bulletin", "/$defs/fact/properties/status") == "reported");
  CHECK(value_of("bulletin", "/$defs/fact/properties/qualifier") == "exact");
  CHECK(model::find_fact(bulletin->facts, "f")->status == model::FactStatus::reported);
  CHECK(model::find_fact(bulletin->facts, "f")->qualifier.empty());
  CHECK(value_of("bulletin", "/$defs/change/properties/change") == "major");
  CHECK((*bulletin->changes.begin()).weight == model::ChangeWeight::major);
  CHECK(value_of("front-matter", "/properties/status") == "published");
  CHECK_FALSE(text->is_draft);
}

TEST_CASE("every file of content, of the starter site and of the good examples is valid") {
  std::vector<std::filesystem::path> contents{kRoot + "/content", kRoot + "/generator/starter/site/content",
                                              kRoot + "/tests/golden/skeleton/content"};
  for (const char* group : {"good", "warned"}) {
    for (const auto& one : std::filesystem::directory_iterator(kRoot + "/tests/golden/" + group)) {
      if (std::filesystem::is_directory(one.path() / "content")) contents.push_back(one.path() / "content");
    }
  }
  std::map<std::string, std::size_t> validated;
  for (const std::filesystem::path& content : contents) {
    for (const auto& file : std::filesystem::recursive_directory_iterator(content)) {
      const bool is_text = file.path().extension() == ".md";
      const std::string name = is_text ? "front-matter" : file.path().stem().string();
      if (!is_text &&
          (file.path().extension() != ".yaml" || std::find(kSchemas.begin(), kSchemas.end(), name) == kSchemas.end())) {
        continue;
      }
      CAPTURE(file.path().string());
      Diagnostics mistakes;
      const auto text = content::to_text(bytes_of(file.path()), "", mistakes);
      REQUIRE(text);
      const auto yaml = is_text ? content::split_front_matter(*text, "", mistakes)->front_matter : *text;
      const auto node = yaml::parse(yaml, "", 1, mistakes);
      REQUIRE(node);
      CHECK(joined(schema(name).faults(to_json(*node))).empty());
      ++validated[name];
    }
  }
  for (const std::string& name : kSchemas) {
    CAPTURE(name);
    CHECK(validated[name] >= 3);
  }
}

TEST_CASE("a mistake is found at its place") {
  const auto faults = [](const char* name, std::string_view text) {
    Diagnostics mistakes;
    return joined(schema(name).faults(to_json(*yaml::parse(text, "", 1, mistakes))));
  };
  CHECK(faults("bulletin", "date: 2021-07-14\nnumber: 3\n").empty());
  CHECK(faults("bulletin", "date: 2021-07-14\nnumbr: 3\n") == "/numbr: is not allowed\n");
  CHECK(faults("bulletin", "number: 3\n") == ": lacks \"date\"\n");
  CHECK(faults("bulletin", "date: 2021\nevents: [{ref: x, id: y}]\n") == "/events/0/id: is not allowed\n");
  CHECK(faults("bulletin", "date: 2021\nevents: [{id: y}]\n") == "/events/0: lacks \"title\"\n");
  CHECK(faults("topics", "t: {name: {es: x, english: y}}\n").find("/t/name: fits none") == 0);
  CHECK(faults("topics", "T: {name: x}\n").find("/T: does not fit") == 0);
}

TEST_CASE("what the schemas share is the same in each") {
  std::map<std::string, Json> seen;
  for (const std::string& name : kSchemas) {
    CHECK(schema(name).root()["$schema"] == "https://json-schema.org/draft/2020-12/schema");
    for (const auto& [key, one] : schema(name).root()["$defs"].items()) {
      CAPTURE(name, key);
      CHECK(seen.try_emplace(key, one).first->second == one);
    }
  }
}

TEST_CASE("every key says what it is for") {
  for (const Specimen& specimen : kSpecimens) {
    for (const auto& [key, property] : part(specimen)["properties"].items()) {
      CAPTURE(specimen.schema, specimen.pointer, key);
      const Json* described = &property;
      if (!property.contains("description") && property.contains("$ref")) {
        described =
            &schema(specimen.schema).root().at(Json::json_pointer(property["$ref"].get<std::string>().substr(1)));
      }
      CHECK_FALSE(described->value("description", "").empty());
    }
  }
}

TEST_CASE("the manual has every key and every name of a value") {
  const std::string manual = bytes_of(kRoot + "/docs/manual/content-format.md");
  const auto has = [&](const std::string& word) { return std::regex_search(manual, std::regex("\\b" + word + "\\b")); };
  for (const Specimen& specimen : kSpecimens) {
    for (const auto& [key, property] : part(specimen)["properties"].items()) {
      CAPTURE(specimen.schema, specimen.pointer, key);
      CHECK(has(key));
      for (const Json& name : property.value("enum", Json::array())) {
        CAPTURE(name);
        CHECK(has(name.get<std::string>()));
      }
    }
  }
}
