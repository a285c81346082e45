#include "cli/roads.h"

#include "lint/project.h"
#include "lint/registry.h"

namespace clangsql::cli {

llvm::Expected<std::shared_ptr<const models::Library>>
Roads::libraryOf(const lint::Settings &settings) {
  bool plain = settings.libraries.empty() && settings.models.empty();
  if (plain && plain_)
    return plain_;
  llvm::Expected<models::Library> library = lint::loadModels(settings);
  if (!library)
    return library.takeError();
  auto shared = std::make_shared<const models::Library>(std::move(*library));
  if (plain)
    plain_ = shared;
  return shared;
}

llvm::Expected<Road> Roads::build(const std::string &configFile) {
  llvm::Expected<lint::Settings> settings = readSettings(given_, configFile);
  if (!settings)
    return settings.takeError();
  auto library = libraryOf(*settings);
  if (!library)
    return library.takeError();
  Road road{std::move(*library), {}, {}, std::move(settings->config), {}};
  road.frontend = frontendOptions(road.library, extraArgs_, extraArgsBefore_);
  road.link.dialect = road.config.dialect;
  road.rules = lint::enabledRules(clangsql::rules::all(), road.config);
  return road;
}

llvm::Expected<const Road *> Roads::in(llvm::StringRef directory) {
  std::string file = configFileFor(given_, directory);
  auto known = roads_.find(file);
  if (known == roads_.end()) {
    llvm::Expected<Road> road = build(file);
    if (!road)
      return road.takeError();
    known = roads_.emplace(file, std::move(*road)).first;
  }
  return &known->second;
}

std::vector<const Road *> Roads::all() const {
  std::vector<const Road *> result;
  for (const auto &[file, road] : roads_)
    result.push_back(&road);
  return result;
}

} // namespace clangsql::cli
