// RUN: not %clang-sql check --checks='-*,sql-insert-without-columns' %s -- -std=c++20 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// A ledger that trusts the order of its tables' columns.

#include <pqxx/pqxx>

#include <string>
#include <tuple>
#include <vector>

namespace ledger {

constexpr const char *POST = "INSERT INTO ledger VALUES ($1, $2, now())";
// CHECK: :[[@LINE-1]]:31: warning: INSERT into 'ledger' does not name its columns: the values go wherever the table's columns happen to stand [sql-insert-without-columns]

constexpr const char *CLOSE_MONTH = R"sql(
  WITH closed AS (
    UPDATE ledger SET closed = true WHERE NOT closed RETURNING account, cents
  )
  INSERT INTO balances
  SELECT account, sum(cents) FROM closed GROUP BY account
)sql";
// CHECK: :[[@LINE-3]]:3: warning: INSERT into 'balances' does not name its columns: the values go wherever the table's columns happen to stand [sql-insert-without-columns]

#define AUDIT_TABLE "audit.entries"

void post(pqxx::work &tx, int account, long cents) { tx.exec_params(POST, account, cents); }

void post_twice(pqxx::work &tx, int account, long cents) {
  tx.exec_params(POST, account, cents);
  tx.exec_params(POST, account, -cents);
}

void close_month(pqxx::work &tx) { tx.exec(CLOSE_MONTH); }

void audit(pqxx::work &tx, long id) {
  tx.exec("UPDATE ledger SET audited = true WHERE id = " + std::to_string(id) +
          "; insert into " AUDIT_TABLE " values (" + std::to_string(id) + ", now())");
          // CHECK: :[[@LINE-1]]:14: warning: INSERT into 'audit.entries' does not name its columns: the values go wherever the table's columns happen to stand [sql-insert-without-columns]
}

void prepare(pqxx::connection &connection) {
  connection.prepare("reserve", "INSERT INTO reserves SELECT * FROM ledger WHERE account = $1");
  // CHECK: :[[@LINE-1]]:34: warning: INSERT into 'reserves' does not name its columns: the values go wherever the table's columns happen to stand [sql-insert-without-columns]
}

void import(pqxx::work &tx, const std::vector<std::tuple<int, long>> &rows) {
  pqxx::stream_to stream(tx, "ledger");
  // CHECK: :[[@LINE-1]]:19: warning: bulk insert into 'ledger' does not name its columns: the values go wherever the table's columns happen to stand [sql-insert-without-columns]
  for (const auto &row : rows)
    stream << row;
  stream.complete();
}

void import_text(pqxx::work &tx) { tx.exec("COPY ledger FROM '/srv/ledger.csv' CSV"); }
// CHECK: :[[@LINE-1]]:45: warning: COPY into 'ledger' does not name its columns: the values go wherever the table's columns happen to stand [sql-insert-without-columns]

} // namespace ledger
