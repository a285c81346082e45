// RUN: not %clang-sql check --checks='-*,sql-injection,sql-misplaced-escape,sql-network-in-transaction,sql-insert-without-columns' %s -- -std=c++17 %headers -isystem %S/../Inputs/nanodbc 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// A hospital's beds: by ODBC in C, and by nanodbc.

#include <curl/curl.h>
#include <nanodbc.h>
#include <sql.h>
#include <sqlext.h>

#include <cstdio>
#include <string>

namespace beds {

SQLRETURN free_bed(SQLHSTMT statement, const char *ward) {
  char sql[200];
  std::snprintf(sql, sizeof sql, "UPDATE beds SET patient = NULL WHERE ward = '%s'", ward);
  return SQLExecDirect(statement, reinterpret_cast<SQLCHAR *>(sql), SQL_NTS);
  // CHECK: :[[@LINE-1]]:10: warning: 'ward' becomes SQL in 'SQLExecDirect': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}

SQLRETURN free_bed_bound(SQLHSTMT statement, char *ward, SQLLEN size) {
  SQLPrepare(statement, (SQLCHAR *)"UPDATE beds SET patient = NULL WHERE ward = ?", SQL_NTS);
  SQLBindParameter(statement, 1, SQL_PARAM_INPUT, SQL_C_CHAR, SQL_VARCHAR, size, 0, ward, size, &size);
  return SQLExecute(statement);
}

SQLRETURN move(SQLHSTMT from, SQLHSTMT to) {
  char ward[50];
  SQLGetData(from, 1, SQL_C_CHAR, ward, sizeof ward, nullptr);
  std::string sql = std::string("INSERT INTO beds VALUES ('") + ward + "')";
  return SQLExecDirect(to, (SQLCHAR *)sql.c_str(), SQL_NTS);
  // CHECK-DAG: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*}}[sql-insert-without-columns]
  // CHECK-DAG: :[[@LINE-2]]:10: warning: 'ward' becomes SQL in 'SQLExecDirect': {{.*}}[sql-injection]
  // CHECK-DAG: note: {{.*}}(a value from the database)
}

int count(nanodbc::connection &db, const std::string &ward) {
  return nanodbc::execute(db, "SELECT count(*) FROM beds WHERE ward = '" + ward + "'").get<int>(0);
  // CHECK: :[[@LINE-1]]:10: warning: 'ward' becomes SQL in 'execute': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}

int count_bound(nanodbc::connection &db, const std::string &ward) {
  nanodbc::statement query(db, "SELECT count(*) FROM beds WHERE ward = ?");
  query.bind(0, ward.c_str());
  return nanodbc::execute(query).get<int>(0);
}

void call_inside(nanodbc::connection &db, CURL *phone) {
  nanodbc::transaction change(db);
  nanodbc::just_execute(db, "UPDATE beds SET called = 1");
  curl_easy_perform(phone);
  // CHECK: :[[@LINE-1]]:3: warning: 'curl_easy_perform' waits on the network while the transaction 'change' is open [sql-network-in-transaction]
  change.commit();
}

void call_after(nanodbc::connection &db, CURL *phone) {
  nanodbc::transaction change(db);
  nanodbc::just_execute(db, "UPDATE beds SET called = 1");
  change.commit();
  curl_easy_perform(phone);
}

void call_by_text(nanodbc::connection &db, CURL *phone) {
  nanodbc::just_execute(db, "BEGIN TRANSACTION");
  curl_easy_perform(phone);
  // CHECK: :[[@LINE-1]]:3: warning: 'curl_easy_perform' waits on the network while {{.*}}[sql-network-in-transaction]
  nanodbc::just_execute(db, "COMMIT");
}

} // namespace beds
