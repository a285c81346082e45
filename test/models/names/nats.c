// RUN: %clang-sql dump summary %s -- %headers | FileCheck %s

#include <nats/nats.h>

const char *request(const char *text) {
  natsConnection *nats;
  natsSubscription *subscription;
  natsMsg *message;
  natsConnection_ConnectTo(&nats, "nats://localhost");
  natsConnection_PublishString(nats, "mails", text);
  natsConnection_SubscribeSync(&subscription, nats, "mails");
  natsConnection_RequestString(&message, nats, "mails", text, 1000);
  natsSubscription_NextMsg(&message, subscription, 1000);
  natsConnection_Flush(nats);
  natsConnection_FlushTimeout(nats, 1000);
  natsConnection_Destroy(nats);
  return natsMsg_GetData(message);
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @natsConnection_ConnectTo(
// CHECK-DAG: @natsConnection_Destroy(
// CHECK-DAG: @natsConnection_Flush(
// CHECK-DAG: @natsConnection_FlushTimeout(
// CHECK-DAG: @natsConnection_PublishString(
// CHECK-DAG: @natsConnection_RequestString(
// CHECK-DAG: @natsConnection_SubscribeSync(
// CHECK-DAG: @natsMsg_GetData(
// CHECK-DAG: @natsSubscription_NextMsg(
