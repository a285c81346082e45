// drogon 1.8, by declarations with its signatures.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
namespace drogon {
namespace utils {
namespace internal {
struct SafeStringHash {
  size_t operator()(const std::string &str) const;
};
} // namespace internal
} // namespace utils
class HttpRequest {
public:
  virtual const std::string &getHeader(std::string key) const = 0;
  virtual const std::string &getCookie(const std::string &field) const = 0;
  virtual const std::string &query() const = 0;
  const std::string &getQuery() const { return query(); }
  std::string_view body() const { return std::string_view(bodyData(), bodyLength()); }
  std::string_view getBody() const { return body(); }
  virtual const char *bodyData() const = 0;
  virtual size_t bodyLength() const = 0;
  virtual const std::string &path() const = 0;
  const std::string &getPath() const { return path(); }
  virtual const std::unordered_map<std::string, std::string, utils::internal::SafeStringHash> &parameters() const = 0;
  const std::unordered_map<std::string, std::string, utils::internal::SafeStringHash> &getParameters() const { return parameters(); }
  virtual const std::string &getParameter(const std::string &key) const = 0;
  virtual ~HttpRequest() {}
};
using HttpRequestPtr = std::shared_ptr<HttpRequest>;
} // namespace drogon
