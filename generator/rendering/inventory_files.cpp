#include "rendering/inventory_files.hpp"

#include <algorithm>

#include "inventory/inventory.hpp"
#include "inventory/write.hpp"
#include "rendering/link.hpp"
#include "text/json.hpp"

namespace gaceta::rendering {
namespace {

using catalog::BulletinIndex;
using catalog::Catalog;
using catalog::EventIndex;
using catalog::FactTarget;
using model::Language;

using Headings = model::PackedList<model::Heading>;

/// The title of a heading, where a section goes by it; else empty.
std::string_view section_title(const Headings& headings, const model::Anchor& anchor) {
  if (anchor.kind != model::Anchor::Kind::section || anchor.is_printed) return {};
  for (const model::Heading& heading : headings) {
    if (heading.anchor == anchor.name) return heading.text;
  }
  return {};
}

/// Calls `visit(fact, "fact-…")` for the figures that have a place of their own in the text.
template <typename Visit>
void for_each_placed_fact(const Catalog& catalog, BulletinIndex index, Language in, const Visit& visit) {
  const model::Bulletin& bulletin = catalog.bulletin(index);
  std::uint32_t at = 0;
  for (const model::Fact& fact : bulletin.facts) {
    const std::string name = "fact-" + fact.id.text;
    if (!catalog.prints_fact(FactTarget{index, at++}, in)) continue;
    if (!bulletin.texts[in]->outline.anchors.contains(name)) visit(fact, name);
  }
}

// ---- Sphinx

/// No name stands there twice with one role: ids of one kind are unique and hold neither '#' nor ':', anchors are
/// unique in their text, and a page's name is no bulletin's id (catalog/assemble.cpp).
class SphinxInventory {
 public:
  SphinxInventory(const Host& host, const filesystem::Sink& sink)
      : host_(host),
        home_(host.catalog.home_address(host.language)),
        writer_(host.settings().title[host.language], sink) {}

  void run() {
    const Catalog& catalog = host_.catalog;
    for (std::size_t i = 0; i < catalog.bulletins().size(); ++i) add_bulletin(static_cast<BulletinIndex>(i));
    for (std::size_t i = 0; i < catalog.site().pages.size(); ++i) {
      const model::Page& page = catalog.site().pages[i];
      if (!page.texts[host_.language]) continue;
      add("pages/" + page.id, "std:doc", catalog.address(static_cast<catalog::PageIndex>(i), host_.language),
          page.texts[host_.language]->title);
    }
    for (std::size_t i = 0; i < catalog.events().size(); ++i) add_event(static_cast<EventIndex>(i));
    for (std::size_t i = 0; i < catalog.settings().documents.size(); ++i) {
      const auto index = static_cast<catalog::DocumentIndex>(i);
      const content::ExternalDocument& document = catalog.document(index);
      add(document.id.text, "std:label", catalog.register_address(index, host_.language) + "#doc-" + document.id.text,
          document.title[host_.language]);
    }
    writer_.finish();
  }

 private:
  void add(std::string_view name, std::string_view role, std::string_view address, std::string_view title) {
    writer_.add({name, role, address.substr(home_.size()), title});
  }

  void add_bulletin(BulletinIndex index) {
    const model::Bulletin& bulletin = host_.catalog.bulletin(index);
    const std::optional<model::Text>& text = bulletin.texts[host_.language];
    if (!text) return;
    const std::string address = host_.catalog.address(index, host_.language);
    add(bulletin.id.text, "std:doc", address, text->title);
    const Headings headings = host_.catalog.headings(*text);
    const std::string name = bulletin.id.text + "#", place = address + "#",
                      citation = bulletin_citation(host_, bulletin);
    const auto add_place = [&](const std::string& anchor, const std::string& label) {
      add(name + anchor, "std:label", place + anchor, label.empty() ? citation : citation + ", " + label);
    };
    text->outline.anchors.for_each(
        [&](const model::Anchor& anchor) { add_place(anchor.name, label_of(headings, anchor)); });
    for_each_placed_fact(host_.catalog, index, host_.language, [&](const model::Fact& fact, const std::string& anchor) {
      add_place(anchor, fact_label(host_, fact));
    });
  }

  std::string label_of(const Headings& headings, const model::Anchor& anchor) const {
    const std::string_view title = section_title(headings, anchor);
    return title.empty() ? place_label(host_, anchor.kind, anchor.number)
                         : host_.locale.message("place-section-titled", {{"title", title}});
  }

  void add_event(EventIndex index) {
    const catalog::Event& event = host_.catalog.event(index);
    const std::string address = host_.catalog.address(event.bulletins.front(), host_.language);
    if (address.empty()) return;
    const model::Event declared = host_.catalog.as_declared(index);
    add("event:" + declared.id.text, "std:label", address + "#event-" + declared.id.text,
        declared.title[host_.language]);
  }

  const Host& host_;
  std::string home_;
  inventory::SphinxWriter writer_;
};

// ---- JSON, written by hand: as long as the site, and of one shape

void append_string(std::string& out, std::string_view text) {
  text::append_json_string(out, text, text::JsonControls::numbers);
}

class JsonInventory {
 public:
  JsonInventory(const std::vector<Host>& hosts, const filesystem::Sink& sink)
      : hosts_(hosts), catalog_(hosts.front().catalog), buffer_(sink), out_(buffer_.text()) {}

