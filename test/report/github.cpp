// RUN: not %clang-sql check --format=github --checks='-*,sql-insert-*' %s -- -std=c++20 2>/dev/null | FileCheck %s --match-full-lines --implicit-check-not=::
//
// Annotations: the escaping of actions/toolkit, columns in UTF-16.

#include <pqxx/pqxx>

void percent(pqxx::work &tx) { tx.exec("INSERT INTO \"50%,:\" SELECT\n1"); }

void wide(pqxx::work &tx) { /* 𝒳é */ tx.exec("INSERT INTO t VALUES (1)"); }

// CHECK: ::warning file={{.*}}/github.cpp,line=7,col=41,endColumn=47,title=sql-insert-without-columns::INSERT into '50%25,:' does not name its columns: the values go wherever the table's columns happen to stand%0Athe SQL that is sent:%0AINSERT INTO "50%25,:" SELECT%0A1%0Aname the columns: INSERT INTO 50%25,: (…)
// CHECK: ::warning file={{.*}}/github.cpp,line=9,col=48,endColumn=54,title=sql-insert-without-columns::INSERT into 't' does not name its columns: the values go wherever the table's columns happen to stand%0Aname the columns: INSERT INTO t (…)
