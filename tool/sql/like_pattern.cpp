#include "sql/like_pattern.h"

#include <llvm/ADT/StringSwitch.h>

namespace clangsql::sql {

/// LIKE ANY (…) is kept as the operator that LIKE stands for.
static bool isLike(const PgQuery__AExpr &expression) {
  switch (expression.kind) {
  case PG_QUERY__A__EXPR__KIND__AEXPR_LIKE:
  case PG_QUERY__A__EXPR__KIND__AEXPR_ILIKE:
  case PG_QUERY__A__EXPR__KIND__AEXPR_SIMILAR: return true;
  case PG_QUERY__A__EXPR__KIND__AEXPR_OP_ANY:
  case PG_QUERY__A__EXPR__KIND__AEXPR_OP_ALL:
    return llvm::StringSwitch<bool>(lastString(expression.name, expression.n_name))
        .Cases({"~~", "~~*", "!~~", "!~~*"}, true)
        .Default(false);
  default: return false;
  }
}

/// Whether the function's result holds the argument's text. The grammar keeps LIKE … ESCAPE as a
/// call of like_escape, the pattern first.
static bool keepsText(const PgQuery__FuncCall &call, const Visit &argument) {
  llvm::StringRef function = lastString(call.funcname, call.n_funcname);
  if (function == "like_escape" || function == "similar_to_escape")
    return argument.index == 0;
  return function == "concat" || function == "lower" || function == "upper";
}

bool isLikePattern(const Visit &literal) {
  const Visit *v = &literal;
  for (const Visit *parent = v->parent; parent; v = parent, parent = parent->parent) {
    if (const auto *expression = parent->as<PgQuery__AExpr>()) {
      if (isLike(*expression))
        return v->role() == "rexpr";
      if (lastString(expression->name, expression->n_name) != "||")
        return false;
    } else if (const auto *call = parent->as<PgQuery__FuncCall>()) {
      if (v->role() != "args" || !keepsText(*call, *v))
        return false;
    } else if (!parent->is<PgQuery__TypeCast>() && !parent->is<PgQuery__CollateClause>() &&
               !parent->is<PgQuery__AArrayExpr>()) {
      return false;
    }
  }
  return false;
}

} // namespace clangsql::sql
