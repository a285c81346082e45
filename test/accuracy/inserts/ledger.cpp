// rules: sql-insert-without-columns
//
// A ledger: each way of writing rows.

#include <pqxx/pqxx>
#include <pqxx/stream_to>

#include <sstream>
#include <string>
#include <vector>

namespace ledger {

constexpr auto ADD_ENTRY = "INSERT INTO entries VALUES ($1, $2, now())"; // WARN sql-insert-without-columns
constexpr auto ADD_ENTRY_NAMED = "INSERT INTO entries (account, cents, booked_at) VALUES ($1, $2, now())"; // OK sql-insert-without-columns

const char *const MOVE_OLD = R"sql(
  WITH moved AS (
    DELETE FROM entries WHERE booked_at < now() - interval '10 years' RETURNING *
  )
  INSERT INTO entries_archive SELECT * FROM moved -- WARN sql-insert-without-columns
)sql";

// Names of tables in other statements' text are not inserts.
const char *const NOTE = "INSERT INTO notes (body) VALUES ('INSERT INTO entries VALUES (1, 2)')"; // OK sql-insert-without-columns

enum class Kind { Debit, Credit };

class Ledger {
public:
  explicit Ledger(pqxx::work &tx) : tx(tx) {}

  void add(int account, long cents) {
    tx.exec_params(ADD_ENTRY, account, cents);
    tx.exec_params(ADD_ENTRY_NAMED, account, cents);
  }

  void move() { tx.exec(MOVE_OLD); }

  void note() { tx.exec(NOTE); }

  void open(const std::string &name) {
    tx.exec("INSERT INTO accounts DEFAULT VALUES"); // OK sql-insert-without-columns
    tx.exec("INSERT INTO accounts VALUES (" + tx.quote(name) + ", 0)"); // WARN sql-insert-without-columns
    tx.exec("INSERT INTO accounts (name, cents) VALUES (" + tx.quote(name) + ", 0)"); // OK sql-insert-without-columns
    tx.exec("insert into accounts select name, 0 from templates"); // WARN sql-insert-without-columns
    tx.exec("insert into accounts (name, cents) select name, 0 from templates"); // OK sql-insert-without-columns
  }

  void several() {
    tx.exec("DELETE FROM totals; INSERT INTO totals SELECT account, sum(cents) FROM entries GROUP BY account"); // WARN sql-insert-without-columns
    tx.exec("DELETE FROM totals; INSERT INTO totals (account, cents) SELECT account, sum(cents) FROM entries GROUP BY account"); // OK sql-insert-without-columns
  }

  void cte() {
    tx.exec("WITH gone AS (DELETE FROM drafts RETURNING id) INSERT INTO draft_log (draft) SELECT id FROM gone"); // OK sql-insert-without-columns
    tx.exec("WITH gone AS (DELETE FROM drafts RETURNING id) INSERT INTO draft_log SELECT id FROM gone"); // WARN sql-insert-without-columns
    tx.exec("WITH added AS (INSERT INTO drafts VALUES (1, 'x') RETURNING id) SELECT id FROM added"); // WARN sql-insert-without-columns
    tx.exec("WITH added AS (INSERT INTO drafts (id, body) VALUES (1, 'x') RETURNING id) SELECT id FROM added"); // OK sql-insert-without-columns
  }

  void built(const std::vector<long> &cents) {
    std::string sql = "INSERT INTO entries VALUES "; // WARN sql-insert-without-columns
    for (std::size_t i = 0; i < cents.size(); ++i)
      sql += (i ? ", (1, " : "(1, ") + std::to_string(cents[i]) + ")";
    tx.exec(sql);
  }

  void builtNamed(const std::vector<long> &cents) {
    std::ostringstream sql;
    sql << "INSERT INTO entries (account, cents) VALUES "; // OK sql-insert-without-columns
    for (std::size_t i = 0; i < cents.size(); ++i)
      sql << (i ? ", (1, " : "(1, ") << cents[i] << ")";
    tx.exec(sql.str());
  }

  // The list of columns comes from a helper: it is there, whatever it says.
  void builtColumns(bool withNote) {
    std::string sql = "INSERT INTO entries "; // OK sql-insert-without-columns
    sql += withNote ? "(account, cents, note) VALUES (1, 2, '')" : "(account, cents) VALUES (1, 2)";
    tx.exec(sql);
  }

  void intoAny(Kind kind) {
    std::string table = kind == Kind::Debit ? "debits" : "credits";
    tx.exec("INSERT INTO " + table + " VALUES (1, 2)"); // WARN sql-insert-without-columns
    tx.exec("INSERT INTO " + table + " (account, cents) VALUES (1, 2)"); // OK sql-insert-without-columns
  }

  void upsert() {
    tx.exec("INSERT INTO balances VALUES (1, 2) ON CONFLICT (account) DO UPDATE SET cents = excluded.cents"); // WARN sql-insert-without-columns
    tx.exec("INSERT INTO balances (account, cents) VALUES (1, 2) ON CONFLICT DO NOTHING"); // OK sql-insert-without-columns
  }

  void prepared(pqxx::connection &connection) {
    connection.prepare("add_tag", "INSERT INTO tags VALUES ($1)"); // WARN sql-insert-without-columns
    connection.prepare("add_tag_named", "INSERT INTO tags (name) VALUES ($1)"); // OK sql-insert-without-columns
  }

  void bulk(const std::vector<std::string> &columns) {
    pqxx::stream_to all(tx, "entries"); // WARN sql-insert-without-columns
    all.complete();
    pqxx::stream_to some(tx, "entries", std::vector<std::string>{"account", "cents"}); // OK sql-insert-without-columns
    some.complete();
    pqxx::stream_to given(tx, "entries", columns); // OK sql-insert-without-columns
    given.complete();
  }

  void copy() {
    tx.exec("COPY entries FROM '/var/lib/ledger/entries.csv' WITH (FORMAT csv)"); // WARN sql-insert-without-columns
    tx.exec("COPY entries (account, cents) FROM '/var/lib/ledger/entries.csv' WITH (FORMAT csv)"); // OK sql-insert-without-columns
    tx.exec("COPY entries TO '/var/lib/ledger/entries.csv' WITH (FORMAT csv)"); // OK sql-insert-without-columns
    tx.exec("COPY (SELECT * FROM entries) TO STDOUT"); // OK sql-insert-without-columns
  }

  void triggers() {
    tx.exec("CREATE RULE keep AS ON DELETE TO entries DO INSTEAD INSERT INTO entries_deleted VALUES (old.id)"); // WARN sql-insert-without-columns
    tx.exec("MERGE INTO balances b USING entries e ON b.account = e.account WHEN NOT MATCHED THEN INSERT (account) VALUES (e.account)"); // OK sql-insert-without-columns
    tx.exec("CREATE TABLE entries_copy AS SELECT * FROM entries"); // OK sql-insert-without-columns
  }

private:
  pqxx::work &tx;
};

// Prose.
const char *const HELP[] = {
    "insert into the slot", // OK sql-insert-without-columns
    "Insert into table values that you have measured yourself.", // OK sql-insert-without-columns
    "Copy from the old ledger", // OK sql-insert-without-columns
    "replace into place", // OK sql-insert-without-columns
};

} // namespace ledger
