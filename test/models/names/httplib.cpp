// RUN: %clang-sql dump summary %s -- -std=c++17 %headers | FileCheck %s

#include <httplib.h>
#include <string>

std::string talk(httplib::Server &server) {
  httplib::Client client("localhost", 80);
  std::string text;
  if (auto answer = client.Get("/"))
    text = answer->body;
  client.Post("/", text, "text/plain");
  client.Put("/", text, "text/plain");
  client.Patch("/", text, "text/plain");
  client.Delete("/");
  client.Head("/");
  server.Get("/", [](const httplib::Request &request, httplib::Response &response) {
    response.set_content(request.get_param_value("id") + request.get_header_value("X"), "text/plain");
  });
  server.listen("localhost", 8080);
  return text;
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @httplib::Client::Client(
// CHECK-DAG: @httplib::Client::Delete(
// CHECK-DAG: @httplib::Client::Get(
// CHECK-DAG: @httplib::Client::Head(
// CHECK-DAG: @httplib::Client::Patch(
// CHECK-DAG: @httplib::Client::Post(
// CHECK-DAG: @httplib::Client::Put(
// CHECK-DAG: @httplib::Client::~Client(
// CHECK-DAG: @httplib::Request::get_header_value(
// CHECK-DAG: @httplib::Request::get_param_value(
// CHECK-DAG: @httplib::Response::set_content(
// CHECK-DAG: @"httplib::Result::operator bool"(
// CHECK-DAG: @httplib::Result::operator->(
// CHECK-DAG: @httplib::Result::~Result(
// CHECK-DAG: @httplib::Server::Get(
// CHECK-DAG: @httplib::Server::listen(
