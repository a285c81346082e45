// RUN: %clang-sql dump summary %s -- -std=c++17 -isystem %S/../Inputs/crow | FileCheck %s

#include <crow.h>
#include <string>

std::string handle(const crow::request &request) { return request.get_header_value("X") + request.url_params.get("id"); }

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @crow::query_string::get(
// CHECK-DAG: @crow::request::get_header_value(
