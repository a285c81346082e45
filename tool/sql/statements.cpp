#include "sql/statements.h"

#include "sql/markers.h"

#include <algorithm>
#include <set>

namespace clangsql::sql {

namespace {

/// A name and where it stands, to bring names into the order of the text.
struct Placed {
  int location;
  std::string name;
  auto operator<=>(const Placed &) const = default;
};

class Collector {
public:
  Collector(std::span<const Position> positions, llvm::function_ref<uint32_t(uint32_t)> insertAt)
      : positions(positions), insertAt(insertAt) {}

  Statement run(const PgQuery__RawStmt &);

private:
  std::span<const Position> positions;
  llvm::function_ref<uint32_t(uint32_t)> insertAt;
  Statement statement;
  std::vector<Placed> tables, conditions, columns;
  std::set<std::string> common; // names of CTEs

  std::string lastName(const PgQuery__ColumnRef &) const;
  std::string written(std::string_view name) const;
  bool visit(const Visit &);
  void table(const Visit &, const PgQuery__RangeVar &);
  void dropped(const PgQuery__DropStmt &);
  void insert(const PgQuery__InsertStmt &);
  void copy(const PgQuery__CopyStmt &);
  void column(const Visit &, const PgQuery__ColumnRef &);
  void target(const Visit &, const PgQuery__ResTarget &);
  void effects(const ProtobufCMessage &);
};

} // namespace

static std::string qualified(const PgQuery__RangeVar &table) {
  std::string name;
  for (const char *part : {table.catalogname, table.schemaname})
    if (*part)
      name += Markers::readable(part) + ".";
  return name + Markers::readable(table.relname);
}

/// The name, or nothing if it is a hole that only looked like one.
std::string Collector::written(std::string_view name) const {
  auto hole = Markers::find(name);
  bool other = hole && *hole < positions.size() && positions[*hole] != Position::Identifier &&
               positions[*hole] != Position::QuotedIdentifier;
  return other ? "" : Markers::readable(name);
}

std::string Collector::lastName(const PgQuery__ColumnRef &column) const {
  const PgQuery__Node *last = column.n_fields ? column.fields[column.n_fields - 1] : nullptr;
  if (const auto *name = as<PgQuery__String>(last))
    return written(name->sval);
  return as<PgQuery__AStar>(last) ? "*" : "";
}

static std::vector<std::string> inOrder(std::vector<Placed> &names) {
  std::ranges::sort(names);
  std::vector<std::string> result;
  for (Placed &placed : names)
    if (!placed.name.empty() && std::ranges::find(result, placed.name) == result.end())
      result.push_back(std::move(placed.name));
  return result;
}

void Collector::table(const Visit &v, const PgQuery__RangeVar &range) {
  if (!*range.schemaname && common.contains(range.relname))
    return;
  if (v.parent && (v.parent->type() == "CompositeTypeStmt" || v.parent->type() == "CreateSeqStmt" ||
                   v.parent->type() == "AlterSeqStmt"))
    return;
  tables.push_back({range.location, qualified(range)});
}

void Collector::dropped(const PgQuery__DropStmt &drop) {
  if (drop.remove_type != PG_QUERY__OBJECT_TYPE__OBJECT_TABLE &&
      drop.remove_type != PG_QUERY__OBJECT_TYPE__OBJECT_VIEW &&
      drop.remove_type != PG_QUERY__OBJECT_TYPE__OBJECT_MATVIEW)
    return;
  for (size_t i = 0; i < drop.n_objects; ++i) {
    const auto *list = as<PgQuery__List>(drop.objects[i]);
    std::string name;
    for (size_t j = 0; list && j < list->n_items; ++j)
      if (const auto *part = as<PgQuery__String>(list->items[j]))
        name += (name.empty() ? "" : ".") + Markers::readable(part->sval);
    tables.push_back({int(i), name});
  }
}

void Collector::insert(const PgQuery__InsertStmt &insert) {
  if (!insert.relation)
    return;
  const auto *source = as<PgQuery__SelectStmt>(insert.select_stmt);
  std::string table = qualified(*insert.relation);
  statement.inserts.push_back({.table = table,
                               .offset = insertAt(insert.relation->location),
                               .columns = insert.n_cols > 0,
                               .defaultValues = !source,
                               .copy = false,
                               .tableIsHole = table.find("{}") != std::string::npos});
}

void Collector::copy(const PgQuery__CopyStmt &copy) {
  if (!copy.is_from || !copy.relation)
    return;
  std::string table = qualified(*copy.relation);
  statement.inserts.push_back({.table = table,
                               .offset = insertAt(copy.relation->location),
                               .columns = copy.n_attlist > 0,
                               .copy = true,
                               .tableIsHole = table.find("{}") != std::string::npos});
}

/// Whether the visit is below a WHERE clause; subqueries in it have targets and sort keys of their
/// own.
static bool inCondition(const Visit &v) {
  for (const Visit *at = &v; at->parent; at = at->parent) {
    if (at->role() == "where_clause")
      return true;
    if (at->parent->is<PgQuery__SelectStmt>())
      return false;
  }
  return false;
}

void Collector::column(const Visit &v, const PgQuery__ColumnRef &column) {
  if (inCondition(v))
    conditions.push_back({column.location, lastName(column)});
}

/// Columns of the statement itself, not of its subqueries: what is selected, inserted or set.
void Collector::target(const Visit &v, const PgQuery__ResTarget &target) {
  const Visit *owner = v.parent;
  while (owner && owner->role() == "larg") // of a UNION the first SELECT names the columns
    owner = owner->parent;
  bool own =
      owner && owner->parent &&
      (owner->parent->type() == "RawStmt" || owner->parent->type() == "ExplainStmt" ||
       owner->parent->type() == "PrepareStmt" || owner->parent->type() == "DeclareCursorStmt");
  if (!own || v.role() == "returning_list")
    return;
  std::string name = written(target.name);
  if (!*target.name)
    if (const auto *column = as<PgQuery__ColumnRef>(target.val))
      name = lastName(*column);
  columns.push_back({target.location, name});
}

bool Collector::visit(const Visit &v) {
  if (const auto *range = v.as<PgQuery__RangeVar>())
    table(v, *range);
  else if (const auto *drop = v.as<PgQuery__DropStmt>())
    dropped(*drop);
  else if (const auto *node = v.as<PgQuery__InsertStmt>())
    insert(*node);
  else if (const auto *node = v.as<PgQuery__CopyStmt>())
    copy(*node);
  else if (const auto *node = v.as<PgQuery__ColumnRef>())
    column(v, *node);
  else if (const auto *node = v.as<PgQuery__ResTarget>())
    target(v, *node);
  return true;
}

static bool isExplainAnalyze(const PgQuery__ExplainStmt &explain) {
  for (size_t i = 0; i < explain.n_options; ++i)
    if (const auto *option = as<PgQuery__DefElem>(explain.options[i]);
        option && std::string_view(option->defname) == "analyze")
      return true;
  return false;
}

/// A table that rows are taken from.
static bool isRead(const Visit &v) {
  if (v.role() == "relation") {
    const auto *copy = v.parent->as<PgQuery__CopyStmt>();
    return copy && !copy->is_from;
  }
  return v.role() == "from_clause" || v.role() == "larg" || v.role() == "rarg" ||
         v.role() == "using_clause" || v.role() == "source_relation";
}

static bool isWrite(const Visit &v) {
  const auto *copy = v.as<PgQuery__CopyStmt>();
  return v.is<PgQuery__InsertStmt>() || v.is<PgQuery__UpdateStmt>() ||
         v.is<PgQuery__DeleteStmt>() || v.is<PgQuery__MergeStmt>() || v.is<PgQuery__IntoClause>() ||
         (copy && copy->is_from);
}

/// Reads and writes of what is executed now: PREPARE, EXPLAIN and CREATE VIEW only name a
/// statement.
void Collector::effects(const ProtobufCMessage &root) {
  StatementKind kind = statement.kind;
  if (kind == StatementKind::Ddl || kind == StatementKind::Truncate)
    statement.writes = !statement.tables.empty();
  bool named =
      kind == StatementKind::Prepare ||
      (kind == StatementKind::Ddl && root.descriptor != descriptorOf<PgQuery__CreateTableAsStmt>);
  if (root.descriptor == descriptorOf<PgQuery__ExplainStmt>)
    named = !isExplainAnalyze(reinterpret_cast<const PgQuery__ExplainStmt &>(root));
  if (named)
    return;
  walk(&root, [&](const Visit &v) {
    statement.writes |= isWrite(v);
    if (const auto *range = v.as<PgQuery__RangeVar>())
      statement.reads |= isRead(v) && (*range->schemaname || !common.contains(range->relname));
    return true;
  });
}

Statement Collector::run(const PgQuery__RawStmt &raw) {
  const ProtobufCMessage *root = inside(raw.stmt);
  if (!root)
    return statement;
  statement.kind = kindOf(*root);
  if (root->descriptor == descriptorOf<PgQuery__TransactionStmt>)
    statement.chain = reinterpret_cast<const PgQuery__TransactionStmt *>(root)->chain;
  walk(&raw, [&](const Visit &v) {
    if (const auto *cte = v.as<PgQuery__CommonTableExpr>())
      common.insert(cte->ctename);
    return true;
  });
  walk(&raw, [&](const Visit &v) { return visit(v); });
  statement.tables = inOrder(tables);
  statement.conditionColumns = inOrder(conditions);
  statement.columns = inOrder(columns);
  std::ranges::sort(statement.inserts, {}, &Insert::offset);
  effects(*root);
  return statement;
}

Statement describeStatement(const PgQuery__RawStmt &raw, std::span<const Position> positions,
                            llvm::function_ref<uint32_t(uint32_t)> insertAt) {
  return Collector(positions, insertAt).run(raw);
}

} // namespace clangsql::sql
