// RUN: %clang-sql dump summary %s -- %headers | FileCheck %s

#include <fcgiapp.h>

int serve(char *body, int size) {
  FCGX_Request request;
  FCGX_Init();
  FCGX_InitRequest(&request, 0, 0);
  while (FCGX_Accept_r(&request) == 0) {
    FCGX_PutS(FCGX_GetParam("QUERY_STRING", request.envp), request.out);
    FCGX_GetStr(body, size, request.in);
    FCGX_GetLine(body, size, request.in);
    FCGX_Finish_r(&request);
  }
  return body[0];
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @FCGX_Accept_r(
// CHECK-DAG: @FCGX_Finish_r(
// CHECK-DAG: @FCGX_GetLine(
// CHECK-DAG: @FCGX_GetParam(
// CHECK-DAG: @FCGX_GetStr(
// CHECK-DAG: @FCGX_Init(
// CHECK-DAG: @FCGX_InitRequest(
// CHECK-DAG: @FCGX_PutS(
