// RUN: not %clang-sql check --checks='-*,sql-injection' %s -- -std=c++20 2>/dev/null | FileCheck %s --check-prefixes=TAINTED,UNPROVEN --implicit-check-not=warning:
// RUN: not %clang-sql check --checks='-*,sql-injection' --config='{CheckOptions: {sql-injection.Grades: tainted}}' %s -- -std=c++20 2>/dev/null | FileCheck %s --check-prefix=TAINTED --implicit-check-not=warning:
// RUN: not %clang-sql check --checks='-*,sql-injection' --config='{CheckOptions: {sql-injection.WholeStatements: true}}' %s -- -std=c++20 2>/dev/null | FileCheck %s --check-prefixes=TAINTED,UNPROVEN,WHOLE --implicit-check-not=warning:

#include <pqxx/pqxx>

#include <cstdlib>
#include <string>

std::string load_statement(int version);

void migrate(pqxx::work &tx, const std::string &owner) {
  tx.exec(load_statement(7));
  tx.exec("ALTER TABLE orders OWNER TO " + owner);
  if (const char *extra = std::getenv("MIGRATION"))
    tx.exec(extra);
}
