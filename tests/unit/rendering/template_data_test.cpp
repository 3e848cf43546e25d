// docs/manual/template-data.md: behind its words for readers it lists what this lists.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "rendering/page_types.hpp"
#include "rendering/pages.hpp"
#include "templating/describe.hpp"

using namespace gaceta;

TEST_CASE("the manual lists what each template sees") {
  const std::string path = std::string(GACETA_SOURCE_DIR) + "/docs/manual/template-data.md";
  std::ifstream file(path, std::ios::binary);
  const std::string manual{std::istreambuf_iterator<char>(file), {}};
  const std::string listed = templating::describe(rendering::template_roots(), rendering::frame_type());
  const std::size_t list = manual.find("## Every page\n");
  REQUIRE(list != std::string::npos);
  if (std::getenv("GACETA_UPDATE_MANUAL") != nullptr) {
    std::ofstream(path, std::ios::binary) << manual.substr(0, list) << listed;
    return;
  }
  INFO("GACETA_UPDATE_MANUAL=1 rendering_tests writes the list anew");
  CHECK(manual.substr(list) == listed);
}
