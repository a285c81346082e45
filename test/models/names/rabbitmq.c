// RUN: %clang-sql dump summary %s -- %headers | FileCheck %s

#include <amqp.h>
#include <amqp_framing.h>
#include <amqp_tcp_socket.h>
#include <stddef.h>

void talk(const char *text) {
  amqp_envelope_t envelope;
  amqp_connection_state_t rabbit = amqp_new_connection();
  amqp_socket_t *socket = amqp_tcp_socket_new(rabbit);
  amqp_socket_open(socket, "localhost", 5672);
  amqp_login(rabbit, "/", 0, 131072, 0, AMQP_SASL_METHOD_PLAIN, "guest", "guest");
  amqp_channel_open(rabbit, 1);
  amqp_get_rpc_reply(rabbit);
  amqp_queue_declare(rabbit, 1, amqp_cstring_bytes("mails"), 0, 0, 0, 0, amqp_empty_table);
  amqp_basic_publish(rabbit, 1, amqp_cstring_bytes(""), amqp_cstring_bytes("mails"), 0, 0, NULL, amqp_cstring_bytes(text));
  amqp_basic_consume(rabbit, 1, amqp_cstring_bytes("mails"), amqp_empty_bytes, 0, 1, 0, amqp_empty_table);
  amqp_consume_message(rabbit, &envelope, NULL, 0);
  amqp_basic_ack(rabbit, 1, envelope.delivery_tag, 0);
  amqp_destroy_envelope(&envelope);
  amqp_channel_close(rabbit, 1, AMQP_REPLY_SUCCESS);
  amqp_connection_close(rabbit, AMQP_REPLY_SUCCESS);
  amqp_destroy_connection(rabbit);
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @amqp_basic_ack(
// CHECK-DAG: @amqp_basic_consume(
// CHECK-DAG: @amqp_basic_publish(
// CHECK-DAG: @amqp_channel_close(
// CHECK-DAG: @amqp_channel_open(
// CHECK-DAG: @amqp_connection_close(
// CHECK-DAG: @amqp_consume_message(
// CHECK-DAG: @amqp_cstring_bytes(
// CHECK-DAG: @amqp_destroy_connection(
// CHECK-DAG: @amqp_destroy_envelope(
// CHECK-DAG: @amqp_get_rpc_reply(
// CHECK-DAG: @amqp_login(
// CHECK-DAG: @amqp_new_connection(
// CHECK-DAG: @amqp_queue_declare(
// CHECK-DAG: @amqp_socket_open(
// CHECK-DAG: @amqp_tcp_socket_new(
