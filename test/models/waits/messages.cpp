// RUN: not %clang-sql check --checks='-*,sql-network-in-transaction' %s -- -std=c++17 %headers 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// Orders are told to others by queues, caches and directories: what waits for an answer, and what only hands a message over.

#define LDAP_DEPRECATED 1
#include <MQTTClient.h>
#include <amqp.h>
#include <hiredis/hiredis.h>
#include <ldap.h>
#include <librdkafka/rdkafka.h>
#include <libssh/libssh.h>
#include <mosquitto.h>
#include <nats/nats.h>
#include <openssl/ssl.h>
#include <pqxx/pqxx>
#include <zmq.h>

void handed_over(pqxx::connection &db, redisContext *redis, rd_kafka_t *kafka, rd_kafka_topic_t *topic, natsConnection *nats,
                 mosquitto *broker, void *socket) {
  pqxx::work change(db);
  redisAppendCommand(redis, "DEL orders");
  rd_kafka_produce(topic, 0, 0, nullptr, 0, nullptr, 0, nullptr);
  rd_kafka_poll(kafka, 0);
  natsConnection_PublishString(nats, "orders", "new");
  mosquitto_publish(broker, nullptr, "orders", 3, "new", 0, false);
  zmq_send(socket, "new", 3, 0);
  change.commit();
  void *reply;
  redisGetReply(redis, &reply);
  rd_kafka_flush(kafka, 1000);
}

void waited_for(pqxx::connection &db, redisContext *redis, rd_kafka_t *kafka, natsConnection *nats, MQTTClient broker, void *socket,
                amqp_connection_state_t rabbit, LDAP *directory, ssh_session session, SSL *ssl) {
  pqxx::work change(db);
  redisCommand(redis, "DEL orders");
  // CHECK: :[[@LINE-1]]:3: warning: 'redisCommand' waits on the network
  rd_kafka_flush(kafka, 1000);
  // CHECK: :[[@LINE-1]]:3: warning: 'rd_kafka_flush' waits on the network
  natsConnection_Flush(nats);
  // CHECK: :[[@LINE-1]]:3: warning: 'natsConnection_Flush' waits on the network
  MQTTClient_waitForCompletion(broker, 1, 1000);
  // CHECK: :[[@LINE-1]]:3: warning: 'MQTTClient_waitForCompletion' waits on the network
  char buffer[10];
  zmq_recv(socket, buffer, 10, ZMQ_DONTWAIT);
  zmq_recv(socket, buffer, 10, 0);
  // CHECK: :[[@LINE-1]]:3: warning: 'zmq_recv' waits on the network
  amqp_channel_open(rabbit, 1);
  // CHECK: :[[@LINE-1]]:3: warning: 'amqp_channel_open' waits on the network
  ldap_simple_bind_s(directory, "cn=shop", "secret");
  // CHECK: :[[@LINE-1]]:3: warning: 'ldap_simple_bind_s' waits on the network
  ssh_connect(session);
  // CHECK: :[[@LINE-1]]:3: warning: 'ssh_connect' waits on the network
  SSL_read(ssl, buffer, 10);
  // CHECK: :[[@LINE-1]]:3: warning: 'SSL_read' waits on the network
  change.commit();
}
