// RUN: %clang-sql dump summary %s -- -std=c++17 -isystem %S/../../accuracy/transactions/include/aws | FileCheck %s

#include <aws/s3/S3Client.h>

bool store(const Aws::S3::S3Client &s3, const Aws::SQS::SQSClient &queue) {
  Aws::S3::Model::PutObjectRequest request;
  request.SetKey("a");
  s3.PutObjectCallable(request);
  queue.SendMessage(Aws::SQS::Model::SendMessageRequest());
  return s3.PutObject(request).IsSuccess();
}

// The models know these by patterns: calls of them are kept.
// CHECK-DAG: call {{.*}}@Aws::S3::S3Client::PutObject(
// CHECK-DAG: call {{.*}}@Aws::S3::S3Client::PutObjectCallable(
// CHECK-DAG: call {{.*}}@Aws::SQS::SQSClient::SendMessage(
// CHECK-DAG: call {{.*}}@Aws::Utils::Outcome::IsSuccess(
