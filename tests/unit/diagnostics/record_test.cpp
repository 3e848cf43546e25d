#include "diagnostics/record.hpp"

#include "catch.hpp"

using namespace gaceta;
using diagnostics::Diagnostics;

TEST_CASE("diagnostics come back from their record as they were") {
  Diagnostics all = {
      diagnostics::make("duplicate-key", {"content/ñ.yaml", 3, 7, 2}, {"a \"b\"", "12"}),
      diagnostics::make("unknown-key", {"content/site.yaml"}, {"x"}, diagnostics::did_you_mean(std::string("y"))),
  };
  all[1].severity = diagnostics::Severity::note;
  const std::string record = diagnostics::as_record(all);
  CHECK(record.find('\n') == std::string::npos);
  CHECK(diagnostics::from_record(record) == all);
  CHECK(diagnostics::from_record(diagnostics::as_record({})) == Diagnostics{});
}

TEST_CASE("what is no record gives nothing") {
  const std::string record = diagnostics::as_record({diagnostics::make("unknown-key", {"a"}, {"x"})});
  for (const std::string& text : {std::string(), std::string("{"), std::string("[1]"), std::string("{\"id\":1}"),
                                  record.substr(0, record.size() / 2), std::string("[{\"id\":\"no-such-rule\"}]")}) {
    INFO(text);
    CHECK_FALSE(diagnostics::from_record(text));
  }
}
