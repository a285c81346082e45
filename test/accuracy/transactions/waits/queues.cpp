// rules: sql-network-in-transaction
// flags: -std=c++17 -isystem ../include/redis++
// A bakery's orders go to caches, queues and brokers: what waits for an answer, and what only hands a message over.
#include <MQTTClient.h>
#include <amqp.h>
#include <amqp_tcp_socket.h>
#include <hiredis/hiredis.h>
#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafkacpp.h>
#include <mosquitto.h>
#include <mqtt/async_client.h>
#include <nats/nats.h>
#include <pqxx/pqxx>
#include <sw/redis++/redis++.h>
#include <zmq.h>
#include <zmq.hpp>

#include <string>

namespace bakery {

void cached(pqxx::connection &db, redisContext *redis) {
  pqxx::work tx(db);
  tx.exec("UPDATE bread SET left_over = left_over - 1");
  freeReplyObject(redisCommand(redis, "DEL bread")); // WARN sql-network-in-transaction
  redisAppendCommand(redis, "INCR sold");            // OK sql-network-in-transaction
  tx.commit();
  void *reply = nullptr;
  redisGetReply(redis, &reply); // OK sql-network-in-transaction
  freeReplyObject(reply);
}

void cached_plus(pqxx::connection &db, sw::redis::Redis &redis) {
  const auto before = redis.get("bread"); // OK sql-network-in-transaction
  pqxx::work tx(db);
  tx.exec("UPDATE bread SET left_over = left_over - 1");
  redis.del("bread");          // WARN sql-network-in-transaction
  redis.set("sold", "1");      // WARN sql-network-in-transaction
  redis.publish("sold", "1");  // WARN sql-network-in-transaction
  tx.commit();
}

void piped_plus(pqxx::connection &db, sw::redis::Redis &redis) {
  pqxx::work tx(db);
  auto pipe = redis.pipeline();
  pipe.set("sold", "1").incr("total"); // OK sql-network-in-transaction
  tx.commit();
  pipe.exec(); // OK sql-network-in-transaction
}

void piped_inside(pqxx::connection &db, sw::redis::RedisCluster &cluster, sw::redis::Pipeline &pipe) {
  pqxx::work tx(db);
  pipe.exec();         // WARN sql-network-in-transaction
  cluster.get("sold"); // WARN sql-network-in-transaction
  tx.commit();
}

void kafka(pqxx::connection &db, rd_kafka_t *kafka, rd_kafka_topic_t *topic) {
  pqxx::work tx(db);
  rd_kafka_produce(topic, RD_KAFKA_PARTITION_UA, RD_KAFKA_MSG_F_COPY, nullptr, 0, nullptr, 0, nullptr); // OK sql-network-in-transaction
  rd_kafka_poll(kafka, 0);      // OK sql-network-in-transaction
  rd_kafka_poll(kafka, 100);    // WARN sql-network-in-transaction
  rd_kafka_flush(kafka, 10000); // WARN sql-network-in-transaction
  tx.commit();
}

void kafka_classes(pqxx::connection &db, RdKafka::Producer &producer, RdKafka::KafkaConsumer &consumer) {
  pqxx::work tx(db);
  producer.poll(0);           // OK sql-network-in-transaction
  producer.flush(5000);       // WARN sql-network-in-transaction
  delete consumer.consume(50); // WARN sql-network-in-transaction
  tx.commit();
}

void rabbit(pqxx::connection &db, amqp_connection_state_t rabbit, amqp_envelope_t *envelope) {
  pqxx::work tx(db);
  amqp_maybe_release_buffers(rabbit);                       // OK sql-network-in-transaction
  amqp_channel_open(rabbit, 1);                             // WARN sql-network-in-transaction
  amqp_consume_message(rabbit, envelope, nullptr, 0);       // WARN sql-network-in-transaction
  tx.commit();
}

void zero_mq(pqxx::connection &db, void *socket) {
  char answer[16];
  pqxx::work tx(db);
  zmq_send(socket, "sold", 4, 0);                         // OK sql-network-in-transaction
  zmq_recv(socket, answer, sizeof answer, ZMQ_DONTWAIT);  // OK sql-network-in-transaction
  zmq_recv(socket, answer, sizeof answer, 0);             // WARN sql-network-in-transaction
  tx.commit();
}

void zero_mq_plus(pqxx::connection &db, zmq::socket_t &socket) {
  zmq::message_t answer;
  pqxx::work tx(db);
  (void)socket.recv(answer, zmq::recv_flags::none); // WARN sql-network-in-transaction
  tx.commit();
}

void nats(pqxx::connection &db, natsConnection *nats) {
  natsMsg *reply = nullptr;
  pqxx::work tx(db);
  natsConnection_PublishString(nats, "sold", "bread");             // OK sql-network-in-transaction
  natsConnection_RequestString(&reply, nats, "price", "bread", 500); // WARN sql-network-in-transaction
  natsConnection_Flush(nats);                                      // WARN sql-network-in-transaction
  tx.commit();
  natsMsg_Destroy(reply);
}

void mosquitto_broker(pqxx::connection &db, mosquitto *broker) {
  pqxx::work tx(db);
  mosquitto_publish(broker, nullptr, "sold", 5, "bread", 1, false); // OK sql-network-in-transaction
  mosquitto_loop(broker, 1000, 1);                                  // WARN sql-network-in-transaction
  tx.commit();
}

void paho(pqxx::connection &db, MQTTClient broker, MQTTClient_message *message) {
  MQTTClient_deliveryToken token;
  pqxx::work tx(db);
  MQTTClient_publishMessage(broker, "sold", message, &token); // OK sql-network-in-transaction
  MQTTClient_waitForCompletion(broker, token, 1000L);         // WARN sql-network-in-transaction
  tx.commit();
}

void paho_plus(pqxx::connection &db, mqtt::async_client &broker) {
  pqxx::work tx(db);
  auto sent = broker.publish("sold", "bread"); // OK sql-network-in-transaction
  sent->wait();                                // WARN sql-network-in-transaction
  tx.commit();
}

} // namespace bakery
