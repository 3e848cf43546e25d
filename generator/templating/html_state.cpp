#include "templating/html_state.hpp"

#include <algorithm>
#include <array>

namespace gaceta::templating {
namespace {

constexpr std::array<std::string_view, 13> kAddresses{
    "href",   "src",  "action",   "formaction", "poster",      "cite",      "data",
    "srcset", "ping", "manifest", "background", "imagesrcset", "xlink:href"};
constexpr std::size_t kLongestEnd = std::string_view("</textarea").size();

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

HtmlState HtmlState::at_start_of(std::string_view name) {
  HtmlState state;
  const auto ends = [&](std::string_view extension) { return name.ends_with(extension); };
  if (ends(".txt") || ends(".bib") || ends(".csv")) state.place_ = Place::plain;
  if (ends(".json")) state.place_ = Place::json_file;
  state.is_xml_ = ends(".xml");
  return state;
}

HtmlState::Step HtmlState::follow(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Event event = step(text[i], text.substr(i));
    if (event == Event::url_ends) return {i, event};
    if (event == Event::url_begins) return {i + 1, event};
  }
  return {text.size(), Event::none};
}

HtmlState::Event HtmlState::step(char c, std::string_view rest) {
  switch (place_) {
    case Place::text:
      in_text(c);
      break;
    case Place::tag_start:
      after_angle(c);
      break;
    case Place::tag_name:
    case Place::end_tag_name:
      in_name(c);
      break;
    case Place::end_tag:
    case Place::declaration:
      if (c == '>') place_ = Place::text;
      break;
    case Place::in_tag:
    case Place::separator:
      in_tag(c);
      break;
    case Place::attribute_name:
    case Place::after_name:
      in_attribute_name(c);
      break;
    case Place::before_value:
      return before_value(c, rest);
    case Place::value:
      if (c == quote_ && attribute_ == Attribute::url_checked && !end_announced_) {
        end_announced_ = true;
        return Event::url_ends;
      }
      in_value(c);
      break;
    case Place::unquoted:
      if (is_space(c)) place_ = Place::in_tag;
      if (c == '>') close_tag();
      break;
    case Place::comment:
      word_ = word_.substr(word_.size() < 2 ? 0 : word_.size() - 2) + c;
      if (word_ == "-->") place_ = Place::text;
      break;
    case Place::raw:
      in_raw(c);
      break;
    case Place::json_file:
      in_json(c);
      break;
    case Place::plain:
      break;
  }
  return Event::none;
}

void HtmlState::in_text(char c) {
  if (c == '<') place_ = Place::tag_start;
  word_.clear();
}

/// Behind '<': word_ holds what followed it so far.
void HtmlState::after_angle(char c) {
  word_ += c;
  if (word_ == "!--") {
    place_ = Place::comment;
    word_.clear();
  } else if (word_ == "/" || word_ == "!" || word_ == "!-") {
    return;
  } else if (word_.front() == '!' || word_.front() == '?') {
    place_ = c == '>' ? Place::text : Place::declaration;
  } else if (is_letter(c)) {
    place_ = word_.front() == '/' ? Place::end_tag_name : Place::tag_name;
    word_ = lower(c);
  } else if (c != '<') {
    place_ = Place::text;
    word_.clear();
  } else {
    word_.clear();
  }
}

void HtmlState::in_name(char c) {
  const bool is_end = place_ == Place::end_tag_name;
  if (!is_space(c) && c != '>' && c != '/') {
    word_ += lower(c);
    return;
  }
  if (!is_end) name_element();
  place_ = is_end ? Place::end_tag : Place::in_tag;
  word_.clear();
  if (c != '>') return;
  if (is_end) {
    place_ = Place::text;
  } else {
    close_tag();
  }
}

void HtmlState::name_element() {
  element_ = Element::other;
  if (is_xml_) return;
  if (word_ == "script") element_ = Element::script;
  if (word_ == "style" || word_ == "iframe" || word_ == "noembed" || word_ == "noframes" || word_ == "xmp") {
    element_ = Element::style;
  }
  if (word_ == "title" || word_ == "textarea") element_ = Element::plain_text;
}

void HtmlState::in_tag(char c) {
  if (c == '>') return close_tag();
  if (is_space(c) || c == '/') {
    place_ = Place::in_tag;
    return;
  }
  // Behind two names that were joined nobody knows what this one is: as if it were an event's, no value may stand in
  // it.
  word_ = place_ == Place::separator ? "on" : "";
  word_ += lower(c);
  place_ = Place::attribute_name;
}

void HtmlState::in_attribute_name(char c) {
  if (c == '>') return close_tag();
  if (c == '/') {
    place_ = Place::in_tag;
    word_.clear();
  } else if (c == '=') {
    place_ = Place::before_value;
    attribute_ = Attribute::plain;
    const bool address = std::find(kAddresses.begin(), kAddresses.end(), word_) != kAddresses.end();
    if (address || word_.ends_with(":href")) attribute_ = Attribute::url;
    if (word_.starts_with("on") || word_ == "srcdoc") attribute_ = Attribute::code;
    if (word_ == "style") attribute_ = Attribute::style;
    if (word_ == "type" && element_ == Element::script) attribute_ = Attribute::type;
    word_.clear();
  } else if (is_space(c)) {
    place_ = Place::after_name;
  } else if (place_ == Place::after_name) {
    place_ = Place::attribute_name;
    word_ = lower(c);
  } else {
    word_ += lower(c);
  }
}

HtmlState::Event HtmlState::before_value(char c, std::string_view rest) {
  if (is_space(c)) return Event::none;
  if (c == '>') {
    close_tag();
    return Event::none;
  }
  if (c != '"' && c != '\'') {
    place_ = Place::unquoted;
    return Event::none;
  }
  place_ = Place::value;
  quote_ = c;
  if (attribute_ != Attribute::url || rest.find(c, 1) != rest.npos) return Event::none;
  attribute_ = Attribute::url_checked;
  end_announced_ = false;
  return Event::url_begins;
}

void HtmlState::in_value(char c) {
  if (c != quote_) {
    if (attribute_ == Attribute::type) word_ += lower(c);
    return;
  }
  if (attribute_ == Attribute::type) {
    element_ = word_.find("json") != word_.npos ? Element::json_script : Element::script;
  }
  place_ = Place::in_tag;
  attribute_ = Attribute::plain;
  quote_ = 0;
  end_announced_ = false;
  word_.clear();
}

/// The '>' of a start tag.
void HtmlState::close_tag() {
  place_ = element_ == Element::other ? Place::text : Place::raw;
  attribute_ = Attribute::plain;
  in_string_ = after_backslash_ = false;
  word_.clear();
}

/// Inside an element whose text holds no tags: word_ is the tail that may become its end tag.
void HtmlState::in_raw(char c) {
  if (element_ == Element::json_script) in_json(c);
  if (c == '<') word_.clear();
  if (c == '<' || !word_.empty()) word_ += lower(c);
  const bool possible = word_.size() < 2 || (word_.size() == 2 ? c == '/' : is_letter(c));
  if (!possible || word_.size() > kLongestEnd) word_.clear();
  const bool ends = word_ == "</script" || word_ == "</style" || word_ == "</title" || word_ == "</textarea" ||
                    word_ == "</iframe" || word_ == "</xmp" || word_ == "</noembed" || word_ == "</noframes";
  if (!ends) return;
  place_ = Place::end_tag;
  element_ = Element::other;
  in_string_ = after_backslash_ = false;
  word_.clear();
}

void HtmlState::in_json(char c) {
  if (after_backslash_) {
    after_backslash_ = false;
  } else if (in_string_ && c == '\\') {
    after_backslash_ = true;
  } else if (c == '"') {
    in_string_ = !in_string_;
  }
}

Escaping HtmlState::escaping() const {
  switch (place_) {
    case Place::text:
      return is_xml_ ? Escaping::xml : Escaping::html;
    case Place::plain:
      return Escaping::verbatim;
    case Place::json_file:
      return in_string_ ? Escaping::json_string : Escaping::json_value;
    case Place::value: {
      const bool refused = !is_xml_ && (attribute_ == Attribute::code || attribute_ == Attribute::style ||
                                        attribute_ == Attribute::type);
      return refused ? Escaping::refused : Escaping::escaped;
    }
    case Place::raw:
      if (!word_.empty()) return Escaping::refused;
      if (element_ == Element::plain_text) return Escaping::escaped;
      if (element_ != Element::json_script || after_backslash_) return Escaping::refused;
      return in_string_ ? Escaping::json_string : Escaping::json_value;
    default:
      return Escaping::refused;
  }
}

std::string_view HtmlState::refusal() const {
  switch (place_) {
    case Place::before_value:
    case Place::unquoted:
      return "@template-unquoted-value";
    case Place::value:
      return attribute_ == Attribute::type ? "@template-script-type" : "@template-code-attribute";
    case Place::comment:
      return "@template-html-comment";
    case Place::raw:
      return element_ == Element::style ? "@template-style-element" : "@template-script-element";
    default:
      return "@template-html-tag";
  }
}

bool HtmlState::is_complete() const {
  return place_ == Place::text || place_ == Place::plain || (place_ == Place::json_file && !in_string_);
}

std::string_view HtmlState::open_part() const {
  switch (place_) {
    case Place::before_value:
    case Place::value:
    case Place::unquoted:
      return "@template-attribute";
    case Place::comment:
      return "@template-html-comment";
    case Place::raw:
      return element_ == Element::plain_text ? "@template-text-element" : refusal();
    default:
      return "@template-a-tag";
  }
}

bool HtmlState::is_between_attributes() const {
  return place_ == Place::in_tag || place_ == Place::attribute_name || place_ == Place::after_name ||
         place_ == Place::separator;
}

bool HtmlState::join(const HtmlState& other) {
  if (*this == other) return true;
  if (is_between_attributes() && other.is_between_attributes() && element_ == other.element_) {
    place_ = Place::separator;
    word_.clear();
    return true;
  }
  return false;
}

}  // namespace gaceta::templating
