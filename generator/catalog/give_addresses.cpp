// Where each page lives. Every address is claimed once; the second claim is reported.
#include "catalog/give_addresses.hpp"

#include <algorithm>

#include "localization/locale.hpp"
#include "text/unicode.hpp"

namespace gaceta::catalog {

using diagnostics::Diagnostics;
using diagnostics::make;
using model::Bulletin;
using model::Language;
using model::Mention;

class AddressGiver {
 public:
  AddressGiver(Catalog& catalog, Diagnostics& diagnostics) : catalog_(catalog), diagnostics_(diagnostics) {}

  void run() {
    const std::size_t languages = catalog_.language_count();
    std::vector<localization::Locale> locales;
    for (const auto& data : catalog_.site().locales) locales.emplace_back(data);
    address_sections(locales);
    order_documents(locales);
    catalog_.issuer_addresses_.assign(settings().organisations.size(), model::LocalText(languages));
    catalog_.series_addresses_.assign(settings().series.size(), model::LocalText(languages));
    catalog_.topic_addresses_.assign(settings().topics.size(), model::LocalText(languages));
    catalog_.page_addresses_.assign(catalog_.site().pages.size(), model::LocalText(languages));
    for (std::size_t l = 0; l < languages; ++l) address_language(language(l));
    for (std::size_t l = 0; l < languages; ++l) address_aliases(language(l));
  }

 private:
  const content::Settings& settings() const { return catalog_.settings(); }
  const std::vector<Bulletin>& bulletins() const { return catalog_.bulletins(); }
  static Language language(std::size_t i) { return static_cast<Language>(i); }

  void address_sections(const std::vector<localization::Locale>& locales) {
    static constexpr std::string_view kWords[kSections] = {"path-topics", "path-issuers", "path-documents",
                                                           "path-facts",  "path-index",   "path-search"};
    const std::size_t languages = catalog_.language_count();
    catalog_.section_addresses_.assign(kSections, model::LocalText(languages));
    catalog_.parallel_words_ = model::LocalText(languages);
    catalog_.page_words_ = model::LocalText(languages);
    for (std::size_t l = 0; l < languages; ++l) {
      const std::string home = catalog_.home_address(language(l));
      claim(home, kSite);
      for (std::size_t i = 0; i < kSections; ++i) {
        std::string& address = catalog_.section_addresses_[i][language(l)];
        address = home + text::slugify(locales[l].message(kWords[i])) + "/";
        claim(address, kSite);
      }
      catalog_.parallel_words_[language(l)] = text::slugify(locales[l].message("path-parallel"));
      catalog_.page_words_[language(l)] = text::slugify(locales[l].message("path-page"));
    }
  }

  /// The register of documents in each language, so that links know on which page of it a document stands.
  void order_documents(const std::vector<localization::Locale>& locales) {
    const std::size_t count = settings().documents.size();
    catalog_.document_register_ = model::PerLanguage<std::vector<DocumentIndex>>(locales.size());
    catalog_.document_positions_ = model::PerLanguage<std::vector<std::uint32_t>>(locales.size());
    for (std::size_t l = 0; l < locales.size(); ++l) {
      std::vector<DocumentIndex>& order = catalog_.document_register_[language(l)];
      for (std::size_t i = 0; i < count; ++i) order.push_back(static_cast<DocumentIndex>(i));
      const auto title = [&](DocumentIndex index) -> const std::string& {
        return catalog_.document(index).title[language(l)];
      };
      std::stable_sort(order.begin(), order.end(),
                       [&](DocumentIndex a, DocumentIndex b) { return locales[l].compare(title(a), title(b)) < 0; });
      std::vector<std::uint32_t>& positions = catalog_.document_positions_[language(l)];
      positions.resize(count);
      for (std::size_t i = 0; i < count; ++i) positions[position(order[i])] = static_cast<std::uint32_t>(i);
    }
  }

  /// The pages of a long list behind its first, which is claimed already.
  void claim_further_pages(const std::string& address, std::size_t entries, Language in, std::string_view path,
                           const model::Span& span = {}) {
    for (std::size_t page = 2; page <= catalog_.page_count(entries); ++page) {
      claim(catalog_.page_address(address, in, page), path, span);
    }
  }

