// RUN: %clang-sql dump summary %s -- -std=c++17 %headers | FileCheck %s

#include <MQTTClient.h>
#include <mosquitto.h>
#include <mqtt/client.h>
#include <string>

void plain(mosquitto *client, const char *text, int size) {
  mosquitto_connect(client, "localhost", 1883, 60);
  mosquitto_publish(client, nullptr, "mails", size, text, 0, false);
  mosquitto_subscribe(client, nullptr, "mails", 0);
  mosquitto_loop(client, 100, 1);
  mosquitto_loop_start(client);
  mosquitto_loop_stop(client, false);
  mosquitto_loop_forever(client, -1, 1);
  mosquitto_reconnect(client);
  mosquitto_destroy(client);
}

void paho(MQTTClient client, MQTTClient_connectOptions *options, MQTTClient_message *message) {
  MQTTClient_deliveryToken token;
  char *topic;
  int length;
  MQTTClient_connect(client, options);
  MQTTClient_publishMessage(client, "mails", message, &token);
  MQTTClient_waitForCompletion(client, token, 1000);
  MQTTClient_subscribe(client, "mails", 0);
  MQTTClient_receive(client, &topic, &length, &message, 1000);
  MQTTClient_disconnect(client, 1000);
}

std::string classes(mqtt::client &client, mqtt::async_client &later, const std::string &text) {
  client.connect();
  client.publish(mqtt::make_message("mails", text));
  client.subscribe("mails");
  mqtt::const_message_ptr message = client.consume_message();
  later.publish("mails", text)->wait();
  client.disconnect();
  return message->to_string() + message->get_topic();
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @MQTTClient_connect(
// CHECK-DAG: @MQTTClient_disconnect(
// CHECK-DAG: @MQTTClient_publishMessage(
// CHECK-DAG: @MQTTClient_receive(
// CHECK-DAG: @MQTTClient_subscribe(
// CHECK-DAG: @MQTTClient_waitForCompletion(
// CHECK-DAG: @mosquitto_connect(
// CHECK-DAG: @mosquitto_destroy(
// CHECK-DAG: @mosquitto_loop(
// CHECK-DAG: @mosquitto_loop_forever(
// CHECK-DAG: @mosquitto_loop_start(
// CHECK-DAG: @mosquitto_loop_stop(
// CHECK-DAG: @mosquitto_publish(
// CHECK-DAG: @mosquitto_reconnect(
// CHECK-DAG: @mosquitto_subscribe(
// CHECK-DAG: @mqtt::async_client::publish(
// CHECK-DAG: @mqtt::client::connect(
// CHECK-DAG: @mqtt::client::consume_message(
// CHECK-DAG: @mqtt::client::disconnect(
// CHECK-DAG: @mqtt::client::publish(
// CHECK-DAG: @mqtt::client::subscribe(
// CHECK-DAG: @mqtt::make_message(
// CHECK-DAG: @mqtt::message::get_topic(
// CHECK-DAG: @mqtt::message::to_string(
// CHECK-DAG: @mqtt::token::wait(
