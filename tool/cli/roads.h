// One road per configuration: files that different `.clang-sql` hold for go down different ones.
#pragma once

#include "cli/road.h"
#include "cli/settings.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace clangsql::cli {

class Roads {
public:
  Roads(const Given &given, std::vector<std::string> extraArgs,
        std::vector<std::string> extraArgsBefore)
      : given_(given), extraArgs_(std::move(extraArgs)),
        extraArgsBefore_(std::move(extraArgsBefore)) {}

  /// The road for the files of a directory (absolute). It lives as long as this. The error's text
  /// has a line per problem.
  llvm::Expected<const Road *> in(llvm::StringRef directory);

  /// In the order of the configuration files' names.
  std::vector<const Road *> all() const;

private:
  llvm::Expected<std::shared_ptr<const models::Library>> libraryOf(const lint::Settings &);
  llvm::Expected<Road> build(const std::string &configFile);

  const Given &given_;
  std::vector<std::string> extraArgs_, extraArgsBefore_;
  std::map<std::string, Road> roads_;            // by configuration file
  std::shared_ptr<const models::Library> plain_; // the built-in models alone
};

} // namespace clangsql::cli
