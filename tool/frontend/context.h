// What all parts of the lowering of one unit share: its tables and the list of bodies still to
// lower.
#pragma once

#include "frontend/constants.h"
#include "frontend/frontend.h"
#include "frontend/slice.h"

#include <clang/AST/ASTContext.h>

#include <deque>

namespace clangsql::frontend {

struct UnitContext {
  UnitContext(clang::ASTContext &ast, const Options &options)
      : ast(ast), options(options), strings(unit),
        locations(ast.getSourceManager(), ast.getLangOpts(), strings, unit, options.projectRoot),
        entities(locations, strings, unit), constants(entities, locations, options.modelled),
        slicer(unit, entities.arguments(), options.modelled) {}

  clang::ASTContext &ast;
  const Options &options;
  summary::Unit unit;
  Strings strings;
  Locations locations;
  Entities entities;
  Constants constants;
  Slicer slicer;
  std::deque<const clang::Decl *> found; // inside bodies: lambdas, local classes, static locals
};

} // namespace clangsql::frontend
