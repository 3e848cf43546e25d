#include "localization/messages.hpp"

#include <set>

#include "localization/invisible.hpp"
#include "localization/message_pattern.hpp"
#include "yaml/fields.hpp"

namespace gaceta::localization {
namespace {

void report(const MessageFault& fault, const yaml::Node& node, std::string_view path,
            diagnostics::Diagnostics& diagnostics) {
  std::vector<std::string> arguments;
  if (!fault.argument.empty()) arguments.push_back(fault.argument);
  diagnostics.push_back(diagnostics::make(fault.rule, yaml::place(path, node.position()), std::move(arguments)));
}

}  // namespace

Messages::Messages() = default;
Messages::~Messages() = default;
Messages::Messages(Messages&&) noexcept = default;
Messages& Messages::operator=(Messages&&) noexcept = default;

void Messages::add(const yaml::Node& map, std::string_view path, diagnostics::Diagnostics& diagnostics) {
  if (!map.is_map() && !map.is_null()) yaml::report_wrong_type(map, "@yaml-map", path, diagnostics);
  for (const yaml::Entry& entry : map.entries()) {
    if (!entry.value.is_scalar()) {
      yaml::report_wrong_type(entry.value, "@yaml-text", path, diagnostics);
      continue;
    }
    MessageFault fault;
    std::optional<MessagePattern> pattern = compile_message(unspelled(entry.value.scalar()), fault);
    if (pattern) {
      auto& own = *patterns_.try_emplace(std::string(entry.key.scalar())).first;
      own.second = std::make_unique<MessagePattern>(*std::move(pattern));
      index_[own.first] = own.second.get();
    } else {
      report(fault, entry.value, path, diagnostics);
    }
  }
}

const MessagePattern* Messages::find(std::string_view key) const {
  const auto found = index_.find(key);
  return found == index_.end() ? nullptr : found->second;
}

std::vector<std::string_view> Messages::keys() const {
  std::vector<std::string_view> keys;
  keys.reserve(patterns_.size());
  for (const auto& [key, pattern] : patterns_) keys.push_back(key);
  return keys;
}

void report_missing_messages(const std::vector<std::pair<std::string, const Messages*>>& by_language,
                             std::string_view path, diagnostics::Diagnostics& diagnostics) {
  std::set<std::string_view> all;
  for (const auto& [language, messages] : by_language) {
    for (const std::string_view key : messages->keys()) all.insert(key);
  }
  for (const std::string_view key : all) {
    for (const auto& [language, messages] : by_language) {
      if (messages->find(key) != nullptr) continue;
      diagnostics.push_back(
          diagnostics::make("missing-message", {std::string(path), 0, 0, 0}, {std::string(key), language}));
    }
  }
}

}  // namespace gaceta::localization
