// redis-plus-plus, as far as the suite uses it: declarations as in redis-plus-plus 1.3. (Debian 12 has no package.)
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
namespace sw {
namespace redis {
using StringView = std::string_view;
using OptionalString = std::optional<std::string>;
struct ConnectionOptions {
  std::string host;
  int port = 6379;
};
class QueuedReplies {
public:
  std::size_t size() const;
};
class PipelineImpl {};
template <typename Impl> class QueuedRedis {
public:
  QueuedRedis &set(const StringView &key, const StringView &val);
  QueuedRedis &incr(const StringView &key);
  QueuedReplies exec();
};
using Pipeline = QueuedRedis<PipelineImpl>;
class Subscriber {
public:
  template <typename MsgCb> void on_message(MsgCb msg_callback);
  void subscribe(const StringView &channel);
  void consume();
};
class Redis {
public:
  explicit Redis(const ConnectionOptions &connection_opts);
  explicit Redis(const std::string &uri);
  Pipeline pipeline(bool new_connection = true);
  Subscriber subscriber();
  OptionalString get(const StringView &key);
  bool set(const StringView &key, const StringView &val, const std::chrono::milliseconds &ttl = std::chrono::milliseconds(0));
  long long del(const StringView &key);
  long long incr(const StringView &key);
  bool expire(const StringView &key, const std::chrono::seconds &timeout);
  long long hset(const StringView &key, const StringView &field, const StringView &val);
  long long publish(const StringView &channel, const StringView &message);
};
class RedisCluster {
public:
  explicit RedisCluster(const std::string &uri);
  OptionalString get(const StringView &key);
};
} // namespace redis
} // namespace sw
