#include "commands/sentences.hpp"

namespace gaceta::commands {

std::string as_typed(std::string_view path) {
  static constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+,:@%";
  if (!path.empty() && path.find_first_not_of(kPlain) == std::string_view::npos) return std::string(path);
  std::string quoted = "'";
  for (const char c : path) c == '\'' ? void(quoted += "'\\''") : void(quoted += c);
  return quoted + "'";
}

std::string leading_to(std::string_view root, std::string_view option) {
  return root == "." ? std::string() : " " + std::string(option) + as_typed(root);
}

}  // namespace gaceta::commands
