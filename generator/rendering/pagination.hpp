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

/// How many entries stand on page `number`, from 1, of a list of `entries`, and the position of the first of them.
struct PageRange {
  std::size_t first = 0, count = 0;
};
PageRange range_on(const catalog::Catalog& catalog, std::size_t entries, std::size_t number);

/// The entries on page `number`, from 1, of a list.
std::span<const catalog::BulletinIndex> entries_on(const catalog::Catalog& catalog,
                                                   const std::vector<catalog::BulletinIndex>& list, std::size_t number);

/// For page `number` of a list of `entries`, which begins at the address `address`.
Pagination pagination(const Host& host, const std::string& address, std::size_t entries, std::size_t number);

/// The same for a list that is newest first, with the ways to each year.
Pagination pagination_by_year(const Host& host, const std::string& address,
                              const std::vector<catalog::BulletinIndex>& list, std::size_t number);

const templating::ObjectType& pagination_type();

}  // namespace gaceta::rendering
