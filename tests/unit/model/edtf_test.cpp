#include "model/edtf.hpp"

#include "catch.hpp"

using namespace gaceta::model;

TEST_CASE("every date notation is read and written back") {
  for (const char* text :
       {"2021", "2021-07", "2021-07-14", "2010-H2", "2015-Q3", "0001-01-01", "9999-12-31", "2015-10-05/2015-10-06",
        "2012/2013", "2012-05/2013-08", "2010-H1/2011-H2", "2020/..", "2012/2013-05"}) {
    INFO(text);
    const auto range = parse_edtf(text);
    REQUIRE(range.has_value());
    CHECK(to_string(*range) == text);
  }
}

TEST_CASE("half-years and quarters have their EDTF numbers") {
  CHECK(to_string(*parse_edtf("2010-41")) == "2010-H2");
  CHECK(to_string(*parse_edtf("2015-33")) == "2015-Q1");
  CHECK(to_edtf(*parse_edtf("2010-H2")) == "2010-41");
  CHECK(to_edtf(*parse_edtf("2015-Q4/2016-Q1")) == "2015-36/2016-33");
  CHECK(to_edtf(*parse_edtf("2015-10-05/..")) == "2015-10-05/..");
}

TEST_CASE("impossible dates are refused") {
  for (const char* text : {"",
                           "21",
                           "2021-13",
                           "2021-00",
                           "2021-02-29",
                           "2021-04-31",
                           "2021-7-14",
                           "2021/07/14",
                           "0000",
                           "2010-H3",
                           "2015-Q5",
                           "2015-Q0",
                           "2021-07-14T00:00",
                           "2021-07-",
                           "2021-",
                           "2021-37",
                           "14-07-2021",
                           "2021-07-14/",
                           "2021-07-14/2021-07-13",
                           "2022/2021",
                           "../2021",
                           "2012-05/2012-05-03",
                           "2012-05-03/2012-05",
                           "2021-H1-01",
                           "20211"}) {
    INFO(text);
    CHECK_FALSE(parse_edtf(text).has_value());
  }
  CHECK(parse_edtf("2020-02-29").has_value());
  CHECK(parse_edtf("2000-02-29").has_value());
  CHECK_FALSE(parse_edtf("1900-02-29").has_value());
}

TEST_CASE("a date knows its first and last day") {
  CHECK(to_string(first_day(*parse_date("2010-H2"))) == "2010-07-01");
  CHECK(to_string(last_day(*parse_date("2010-H1"))) == "2010-06-30");
  CHECK(to_string(last_day(*parse_date("2015-Q1"))) == "2015-03-31");
  CHECK(to_string(first_day(*parse_date("2015-Q4"))) == "2015-10-01");
  CHECK(to_string(last_day(*parse_date("2020-02"))) == "2020-02-29");
  CHECK(to_string(last_day(*parse_date("2021"))) == "2021-12-31");
  CHECK(to_string(*last_day(*parse_edtf("2012/2013"))) == "2013-12-31");
  CHECK_FALSE(last_day(*parse_edtf("2012/..")).has_value());
}

TEST_CASE("days are counted through leap years") {
  CHECK(day_number(*parse_date("1970-01-01")) == 0);
  CHECK(day_number(*parse_date("2000-03-01")) == 11017);
  CHECK(day_number(*parse_date("1969-12-31")) == -1);
  CHECK(day_count(*parse_edtf("2020")) == 366);
  CHECK(day_count(*parse_edtf("2015-10-05/2015-10-06")) == 2);
  CHECK(day_count(*parse_edtf("2021-07-14")) == 1);
  CHECK_FALSE(day_count(*parse_edtf("2020/..")).has_value());
}

TEST_CASE("weekdays are those of the calendar") {
  CHECK(weekday(*parse_date("2015-10-05")) == Weekday::monday);
  CHECK(weekday(*parse_date("2021-07-14")) == Weekday::wednesday);
  CHECK(weekday(*parse_date("1969-12-28")) == Weekday::sunday);
  CHECK(weekday(*parse_date("2000-01-01")) == Weekday::saturday);
}

TEST_CASE("dates sort by their first day, the more precise one first") {
  const auto before = [](const char* a, const char* b) {
    return earlier(*parse_edtf(a), *parse_edtf(b)) && !earlier(*parse_edtf(b), *parse_edtf(a));
  };
  CHECK(before("2021-07-13", "2021-07-14"));
  CHECK(before("2021-01-01", "2021-01"));
  CHECK(before("2021-01", "2021"));
  CHECK(before("2021", "2021/.."));
  CHECK(before("2020/..", "2021-05-05"));
  CHECK_FALSE(earlier(*parse_edtf("2021/.."), *parse_edtf("2021/..")));
}

TEST_CASE("times of day are read") {
  CHECK(to_string(*parse_time("08:30")) == "08:30");
  CHECK(to_string(*parse_time("8:30")) == "08:30");
  CHECK(to_string(*parse_time("23:59")) == "23:59");
  for (const char* text : {"", "24:00", "8:60", "8", "8:3", "8.30", ":30", "008:30", "8:30pm"}) {
    INFO(text);
    CHECK_FALSE(parse_time(text).has_value());
  }
}
