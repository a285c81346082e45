// The road for a unit that clang-tidy has parsed: taken once, for all checks that are enabled.
#pragma once

#include "link/program.h"
#include "models/model.h"

#include <optional>

namespace clang {
class ASTContext;
}

namespace clangsql::tidy {

class Analysis {
public:
  /// The program that consists of this unit. Kept until `forget`.
  const link::Program &programOf(clang::ASTContext &);
  void forget() { program_.reset(); }

private:
  const models::Library &library();

  std::optional<models::Library> library_;
  std::optional<link::Program> program_;
};

} // namespace clangsql::tidy
