// yaml-cpp's events into Nodes. Not part of the room's door: only parse.cpp uses it.
//
// yaml-cpp's marks count from 0 in bytes, and are right for what begins a token. They are wrong, or point elsewhere,
// for values behind an anchor (the anchor's mark), missing values (the next token's mark) and block scalars (the
// indicator's); the builder therefore looks at the source text itself.
#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "yaml/node.hpp"

namespace gaceta::yaml {

/// Thrown through yaml-cpp to give up; what is wrong has been reported.
struct Refused {};

/// The text that is parsed, and where its bytes stand in the file. Views: the text and the path must outlive it.
class Source {
 public:
  Source(std::string_view source_text, std::string_view source_path, std::uint32_t first_line);

  std::string_view text;
  std::string_view path;

  [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const;
  /// The position of byte `offset`, which takes `length` bytes.
  [[nodiscard]] Position position(std::size_t offset, std::size_t length) const;
  [[nodiscard]] std::size_t start_of_line(std::size_t offset) const;
  /// Without the white space at its end.
  [[nodiscard]] std::size_t end_of_line(std::size_t offset) const;
  [[nodiscard]] std::string_view line(std::size_t offset) const;

 private:
  std::uint32_t first_line_;
  std::vector<std::size_t> starts_;  ///< of the lines
};

class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(const Source& source, diagnostics::Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  /// The value of the whole document, once all events have come.
  std::optional<Node> take_root() { return std::move(root_); }
  /// The offset behind the last value that is complete: a syntax error lies behind it.
  [[nodiscard]] std::size_t last_end() const { return last_end_; }
  /// The offset of the last scalar that is complete.
  [[nodiscard]] std::size_t last_start() const { return last_start_; }
  /// Where the innermost list or map that is still open begins; nothing at the top.
  [[nodiscard]] std::optional<Position> open_flow() const;

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override;
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override;

 private:
  /// A list or map whose end has not come.
  struct Open {
    Kind kind;
    bool is_flow;
    YAML::anchor_t anchor;
    std::size_t offset;
    Position position;
    std::vector<Node> items;
    std::vector<Entry> entries;
    std::optional<Node> key;                               ///< of the map entry whose value comes next
    std::unordered_map<std::string, std::uint32_t> lines;  ///< of the keys, once there are many
  };
  struct Anchored {
    Node node;
    std::size_t weight;
    std::size_t depth;
  };

  void open(Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            YAML::EmitterStyle::value style);
  void close();
  void add(Node node, YAML::anchor_t anchor);
  void add_key(Open& map, Node key);
  void require_colon(const Node& key);
  void add_entry(Open& map, Node value);
  std::uint32_t line_of_same_key(Open& map, std::string_view key);
  void refuse_tag(const std::string& tag, std::size_t offset);
  [[noreturn]] void refuse(std::string_view rule, Position position, std::vector<std::string> arguments = {});
  [[nodiscard]] std::size_t skip_properties(std::size_t offset) const;
  [[nodiscard]] Position null_position(std::size_t offset) const;
  Node written_scalar(std::size_t offset, const std::string& value);

  const Source& source_;
  diagnostics::Diagnostics& diagnostics_;
  std::vector<Open> open_;
  std::optional<Node> root_;
  std::unordered_map<YAML::anchor_t, Anchored> anchored_;
  std::size_t last_start_ = 0;
  std::size_t last_end_ = 0;
  std::size_t alias_weight_ = 0;
  std::size_t node_count_ = 0;
};

}  // namespace gaceta::yaml
