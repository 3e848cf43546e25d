// Names of folders that begin with a date, and how the next one should.
#include "starter/dated_name.hpp"

#include "catch.hpp"

using namespace gaceta;
using namespace gaceta::starter;

namespace {

std::string parts(std::string_view name) {
  const DatedName split = split_name(name);
  return (split.date ? model::to_string(*split.date) : "-") + " " + std::string(split.words);
}

const model::Date kDay = model::parse_date("2026-11-03").value();

}  // namespace

TEST_CASE("a name is split behind its date") {
  CHECK(parts("2023-09-21-ustr-pymes") == "2023-09-21 ustr-pymes");
  CHECK(parts("2022-05-dialogo-pyme") == "2022-05 dialogo-pyme");
  CHECK(parts("2010-mipymes") == "2010 mipymes");
  CHECK(parts("dialogo-pyme") == "- dialogo-pyme");
}

TEST_CASE("a name that is only a date has it as its words too") {
  CHECK(parts("2022-05") == "2022-05 2022-05");
  CHECK(parts("2022") == "2022 2022");
}

TEST_CASE("what cannot be a date belongs to the words") {
  CHECK(parts("0117-dialogo") == "- 0117-dialogo");
  CHECK(parts("2022x-dialogo") == "- 2022x-dialogo");
  CHECK(parts("2022-13-dialogo") == "2022 13-dialogo");
  CHECK(parts("2022-02-30-dialogo") == "2022-02 30-dialogo");
  CHECK(parts("2010-41-dialogo") == "2010 41-dialogo");
}

TEST_CASE("the habit is what most names do") {
  CHECK_FALSE(habit_of(std::vector<std::string>{}));
  CHECK(habit_of({"2010-a", "2010-b", "2022-05-c"}) == DateHabit::year);
  CHECK(habit_of({"2023-09-21-a"}) == DateHabit::day);
  CHECK(habit_of({"a", "b", "2022-05-c"}) == DateHabit::none);
  CHECK(habit_of({"a", "2022-05-c"}) == DateHabit::month);
  CHECK(habit_of({"2010-a", "2023-09-21-c"}) == DateHabit::day);
}

TEST_CASE("words get as much of the date as the habit says") {
  CHECK(dated("feria", kDay, DateHabit::none) == "feria");
  CHECK(dated("feria", kDay, DateHabit::year) == "2026-feria");
  CHECK(dated("feria", kDay, DateHabit::month) == "2026-11-feria");
  CHECK(dated("feria", kDay, DateHabit::day) == "2026-11-03-feria");
}
