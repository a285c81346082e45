// RUN: %clang-sql dump summary %s -- -isystem %S/../Inputs/oci | FileCheck %s

#include <oci.h>

void statements(OCISvcCtx *service, OCIServer *server, OCIStmt *statement, OCIError *error, OraText *name, unsigned size) {
  OCIBind *bind = 0;
  OCIServerAttach(server, error, name, size, 0);
  OCIStmtPrepare(statement, error, (const OraText *)"SELECT name FROM users WHERE id = :id", 37, 1, 0);
  OCIBindByName(statement, &bind, error, (const OraText *)":id", 3, name, size, 5, 0, 0, 0, 0, 0, 0);
  OCIStmtExecute(service, statement, error, 1, 0, 0, 0, 0);
  OCIStmtPrepare2(service, &statement, error, name, size, 0, 0, 1, 0);
  OCITransStart(service, error, 60, 1);
  OCITransCommit(service, error, 0);
  OCITransRollback(service, error, 0);
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @OCIBindByName(
// CHECK-DAG: @OCIServerAttach(
// CHECK-DAG: @OCIStmtExecute(
// CHECK-DAG: @OCIStmtPrepare(
// CHECK-DAG: @OCIStmtPrepare2(
// CHECK-DAG: @OCITransCommit(
// CHECK-DAG: @OCITransRollback(
// CHECK-DAG: @OCITransStart(
