// Filling what all pages have: titles, the same page in other languages, feeds, files to cite with.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "rendering/page_types.hpp"

namespace gaceta::rendering {

/// Who asks for values while the page at `address` is made.
Host host_for(const catalog::Catalog& catalog, model::Language language, const localization::Locale& locale,
              std::string address);

/// The address of the same page in another language; empty if it has none there.
using AddressIn = std::function<std::string(model::Language)>;

void fill_frame(Frame& frame, const Host& host, std::string title, std::string description, std::string page_class,
                const AddressIn& address_in);

/// The title of page `number`, from 1, of a list: 'Reporte T-MEC', 'Reporte T-MEC, página 2'.
std::string page_title(const Host& host, const std::string& title, std::size_t number);

/// Offers the feed of a series; that of the language is in every frame.
void add_feed(Frame& frame, const Host& host, std::size_t series);

/// Offers cite.bib and its like in the folder `address`, if the site makes them.
void add_cite_files(Frame& frame, const Host& host, const std::string& address);

/// Whether anything is published in `language`, at all or in one series.
bool has_texts(const catalog::Catalog& catalog, std::optional<std::size_t> series, model::Language language);

}  // namespace gaceta::rendering
