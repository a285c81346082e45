// --checks is read as clang-tidy reads it: items in order, the last that matches decides.
//
// DEFINE: %{checks} =
// DEFINE: %{run} = %clang-sql check --exit-zero %{checks} %s -- -std=c++20 2>/dev/null | grep -oE '\[sql-[^]]*\]' | sort | uniq -c | sed 's/^ *//'
//
// RUN: %{run} | FileCheck %s --check-prefixes=INSERT,UNNAMED --implicit-check-not=sql
// REDEFINE: %{checks} = --checks='-*,sql-insert-*'
// RUN: %{run} | FileCheck %s --check-prefix=INSERT --implicit-check-not=sql
// REDEFINE: %{checks} = --checks='-sql-unnamed-query'
// RUN: %{run} | FileCheck %s --check-prefix=INSERT --implicit-check-not=sql
// REDEFINE: %{checks} = --checks='-*' --checks=sql-unnamed-query
// RUN: %{run} | FileCheck %s --check-prefix=UNNAMED --implicit-check-not=sql
// REDEFINE: %{checks} = --checks='-*,*-columns,-sql-i*,bugprone-*,sql-u*'
// RUN: %{run} | FileCheck %s --check-prefix=UNNAMED --implicit-check-not=sql
//
// INSERT: 1 [sql-insert-without-columns]
// UNNAMED: 1 [sql-unnamed-query]

#include <pqxx/pqxx>

void place(pqxx::work &tx) { tx.exec("INSERT INTO orders VALUES (DEFAULT, 'new')"); }
