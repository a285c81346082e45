// NOLINT comments as clang-tidy finds them.
// RUN: %clang-sql dump summary %s -- -std=c++20 | FileCheck %s

void run(const char *sql);
void all() {
  run("a"); // NOLINT
  run("b"); // NOLINT(sql-injection,sql-unnamed-query)
  // NOLINTNEXTLINE(sql-*)
  run("c");
  // NOLINTBEGIN(sql-unnamed-query)
  run("d");
  // NOLINTEND(sql-unnamed-query)
  run("e"); // NOLINTED is another word, NOLINT () has nothing in parentheses
  run("NOLINT in text counts too");
}
// CHECK: nolint here 1:4
// CHECK: nolint here 6:16
// CHECK-NEXT: nolint here 7:16 "sql-injection,sql-unnamed-query"
// CHECK-NEXT: nolint next 8:6 "sql-*"
// CHECK-NEXT: nolint begin 10:6 "sql-unnamed-query"
// CHECK-NEXT: nolint end 12:6 "sql-unnamed-query"
// CHECK-NEXT: nolint here 13:42
// CHECK-NEXT: nolint here 14:8
