// RUN: %clang-sql dump summary %s -- -std=c++17 -isystem %S/../../accuracy/transactions/include/redis++ | FileCheck %s

#include <string>
#include <sw/redis++/redis++.h>

std::string talk(sw::redis::Redis &redis, sw::redis::RedisCluster &cluster, const std::string &key) {
  auto pipe = redis.pipeline();
  pipe.set(key, "1").incr(key);
  pipe.exec();
  sw::redis::Subscriber subscriber = redis.subscriber();
  subscriber.subscribe(key);
  subscriber.consume();
  redis.set(key, "2");
  return redis.get(key).value() + cluster.get(key).value();
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @sw::redis::Redis::get(
// CHECK-DAG: @sw::redis::Redis::pipeline(
// CHECK-DAG: @sw::redis::Redis::set(
// CHECK-DAG: @sw::redis::Redis::subscriber(
// CHECK-DAG: @sw::redis::RedisCluster::get(
// CHECK-DAG: @sw::redis::QueuedRedis::exec(
// CHECK-DAG: @sw::redis::QueuedRedis::incr(
// CHECK-DAG: @sw::redis::QueuedRedis::set(
// CHECK-DAG: @sw::redis::Subscriber::consume(
// CHECK-DAG: @sw::redis::Subscriber::subscribe(
