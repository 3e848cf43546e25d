#include "rendering/table_html.hpp"

#include "text/html.hpp"

namespace gaceta::rendering {

using text::append_html_escaped;

void open_table(std::string& out, const model::Anchor* anchor, std::string_view css_class, std::string_view name) {
  out += "<div class=\"table\"";
  if (anchor != nullptr) {
    out += " id=\"";
    append_html_escaped(out, anchor->name);
    out += '"';
  }
  if (!name.empty()) {
    out += " role=\"region\" tabindex=\"0\" aria-label=\"";
    append_html_escaped(out, name);
    out += '"';
  }
  out += css_class.empty() ? "><table" : "><table class=\"";
  out += css_class;
  out += css_class.empty() ? ">\n" : "\">\n";
}

std::string table_name(const Host& host, std::string_view caption, const model::Anchor* anchor) {
  if (!caption.empty()) return std::string(caption);
  const std::string_view number = anchor != nullptr ? std::string_view(anchor->name).substr(2) : std::string_view{};
  return host.locale.message("place-table", {{"number", number}});
}

void close_table(std::string& out) {
  out += "</table></div>\n";
}

}  // namespace gaceta::rendering
