// RUN: %clang-sql dump summary %s -- %headers | FileCheck %s

#include <hiredis/hiredis.h>

void talk(const char *key, const char **arguments, const size_t *sizes) {
  struct timeval timeout = {1, 0};
  void *reply;
  redisContext *redis = redisConnect("localhost", 6379), *other = redisConnectWithTimeout("localhost", 6379, timeout);
  redisReply *answer = redisCommand(redis, "GET %s", key);
  freeReplyObject(answer);
  redisCommandArgv(redis, 2, arguments, sizes);
  redisAppendCommand(redis, "GET %s", key);
  redisGetReply(redis, &reply);
  redisReconnect(other);
  redisFree(redis);
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @freeReplyObject(
// CHECK-DAG: @redisAppendCommand(
// CHECK-DAG: @redisCommand(
// CHECK-DAG: @redisCommandArgv(
// CHECK-DAG: @redisConnect(
// CHECK-DAG: @redisConnectWithTimeout(
// CHECK-DAG: @redisFree(
// CHECK-DAG: @redisGetReply(
// CHECK-DAG: @redisReconnect(
