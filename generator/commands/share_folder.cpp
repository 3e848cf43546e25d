#include "commands/share_folder.hpp"

#include <filesystem>

namespace gaceta::commands {
namespace {

/// The folder of the running program; empty where the system does not tell.
std::filesystem::path program_folder() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::filesystem::path() : program.parent_path();
}

bool is_folder(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_directory(path, error);
}

}  // namespace

std::string beside_program(const std::string& name) {
  const std::filesystem::path folder = program_folder();
  return folder.empty() ? name : (folder / name).string();
}

std::string program_identity() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  const auto size = std::filesystem::file_size(program, error);
  const auto time = std::filesystem::last_write_time(program, error).time_since_epoch().count();
  return std::string(GACETA_VERSION) + " " + program.string() + " " + std::to_string(size) + " " + std::to_string(time);
}

std::optional<SharePaths> find_share_paths() {
  const std::filesystem::path installed = program_folder() / ".." / "share" / "gaceta";
  if (is_folder(installed / "templates") && is_folder(installed / "locales")) {
    return SharePaths{installed / "templates", installed / "assets", installed / "locales", installed / "starter"};
  }
  const std::filesystem::path source = GACETA_SOURCE_DIR;
  if (is_folder(source / "templates")) {
    return SharePaths{source / "templates", source / "assets", source / "generator/localization/locales",
                      source / "generator/starter"};
  }
  return std::nullopt;
}

}  // namespace gaceta::commands
