// RUN: not %clang-sql check --checks='-*,sql-insert-*' %s -- -std=c++20 2>/dev/null | FileCheck %s --match-full-lines --strict-whitespace
//
// Carets stand right beneath tabs, wide characters and macros.

#include <pqxx/pqxx>

#define QUERY(table) "INSERT INTO " table " VALUES (1)"
#define ARCHIVE "INSERT INTO archive VALUES (1)"

void tabs_and_wide_characters(pqxx::work &tx) {
	/* 価格 é */	tx.exec("/* 注文 */ INSERT INTO 注文 VALUES (1)");
}

void macros(pqxx::work &tx) {
  tx.exec(ARCHIVE);
  tx.exec(QUERY("orders"));
}

void escapes(pqxx::work &tx) {
  tx.exec("UPDATE a SET b = '\x41\t\u20ac';\n"
          "insert\tinto c values ('\"')");
}

// CHECK:{{.*}}text.cpp:7:23: warning: INSERT into 'orders' does not name its columns: the values go wherever the table's columns happen to stand [sql-insert-without-columns]
// CHECK-NEXT:    7 | #define QUERY(table) "INSERT INTO " table " VALUES (1)"
// CHECK-NEXT:      |                       ^~~~~~
// CHECK-NEXT:{{.*}}text.cpp:16:3: note: the SQL that is sent
// CHECK-NEXT:      | INSERT INTO orders VALUES (1)
// CHECK-NEXT:      | ^~~~~~
// CHECK-NEXT:{{.*}}text.cpp:7:23: note: name the columns: INSERT INTO orders (…)
// CHECK-NEXT:{{.*}}text.cpp:8:18: warning: INSERT into 'archive' does not name its columns: the values go wherever the table's columns happen to stand [sql-insert-without-columns]
// CHECK-NEXT:    8 | #define ARCHIVE "INSERT INTO archive VALUES (1)"
// CHECK-NEXT:      |                  ^~~~~~
// CHECK-NEXT:{{.*}}text.cpp:15:3: note: sent by 'exec' here
// CHECK-NEXT:   15 |   tx.exec(ARCHIVE);
// CHECK-NEXT:      |   ^~~~~~~~~~~~~~~~
// CHECK-NEXT:{{.*}}text.cpp:8:18: note: name the columns: INSERT INTO archive (…)
// CHECK-NEXT:{{.*}}text.cpp:11:40: warning: INSERT into '注文' does not name its columns: the values go wherever the table's columns happen to stand [sql-insert-without-columns]
// CHECK-NEXT:   11 |         /* 価格 é */    tx.exec("/* 注文 */ INSERT INTO 注文 VALUES (1)");
// CHECK-NEXT:      |                                             ^~~~~~
// CHECK-NEXT:{{.*}}text.cpp:11:40: note: name the columns: INSERT INTO 注文 (…)
// CHECK-NEXT:{{.*}}text.cpp:21:12: warning: INSERT into 'c' does not name its columns: the values go wherever the table's columns happen to stand [sql-insert-without-columns]
// CHECK-NEXT:   21 |           "insert\tinto c values ('\"')");
// CHECK-NEXT:      |            ^~~~~~
// CHECK-NEXT:{{.*}}text.cpp:20:3: note: the SQL that is sent
// CHECK-NEXT:      | UPDATE a SET b = 'A     €';
// CHECK-NEXT:      | insert  into c values ('"')
// CHECK-NEXT:      | ^~~~~~
// CHECK-NEXT:{{.*}}text.cpp:21:12: note: name the columns: INSERT INTO c (…)
