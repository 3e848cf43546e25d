// The frame around every table, however its rows are made.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/outline.hpp"
#include "rendering/host.hpp"

namespace gaceta::rendering {

/// The frame around every table. With a `name` it is a region that the keyboard can scroll: for tables that do not fit
/// on a phone. `css_class` is for the table itself.
void open_table(std::string& out, const model::Anchor* anchor, std::string_view css_class = {},
                std::string_view name = {});
void close_table(std::string& out);

/// Columns from which on a table does not fit on a phone.
inline constexpr std::size_t kWideTable = 4;

/// What a table's region is called: its caption, else 'table 3'.
std::string table_name(const Host& host, std::string_view caption, const model::Anchor* anchor);

}  // namespace gaceta::rendering
