// RUN: not %clang-sql check --checks='-*,sql-injection' %s -- -std=c++20 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// What is read from a modelled variable is what its model says.

#include <pqxx/pqxx>

#include <iostream>
#include <string>

void look_up(pqxx::work &tx) {
  std::string name;
  std::getline(std::cin, name);
  tx.exec("SELECT id FROM customers WHERE name = '" + name + "'");
  // CHECK: :[[@LINE-1]]:3: warning: 'name' comes from standard input and becomes SQL in 'exec': it stands unescaped inside a quoted literal [sql-injection]
}
