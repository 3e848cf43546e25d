// Where in a page a value would stand, followed over the literal text of a template while it is compiled, so that each
// value is escaped for its place and a place where no escaping is safe is refused. Follows the tokenizer of the HTML
// standard as far as tags, attributes, comments and raw text go; reads JSON strings inside JSON scripts. Values only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gaceta::templating {

/// How a value is written at a place.
enum class Escaping {
  html,         ///< element text: escaped; markup as it is
  escaped,      ///< attribute values, <title> and <textarea>: escaped; no markup
  xml,          ///< everything escaped, markup too (Atom's type="html")
  json_value,   ///< a whole JSON value, with its quotation marks
  json_string,  ///< inside a JSON string
  verbatim,     ///< plain text files
  refused,
};

class HtmlState {
 public:
  enum class Event { none, url_begins, url_ends };
  struct Step {
    std::size_t bytes;
    Event event;
  };

  /// The state at the start of a page called `name`: its extension decides.
  static HtmlState at_start_of(std::string_view name);

  /// Follows `text` up to its end, or to where an attribute with an address begins (behind the quotation mark) or ends
  /// (before it). An address that is complete in `text` is no event: the template's author wrote it.
  Step follow(std::string_view text);

  /// How a value must be written here. `refusal` is a WORD that names the place when it is refused.
  Escaping escaping() const;
  std::string_view refusal() const;
  /// A number may continue a tag's name: <h{{ level }}>.
  bool takes_number() const { return place_ == Place::tag_name || place_ == Place::end_tag_name; }
  void follow_number() { word_ += '0'; }

  /// Whether a page may end here; if not, a WORD that says what is open.
  bool is_complete() const;
  std::string_view open_part() const;

  /// What holds after two ways through a template that end here and in `other`; false if they cannot be joined.
  bool join(const HtmlState& other);

  friend bool operator==(const HtmlState&, const HtmlState&) = default;

 private:
  enum class Place {
    text,
    tag_start,
    tag_name,
    end_tag_name,
    end_tag,
    in_tag,
    attribute_name,
    after_name,
    before_value,
    value,
    unquoted,
    separator,  // two ways ended in different attribute names: now a space or '>' must follow
    comment,
    declaration,
    raw,
    plain,
    json_file,
  };
  enum class Element { other, script, json_script, style, plain_text };
  enum class Attribute { plain, url, url_checked, code, style, type };

  Event step(char c, std::string_view rest);
  void in_text(char c);
  void after_angle(char c);
  void in_name(char c);
  void in_tag(char c);
  void in_attribute_name(char c);
  Event before_value(char c, std::string_view rest);
  void in_value(char c);
  void in_raw(char c);
  void in_json(char c);
  void close_tag();
  void name_element();
  bool is_between_attributes() const;

  Place place_ = Place::text;
  Element element_ = Element::other;  // the one whose start tag or raw text we are in
  Attribute attribute_ = Attribute::plain;
  char quote_ = 0;
  bool is_xml_ = false;
  bool end_announced_ = false;  // of an address
  bool in_string_ = false;      // of JSON
  bool after_backslash_ = false;
  std::string word_;  // the name, or the last bytes, that decide what comes next
};

}  // namespace gaceta::templating
