// A folder whose process dies by SIGKILL before the n-th operation that changes something, or the n-th of the last
// step.
#pragma once

#include <atomic>
#include <csignal>
#include <memory>
#include <string>
#include <utility>

#include <unistd.h>

#include "filesystem/folder.hpp"

/// Operations still allowed; shared by a folder and those opened below it. Nothing dies at 0 or below.
struct Lifetime {
  std::atomic<long> changes{0};               ///< any that changes something
  std::atomic<long> renames_and_removals{0};  ///< those that only the last step does
  std::atomic<long> done{0};                  ///< changes so far, to know how long a whole life is

  void before_change() {
    ++done;
    if (changes > 0 && --changes == 0) die();
  }
  void before_rename_or_removal() {
    before_change();
    if (renames_and_removals > 0 && --renames_and_removals == 0) die();
  }

 private:
  [[noreturn]] static void die() {
    ::kill(::getpid(), SIGKILL);
    for (;;) ::pause();
  }
};

class MortalFolder : public gaceta::filesystem::Folder {
 public:
  MortalFolder(std::unique_ptr<Folder> folder, std::shared_ptr<Lifetime> lifetime)
      : folder_(std::move(folder)), lifetime_(std::move(lifetime)) {}

  template <typename T>
  using Result = gaceta::filesystem::Result<T>;
  using Status = gaceta::filesystem::Status;
  using Entry = gaceta::filesystem::Entry;

  Result<std::string> read(std::string_view path) const override { return folder_->read(path); }
  Result<std::vector<Entry>> tree(std::string_view under) const override { return folder_->tree(under); }
  Result<std::vector<Entry>> children(std::string_view under) const override { return folder_->children(under); }
  Result<Entry> stat(std::string_view path) const override { return folder_->stat(path); }
  bool holds(std::string_view path, std::string_view bytes) const override { return folder_->holds(path, bytes); }
  bool holds(std::string_view path, const gaceta::filesystem::Pieces& pieces) const override {
    return folder_->holds(path, pieces);
  }
  Status write(std::string_view path, std::string_view bytes) override {
    lifetime_->before_change();
    return folder_->write(path, bytes);
  }
  Result<Entry> create(std::string_view path, std::string_view bytes) override {
    lifetime_->before_change();
    return folder_->create(path, bytes);
  }
  Result<Entry> create(std::string_view path, const gaceta::filesystem::Pieces& pieces) override {
    lifetime_->before_change();
    return folder_->create(path, pieces);
  }
  Status rename(std::string_view from, std::string_view to) override {
    lifetime_->before_rename_or_removal();
    return folder_->rename(from, to);
  }
  Status remove(std::string_view path) override {
    lifetime_->before_rename_or_removal();
    return folder_->remove(path);
  }
  Status remove_all(std::string_view path) override {
    lifetime_->before_rename_or_removal();
    return folder_->remove_all(path);
  }
  Status sync(std::string_view path) override { return folder_->sync(path); }
  Result<std::unique_ptr<Folder>> open(std::string_view path) override {
    lifetime_->before_change();
    auto opened = folder_->open(path);
    if (!opened) return opened.error();
    return std::unique_ptr<Folder>(std::make_unique<MortalFolder>(std::move(opened).value(), lifetime_));
  }
  Result<std::unique_ptr<gaceta::filesystem::UnnamedFile>> unnamed_file() override { return folder_->unnamed_file(); }
  Result<std::unique_ptr<gaceta::filesystem::Lock>> lock() override { return folder_->lock(); }
  gaceta::filesystem::Counts counts() const override { return folder_->counts(); }

 private:
  std::unique_ptr<Folder> folder_;
  std::shared_ptr<Lifetime> lifetime_;
};
