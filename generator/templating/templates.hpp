// Page templates: a Jinja-like language (docs/manual/templates.md) over the host's own structures. Everything that a
// template names is checked when it is loaded; rendering cannot fail. What it is not: a programming language, a data
// tree.
//
//   struct Entry { std::string title, address; };
//   struct Home  { std::string title; std::vector<Entry> entries; };
//   struct Page  { std::string language; };                                        // the host object: anything
//
//   const ObjectType& entry_type() {
//     static const ObjectType type =
//         object_type<Entry>("entry").text<&Entry::title>("title").url<&Entry::address>("url");
//     return type;
//   }
//   const ObjectType& home_type() {                                                // its fields are the template's
//   names
//     static const ObjectType type =
//         object_type<Home>("home").text<&Home::title>("title").list<&Home::entries>("entries", entry_type);
//     return type;
//   }
//
//   Registry registry;                                                             // host functions, see filters.hpp
//   Templates templates(loader, std::move(registry));
//   std::optional<Template> home = templates.compile("home.html", home_type(), diagnostics);
//   if (home) {
//     Renderer renderer;                                                           // one per thread, kept
//     std::string out;
//     renderer.render(*home, Home{…}, page, out);
//   }
//
//   home.html:  <h1>{{ title }}</h1>
//               <ul>{% for entry in entries %}<li><a href="{{ entry.url }}">{{ entry.title }}</a></li>{% endfor %}</ul>
//
// What is escaped how follows from the name of the entry: .xml like HTML without script and style; .json as JSON; .txt,
// .bib and .csv not at all; anything else as HTML. Object types must outlive the templates that were compiled for them.
#pragma once

#include <cassert>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "templating/filters.hpp"
#include "templating/types.hpp"

namespace gaceta::templating {

struct Program;
struct ParsedTemplate;

/// The text of a template, and its path as diagnostics print it.
struct Source {
  std::string path;
  std::string text;
};

/// The template called `name` ("base.html"), or nothing if there is none.
using Loader = std::function<std::optional<Source>(std::string_view name)>;

/// A compiled page template: immutable, cheap to copy, shared by threads. Keeps the host's functions alive.
class Template {
 public:
  explicit Template(std::shared_ptr<const Program> program) : program_(std::move(program)) {}
  const ObjectType& root() const;
  const Program& program() const { return *program_; }

 private:
  std::shared_ptr<const Program> program_;
};

/// Loads and compiles. One thread at a time; the templates it returns do not need it any more.
class Templates {
 public:
  Templates(Loader loader, Registry registry);
  ~Templates();
  Templates(const Templates&) = delete;
  Templates& operator=(const Templates&) = delete;

  /// The template `entry` for pages of type `root`, with all it extends and includes. Every mistake found is added to
  /// `diagnostics`; nothing is returned if there was one. Sources are asked for and parsed once per Templates.
  std::optional<Template> compile(std::string_view entry, const ObjectType& root,
                                  diagnostics::Diagnostics& diagnostics);

 private:
  const ParsedTemplate* parsed(std::string_view name);

  Loader loader_;
  std::shared_ptr<const Registry> registry_;
  std::vector<std::unique_ptr<ParsedTemplate>> sources_;
};

/// Renders; keeps its stack and scratch room between pages, so that it allocates no more after a few. One per thread.
class Renderer {
 public:
  Renderer();
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  /// Appends the page to `out`. `root` is what page.root() describes; `host` is what getters and functions ask for with
  /// Context::host<Host>(). Neither fails nor throws by itself. A getter or function must not use this Renderer.
  template <typename Root, typename Host>
  void render(const Template& page, const Root& root, Host& host, std::string& out) {
    assert(page.root().describes<Root>());
    Context context(host, scratch_);
    run(page.program(), &root, context, out);
  }

 private:
  struct Loop;
  void run(const Program& program, const void* root, Context& context, std::string& out);

  Scratch scratch_;
  std::vector<Value> stack_;
  std::vector<Loop> loops_;
  std::vector<std::size_t> marks_;  // in the output
  std::string text_;                // what a function appends before it is escaped
};

}  // namespace gaceta::templating
