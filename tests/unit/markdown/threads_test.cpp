// Stock cmark-gfm gets up to half of such texts wrong with two threads (see markdown/engine.hpp).
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "outline.hpp"

using namespace gaceta::markdown;

namespace {

constexpr int kTexts = 10'000;
constexpr int kThreads = 4;

std::string text_of(int number) {
  const std::string n = std::to_string(number);
  return "## Sección " + n + "\n\nTexto ~~viejo" + n + "~~ con https://example.org/a_b/~u" + n +
         " y www.example.org, a@b.org y nota[^n" + n + "]: {num}`" + n + "` <ref:x" + n + ">.\n\n| a ~~b~~ | c:d |\n" +
         "|---|:-:|\n| www.c.org | ~x~ |\n\n[^n" + n + "]: Nota ~~w~~ http://w.org/" + n + "\n";
}

/// Everything that a document holds, as one string.
std::string contents(const std::string& text) {
  const Parsed parsed(text);
  std::string out = parsed.outline() + parsed.report();
  for (Index i = 0; i < parsed.document.nodes().size(); ++i) {
    out += parsed.document.text(i);
    out += '|';
    out += parsed.document.name(i);
    out += '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("10,000 texts parsed on several threads equal those parsed on one") {
  std::vector<std::string> expected(kTexts);
  for (int i = 0; i < kTexts; ++i) expected[static_cast<std::size_t>(i)] = contents(text_of(i));
  REQUIRE(expected[7].find("strike «~~viejo7~~»") != std::string::npos);
  REQUIRE(expected[7].find("link «https://example.org/a_b/~u7»") != std::string::npos);

  std::vector<int> wrong(kThreads, 0);
  std::vector<std::thread> threads;
  for (int thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&, thread] {
      for (int i = thread; i < kTexts; i += kThreads) {
        if (contents(text_of(i)) != expected[static_cast<std::size_t>(i)]) ++wrong[static_cast<std::size_t>(thread)];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (int count : wrong) CHECK(count == 0);
}
