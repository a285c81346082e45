// drogon's HTTP client, as far as the suite uses it: declarations as in drogon 1.9.
#pragma once
#include <drogon/orm/DbClient.h>
#include <functional>
#include <memory>
#include <string>
#include <utility>
namespace drogon {
class HttpRequest {
public:
  static std::shared_ptr<HttpRequest> newHttpRequest();
  virtual void setPath(const std::string &path) = 0;
};
class HttpResponse {
public:
  virtual int getStatusCode() const = 0;
};
using HttpRequestPtr = std::shared_ptr<HttpRequest>;
using HttpResponsePtr = std::shared_ptr<HttpResponse>;
enum class ReqResult { Ok, Timeout, NetworkFailure };
using HttpReqCallback = std::function<void(ReqResult, const HttpResponsePtr &)>;
namespace internal {
struct [[nodiscard]] HttpRespAwaiter : public CallbackAwaiter<HttpResponsePtr> {
  void await_suspend(std::coroutine_handle<> handle);
};
} // namespace internal
class HttpClient {
public:
  static std::shared_ptr<HttpClient> newHttpClient(const std::string &hostString);
  virtual void sendRequest(const HttpRequestPtr &req, const HttpReqCallback &callback, double timeout = 0) = 0;
  std::pair<ReqResult, HttpResponsePtr> sendRequest(const HttpRequestPtr &req, double timeout = 0);
  internal::HttpRespAwaiter sendRequestCoro(HttpRequestPtr req, double timeout = 0);
};
using HttpClientPtr = std::shared_ptr<HttpClient>;
internal::TimerAwaiter sleepCoro(void *loop, double delay) noexcept;
template <typename AWAIT> auto sync_wait(AWAIT &&await);
} // namespace drogon
