// The AWS SDK, as far as the suite uses it: declarations as in its version 1.11. (Debian 12 has no package.)
#pragma once
#include <functional>
#include <future>
#include <memory>
#include <string>
namespace Aws {
using String = std::string;
namespace Client {
struct ClientConfiguration {};
class AsyncCallerContext;
class AWSError {
public:
  const Aws::String &GetMessage() const;
};
class AWSClient {
public:
  virtual ~AWSClient();
  void DisableRequestProcessing();
};
class AWSXMLClient : public AWSClient {};
class AWSJsonClient : public AWSClient {};
} // namespace Client
namespace Utils {
template <typename R, typename E> class Outcome {
public:
  bool IsSuccess() const;
  const E &GetError() const;
};
} // namespace Utils
namespace S3 {
namespace Model {
class PutObjectRequest {
public:
  void SetBucket(const Aws::String &value);
  void SetKey(const Aws::String &value);
};
class PutObjectResult {};
using PutObjectOutcome = Aws::Utils::Outcome<PutObjectResult, Client::AWSError>;
using PutObjectOutcomeCallable = std::future<PutObjectOutcome>;
} // namespace Model
class S3Client;
using PutObjectResponseReceivedHandler =
    std::function<void(const S3Client *, const Model::PutObjectRequest &, const Model::PutObjectOutcome &,
                       const std::shared_ptr<const Aws::Client::AsyncCallerContext> &)>;
class S3Client : public Aws::Client::AWSXMLClient {
public:
  S3Client(const Client::ClientConfiguration &clientConfiguration = Client::ClientConfiguration());
  virtual Model::PutObjectOutcome PutObject(const Model::PutObjectRequest &request) const;
  template <typename PutObjectRequestT = Model::PutObjectRequest>
  Model::PutObjectOutcomeCallable PutObjectCallable(const PutObjectRequestT &request) const;
  template <typename PutObjectRequestT = Model::PutObjectRequest>
  void PutObjectAsync(const PutObjectRequestT &request, const PutObjectResponseReceivedHandler &handler,
                      const std::shared_ptr<const Aws::Client::AsyncCallerContext> &context = nullptr) const;
};
} // namespace S3
namespace SQS {
namespace Model {
class SendMessageRequest {
public:
  void SetMessageBody(const Aws::String &value);
};
class SendMessageResult {};
using SendMessageOutcome = Aws::Utils::Outcome<SendMessageResult, Client::AWSError>;
} // namespace Model
class SQSClient : public Aws::Client::AWSJsonClient {
public:
  SQSClient(const Client::ClientConfiguration &clientConfiguration = Client::ClientConfiguration());
  virtual Model::SendMessageOutcome SendMessage(const Model::SendMessageRequest &request) const;
};
} // namespace SQS
} // namespace Aws
