// RUN: %clang-sql dump summary %s -- -std=c++17 %headers | FileCheck %s

#include <string>
#include <zmq.h>
#include <zmq.hpp>

void plain(void *socket, char *buffer, size_t size, zmq_pollitem_t *items) {
  zmq_msg_t message;
  zmq_send(socket, buffer, size, 0);
  zmq_recv(socket, buffer, size, ZMQ_DONTWAIT);
  zmq_msg_init(&message);
  zmq_msg_recv(&message, socket, 0);
  buffer[0] = static_cast<char *>(zmq_msg_data(&message))[0];
  zmq_msg_close(&message);
  zmq_poll(items, 1, 1000);
}

std::string request(zmq::socket_t &socket, const std::string &name) {
  zmq::message_t question(name), answer;
  socket.send(question, zmq::send_flags::none);
  if (socket.recv(answer, zmq::recv_flags::none))
    return answer.to_string();
  return std::string(static_cast<char *>(answer.data()), answer.size());
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @zmq::detail::socket_base::recv(
// CHECK-DAG: @zmq::detail::socket_base::send(
// CHECK-DAG: @zmq::message_t::data(
// CHECK-DAG: @zmq::message_t::message_t(
// CHECK-DAG: @zmq::message_t::size(
// CHECK-DAG: @zmq::message_t::to_string(
// CHECK-DAG: @zmq::message_t::~message_t(
// CHECK-DAG: @zmq_msg_close(
// CHECK-DAG: @zmq_msg_data(
// CHECK-DAG: @zmq_msg_init(
// CHECK-DAG: @zmq_msg_recv(
// CHECK-DAG: @zmq_poll(
// CHECK-DAG: @zmq_recv(
// CHECK-DAG: @zmq_send(
