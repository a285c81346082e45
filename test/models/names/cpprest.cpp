// RUN: %clang-sql dump summary %s -- -std=c++17 %headers | FileCheck %s

#include <cpprest/http_client.h>
#include <string>

std::string talk(web::http::client::http_client &client, web::http::http_request &request) {
  web::http::http_response answer = client.request(web::http::methods::GET).get();
  client.request(web::http::methods::GET).then([](web::http::http_response) {});
  client.request(web::http::methods::GET).wait();
  return answer.extract_utf8string().get() + request.relative_uri().query() + answer.extract_json().get().as_string();
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @pplx::cancellation_token::none(
// CHECK-DAG: @pplx::task::get(
// CHECK-DAG: @pplx::task::then(
// CHECK-DAG: @pplx::task::wait(
// CHECK-DAG: @pplx::task::~task(
// CHECK-DAG: @web::http::client::http_client::request(
// CHECK-DAG: @web::http::http_request::relative_uri(
// CHECK-DAG: @web::http::http_response::extract_json(
// CHECK-DAG: @web::http::http_response::extract_utf8string(
// CHECK-DAG: @web::json::value::as_string(
// CHECK-DAG: @web::uri::query(
