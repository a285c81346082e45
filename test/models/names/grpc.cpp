// RUN: %clang-sql dump summary %s -- -std=c++17 %headers | FileCheck %s

#include <grpcpp/grpcpp.h>
#include <grpcpp/support/sync_stream.h>
#include <string>

struct Order {};

template <> class grpc::SerializationTraits<Order> {
public:
  static Status Serialize(const Order &order, ByteBuffer *bytes, bool *own);
  static Status Deserialize(ByteBuffer *bytes, Order *order);
};

std::string stream(grpc::ClientReader<Order> &orders, grpc::ClientWriter<Order> &sink, grpc::CompletionQueue &queue, grpc::Server &server) {
  Order order;
  void *tag;
  bool fine;
  while (orders.Read(&order))
    sink.Write(order);
  sink.WritesDone();
  sink.Finish();
  queue.Next(&tag, &fine);
  auto channel = grpc::CreateChannel("localhost", grpc::InsecureChannelCredentials());
  channel->WaitForConnected(std::chrono::system_clock::now());
  server.Wait();
  return orders.Finish().error_message();
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @grpc::ChannelInterface::WaitForConnected(
// CHECK-DAG: @grpc::ClientReader::Finish(
// CHECK-DAG: @grpc::ClientReader::Read(
// CHECK-DAG: @grpc::ClientWriter::Finish(
// CHECK-DAG: @grpc::ClientWriter::WritesDone(
// CHECK-DAG: @grpc::CompletionQueue::Next(
// CHECK-DAG: @grpc::CreateChannel(
// CHECK-DAG: @grpc::InsecureChannelCredentials(
// CHECK-DAG: @grpc::Server::Wait(
// CHECK-DAG: @grpc::Status::error_message(
// CHECK-DAG: @grpc::Status::~Status(
// CHECK-DAG: @grpc::internal::WriterInterface::Write(
