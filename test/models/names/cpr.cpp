// RUN: %clang-sql dump summary %s -- -std=c++17 -isystem %S/../Inputs/cpr | FileCheck %s

#include <cpr.h>

long talk(const std::string &text) {
  cpr::Session session;
  session.SetUrl(cpr::Url("http://localhost"));
  cpr::GetAsync(cpr::Url("http://localhost"));
  return cpr::Get(cpr::Url("http://localhost")).status_code + cpr::Post(cpr::Url("http://localhost"), cpr::Body(text)).status_code +
         session.Get().status_code + session.Post().status_code;
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @cpr::Body::Body(
// CHECK-DAG: @cpr::Get(
// CHECK-DAG: @cpr::GetAsync(
// CHECK-DAG: @cpr::Post(
// CHECK-DAG: @cpr::Session::Get(
// CHECK-DAG: @cpr::Session::Post(
// CHECK-DAG: @cpr::Session::SetUrl(
// CHECK-DAG: @cpr::Url::Url(