  void run() {
    out_ += "{\"format\": \"gaceta-inventory\", \"version\": 1,\n\"base_url\": ";
    append_string(out_, catalog_.settings().base_url);
    out_ += ",\n\"items\": [";
    for (std::size_t i = 0; i < catalog_.bulletins().size(); ++i) add_bulletin(static_cast<BulletinIndex>(i));
    for (std::size_t i = 0; i < catalog_.site().pages.size(); ++i) {
      const auto index = static_cast<catalog::PageIndex>(i);
      const model::Page& page = catalog_.page(index);
      open("pages/" + page.id, "page");
      per_language("address", [&](const Host& host) { return catalog_.address(index, host.language); });
      per_language("title", [&](const Host& host) {
        return page.texts[host.language] ? page.texts[host.language]->title : std::string();
      });
      out_ += '}';
    }
    for (std::size_t i = 0; i < catalog_.events().size(); ++i) add_event(static_cast<EventIndex>(i));
    for (const content::ExternalDocument& document : catalog_.settings().documents) add_document(document);
    out_ += "\n]}\n";
    buffer_.finish();
  }

 private:
  void open(std::string_view id, std::string_view kind) {
    buffer_.flow();
    out_ += is_first_ ? "\n{\"id\": " : ",\n{\"id\": ";
    is_first_ = false;
    append_string(out_, id);
    out_.append(", \"kind\": \"").append(kind) += '"';
  }

  /// `, "key": {"es": …}` with the languages for which there is a text.
  template <typename TextIn>
  void per_language(std::string_view key, const TextIn& text_in) {
    bool is_first = true;
    for (const Host& host : hosts_) {
      const std::string text(text_in(host));
      if (text.empty()) continue;
      if (is_first) out_.append(", \"").append(key).append("\": {");
      if (!is_first) out_ += ", ";
      is_first = false;
      append_string(out_, host.language_code());
      out_ += ": ";
      append_string(out_, text);
    }
    if (!is_first) out_ += '}';
  }

  void add_bulletin(BulletinIndex index) {
    const model::Bulletin& bulletin = catalog_.bulletin(index);
    open(bulletin.id.text, "bulletin");
    per_language("address", [&](const Host& host) { return catalog_.address(index, host.language); });
    per_language("title", [&](const Host& host) {
      return bulletin.texts[host.language] ? bulletin_citation(host, bulletin) : std::string();
    });
    out_ += ", \"places\": [";
    is_first_place_ = true;
    const Language shown = shown_language(bulletin.texts, Language{});
    const model::AnchorSet& anchors = bulletin.texts[shown]->outline.anchors;
    model::PerLanguage<Headings> headings(catalog_.language_count());
    for (const Host& host : hosts_) {
      if (const auto& text = bulletin.texts[host.language]) headings[host.language] = catalog_.headings(*text);
    }
    anchors.for_each([&](const model::Anchor& anchor) {
      const auto has_it = [&](const Host& host) {
        const auto& text = bulletin.texts[host.language];
        return host.language == shown || !text || text->outline.anchors.contains(anchor.name);
      };
      if (std::all_of(hosts_.begin(), hosts_.end(), has_it)) add_place(headings, anchor);
    });
    for_each_placed_fact(catalog_, index, shown, [&](const model::Fact& fact, const std::string& name) {
      open_place(name, "fact");
      per_language("title", [&](const Host& host) { return fact_label(host, fact); });
      out_ += '}';
    });
    out_ += "]}";
  }

  void open_place(std::string_view name, std::string_view kind) {
    out_ += is_first_place_ ? "\n {\"id\": " : ",\n {\"id\": ";
    is_first_place_ = false;
    append_string(out_, name);
    out_.append(", \"kind\": \"").append(kind) += '"';
  }

  void add_place(const model::PerLanguage<Headings>& headings, const model::Anchor& anchor) {
    open_place(anchor.name, inventory::kind_name(anchor.kind));
    if (!anchor.number.empty()) {
      out_ += ", \"number\": ";
      append_string(out_, anchor.number);
    }
    per_language("title", [&](const Host& host) { return section_title(headings[host.language], anchor); });
    out_ += '}';
  }

  void add_event(EventIndex index) {
    const catalog::Event& event = catalog_.event(index);
    const model::Event declared = catalog_.as_declared(index);
    const std::string anchor = "#event-" + declared.id.text;
    open("event:" + declared.id.text, "event");
    per_language("address", [&](const Host& host) {
      const std::string address = catalog_.address(event.bulletins.front(), host.language);
      return address.empty() ? address : address + anchor;
    });
    per_language("title", [&](const Host& host) { return declared.title[host.language]; });
    out_ += '}';
  }

  void add_document(const content::ExternalDocument& document) {
    open(document.id.text, "document");
    per_language("address", [&](const Host& host) {
      return catalog_.register_address(*catalog_.find_document(document.id.text), host.language) + "#doc-" +
             document.id.text;
    });
    per_language("title", [&](const Host& host) {
      return document.symbol.empty() ? document.title[host.language] : document.symbol[host.language];
    });
    out_ += '}';
  }

  const std::vector<Host>& hosts_;
  const Catalog& catalog_;
  filesystem::PieceBuffer buffer_;
  std::string& out_;
  bool is_first_ = true, is_first_place_ = true;
};

}  // namespace

StreamedFile sphinx_inventory(const Host& host) {
  return {host.catalog.home_address(host.language) + "objects.inv",
          [&host](const filesystem::Sink& sink) { SphinxInventory(host, sink).run(); }};
}

StreamedFile inventory_json(const std::vector<Host>& hosts) {
  return {"data/inventory.json", [&hosts](const filesystem::Sink& sink) { JsonInventory(hosts, sink).run(); }};
}

}  // namespace gaceta::rendering
