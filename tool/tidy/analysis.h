// The road for a unit that clang-tidy has parsed: taken once, for all checks that are enabled.
#pragma once

#include "link/program.h"
#include "lint/config_file.h"
#include "models/model.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace clang {
class ASTContext;
}

namespace clangsql::tidy {

/// What holds for the files of a directory: its `.clang-sql`, and the models.
struct Project {
  lint::Settings settings;
  std::shared_ptr<const models::Library> library; // null: see `problem`
  std::string problem;                            // what is wrong with the configuration
  bool told = false;                              // … and whether that has been said
};

class Analysis {
public:
  /// Of the unit's main file.
  Project &projectOf(const clang::ASTContext &);
  /// The program that consists of this unit. Kept until `forget`.
  const link::Program &programOf(clang::ASTContext &, const Project &);
  void forget() { program_.reset(); }

private:
  std::map<std::string, Project> projects_; // by configuration file
  std::optional<link::Program> program_;
};

} // namespace clangsql::tidy
