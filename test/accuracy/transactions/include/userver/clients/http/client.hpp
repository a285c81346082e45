// userver's HTTP client, as far as the suite uses it: declarations as in userver 2.
#pragma once
#include <chrono>
#include <memory>
#include <string>
namespace clients::http {
class Response {
public:
  bool IsOk() const;
  std::string body() const;
};
class ResponseFuture {
public:
  std::shared_ptr<Response> Get();
};
class Request {
public:
  Request &get(const std::string &url) &;
  Request get(const std::string &url) &&;
  Request &post(const std::string &url, std::string data = {}) &;
  Request post(const std::string &url, std::string data = {}) &&;
  Request timeout(std::chrono::milliseconds) &&;
  Request retry(short retries) &&;
  ResponseFuture async_perform();
  std::shared_ptr<Response> perform();
};
class Client {
public:
  Request CreateRequest();
};
} // namespace clients::http
