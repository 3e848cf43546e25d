#include "preview/answer.hpp"

#include "catch.hpp"
#include "filesystem/memory_folder.hpp"

using gaceta::filesystem::MemoryFolder;
using gaceta::preview::Answer;
using gaceta::preview::answer;
using gaceta::preview::Pages;
using gaceta::preview::Shown;

namespace {

/// A site in memory, and what it answers.
class Site {
 public:
  Site() {
    write("index.html", "<body>home</body>");
    write("404.html", "<body>missing</body>");
    write("es/index.html", "<body>inicio</body>");
    write("es/año nuevo/index.html", "<body>ñ</body>");
    write("es/feed.xml", "<feed></feed>");
    write("secret/link.txt", "outside");
    write(".gaceta-manifest", "a list");
    shown.has_pages = true;
    shown.version = "7";
    shown.language = "es";
  }

  Answer get(std::string_view target, std::string_view method = "GET",
             std::vector<std::string> hosts = {"127.0.0.1:8000"}) {
    const Pages pages{folder_, [](const std::string& path) { return path == "secret/link.txt"; }};
    return answer({method, target, std::move(hosts)}, &pages, shown);
  }

  Shown shown;

 private:
  void write(std::string_view path, std::string_view bytes) { REQUIRE(folder_.write(path, bytes).ok()); }
  MemoryFolder folder_;
};

bool holds(const Answer& answer, std::string_view part) {
  return answer.body.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("files and folders are shown, pages with the script") {
  Site site;
  const Answer home = site.get("/");
  CHECK(home.status == 200);
  CHECK(home.type == "text/html; charset=utf-8");
  CHECK(home.body == "<body>home<script src=\"/.gaceta/preview.js\" data-version=\"7\"></script>\n</body>");
  CHECK(holds(site.get("/es/"), "inicio"));
  CHECK(holds(site.get("/es/index.html?q=1"), "inicio"));
  CHECK(holds(site.get("/es/a%C3%B1o%20nuevo/"), "ñ"));
  CHECK(site.get("/es/feed.xml").body == "<feed></feed>");
  CHECK(site.get("/", "HEAD").status == 200);
}

TEST_CASE("a folder without its slash leads to the one with it, and keeps the query") {
  Site site;
  const Answer answer = site.get("/es/a%C3%B1o%20nuevo?q=a%20b");
  CHECK(answer.status == 302);
  CHECK(answer.location == "/es/a%C3%B1o%20nuevo/?q=a%20b");
}

TEST_CASE("an address that does not exist has the site's own page") {
  Site site;
  for (const char* target : {"/nada", "/es/nada/", "/es/index.html/", "/secret/", "/.gaceta/", "/.gaceta-manifest",
                             "/es//", "//es/", "//evil.example/..", "/secret/link.txt"}) {
    INFO(target);
    const Answer answer = site.get(target);
    CHECK(answer.status == 404);
    CHECK(holds(answer, "missing<script"));
  }
}

TEST_CASE("no way leads out of the folder") {
  Site site;
  for (const char* target : {"/..", "/../", "/../etc/passwd", "/es/../../x", "/%2e%2e/x", "/%2e%2e%2fx",
                             "/es/%2E%2E/%2e./x", "/./index.html", "/..%5cx", "/es/..;/x"}) {
    INFO(target);
    CHECK(site.get(target).status == 404);
  }
  for (const char* target : {"/%00", "/index.html%00.txt", "/%c0%ae%c0%ae/x", "http://127.0.0.1/", "*", ""}) {
    INFO(target);
    CHECK(site.get(target).status == 400);
  }
}

TEST_CASE("only this machine is answered, and only questions") {
  Site site;
  CHECK(site.get("/", "POST").status == 405);
  CHECK(site.get("/", "DELETE").status == 405);
  CHECK(site.get("/", "GET", {"evil.example"}).status == 403);
  CHECK(site.get("/.gaceta/state.json", "GET", {"evil.example"}).status == 403);
  CHECK(site.get("/", "GET", {}).status == 403);
  CHECK(site.get("/", "GET", {"localhost", "evil.example"}).status == 403);
}

TEST_CASE("a site below a prefix is shown there, as it will be") {
  Site site;
  site.shown.prefix = "/año/";
  CHECK(site.get("/?a=1").location == "/a%C3%B1o/?a=1");
  CHECK(site.get("/a%C3%B1o").location == "/a%C3%B1o/");
  CHECK(holds(site.get("/a%C3%B1o/es/"), "inicio"));
  CHECK(site.get("/a%C3%B1o/es").location == "/a%C3%B1o/es/");
  CHECK(site.get("/es/").status == 404);
  CHECK(site.get("/.gaceta/state.json").status == 200);
}

TEST_CASE("open pages hear of problems, escaped twice over: as HTML and as JSON") {
  Site site;
  CHECK(site.get("/.gaceta/state.json").body ==
        "{\"version\":\"7\",\"problems\":\"\",\"language\":\"es\",\"style\":\"\"}\n");
  site.shown.problems = "<p>\"&lt;\"\n</p>";
  CHECK(holds(site.get("/.gaceta/state.json"), R"("problems":"<p>\"&lt;\"\n</p>")"));
  CHECK(site.get("/es/").status == 200);
  CHECK(holds(site.get("/.gaceta/preview.js"), "location.reload()"));
}

TEST_CASE("without a first edition every address shows what is wrong") {
  Site site;
  site.shown.has_pages = false;
  site.shown.problems = "<p>mal</p>";
  const Answer answer = site.get("/es/lo-que-sea/");
  CHECK(answer.status == 503);
  CHECK(holds(answer, "<html lang=\"es\""));
  CHECK(holds(answer, "<p>mal</p><script src="));
}

TEST_CASE("pages whose folder is gone are not found") {
  Shown shown;
  shown.has_pages = true;
  CHECK(answer({"GET", "/", {"localhost"}}, nullptr, shown).status == 404);
}
