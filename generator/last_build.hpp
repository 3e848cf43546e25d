// Whether anything has changed since the last build. What a build reads (names, sizes and times of all files, settings
// of the command, the program itself) is known by one hash; if it and the published files are what they were, the
// answer of the last build still holds and nothing is read. The only cache that there is: a build stays a pure
// function.
//
// ROOT/.gaceta/last-build is written when a build succeeded, and names the site that it left in the output: a build
// that died, or one from elsewhere, is never taken for it. A file that was changed less than two seconds before the
// build began is not trusted by its time (disks count in ticks of up to two seconds); the build is then not remembered.
#pragma once

#include <memory>
#include <optional>

#include "build_request.hpp"

namespace gaceta {

class LastBuild {
 public:
  /// Looks at everything that the build of `request` would read. Never fails: what cannot be seen is not remembered.
  LastBuild(const filesystem::Folder& root, const Share& share, const BuildRequest& request);
  ~LastBuild();

  /// The hash of what the build of `request` would read; the error if content/ cannot be listed.
  static filesystem::Result<std::string> inputs(const filesystem::Folder& root, const Share& share,
                                                const BuildRequest& request);

  /// What is in content/, which has been listed on the way; the error if it cannot be.
  const filesystem::Result<std::vector<filesystem::Entry>>& content() const;
  /// The list is needed no longer; it is long.
  void forget_content();

  /// What the last build said, if it was of the same inputs and its files are as it left them; counts say that nothing
  /// was written. Never if the request says so (force).
  std::optional<BuildResult> recall() const;

  /// The build succeeded with `result`.
  void remember(const BuildResult& result) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gaceta
