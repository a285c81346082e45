// What a call says to the database: statements, prepared statements, transactions.
#include "models/facts.h"

namespace clangsql::models {

namespace {

constexpr Field<SqlFact> sqlFields[] = {
    {"sql", [](Reader &r, const Node &, const Node &v, SqlFact &f) { r.argument(v, f.sql); }},
    {"table", [](Reader &r, const Node &, const Node &v, SqlFact &f) { r.argument(v, f.sql); }},
    {"name", [](Reader &r, const Node &, const Node &v, SqlFact &f) { r.argument(v, f.name); }},
    {"connection",
     [](Reader &r, const Node &, const Node &v, SqlFact &f) { r.argument(v, f.connection); }},
    {"bind", [](Reader &r, const Node &, const Node &v, SqlFact &f) { r.arguments(v, f.bind); }},
    {"count", [](Reader &r, const Node &, const Node &v, SqlFact &f) { r.argument(v, f.count); }},
    {"columns",
     [](Reader &r, const Node &, const Node &v, SqlFact &f) { r.arguments(v, f.columns); }},
    {"length", [](Reader &r, const Node &, const Node &v, SqlFact &f) { r.argument(v, f.length); }},
    {"handle", [](Reader &r, const Node &, const Node &v, SqlFact &f) { r.argument(v, f.handle); }},
    {"succeeds", [](Reader &r, const Node &, const Node &v,
                    SqlFact &f) { r.word(v, resultWords, "result", f.succeeds); }},
    {"status",
     [](Reader &r, const Node &, const Node &v, SqlFact &f) { r.integer(v, f.status.emplace()); }},
    {"dialect", [](Reader &r, const Node &, const Node &v,
                   SqlFact &f) { r.word(v, dialectWords, "dialect", f.dialect); }},
    {"placeholders", [](Reader &r, const Node &, const Node &v,
                        SqlFact &f) { readPlaceholders(r, v, f.placeholders); }},
};

constexpr Field<PreparedFact> preparedFields[] = {
    {"name",
     [](Reader &r, const Node &, const Node &v, PreparedFact &f) { r.argument(v, f.name); }},
    {"handle",
     [](Reader &r, const Node &, const Node &v, PreparedFact &f) { r.argument(v, f.handle); }},
    {"bind",
     [](Reader &r, const Node &, const Node &v, PreparedFact &f) { r.arguments(v, f.bind); }},
    {"connection",
     [](Reader &r, const Node &, const Node &v, PreparedFact &f) { r.argument(v, f.connection); }},
};

constexpr Field<TransactionFact> transactionFields[] = {
    {"at", [](Reader &r, const Node &, const Node &v, TransactionFact &f) { r.argument(v, f.on); }},
    {"when", [](Reader &r, const Node &, const Node &v,
                TransactionFact &f) { r.word(v, resultWords, "result", f.when); }},
    {"given", [](Reader &r, const Node &k, const Node &v,
                 TransactionFact &f) { readCondition(r, k, v, f.given); }},
    {"unless", [](Reader &r, const Node &k, const Node &v,
                  TransactionFact &f) { readCondition(r, k, v, f.given); }},
};

} // namespace

void readSql(Reader &reader, const Node &key, const Node &value, Function &into) {
  if (into.sql)
    return reader.problem(
        key, fmt::format("'{}' beside '{}'", key.text, wordOf(sqlWords, into.sql->kind)),
        "one way of sending SQL");
  SqlFact fact{.kind = *valueOf(sqlWords, key.text),
               .dialect = reader.dialect,
               .placeholders = reader.placeholders};
  std::string_view operand = fact.kind == SqlFact::BulkInsert ? "table" : "sql";
  if (value.kind != Node::Mapping)
    reader.argument(value, fact.sql);
  else {
    readFields(reader, value, sqlFields, fmt::format("'{}'", key.text), fact);
    if (!hasKey(value, operand))
      reader.problem(value, fmt::format("'{}' does not say which argument", key.text),
                     fmt::format("the key '{}'", operand));
  }
  into.sql = std::move(fact);
}

void readPrepared(Reader &reader, const Node &key, const Node &value, Function &into) {
  PreparedFact fact;
  if (value.kind != Node::Mapping)
    reader.argument(value, fact.name);
  else
    readFields(reader, value, preparedFields, fmt::format("'{}'", key.text), fact);
  into.prepared = std::move(fact);
}

void readTransactions(Reader &reader, const Node &key, const Node &value, Function &into) {
  oneOrMany(value, [&](const Node &item) {
    TransactionFact fact{.kind = *valueOf(transactionWords, key.text), .on = {Argument::This}};
    if (item.kind != Node::Mapping)
      reader.argument(item, fact.on);
    else
      readFields(reader, item, transactionFields, fmt::format("'{}'", key.text), fact);
    into.transactions.push_back(fact);
  });
}

} // namespace clangsql::models
