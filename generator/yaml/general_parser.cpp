#include "yaml/general_parser.hpp"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "yaml/syntax_error.hpp"
#include "yaml/tree_builder.hpp"

namespace gaceta::yaml {
namespace {

/// YAML allows no control characters, and yaml-cpp takes some of them for the end of the text or for UTF-16.
std::optional<std::size_t> first_control_character(std::string_view text) {
  const auto found = std::find_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
  });
  if (found == text.end()) return std::nullopt;
  return static_cast<std::size_t>(found - text.begin());
}

std::optional<Node> parse_source(const Source& source, diagnostics::Diagnostics& diagnostics) {
  TreeBuilder builder(source, diagnostics);
  try {
    std::istringstream stream{std::string(source.text)};
    YAML::Parser parser(stream);
    // The second round is for what must not be there: the builder refuses it.
    while (parser.HandleNextDocument(builder)) {
    }
    if (std::optional<Node> root = builder.take_root()) return root;
    return Node::null(source.position(0, 0));
  } catch (const Refused&) {
  } catch (const YAML::ParserException& exception) {
    diagnostics.push_back(explain(exception, source, builder));
  } catch (const YAML::Exception& exception) {
    diagnostics.push_back(
        diagnostics::make("yaml-syntax", place(source.path, source.position(source.offset(exception.mark), 0))));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Node> parse_general(std::string_view text, std::string_view path, std::uint32_t first_line,
                                  diagnostics::Diagnostics& diagnostics) {
  const Source source(text, path, first_line);
  if (const auto offset = first_control_character(source.text)) {
    diagnostics.push_back(diagnostics::make("control-character", place(path, source.position(*offset, 1)),
                                            {std::to_string(static_cast<int>(source.text[*offset]))}));
    return std::nullopt;
  }
  return parse_source(source, diagnostics);
}

}  // namespace gaceta::yaml
