#include "templating/describe.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "templating/types.hpp"

using namespace gaceta::templating;

namespace {

struct Issue {
  std::string title;
  std::vector<const Issue*> next;
};
struct Page {
  std::string title;
  Issue issue;
  std::vector<std::string> words;
  bool is_last = false;
  int count = 0;
};

const ObjectType& issue_type() {
  static const ObjectType type = object_type<Issue>("issue")
                                     .url("url", [](const Issue& issue) -> std::string_view { return issue.title; })
                                     .list<&Issue::next>("next", issue_type);
  return type;
}
const ObjectType& frame_type() {
  static const ObjectType type = object_type<Page>("frame").text<&Page::title>("title");
  return type;
}
const ObjectType& page_type() {
  static const ObjectType type = object_type<Page>("page")
                                     .text<&Page::title>("title")
                                     .object<&Page::issue>("issue", issue_type)
                                     .text_list<&Page::words>("words")
                                     .boolean<&Page::is_last>("is_last")
                                     .integer<&Page::count>("count");
  return type;
}

}  // namespace

TEST_CASE("templates are described by what they have besides what all have, and each type once") {
  const TemplateRoot templates[] = {{"page.html", &page_type()}, {"404.html", &frame_type()}};
  CHECK(describe(templates, frame_type()) ==
        "## Every page\n\n| field | |\n|---|---|\n| `title` | text |\n"
        "\n## page.html\n\n| field | |\n|---|---|\n| `count` | whole number |\n| `is_last` | yes or no |\n"
        "| `issue` | [issue](#issue) |\n| `words` | list: text |\n"
        "\n## 404.html\n\nNothing else.\n"
        "\n## Objects\n"
        "\n### issue\n\n| field | |\n|---|---|\n| `next` | list: [issue](#issue) |\n| `url` | address |\n");
}
