// RUN: %clang-sql dump summary %s -- %headers | FileCheck %s

#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafkacpp.h>
#include <string>

void produce(rd_kafka_t *kafka, rd_kafka_topic_t *topic, char *text, size_t size) {
  rd_kafka_produce(topic, 0, 0, text, size, nullptr, 0, nullptr);
  rd_kafka_poll(kafka, 0);
  rd_kafka_consumer_poll(kafka, 100);
  rd_kafka_commit(kafka, nullptr, 0);
  rd_kafka_flush(kafka, 1000);
  rd_kafka_consumer_close(kafka);
  rd_kafka_destroy(kafka);
}

std::string consume(RdKafka::KafkaConsumer *consumer, RdKafka::Producer *producer) {
  RdKafka::Message *message = consumer->consume(1000);
  std::string text(static_cast<const char *>(message->payload()), message->len());
  consumer->commitSync();
  consumer->commitAsync();
  producer->poll(0);
  producer->flush(1000);
  consumer->close();
  return text + *message->key() + RdKafka::err2str(message->err());
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @RdKafka::Handle::poll(
// CHECK-DAG: @RdKafka::KafkaConsumer::close(
// CHECK-DAG: @RdKafka::KafkaConsumer::commitAsync(
// CHECK-DAG: @RdKafka::KafkaConsumer::commitSync(
// CHECK-DAG: @RdKafka::KafkaConsumer::consume(
// CHECK-DAG: @RdKafka::Message::err(
// CHECK-DAG: @RdKafka::Message::key(
// CHECK-DAG: @RdKafka::Message::len(
// CHECK-DAG: @RdKafka::Message::payload(
// CHECK-DAG: @RdKafka::Producer::flush(
// CHECK-DAG: @RdKafka::err2str(
// CHECK-DAG: @rd_kafka_commit(
// CHECK-DAG: @rd_kafka_consumer_close(
// CHECK-DAG: @rd_kafka_consumer_poll(
// CHECK-DAG: @rd_kafka_destroy(
// CHECK-DAG: @rd_kafka_flush(
// CHECK-DAG: @rd_kafka_poll(
// CHECK-DAG: @rd_kafka_produce(
