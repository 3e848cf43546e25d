// A site to publish to, on the disk and in memory, for tests that must hold on both.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../filesystem/temporary_folder.hpp"
#include "diagnostics/catalogue.hpp"
#include "filesystem/memory_folder.hpp"
#include "filesystem/real_folder.hpp"
#include "publishing/publisher.hpp"

using Files = std::map<std::string, std::string>;

struct Disk {
  TemporaryFolder place;
  std::unique_ptr<gaceta::filesystem::Folder> open() const {
    return gaceta::filesystem::open_folder(place.path().string()).value();
  }
};

struct Memory {
  std::unique_ptr<gaceta::filesystem::MemoryFolder> disk = std::make_unique<gaceta::filesystem::MemoryFolder>();
  std::unique_ptr<gaceta::filesystem::Folder> open() const { return disk->again(); }
};

/// What a build of the site gave.
struct Outcome {
  std::string error;     ///< of the machine
  std::string problems;  ///< one message per line
  bool changed = false;
  gaceta::publishing::Counts counts;
};

inline std::string messages(const gaceta::diagnostics::Diagnostics& problems) {
  std::string all;
  for (const auto& problem : problems) {
    all += gaceta::diagnostics::message(problem, gaceta::diagnostics::Language::english) + "\n";
  }
  return all;
}

inline std::string words(const gaceta::filesystem::Error& error) {
  return error.path + ": " + error.message;
}

/// How files reach the publisher.
enum class Put { whole, in_pieces };

/// `site` is the output, `state` the bookkeeping, both directly in the twin's folder.
template <typename Twin>
struct Site {
  Twin twin;
  std::unique_ptr<gaceta::filesystem::Folder> root = twin.open();
  Put how = Put::whole;

  gaceta::publishing::Destination destination() const { return {twin.open(), "site", "site"}; }

  gaceta::filesystem::Result<gaceta::publishing::Opened> open(gaceta::publishing::Options options = {}) const {
    auto state = twin.open()->open("state");
    return gaceta::publishing::Publisher::open(destination(), state ? std::move(state).value() : nullptr, options);
  }

  Outcome publish(const Files& files, gaceta::publishing::Options options = {}) const {
    auto opened = open(options);
    if (!opened) return {words(opened.error()), {}, false, {}};
    if (!opened.value().publisher) return {{}, messages(opened.value().problems), false, {}};
    gaceta::publishing::Publisher& publisher = *opened.value().publisher;
    for (const auto& [path, bytes] : files) {
      if (auto done = put(publisher, path, bytes); !done) return {words(done.error()), {}, false, {}};
    }
    auto published = publisher.commit();
    if (!published) return {words(published.error()), {}, false, {}};
    return {{}, messages(published.value().problems), published.value().changed, published.value().counts};
  }

  gaceta::filesystem::Status put(gaceta::publishing::Publisher& publisher, const std::string& path,
                                 std::string_view bytes) const {
    if (how == Put::whole) return publisher.put(path, bytes);
    return publisher.put(path, [bytes](const gaceta::filesystem::Sink& sink) {
      for (std::size_t i = 0; i < bytes.size(); i += 3) sink(bytes.substr(i, 3));
    });
  }

  /// Every file but the bookkeeping, by its path; a folder without files counts as "path/".
  Files all() const {
    Files files;
    for (const auto& entry : root->tree().value()) {
      using Type = gaceta::filesystem::Entry::Type;
      if (entry.path.substr(0, 5) == "state") continue;
      if (entry.type == Type::directory && root->children(entry.path).value().empty()) files[entry.path + "/"];
      if (entry.type == Type::other) files[entry.path] = "(other)";
      if (entry.type == Type::file) files[entry.path] = root->read(entry.path).value();
    }
    return files;
  }

  /// The files of the output without the manifest.
  Files output() const {
    Files files;
    for (auto& [path, bytes] : all()) {
      if (path != "site/.gaceta-manifest")
        files[path.size() > 5 && path.substr(0, 5) == "site/" ? path.substr(5) : "../" + path] = bytes;
    }
    return files;
  }

  std::int64_t time_of(const std::string& path) const { return root->stat("site/" + path).value().modified_ns; }
};

/// How two sites differ, to be shown when a test fails.
inline std::string difference(const Files& now, const Files& expected) {
  std::string text;
  for (const auto& [path, bytes] : now) {
    if (expected.count(path) == 0) text += "unexpected " + path + "\n";
    if (expected.count(path) > 0 && expected.at(path) != bytes) text += path + " is '" + bytes + "'\n";
  }
  for (const auto& [path, bytes] : expected) {
    if (now.count(path) == 0) text += "missing " + path + "\n";
  }
  return text;
}
