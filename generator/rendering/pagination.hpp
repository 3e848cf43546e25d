// Long lists in pages: which entries stand on a page, and the ways to the others: next, previous, by number, by year.
// Pure functions of the catalog; any thread.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "rendering/host.hpp"
#include "templating/types.hpp"

namespace gaceta::rendering {

struct PageNumber {
  std::size_t number = 1;
  std::string url;
  bool is_current = false;
  bool follows_gap = false;  ///< numbers before it are left out
};

struct YearJump {
  int year = 0;
  std::string url;  ///< of the year's heading, on the page where it begins
};

/// Where a page stands in its list; a list of one page has no numbers.
struct Pagination {
  std::size_t number = 1, count = 1;
  std::string previous_url, next_url;  ///< empty at the ends
  std::vector<PageNumber> numbers;     ///< the first, the last, and those near this one
  std::vector<YearJump> years;         ///< empty where the list is not in order of time, or has one year only
};

enum class ListOrder { by_date, other };

/// The entries on page `number`, from 1, of a list.
std::span<const catalog::BulletinIndex> entries_on(const catalog::Catalog& catalog,
                                                   const std::vector<catalog::BulletinIndex>& list, std::size_t number);

/// For page `number` of `list`, which begins at the address `address`.
Pagination pagination(const Host& host, const std::string& address, const std::vector<catalog::BulletinIndex>& list,
                      std::size_t number, ListOrder order);

const templating::ObjectType& pagination_type();

}  // namespace gaceta::rendering
