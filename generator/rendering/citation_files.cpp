#include "rendering/citation_files.hpp"

#include <algorithm>

#include "text/json.hpp"
#include "text/scan.hpp"

namespace gaceta::rendering {
namespace {

// ---- BibTeX

/// Those that TeX reads as commands, and blanks that are none.
constexpr auto is_special_in_tex = [](auto c) {
  return (c == '\\') | (c == '~') | (c == '^') | ((c >= '#') & (c <= '&')) | (c == '_') | (c == '{') | (c == '}') |
         (c == '\n') | (c == '\t');
};

void append_tex_special(std::string& out, char c) {
  switch (c) {
    case '\\':
      out += "\\textbackslash{}";
      return;
    case '~':
      out += "\\textasciitilde{}";
      return;
    case '^':
      out += "\\textasciicircum{}";
      return;
    case '\n':
    case '\t':
      out += ' ';
      return;
    default:
      (out += '\\') += c;
  }
}

/// The text with what TeX reads as commands written as itself.
void append_tex(std::string& out, std::string_view text) {
  for (std::size_t start = 0;;) {
    const std::size_t found = text::find_byte(text, start, is_special_in_tex);
    out.append(text, start, found - start);
    if (found == text.size()) return;
    append_tex_special(out, text[found]);
    start = found + 1;
  }
}

void open_field(std::string& out, std::string_view name) {
  out.append(",\n  ").append(name).append(" = {");
}

/// A value that is written as it is.
void append_field(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  open_field(out, name);
  out.append(value) += '}';
}

void append_tex_field(std::string& out, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  open_field(out, name);
  append_tex(out, text);
  out += '}';
}

std::string joined(const std::vector<std::string>& items, std::string_view separator) {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out += separator;
    out += item;
  }
  return out;
}

/// Organisations in braces of their own: BibTeX would take the last word for a surname.
void append_authors(std::string& out, const std::vector<std::string>& names) {
  if (names.empty()) return;
  open_field(out, "author");
  for (const std::string& name : names) {
    out += &name == &names.front() ? "{" : " and {";
    append_tex(out, name);
    out += '}';
  }
  out += '}';
}

// ---- RIS

/// One line, at whose end the value ends.
void append_line(std::string& out, std::string_view tag, std::string_view value) {
  if (value.empty()) return;
  out.append(tag).append("  - ");
  const auto start = static_cast<std::ptrdiff_t>(out.size());
  out += value;
  std::transform(out.begin() + start, out.end(), out.begin() + start,
                 [](char c) { return c == '\n' || c == '\r' || c == '\t' ? ' ' : c; });
  out += "\r\n";
}

/// 'YYYY/MM/DD/' with what is not known left empty between the strokes.
std::string ris_date(const model::Date& date) {
  std::string out = iso_date(date, '/');
  for (auto strokes = std::count(out.begin(), out.end(), '/'); strokes < 3; ++strokes) out += '/';
  return out;
}

// ---- CSL-JSON, indented by a blank per level

void append_json(std::string& out, std::string_view text) {
  text::append_json_string(out, text, text::JsonControls::letters);
}

/// A field behind others.
void append_json_field(std::string& out, std::string_view key, std::string_view value) {
  out.append(",\n \"").append(key).append("\": ");
  append_json(out, value);
}

void append_json_authors(std::string& out, const std::vector<std::string>& authors) {
  if (authors.empty()) return;
  out += ",\n \"author\": [";
  for (const std::string& author : authors) {
    out += &author == &authors.front() ? "\n  {\n   \"literal\": " : ",\n  {\n   \"literal\": ";
    append_json(out, author);
    out += "\n  }";
  }
  out += "\n ]";
}

void append_issued(std::string& out, const model::Date& date) {
  out += ",\n \"issued\": {\n  \"date-parts\": [\n   [\n    ";
  out += std::to_string(date.year);
  for (const int part : {int{date.month}, int{date.day}}) {
    if (part != 0) out.append(",\n    ").append(std::to_string(part));
  }
  out += "\n   ]\n  ]\n }";
}

}  // namespace

