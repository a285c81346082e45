// RUN: %clang-sql dump summary %s -- -std=c++17 %headers | FileCheck %s

#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <string>

std::string boosted(const std::string &host, boost::asio::ip::tcp::acceptor &acceptor) {
  namespace http = boost::beast::http;
  boost::asio::io_context context;
  boost::asio::ip::tcp::resolver resolver(context);
  boost::asio::ip::tcp::socket socket(context);
  boost::beast::tcp_stream stream(context);
  boost::asio::streambuf input;
  socket.connect(*resolver.resolve(host, "80").begin());
  stream.connect(resolver.resolve(host, "80"));
  acceptor.accept(socket);
  boost::asio::read_until(socket, input, "\n");
  boost::beast::flat_buffer buffer;
  http::request<http::string_body> request;
  http::response<http::string_body> response;
  http::write(stream, request);
  http::read(stream, buffer, response);
  boost::beast::websocket::stream<boost::beast::tcp_stream> websocket(context);
  websocket.handshake(host, "/");
  websocket.write(boost::asio::buffer(host));
  websocket.read(buffer);
  websocket.close(boost::beast::websocket::close_code::normal);
  context.run_one();
  return response.body() + std::string(request.target()) + std::string(request["Host"]) + boost::beast::buffers_to_string(buffer.data());
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @boost::asio::basic_socket::connect(
// CHECK-DAG: @boost::asio::basic_socket_acceptor::accept(
// CHECK-DAG: @boost::asio::basic_stream_socket::basic_stream_socket(
// CHECK-DAG: @boost::asio::basic_streambuf::basic_streambuf(
// CHECK-DAG: @boost::asio::basic_streambuf::~basic_streambuf(
// CHECK-DAG: @boost::asio::buffer(
// CHECK-DAG: @boost::asio::io_context::io_context(
// CHECK-DAG: @boost::asio::io_context::run_one(
// CHECK-DAG: @boost::asio::io_context::~io_context(
// CHECK-DAG: @boost::asio::ip::basic_resolver::basic_resolver(
// CHECK-DAG: @boost::asio::ip::basic_resolver::resolve(
// CHECK-DAG: @boost::asio::ip::basic_resolver_results::begin(
// CHECK-DAG: @boost::asio::read_until(
// CHECK-DAG: @boost::basic_string_view::basic_string_view(
// CHECK-DAG: @"boost::basic_string_view::operator basic_string"(
// CHECK-DAG: @boost::beast::basic_flat_buffer::basic_flat_buffer(
// CHECK-DAG: @boost::beast::basic_flat_buffer::data(
// CHECK-DAG: @boost::beast::basic_stream::basic_stream(
// CHECK-DAG: @boost::beast::basic_stream::connect(
// CHECK-DAG: @boost::beast::buffers_to_string(
// CHECK-DAG: @boost::beast::http::basic_fields::operator[](
// CHECK-DAG: @boost::beast::http::header::target(
// CHECK-DAG: @boost::beast::http::message::body(
// CHECK-DAG: @boost::beast::http::message::message(
// CHECK-DAG: @boost::beast::http::read(
// CHECK-DAG: @boost::beast::http::write(
// CHECK-DAG: @boost::beast::websocket::stream::close(
// CHECK-DAG: @boost::beast::websocket::stream::handshake(
// CHECK-DAG: @boost::beast::websocket::stream::read(
// CHECK-DAG: @boost::beast::websocket::stream::write(
