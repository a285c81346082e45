// RUN: %clang-sql check --checks='-*,sql-syntax-error' %s -- -std=c++20 2>/dev/null | count 0

#include <pqxx/pqxx>

void survive(pqxx::work &tx) {
  tx.exec("SELEC 1"); // NOLINT(sql-syntax-error): the handler must survive it
}
