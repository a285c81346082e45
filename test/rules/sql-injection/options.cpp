// RUN: not %clang-sql check --checks='-*,sql-injection' %s -- -std=c++20 2>/dev/null | FileCheck %s --check-prefixes=TAINTED,UNPROVEN --implicit-check-not=warning:
// RUN: not %clang-sql check --checks='-*,sql-injection' --config='{CheckOptions: {sql-injection.Grades: tainted}}' %s -- -std=c++20 2>/dev/null | FileCheck %s --check-prefix=TAINTED --implicit-check-not=warning:
// RUN: not %clang-sql check --checks='-*,sql-injection' --config='{CheckOptions: {sql-injection.WholeStatements: true}}' %s -- -std=c++20 2>/dev/null | FileCheck %s --check-prefixes=TAINTED,UNPROVEN,WHOLE --implicit-check-not=warning:

#include <pqxx/pqxx>

#include <cstdlib>
#include <string>

std::string load_statement(int version);

void migrate(pqxx::work &tx, const std::string &owner) {
  tx.exec(load_statement(7));
  // WHOLE: :[[@LINE-1]]:3: warning: 'load_statement(7)' becomes SQL in 'exec': it stands unescaped as a statement of its own, and nothing shows it harmless [sql-injection]
  tx.exec("ALTER TABLE orders OWNER TO " + owner);
  // UNPROVEN: :[[@LINE-1]]:3: warning: 'owner' becomes SQL in 'exec': it stands unescaped in the place of a name, and nothing shows it harmless [sql-injection]
  if (const char *extra = std::getenv("MIGRATION"))
    tx.exec(extra);
  // TAINTED: :[[@LINE-1]]:5: warning: 'std::getenv("MIGRATION")' comes from the environment and becomes SQL in 'exec': it stands unescaped as a statement of its own [sql-injection]
}