void append_bibtex(std::string& out, const CitationRecord& record, std::string_view langid) {
  static constexpr std::string_view kMonths[] = {"",    "jan", "feb", "mar", "apr", "may", "jun",
                                                 "jul", "aug", "sep", "oct", "nov", "dec"};
  const std::string date = iso_date(record.date);
  out.append("@techreport{").append(record.key);
  open_field(out, "title");
  out += '{';  // keeps the capitals
  append_tex(out, record.title);
  out += "}}";
  append_authors(out, record.authors);
  open_field(out, "institution");
  out += '{';
  append_tex(out, joined(record.authors, ", "));
  out += "}}";
  append_tex_field(out, "type", record.series);
  append_tex_field(out, "number", record.report_number());
  append_field(out, "year", std::string_view(date).substr(0, 4));
  if (record.date.month != 0) out.append(",\n  month = ").append(kMonths[record.date.month]);
  append_field(out, "date", date);
  append_field(out, "langid", langid);
  append_tex_field(out, "keywords", joined(record.keywords, ", "));
  append_tex_field(out, "abstract", record.summary);
  append_field(out, "url", record.url);  // read literally: nothing in it may be escaped
  out += "\n}\n";
}

void append_csl_json(std::string& out, const CitationRecord& record) {
  out += "{\n \"id\": ";
  append_json(out, record.key);
  append_json_field(out, "type", "report");
  append_json_field(out, "title", record.title);
  append_json_authors(out, record.authors);
  append_json_field(out, "publisher", record.publisher);
  append_json_field(out, "genre", record.kind);
  append_json_field(out, "collection-title", record.series);
  if (!record.number.empty()) append_json_field(out, "collection-number", record.number);
  if (!record.report_number().empty()) append_json_field(out, "number", record.report_number());
  append_issued(out, record.date);
  append_json_field(out, "language", record.language);
  append_json_field(out, "abstract", record.summary);
  if (!record.keywords.empty()) append_json_field(out, "keyword", joined(record.keywords, ", "));
  append_json_field(out, "URL", record.url);
  out += "\n}";
}

void append_ris(std::string& out, const CitationRecord& record) {
  append_line(out, "TY", "RPT");
  append_line(out, "ID", record.key);
  append_line(out, "TI", record.title);
  for (const std::string& author : record.authors) append_line(out, "AU", author);
  append_line(out, "PB", record.publisher);
  append_line(out, "T2", record.series);
  append_line(out, "M3", record.kind);
  append_line(out, "SN", record.report_number());
  append_line(out, "PY", iso_date(record.date).substr(0, 4));
  append_line(out, "DA", ris_date(record.date));
  append_line(out, "LA", record.language);
  for (const std::string& keyword : record.keywords) append_line(out, "KW", keyword);
  append_line(out, "AB", record.summary);
  append_line(out, "UR", record.url);
  out += "ER  - \r\n\r\n";
}

namespace {

enum class Format { bibtex, csl_json, ris };

struct FormatFile {
  Format format;
  std::string_view name;
};

constexpr FormatFile kFiles[] = {
    {Format::bibtex, "cite.bib"}, {Format::csl_json, "cite.json"}, {Format::ris, "cite.ris"}};

void append_entry(std::string& out, Format format, const Host& host, const CitationRecord& record, bool is_first) {
  switch (format) {
    case Format::bibtex:
      return append_bibtex(out, record, host.locale.message("bibtex-langid"));
    case Format::csl_json:
      out += is_first ? "[" : ",\n";
      return append_csl_json(out, record);
    case Format::ris:
      return append_ris(out, record);
  }
}

void append_end(std::string& out, Format format) {
  if (format == Format::csl_json) out += "]\n";
}

bool has_text(const Host& host, catalog::BulletinIndex index) {
  return host.catalog.bulletin(index).texts[host.language].has_value();
}

}  // namespace

std::vector<OutputFile> citation_files(const Host& host, const std::string& address, catalog::BulletinIndex index) {
  std::vector<OutputFile> files;
  const CitationRecord record = citation_record(host, index);
  for (const auto& [format, name] : kFiles) {
    OutputFile file{address + std::string(name), {}};
    append_entry(file.bytes, format, host, record, true);
    append_end(file.bytes, format);
    files.push_back(std::move(file));
  }
  return files;
}

std::vector<StreamedFile> citation_files(const Host& host, const std::string& address,
                                         std::span<const catalog::BulletinIndex> bulletins) {
  if (std::none_of(bulletins.begin(), bulletins.end(), [&](auto index) { return has_text(host, index); })) return {};
  std::vector<StreamedFile> files;
  for (const FormatFile& file : kFiles) {
    const auto write = [&host, bulletins, format = file.format](const filesystem::Sink& sink) {
      filesystem::PieceBuffer buffer(sink);
      bool is_first = true;
      for (const catalog::BulletinIndex index : bulletins) {
        if (!has_text(host, index)) continue;
        append_entry(buffer.text(), format, host, citation_record(host, index), is_first);
        is_first = false;
        buffer.flow();
      }
      append_end(buffer.text(), format);
      buffer.finish();
    };
    files.push_back({address + std::string(file.name), write});
  }
  return files;
}

}  // namespace gaceta::rendering