  void address_language(Language in) {
    const std::string home = catalog_.home_address(in);
    for (std::size_t i = 0; i < settings().series.size(); ++i) {
      const content::Series& series = settings().series[i];
      std::string& address = catalog_.series_addresses_[i][in] = home + series.slug[in] + "/";
      claim(address, kSite, series.span);
      claim_further_pages(address, catalog_.in_series(i).size(), in, kSite, series.span);
    }
    const std::string& topics = catalog_.section_address(Section::topics, in);
    for (std::size_t i = 0; i < settings().topics.size(); ++i) {
      const content::Topic& topic = settings().topics[i];
      std::string& address = catalog_.topic_addresses_[i][in] = topics + topic.slug[in] + "/";
      claim(address, kTopics, topic.span);
      claim_further_pages(address, catalog_.on_topic(i).size(), in, kTopics, topic.span);
    }
    const std::string& issuers = catalog_.section_address(Section::issuers, in);
    for (const std::size_t i : catalog_.issuers()) {
      std::string& address = catalog_.issuer_addresses_[i][in] = issuers + settings().organisations[i].id.text + "/";
      claim(address, kOrganisations);
      claim_further_pages(address, catalog_.issued_by(i).size(), in, kOrganisations);
    }
    claim_further_pages(catalog_.section_address(Section::documents, in), settings().documents.size(), in, kDocuments);
    for (std::size_t i = 0; i < settings().documents.size(); ++i) {
      const auto index = static_cast<DocumentIndex>(i);
      const std::string address = catalog_.address(index, in);
      if (address.empty()) continue;
      claim(address, kDocuments, catalog_.document(index).span);
      claim_further_pages(address, catalog_.citing(index), in, kDocuments, catalog_.document(index).span);
    }
    claim_further_pages(catalog_.section_address(Section::facts, in), catalog_.register_of_facts().size(), in, kSite);
    for (std::size_t i = 0; i < bulletins().size(); ++i) {
      const auto index = static_cast<BulletinIndex>(i);
      const auto& text = bulletins()[i].texts[in];
      // Without a text in this language, the page that says so lives at the address of the text that there is.
      const model::Text& named = text ? *text : first_text(bulletins()[i]);
      claim(text ? catalog_.address(index, in) : catalog_.missing_address(index, in), named.path, named.slug_span);
    }
    for (std::size_t i = 0; i < catalog_.site().pages.size(); ++i) {
      const auto& text = catalog_.site().pages[i].texts[in];
      if (!text) continue;
      std::string& address = catalog_.page_addresses_[i][in] = home + text->slug + "/";
      claim(address, text->path, text->slug_span);
    }
  }

  static const model::Text& first_text(const Bulletin& bulletin) {
    return **std::find_if(bulletin.texts.begin(), bulletin.texts.end(),
                          [](const auto& text) { return text.has_value(); });
  }

  // ---- old addresses

  void address_aliases(Language in) {
    for (std::size_t i = 0; i < bulletins().size(); ++i) {
      if (const auto& text = bulletins()[i].texts[in]) {
        add_aliases(*text, in, catalog_.address(static_cast<BulletinIndex>(i), in));
      }
    }
    for (std::size_t i = 0; i < catalog_.site().pages.size(); ++i) {
      if (const auto& text = catalog_.site().pages[i].texts[in]) {
        add_aliases(*text, in, catalog_.address(static_cast<PageIndex>(i), in));
      }
    }
  }

  void add_aliases(const model::Text& text, Language in, const std::string& address) {
    for (const Mention& mention : text.aliases) {
      std::optional<std::string> path = alias_path(mention.text);
      const diagnostics::Place place = model::place(text.path, mention.span);
      if (!path) {
        diagnostics_.push_back(make("bad-alias", place, {mention.text}, {"alias-example", {}}));
        continue;
      }
      path->insert(0, catalog_.home_address(in));
      constexpr std::string_view kIndex = "index.html";
      claim(path->ends_with("/index.html") ? path->substr(0, path->size() - kIndex.size()) : *path, text.path,
            mention.span);
      catalog_.aliases_.push_back({*std::move(path), in, address, &text});
    }
  }

  /// The file that stands at an old address below the language's folder; nothing if it could not be one.
  static std::optional<std::string> alias_path(std::string_view alias) {
    while (alias.starts_with('/')) alias.remove_prefix(1);
    while (alias.ends_with('/')) alias.remove_suffix(1);
    if (alias.empty()) return std::nullopt;
    for (std::size_t start = 0; start <= alias.size();) {
      const std::string_view part = alias.substr(start, alias.find('/', start) - start);
      if (part.empty() || part.front() == '.' || part.back() == '.') return std::nullopt;
      for (const char c : part) {
        if (static_cast<unsigned char>(c) <= ' ' ||
            std::string_view("\\?#:*\"<>|%\x7f").find(c) != std::string_view::npos) {
          return std::nullopt;
        }
      }
      start += part.size() + 1;
    }
    const bool is_file = alias.ends_with(".html") || alias.ends_with(".htm");
    return is_file ? std::string(alias) : std::string(alias) + "/index.html";
  }

  /// Two pages may not share a folder, not even on a disk that knows no difference between capitals and small letters.
  /// `path`: of the file that gives the address; the catalog's own, or a constant.
  void claim(const std::string& address, std::string_view path, const model::Span& span = {}) {
    const auto [found, is_new] = owners_.try_emplace(text::fold_case(address), path);
    if (is_new) return;
    diagnostics_.push_back(make("address-collision", model::place(path, span), {address, std::string(found->second)}));
  }

  static constexpr std::string_view kSite = "content/site.yaml", kTopics = "content/topics.yaml",
                                    kOrganisations = "content/organisations.yaml",
                                    kDocuments = "content/documents.yaml";

  Catalog& catalog_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, std::string_view> owners_;  ///< the file that gave each address
};

void give_addresses(Catalog& catalog, Diagnostics& diagnostics) {
  AddressGiver(catalog, diagnostics).run();
}

}  // namespace gaceta::catalog
