// RUN: %clang-sql dump summary %s -- -std=c++17 %headers -isystem %headers/../dbus-1.0 -isystem %headers/../../lib/x86_64-linux-gnu/dbus-1.0/include | FileCheck %s

#include <dbus/dbus.h>
#include <sdbus-c++/sdbus-c++.h>
#include <string>
#include <systemd/sd-bus.h>

void plain(DBusMessage *message) {
  DBusError error;
  dbus_error_init(&error);
  DBusConnection *bus = dbus_bus_get(DBUS_BUS_SYSTEM, &error);
  dbus_connection_send(bus, message, nullptr);
  dbus_connection_send_with_reply_and_block(bus, message, 1000, &error);
  dbus_connection_flush(bus);
  dbus_connection_read_write(bus, 0);
  dbus_message_unref(message);
}

void systemd(sd_bus *bus, sd_bus_message *message, sd_bus_message **reply) {
  sd_bus_open_system(&bus);
  sd_bus_call(bus, message, 1000, nullptr, reply);
  sd_bus_call_method(bus, "a", "/b", "c", "d", nullptr, reply, "s", "e");
  sd_bus_send(bus, message, nullptr);
  sd_bus_wait(bus, 1000);
  sd_bus_unref(bus);
}

std::string classes(sdbus::IProxy &proxy) {
  std::string text;
  auto message = proxy.createMethodCall("a", "b");
  proxy.callMethod(message, 0);
  proxy.callMethod("b").onInterface("a").withArguments(1).storeResultsTo(text);
  return text;
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @dbus_bus_get(
// CHECK-DAG: @dbus_connection_flush(
// CHECK-DAG: @dbus_connection_read_write(
// CHECK-DAG: @dbus_connection_send(
// CHECK-DAG: @dbus_connection_send_with_reply_and_block(
// CHECK-DAG: @dbus_error_init(
// CHECK-DAG: @dbus_message_unref(
// CHECK-DAG: @sd_bus_call(
// CHECK-DAG: @sd_bus_call_method(
// CHECK-DAG: @sd_bus_open_system(
// CHECK-DAG: @sd_bus_send(
// CHECK-DAG: @sd_bus_unref(
// CHECK-DAG: @sd_bus_wait(
// CHECK-DAG: @sdbus::IProxy::callMethod(
// CHECK-DAG: @sdbus::IProxy::createMethodCall(
// CHECK-DAG: @sdbus::MethodInvoker::onInterface(
// CHECK-DAG: @sdbus::MethodInvoker::storeResultsTo(
// CHECK-DAG: @sdbus::MethodInvoker::withArguments(
// CHECK-DAG: @sdbus::MethodInvoker::~MethodInvoker(
