#include "sql/hole_positions.h"

#include "sql/like_pattern.h"
#include "sql/markers.h"

#include <llvm/ADT/StringSwitch.h>

namespace clangsql::sql {

namespace {

/// What a hole's expression is to the expression or clause around it.
class Placer {
public:
  Placer(std::span<const FilledGap> gaps, std::span<const Hole> holes,
         std::span<Position> positions)
      : gaps(gaps), holes(holes), positions(positions) {}

  void visit(const Visit &);
  void finish();

private:
  std::span<const FilledGap> gaps;
  std::span<const Hole> holes;
  std::span<Position> positions;

  const FilledGap *gapOf(uint32_t hole) const;
  void marked(const Visit &, std::string_view field, uint32_t hole);
  Position ofString(const Visit &, const Hole &, const FilledGap &) const;
  Position ofName(const Visit &, std::string_view field, const FilledGap &) const;
};

} // namespace

const FilledGap *Placer::gapOf(uint32_t hole) const {
  for (const FilledGap &filled : gaps)
    if (filled.gap->firstHole <= hole && hole < filled.gap->lastHole)
      return &filled;
  return nullptr;
}

/// The outermost visit that is the same expression but for its type or sorting: for `x` in `x::int
/// COLLATE "C"`, the whole.
static const Visit &outward(const Visit &v) {
  const Visit *at = &v;
  while (at->parent && at->parent->parent && at->role() == "arg" &&
         (at->parent->is<PgQuery__CollateClause>() || at->parent->is<PgQuery__TypeCast>()))
    at = at->parent;
  return *at;
}

static bool isRole(const Visit &v, std::initializer_list<std::string_view> roles) {
  return std::ranges::find(roles, v.role()) != roles.end();
}

/// A constant, parameter or hole: what one compares a column with.
static bool isPlainValue(const PgQuery__Node *node) {
  if (const auto *cast = as<PgQuery__TypeCast>(node))
    return isPlainValue(cast->arg);
  if (const auto *column = as<PgQuery__ColumnRef>(node)) {
    const auto *name = column->n_fields == 1 ? as<PgQuery__String>(column->fields[0]) : nullptr;
    return name && Markers::readable(name->sval) == "{}";
  }
  return as<PgQuery__AConst>(node) || as<PgQuery__ParamRef>(node) || as<PgQuery__List>(node);
}

static Position ofOperand(const PgQuery__AExpr &expression, const Visit &v) {
  bool left = v.role() == "lexpr";
  switch (expression.kind) {
  case PG_QUERY__A__EXPR__KIND__AEXPR_LIKE:
  case PG_QUERY__A__EXPR__KIND__AEXPR_ILIKE:
  case PG_QUERY__A__EXPR__KIND__AEXPR_SIMILAR:
  case PG_QUERY__A__EXPR__KIND__AEXPR_IN:
  case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN:
  case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_BETWEEN:
  case PG_QUERY__A__EXPR__KIND__AEXPR_DISTINCT:
  case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_DISTINCT: break;
  case PG_QUERY__A__EXPR__KIND__AEXPR_OP:
    if (llvm::StringSwitch<bool>(lastString(expression.name, expression.n_name))
            .Cases({"=", "<>", "<", ">", "<=", ">="}, true)
            .Default(false))
      break;
    return Position::Value;
  default: return Position::Value;
  }
  return left && isPlainValue(expression.rexpr) ? Position::Identifier : Position::Value;
}

/// VALUES (…): a hole is one value, unless the row plainly lacks some.
static Position ofRowItem(const Visit &list) {
  const auto *insert = list.enclosing<PgQuery__InsertStmt>();
  bool whole = list.parent && list.parent->parent && list.parent->parent->is<PgQuery__InsertStmt>();
  const auto *row = list.as<PgQuery__List>();
  if (!whole || insert->n_cols == 0)
    return Position::Value;
  const auto *column = as<PgQuery__ResTarget>(insert->cols[0]);
  bool namesAreHole = insert->n_cols == 1 && column && Markers::readable(column->name) == "{}";
  return insert->n_cols != row->n_items || namesAreHole ? Position::List : Position::Value;
}

static bool isOneValue(const Hole &hole) {
  return hole.kind == HoleKind::Number || hole.escape == Escape::Literal;
}

/// For an expression that is a hole and nothing else.
static Position ofExpression(const Visit &v, const Hole &hole) {
  const Visit &self = outward(v);
  const Visit *parent = self.parent;
  if (!parent)
    return Position::Unknown;
  if (isRole(self, {"where_clause", "having_clause", "quals", "join_condition", "condition",
                    "agg_filter", "when_clause"}) ||
      parent->is<PgQuery__BoolExpr>())
    return Position::Clause;
  if (isRole(self, {"limit_count", "limit_offset"}))
    return Position::Limit;
  if (isRole(self, {"group_clause", "distinct_clause", "partition_clause"}) ||
      parent->is<PgQuery__SortBy>())
    return Position::Identifier;
  if (parent->is<PgQuery__NullTest>())
    return isOneValue(hole) ? Position::Value : Position::Identifier;
  if (parent->is<PgQuery__CaseWhen>() && self.role() == "expr")
    return parent->enclosing<PgQuery__CaseExpr>() && parent->enclosing<PgQuery__CaseExpr>()->arg
               ? Position::Value
               : Position::Clause;
  if (const auto *expression = parent->as<PgQuery__AExpr>())
    return isOneValue(hole) ? Position::Value : ofOperand(*expression, self);
  if (const auto *list = parent->as<PgQuery__List>()) {
    if (parent->parent && parent->parent->is<PgQuery__AExpr>())
      return list->n_items == 1 && !isOneValue(hole) ? Position::List : Position::Value;
    return parent->role() == "values_lists" && !isOneValue(hole) ? ofRowItem(*parent)
                                                                 : Position::Value;
  }
  if (parent->is<PgQuery__AArrayExpr>())
    return self.count == 1 && !isOneValue(hole) ? Position::List : Position::Value;
  if (parent->is<PgQuery__ResTarget>()) {
    if (isOneValue(hole))
      return Position::Value;
    if (parent->role() == "returning_list")
      return Position::Identifier;
    const auto *select = parent->parent ? parent->parent->as<PgQuery__SelectStmt>() : nullptr;
    return select && select->n_from_clause ? Position::Identifier : Position::Value;
  }
  return Position::Value;
}

Position Placer::ofString(const Visit &v, const Hole &hole, const FilledGap &filled) const {
  const Visit *parent = v.parent;
  if (filled.gap->context == Context::NamePart)
    return Position::Identifier;
  if (const auto *column = parent->as<PgQuery__ColumnRef>())
    return column->n_fields > 1 ? Position::Identifier : ofExpression(*parent, hole);
  if (parent->is<PgQuery__AConst>())
    return ofExpression(*parent, hole);
  if (parent->is<PgQuery__AExpr>())
    return Position::Operator;
  if (parent->is<PgQuery__DefElem>())
    return Position::Value;
  return Position::Identifier;
}

Position Placer::ofName(const Visit &v, std::string_view field, const FilledGap &filled) const {
  bool alias = v.is<PgQuery__Alias>() ||
               (v.is<PgQuery__ResTarget>() && v.parent && v.parent->is<PgQuery__SelectStmt>() &&
                v.role() == "target_list") ||
               (v.is<PgQuery__ResTarget>() && v.role() == "returning_list");
  if (alias)
    return filled.gap->afterAs || filled.gap->context == Context::NamePart ? Position::Identifier
                                                                           : Position::Clause;
  if (v.is<PgQuery__DefElem>() && filled.gap->context != Context::NamePart)
    return Position::Clause; // WITH (…)
  if (v.is<PgQuery__CopyStmt>() && field == "filename")
    return Position::Value;
  return filled.shape == Shape::QuotedLiteral ? Position::Value : Position::Identifier;
}

void Placer::marked(const Visit &v, std::string_view field, uint32_t hole) {
  const FilledGap *filled = gapOf(hole);
  if (!filled || positionOf(filled->shape, filled->gap->context))
    return;
  Position &position = positions[hole];
  if (position != Position::Unknown)
    return; // the grammar copies some names
  if (filled->gap->context == Context::QuotedName)
    position = Position::QuotedIdentifier;
  else if (filled->gap->context == Context::Literal || filled->gap->context == Context::Pattern)
    position = v.parent && v.parent->is<PgQuery__AConst>() && isLikePattern(*v.parent)
                   ? Position::LikePattern
                   : Position::LiteralBody;
  else
    position =
        v.is<PgQuery__String>() ? ofString(v, holes[hole], *filled) : ofName(v, field, *filled);
}

void Placer::visit(const Visit &v) {
  forStrings(v, [&](const ProtobufCFieldDescriptor &field, std::string_view text) {
    size_t at = 0;
    while (auto hole = Markers::find(text, &at))
      marked(v, field.name, *hole);
  });
  const auto *constant = v.as<PgQuery__AConst>();
  if (!constant)
    return;
  for (const FilledGap &filled : gaps)
    if (int64_t(filled.begin) == constant->location &&
        (filled.shape == Shape::Number || filled.shape == Shape::Digits))
      for (uint32_t hole = filled.gap->firstHole; hole < filled.gap->lastHole; ++hole)
        positions[hole] = ofExpression(v, holes[hole]);
}

void Placer::finish() {
  for (const FilledGap &filled : gaps)
    for (uint32_t hole = filled.gap->firstHole; hole < filled.gap->lastHole; ++hole) {
      if (auto fixed = positionOf(filled.shape, filled.gap->context))
        positions[hole] = *fixed;
      else if (positions[hole] == Position::Unknown)
        positions[hole] = guess(filled.gap->context);
    }
}

void placeHoles(const PgQuery__RawStmt &statement, std::span<const FilledGap> gaps,
                std::span<const Hole> holes, std::span<Position> positions) {
  if (gaps.empty())
    return;
  Placer placer(gaps, holes, positions);
  walk(&statement, [&](const Visit &v) {
    placer.visit(v);
    return true;
  });
  placer.finish();
}

} // namespace clangsql::sql
