// SimpleAmqpClient 2.5, by declarations with its signatures (its shared_ptr is Boost's).
#pragma once
#include <memory>
#include <string>
namespace AmqpClient {
class BasicMessage {
public:
  typedef std::shared_ptr<BasicMessage> ptr_t;
};
class Envelope {
public:
  typedef std::shared_ptr<Envelope> ptr_t;
};
class Channel {
public:
  typedef std::shared_ptr<Channel> ptr_t;
  struct OpenOpts {};
  static ptr_t Open(const OpenOpts &opts);
  virtual ~Channel();
  std::string DeclareQueue(const std::string &queue_name, bool passive = false, bool durable = false, bool exclusive = true,
                           bool auto_delete = true);
  void BasicAck(const Envelope::ptr_t &message);
  void BasicPublish(const std::string &exchange_name, const std::string &routing_key, const BasicMessage::ptr_t message, bool mandatory = false,
                    bool immediate = false);
  bool BasicGet(Envelope::ptr_t &message, const std::string &queue, bool no_ack = true);
  std::string BasicConsume(const std::string &queue, const std::string &consumer_tag = "", bool no_local = true, bool no_ack = true,
                           bool exclusive = true, unsigned short message_prefetch_count = 1);
  Envelope::ptr_t BasicConsumeMessage(const std::string &consumer_tag);
};
} // namespace AmqpClient
