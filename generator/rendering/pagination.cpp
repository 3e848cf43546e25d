#include "rendering/pagination.hpp"

#include <algorithm>

namespace gaceta::rendering {
namespace {

using catalog::BulletinIndex;
using templating::object_type;
using templating::ObjectType;

constexpr std::size_t kNear = 2;  // numbers on either side of the current page

/// The years of a list that is newest first, each with the position of its first entry.
template <typename Visit>
void for_each_year(const catalog::Catalog& catalog, const std::vector<BulletinIndex>& list, const Visit& visit) {
  for (auto at = list.begin(); at != list.end();) {
    const int year = catalog.bulletin(*at).date.start.year;
    visit(year, static_cast<std::size_t>(at - list.begin()));
    at = std::partition_point(at, list.end(),
                              [&](BulletinIndex index) { return catalog.bulletin(index).date.start.year >= year; });
  }
}

const ObjectType& page_number_type() {
  static const ObjectType type = object_type<PageNumber>("page_number")
                                     .integer<&PageNumber::number>("number")
                                     .url<&PageNumber::url>("url")
                                     .boolean<&PageNumber::is_current>("is_current")
                                     .boolean<&PageNumber::follows_gap>("follows_gap");
  return type;
}

const ObjectType& year_jump_type() {
  static const ObjectType type = object_type<YearJump>("year_jump")
                                     .text("label", [](const YearJump& jump) { return std::to_string(jump.year); })
                                     .url<&YearJump::url>("url");
  return type;
}

}  // namespace

std::span<const BulletinIndex> entries_on(const catalog::Catalog& catalog, const std::vector<BulletinIndex>& list,
                                          std::size_t number) {
  const PageRange range = range_on(catalog, list.size(), number);
  return std::span(list).subspan(range.first, range.count);
}

PageRange range_on(const catalog::Catalog& catalog, std::size_t entries, std::size_t number) {
  const std::size_t per_page = catalog.settings().per_page;
  const std::size_t first = std::min((number - 1) * per_page, entries);
  return {first, std::min(per_page, entries - first)};
}

Pagination pagination(const Host& host, const std::string& address, std::size_t entries, std::size_t number) {
  const catalog::Catalog& catalog = host.catalog;
  const auto url = [&](std::size_t page) { return href(host, catalog.page_address(address, host.language, page)); };
  Pagination pages;
  pages.number = number;
  pages.count = catalog.page_count(entries);
  if (number > 1) pages.previous_url = url(number - 1);
  if (number < pages.count) pages.next_url = url(number + 1);
  for (std::size_t page = 1, last = 0; pages.count > 1 && page <= pages.count; ++page) {
    const bool is_near = page + kNear >= number && page <= number + kNear;
    if (!is_near && page != 1 && page != pages.count) continue;
    pages.numbers.push_back({page, url(page), page == number, page != last + 1});
    last = page;
  }
  return pages;
}

Pagination pagination_by_year(const Host& host, const std::string& address, const std::vector<BulletinIndex>& list,
                              std::size_t number) {
  Pagination pages = pagination(host, address, list.size(), number);
  for_each_year(host.catalog, list, [&](int year, std::size_t position) {
    const std::size_t page = position / host.settings().per_page + 1;
    pages.years.push_back(
        {year, href(host, host.catalog.page_address(address, host.language, page), "y-" + std::to_string(year))});
  });
  if (pages.years.size() < 2) pages.years.clear();
  return pages;
}

const ObjectType& pagination_type() {
  static const ObjectType type = object_type<Pagination>("pagination")
                                     .integer<&Pagination::number>("number")
                                     .integer<&Pagination::count>("count")
                                     .url<&Pagination::previous_url>("previous_url")
                                     .url<&Pagination::next_url>("next_url")
                                     .list<&Pagination::numbers>("numbers", page_number_type)
                                     .list<&Pagination::years>("years", year_jump_type);
  return type;
}

}  // namespace gaceta::rendering
