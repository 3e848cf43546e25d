// Typed values as HTML: <data value> and <time datetime> around what the locale prints.
#pragma once

#include <optional>
#include <string>

#include "catalog/target.hpp"
#include "localization/notation.hpp"
#include "model/bulletin.hpp"
#include "rendering/host.hpp"

namespace gaceta::rendering {

void append_value(std::string& out, const Host& host, const localization::Phrase& phrase);

/// A fact with its qualifier, a link to its source, and the mark of an unverified figure. `id` is an attribute with a
/// space before it, or nothing.
void append_fact(std::string& out, const Host& host, const localization::Phrase& phrase, const model::Fact& fact,
                 std::optional<catalog::BulletinIndex> bulletin, std::string_view id = {});

/// A date or interval as prose has it, at the precision it has: 'del 20 al 24 de abril de 2010', 'abril de 2022'.
std::string date_text(const localization::Locale& locale, const model::DateRange& date);
void append_date(std::string& out, const Host& host, const model::DateRange& date);
/// The attribute of <time>; empty for what HTML cannot say there (an interval, a half-year).
std::string html_datetime(const model::DateRange& date);

}  // namespace gaceta::rendering
