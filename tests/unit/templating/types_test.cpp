// How the host's structures become names of templates: every kind of getter.
#include "templating/types.hpp"

#include <array>
#include <deque>
#include <memory>
#include <span>

#include "catch.hpp"
#include "site.hpp"

using namespace gaceta::templating;
using gaceta::templating::testing::loader;

namespace {

struct Part {
  int number = 0;
  int twice() const { return 2 * number; }
};
inline constexpr ValueType<Part> part_value{"part"};
inline constexpr ValueType<int> int_value{"int"};

struct Host {
  std::string name = "host";
};

struct Whole {
  std::string text = "text";
  std::optional<std::string> maybe = "maybe";
  std::optional<std::string> never;
  const char* c_string = "c";
  bool truth = true;
  unsigned char small = 200;
  std::optional<int> maybe_number = 7;
  Part part{1};
  std::unique_ptr<Part> owned = std::make_unique<Part>(Part{2});
  Part* pointer = nullptr;
  std::vector<Part> parts{{3}, {4}};
  std::deque<std::unique_ptr<Part>> owned_parts;
  std::vector<const Part*> pointers;
  std::array<std::string_view, 2> words{"a", "b"};
};

const ObjectType& part_type() {
  static const ObjectType type =
      object_type<Part>("part").integer<&Part::number>("number").integer<&Part::twice>("twice");
  return type;
}

std::string_view free_function(const Whole& whole) {
  return whole.text;
}

const ObjectType& whole_type() {
  static const ObjectType type =
      object_type<Whole>("whole")
          .text<&Whole::text>("text")
          .text<&Whole::maybe>("maybe")
          .text<&Whole::never>("never")
          .text<&Whole::c_string>("c_string")
          .text<&free_function>("free")
          .text("by_value", [](const Whole& whole) { return whole.text + " by value, too long for the small buffer"; })
          .text("scratch", [](const Whole& whole, Scratch& scratch) { return scratch.keep(whole.text); })
          .text("host", [](const Whole&, Context& context) -> const std::string& { return context.host<Host>().name; })
          .text("built", [](const Whole& whole, std::string& out) { out += whole.text; })
          .text("built_with",
                [](const Whole&, Context& context, std::string& out) { out += context.host<Host>().name; })
          .html("nothing", [](const Whole&) -> std::optional<std::string_view> { return std::nullopt; })
          .boolean<&Whole::truth>("truth")
          .integer<&Whole::small>("small")
          .integer<&Whole::maybe_number>("maybe_number")
          .object<&Whole::part>("part", part_type)
          .object<&Whole::owned>("owned", part_type)
          .object<&Whole::pointer>("pointer", part_type)
          .object("made", part_type(), [](const Whole&) { return Part{9}; })
          .object("whole", whole_type, [](const Whole& whole) { return &whole; })
          .list<&Whole::parts>("parts", part_type)
          .list<&Whole::owned_parts>("owned_parts", part_type)
          .list<&Whole::pointers>("pointers", part_type)
          .list("span", part_type, [](const Whole& whole) { return std::span<const Part>(whole.parts); })
          .list("made_list", part_type,
                [](const Whole& whole, Scratch& scratch) {
                  const auto list = scratch.array<const Part*>(2);
                  list[0] = &whole.part;
                  return list;
                })
          .text_list<&Whole::words>("words")
          .integer_list("numbers", [](const Whole&, Scratch& scratch) { return scratch.array<int>(3); })
          .value<part_value, &Whole::part>("part_value")
          .value<part_value>("made_value", [](const Whole&) { return Part{5}; })
          .value_list<part_value, &Whole::parts>("part_values");
  return type;
}

Registry show_registry() {
  Registry registry;
  registry.add({"show",
                {{"value", FieldType::value(part_value)}},
                false,
                Kind::text,
                {},
                [](Context&, const Arguments& arguments, std::string& out) {
                  CHECK(arguments[0].as(int_value) == nullptr);
                  out += std::to_string(arguments[0].as(part_value)->number);
                }});
  return registry;
}

std::string shown(const std::string& text) {
  Templates templates(loader({{"page.txt", text}}), show_registry());
  gaceta::diagnostics::Diagnostics found;
  const auto page = templates.compile("page.txt", whole_type(), found);
  for (const auto& each : found)
    UNSCOPED_INFO(gaceta::diagnostics::message(each, gaceta::diagnostics::Language::english));
  REQUIRE(page);
  Whole whole;
  whole.owned_parts.push_back(std::make_unique<Part>(Part{6}));
  whole.owned_parts.push_back(nullptr);
  whole.pointers = {&whole.part, nullptr};
  Host host;
  Renderer renderer;
  std::string out;
  renderer.render(*page, whole, host, out);
  return out;
}

}  // namespace

TEST_CASE("text comes from strings, views, optionals, members, functions, and what a getter appends") {
  CHECK(shown("{{ text }},{{ maybe }},{{ never }},{{ c_string }},{{ free }},{{ scratch }},{{ host }},{{ built }},{{ "
              "built_with }},{{ nothing }}.") == "text,maybe,,c,text,text,host,text,host,.");
  CHECK(shown("{{ by_value }}") == "text by value, too long for the small buffer");
  CHECK(shown("{{ built ~ built_with ~ scratch }}") == "texthosttext");
}

TEST_CASE("numbers and truth come from any integral type") {
  CHECK(shown("{{ small }},{{ maybe_number }},{{ 'yes' if truth }}") == "200,7,yes");
}

TEST_CASE("objects come by reference, by pointer, owned, or made for the page") {
  CHECK(shown("{{ part.number }},{{ owned.number }},{{ pointer.number }},{{ made.number }},{{ part.twice }},{{ "
              "whole.whole.text }}") == "1,2,,9,2,text");
}

TEST_CASE("lists come from containers, spans and scratch room, of objects or pointers to them") {
  CHECK(shown("{% for p in parts %}{{ p.number }},{% endfor %}") == "3,4,");
  CHECK(shown("{% for p in owned_parts %}{{ p.number }},{% endfor %}") == "6,,");
  CHECK(shown("{% for p in pointers %}{{ p.number }},{% endfor %}") == "1,,");
  CHECK(shown("{% for p in span %}{{ p.number }},{% endfor %}") == "3,4,");
  CHECK(shown("{% for p in made_list %}{{ p.number }},{% endfor %}") == "1,,");
  CHECK(shown("{{ words | join('+') }} {{ numbers | join('+') }}") == "a+b 0+0+0");
}

TEST_CASE("typed values reach the functions that know their type") {
  CHECK(shown("{{ part_value | show }} {{ made_value | show }}{% for v in part_values %} {{ v | show }}{% endfor %}") ==
        "1 5 3 4");
}

TEST_CASE("scratch room keeps what it gave until it is reset, however much it is") {
  Scratch scratch;
  const std::string_view first = scratch.keep("first");
  std::vector<std::string_view> kept;
  for (int i = 0; i < 5000; ++i) kept.push_back(scratch.keep(std::to_string(i)));
  const std::string large(100'000, 'x');
  CHECK(scratch.keep(large) == large);
  const auto aligned = scratch.array<std::int64_t>(4);
  CHECK(reinterpret_cast<std::uintptr_t>(aligned.data()) % alignof(std::int64_t) == 0);
  CHECK(first == "first");
  for (int i = 0; i < 5000; ++i) REQUIRE(kept[static_cast<std::size_t>(i)] == std::to_string(i));
  scratch.reset();
  CHECK(scratch.keep("again").data() == first.data());
}
