// A value or none, copied with what is in it.
#include "model/boxed.hpp"

#include <string>

#include "catch.hpp"

using gaceta::model::Boxed;

TEST_CASE("a box is empty or holds a value of its own") {
  const Boxed<std::string> none;
  CHECK_FALSE(none);
  CHECK_FALSE(Boxed<std::string>(std::optional<std::string>()));
  Boxed<std::string> one = std::string("uno");
  const Boxed<std::string> copy = one;
  one = std::string("dos");
  REQUIRE(copy);
  CHECK(*copy == "uno");
  CHECK(one->size() == 3);
  CHECK(*one == "dos");
  one = none;
  CHECK_FALSE(one);
  CHECK(*Boxed<std::string>(std::optional<std::string>("tres")) == "tres");
  CHECK(sizeof one == sizeof(void*));
}
