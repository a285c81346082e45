#include "sql/statements.h"

#include "sql/markers.h"
#include "sql/spelling.h"

#include <llvm/ADT/StringRef.h>

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
  explicit Collector(const ParsedFrom &from) : from(from) {}

  Statement run(const PgQuery__RawStmt &);

private:
  const ParsedFrom &from;
  Statement statement;
  std::vector<Placed> tables, conditions, columns;
  std::set<std::string> common; // names of CTEs

  std::string qualified(const PgQuery__RangeVar &) const;
  std::string lastName(const PgQuery__ColumnRef &) const;
  bool isName(std::string_view folded) const;
  bool visit(const Visit &);
  void table(const Visit &, const PgQuery__RangeVar &);
  void dropped(const PgQuery__DropStmt &);
  void insert(const PgQuery__InsertStmt &);
  void mergeInsert(const Visit &, const PgQuery__MergeWhenClause &);
  void copy(const PgQuery__CopyStmt &);
  void column(const Visit &, const PgQuery__ColumnRef &);
  void target(const Visit &, const PgQuery__ResTarget &);
  void effects(const ProtobufCMessage &);
};

} // namespace

std::string Collector::qualified(const PgQuery__RangeVar &table) const {
  NameReader reader(from.filled, table.location);
  std::string name;
  for (const char *part : {table.catalogname, table.schemaname})
    if (*part)
      name += reader.next(part) + ".";
  return name + reader.next(table.relname);
}

/// Whether it is no hole that only looks like a name.
bool Collector::isName(std::string_view folded) const {
  auto hole = Markers::find(folded);
  return !hole || *hole >= from.positions.size() || from.positions[*hole] == Position::Identifier ||
         from.positions[*hole] == Position::QuotedIdentifier;
}

std::string Collector::lastName(const PgQuery__ColumnRef &column) const {
  NameReader reader(from.filled, column.location);
  std::string last;
  for (size_t i = 0; i < column.n_fields; ++i)
    if (const auto *name = as<PgQuery__String>(column.fields[i]))
      last = isName(name->sval) ? reader.next(name->sval) : "";
    else if (as<PgQuery__AStar>(column.fields[i]))
      last = "*";
  return last;
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
  llvm::StringRef text = from.filled;
  size_t at = 0; // these names carry no location
  for (size_t i = 0; i < drop.n_objects; ++i) {
    const auto *list = as<PgQuery__List>(drop.objects[i]);
    std::string name;
    for (size_t j = 0; list && j < list->n_items; ++j)
      if (const auto *part = as<PgQuery__String>(list->items[j])) {
        at = text.find_insensitive(part->sval, at);
        name += (name.empty() ? "" : ".") + NameReader(from.filled, at).next(part->sval);
      }
    tables.push_back({int(i), name});
  }
}

void Collector::insert(const PgQuery__InsertStmt &insert) {
  if (!insert.relation)
    return;
  const auto *source = as<PgQuery__SelectStmt>(insert.select_stmt);
  std::string table = qualified(*insert.relation);
  statement.inserts.push_back({.table = table,
                               .offset = from.insertAt(insert.relation->location),
                               .columns = insert.n_cols > 0,
                               .defaultValues = !source,
                               .copy = false,
                               .tableIsHole = table.find("{}") != std::string::npos});
}

/// Where the first constant, column, parameter or call below stands; this node's clause has no
/// place of its own.
static int firstLocation(const PgQuery__MergeWhenClause &when, int otherwise) {
  int found = -1;
  walk(&when, [&](const Visit &v) {
    int at = -1;
    if (const auto *constant = v.as<PgQuery__AConst>())
      at = constant->location;
    else if (const auto *column = v.as<PgQuery__ColumnRef>())
      at = column->location;
    else if (const auto *parameter = v.as<PgQuery__ParamRef>())
      at = parameter->location;
    else if (const auto *call = v.as<PgQuery__FuncCall>())
      at = call->location;
    if (v.role() != "condition" && at >= 0 && found < 0)
      found = at;
    return v.role() != "condition";
  });
  return found < 0 ? otherwise : found;
}

/// MERGE … WHEN NOT MATCHED THEN INSERT VALUES (…).
void Collector::mergeInsert(const Visit &v, const PgQuery__MergeWhenClause &when) {
  const auto *merge = v.enclosing<PgQuery__MergeStmt>();
  if (when.command_type != PG_QUERY__CMD_TYPE__CMD_INSERT || !merge || !merge->relation ||
      when.n_values == 0)
    return;
  std::string table = qualified(*merge->relation);
  statement.inserts.push_back(
      {.table = table,
       .offset = from.insertAt(firstLocation(when, merge->relation->location)),
       .columns = when.n_target_list > 0,
       .tableIsHole = table.find("{}") != std::string::npos});
}

void Collector::copy(const PgQuery__CopyStmt &copy) {
  if (!copy.is_from || !copy.relation)
    return;
  std::string table = qualified(*copy.relation);
  statement.inserts.push_back({.table = table,
                               .offset = from.insertAt(copy.relation->location),
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
  std::string name;
  if (*target.name && isName(target.name))
    name = NameReader(from.filled, target.location).next(target.name);
  else if (const auto *column = as<PgQuery__ColumnRef>(target.val); column && !*target.name)
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
  else if (const auto *node = v.as<PgQuery__MergeWhenClause>())
    mergeInsert(v, *node);
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

Statement describeStatement(const PgQuery__RawStmt &raw, const ParsedFrom &from) {
  return Collector(from).run(raw);
}

} // namespace clangsql::sql
