// Suppressions mean what they mean to clang-tidy: it says the same of this file, with the rules loaded as a module.
//
// RUN: not %clang-sql check --checks='-*,sql-insert-without-columns' %s -- -std=c++20 2>/dev/null > %t.ours
// RUN: FileCheck %s --implicit-check-not=warning: --implicit-check-not=error: < %t.ours
// RUN: not %clang-tidy -load %tidy-module --config='{}' --checks='-*,sql-insert-without-columns' %s -- -std=c++20 > %t.theirs 2>/dev/null
// RUN: grep -oE '[0-9]+:[0-9]+: (warning|error): .*' %t.ours | sed 's/clang-sql-nolint/clang-tidy-nolint/' | sort > %t.a
// RUN: grep -oE '[0-9]+:[0-9]+: (warning|error): .*' %t.theirs | sort > %t.b
// RUN: diff %t.a %t.b

#include <pqxx/pqxx>

#define SEND_COPY(tx) (tx).exec("INSERT INTO copies VALUES (1)") // NOLINT
#define SEND(tx) (tx).exec("INSERT INTO copies VALUES (2)")

void on_the_line(pqxx::work &tx) {
  tx.exec("INSERT INTO t VALUES (10)"); // NOLINT
  tx.exec("INSERT INTO t VALUES (11)"); // NOLINT: because
  tx.exec("INSERT INTO t VALUES (12)"); // NOLINT(sql-insert-without-columns)
  tx.exec("INSERT INTO t VALUES (13)"); // NOLINT( sql-injection , sql-insert-without-columns )
  tx.exec("INSERT INTO t VALUES (14)"); // NOLINT(sql-*)
  tx.exec("INSERT INTO t VALUES (15)"); // NOLINT(*-columns)
  tx.exec("INSERT INTO t VALUES (16)"); // NOLINT(*)
  tx.exec("INSERT INTO t VALUES (17)"); /* NOLINT */
  tx.exec("INSERT INTO t VALUES (18)"); // NOLINT(sql-insert-without-columns
  tx.exec("INSERT INTO t VALUES (19) -- NOLINT");

  tx.exec("INSERT INTO t VALUES (20)"); // NOLINT()
  // CHECK: :[[@LINE-1]]:12: warning: INSERT into 't'
  tx.exec("INSERT INTO t VALUES (21)"); // NOLINT(sql-injection)
  // CHECK: :[[@LINE-1]]:12: warning: INSERT into 't'
  tx.exec("INSERT INTO t VALUES (22)"); // NOLINT(-sql-injection)
  // CHECK: :[[@LINE-1]]:12: warning: INSERT into 't'
  tx.exec("INSERT INTO t VALUES (23)"); // NOLINT(sql-insert)
  // CHECK: :[[@LINE-1]]:12: warning: INSERT into 't'
  tx.exec("INSERT INTO t VALUES (24)"); // NOLINTED
  // CHECK: :[[@LINE-1]]:12: warning: INSERT into 't'
  tx.exec("INSERT INTO t VALUES (25)"); // nolint
  // CHECK: :[[@LINE-1]]:12: warning: INSERT into 't'
  tx.exec("INSERT INTO t VALUES (26)"); // NOLINT (sql-injection)
  tx.exec(                              // NOLINT
      "INSERT INTO t VALUES (27)");
      // CHECK: :[[@LINE-1]]:8: warning: INSERT into 't'
}

void on_the_line_before(pqxx::work &tx) {
  // NOLINTNEXTLINE
  tx.exec("INSERT INTO t VALUES (30)");
  // NOLINTNEXTLINE(sql-insert-*): because
  tx.exec("INSERT INTO t VALUES (31)");
  // NOLINTNEXTLINE(sql-injection)
  tx.exec("INSERT INTO t VALUES (32)");
  // CHECK: :[[@LINE-1]]:12: warning: INSERT into 't'
  // NOLINTNEXTLINE

  tx.exec("INSERT INTO t VALUES (33)");
  // CHECK: :[[@LINE-1]]:12: warning: INSERT into 't'
}

// NOLINTBEGIN
void in_a_block(pqxx::work &tx) { tx.exec("INSERT INTO t VALUES (40)"); }
// NOLINTEND

// NOLINTBEGIN(sql-insert-without-columns)
// NOLINTBEGIN(sql-injection)
void in_nested_blocks(pqxx::work &tx) { tx.exec("INSERT INTO t VALUES (41)"); }
// NOLINTEND(sql-injection)
// NOLINTEND( sql-insert-without-columns )

// NOLINTBEGIN(sql-injection)
void in_another_block(pqxx::work &tx) { tx.exec("INSERT INTO t VALUES (42)"); }
// CHECK: :[[@LINE-1]]:50: warning: INSERT into 't'
// NOLINTEND(sql-injection)

void in_macros(pqxx::work &tx) {
  SEND_COPY(tx);
  SEND(tx); // NOLINT
  SEND(tx);
  // CHECK: :[[@LINE-1]]:3: warning: INSERT into 'copies'
}

// NOLINTBEGIN(sql-insert-*)
// CHECK: :[[@LINE-1]]:4: error: unmatched 'NO{{LINT}}BEGIN' comment without a subsequent 'NO{{LINT}}END' comment [clang-sql-nolint]
void crossed(pqxx::work &tx) { tx.exec("INSERT INTO t VALUES (50)"); }
// CHECK: :[[@LINE-1]]:41: warning: INSERT into 't'
// NOLINTEND(sql-*)
// CHECK: :[[@LINE-1]]:4: error: unmatched 'NO{{LINT}}END' comment without a previous 'NO{{LINT}}BEGIN' comment [clang-sql-nolint]

void after(pqxx::work &tx) { tx.exec("INSERT INTO t VALUES (51)"); }
// CHECK: :[[@LINE-1]]:39: warning: INSERT into 't'
// NOLINTEND
// CHECK: :[[@LINE-1]]:4: error: unmatched 'NO{{LINT}}END' comment without a previous 'NO{{LINT}}BEGIN' comment [clang-sql-nolint]
