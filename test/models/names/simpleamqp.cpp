// RUN: %clang-sql dump summary %s -- -std=c++17 -isystem %S/../Inputs/simpleamqp | FileCheck %s

#include <SimpleAmqpClient.h>

void talk(AmqpClient::BasicMessage::ptr_t message) {
  AmqpClient::Envelope::ptr_t envelope;
  AmqpClient::Channel::ptr_t rabbit = AmqpClient::Channel::Open(AmqpClient::Channel::OpenOpts{});
  rabbit->DeclareQueue("mails");
  rabbit->BasicPublish("", "mails", message);
  rabbit->BasicGet(envelope, "mails");
  rabbit->BasicAck(rabbit->BasicConsumeMessage(rabbit->BasicConsume("mails")));
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @AmqpClient::Channel::BasicAck(
// CHECK-DAG: @AmqpClient::Channel::BasicConsume(
// CHECK-DAG: @AmqpClient::Channel::BasicConsumeMessage(
// CHECK-DAG: @AmqpClient::Channel::BasicGet(
// CHECK-DAG: @AmqpClient::Channel::BasicPublish(
// CHECK-DAG: @AmqpClient::Channel::DeclareQueue(
// CHECK-DAG: @AmqpClient::Channel::Open(
