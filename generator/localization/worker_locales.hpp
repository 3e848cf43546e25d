// One Locale per worker and language: formatters are built once per thread, never per page.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "localization/locale.hpp"
#include "model/language.hpp"

namespace gaceta::localization {

/// Built before the threads start; worker w then uses only its own row.
class WorkerLocales {
 public:
  WorkerLocales(const model::PerLanguage<std::shared_ptr<const LocaleData>>& languages, std::size_t workers)
      : languages_(languages.size()) {
    locales_.reserve(languages_ * workers);
    for (std::size_t worker = 0; worker < workers; ++worker) {
      for (const auto& data : languages) locales_.emplace_back(data);
    }
  }

  const Locale& at(std::size_t worker, model::Language language) const {
    return locales_[worker * languages_ + model::index(language)];
  }

 private:
  std::size_t languages_;
  std::vector<Locale> locales_;
};

}  // namespace gaceta::localization
