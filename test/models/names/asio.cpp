// RUN: %clang-sql dump summary %s -- -std=c++17 %headers | FileCheck %s

#include <asio.hpp>
#include <string>

void standalone(const std::string &host) {
  asio::io_context context;
  asio::ip::tcp::resolver resolver(context);
  asio::ip::tcp::socket socket(context);
  char buffer[100];
  asio::connect(socket, resolver.resolve(host, "80"));
  asio::write(socket, asio::buffer(buffer));
  asio::read(socket, asio::buffer(buffer));
  socket.read_some(asio::buffer(buffer));
  socket.write_some(asio::buffer(buffer));
  socket.async_read_some(asio::buffer(buffer), [](const asio::error_code &, std::size_t) {});
  asio::steady_timer timer(context);
  timer.wait();
  asio::post(context, [] {});
  context.run();
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @asio::basic_stream_socket::async_read_some(
// CHECK-DAG: @asio::basic_stream_socket::basic_stream_socket(
// CHECK-DAG: @asio::basic_stream_socket::read_some(
// CHECK-DAG: @asio::basic_stream_socket::write_some(
// CHECK-DAG: @asio::basic_waitable_timer::basic_waitable_timer(
// CHECK-DAG: @asio::basic_waitable_timer::wait(
// CHECK-DAG: @asio::buffer(
// CHECK-DAG: @asio::connect(
// CHECK-DAG: @asio::io_context::io_context(
// CHECK-DAG: @asio::io_context::run(
// CHECK-DAG: @asio::io_context::~io_context(
// CHECK-DAG: @asio::ip::basic_resolver::basic_resolver(
// CHECK-DAG: @asio::ip::basic_resolver::resolve(
// CHECK-DAG: @asio::post(
// CHECK-DAG: @asio::read(
// CHECK-DAG: @asio::write(
