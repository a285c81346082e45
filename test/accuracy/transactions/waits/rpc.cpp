// rules: sql-network-in-transaction
// flags: -std=c++17
// Calls of a stock service over gRPC. The stub is what protoc makes of `rpc Reserve(Item) returns (Answer)`; its body is in a file of its own.
#include <grpcpp/grpcpp.h>
#include <grpcpp/support/async_unary_call.h>
#include <grpcpp/support/sync_stream.h>
#include <pqxx/pqxx>

#include <functional>
#include <memory>
#include <string>

namespace stock {

struct Item {
  std::string name;
};
struct Answer {
  bool reserved = false;
};

} // namespace stock

// What grpcpp/impl/proto_utils.h does for messages.
template <class Message> class grpc::SerializationTraits<Message, std::enable_if_t<std::is_class_v<Message>>> {
public:
  static Status Serialize(const Message &message, ByteBuffer *bytes, bool *own);
  static Status Deserialize(ByteBuffer *bytes, Message *message);
};

namespace stock {

class Stock final {
public:
  class StubInterface {
  public:
    virtual ~StubInterface() {}
    virtual ::grpc::Status Reserve(::grpc::ClientContext *context, const Item &request, Answer *response) = 0;
    std::unique_ptr<::grpc::ClientAsyncResponseReaderInterface<Answer>> AsyncReserve(::grpc::ClientContext *context, const Item &request,
                                                                                     ::grpc::CompletionQueue *cq);
    class async_interface {
    public:
      virtual ~async_interface() {}
      virtual void Reserve(::grpc::ClientContext *context, const Item *request, Answer *response, std::function<void(::grpc::Status)>) = 0;
    };
    virtual class async_interface *async() { return nullptr; }
  };
  class Stub final : public StubInterface {
  public:
    Stub(const std::shared_ptr<::grpc::ChannelInterface> &channel);
    ::grpc::Status Reserve(::grpc::ClientContext *context, const Item &request, Answer *response) override;
    std::unique_ptr<::grpc::ClientReader<Answer>> Watch(::grpc::ClientContext *context, const Item &request);
  };
  static std::unique_ptr<Stub> NewStub(const std::shared_ptr<::grpc::ChannelInterface> &channel);
};

bool reserve(pqxx::connection &db, Stock::Stub &stub, const std::string &name) {
  grpc::ClientContext context;
  Item item{name};
  Answer answer;
  pqxx::work tx(db);
  tx.exec("UPDATE orders SET state = 'reserving'");
  const grpc::Status status = stub.Reserve(&context, item, &answer); // WARN sql-network-in-transaction
  if (!status.ok())                                                  // OK sql-network-in-transaction
    return false;
  tx.commit();
  return answer.reserved;
}

bool reserve_first(pqxx::connection &db, Stock::StubInterface &stub, const std::string &name) {
  grpc::ClientContext context;
  Item item{name};
  Answer answer;
  if (!stub.Reserve(&context, item, &answer).ok()) // OK sql-network-in-transaction
    return false;
  pqxx::work tx(db);
  tx.exec("UPDATE orders SET state = 'reserved'");
  tx.commit();
  return true;
}

void through_interface(pqxx::connection &db, Stock::StubInterface *stub, const Item &item) {
  grpc::ClientContext context;
  Answer answer;
  pqxx::work tx(db);
  stub->Reserve(&context, item, &answer); // WARN sql-network-in-transaction
  tx.commit();
}

void watch(pqxx::connection &db, Stock::Stub &stub, const Item &item) {
  grpc::ClientContext context;
  auto changes = stub.Watch(&context, item);
  Answer answer;
  pqxx::work tx(db);
  changes->Read(&answer); // WARN sql-network-in-transaction
  tx.commit();
  changes->Finish(); // OK sql-network-in-transaction
}

void asynchronous(pqxx::connection &db, Stock::StubInterface &stub, const Item &item, grpc::CompletionQueue &queue) {
  grpc::ClientContext context;
  Answer answer;
  grpc::Status status;
  void *tag = nullptr;
  bool fine = false;
  pqxx::work tx(db);
  auto call = stub.AsyncReserve(&context, item, &queue);                          // OK sql-network-in-transaction
  call->Finish(&answer, &status, &answer);                                        // OK sql-network-in-transaction
  stub.async()->Reserve(&context, &item, &answer, [](const ::grpc::Status &) {}); // OK sql-network-in-transaction
  queue.Next(&tag, &fine);                                                        // WARN sql-network-in-transaction
  tx.commit();
}

} // namespace stock
