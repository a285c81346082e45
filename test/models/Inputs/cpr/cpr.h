// cpr 1.10, by declarations with its signatures.
#pragma once
#include <future>
#include <string>
namespace cpr {
class Url {
public:
  Url(const char *url);
  Url(std::string url);
};
class Body {
public:
  Body(std::string body);
};
class Response {
public:
  long status_code;
  std::string text;
};
class Session {
public:
  void SetUrl(const Url &url);
  Response Get();
  Response Post();
};
using AsyncResponse = std::future<Response>;
template <typename... Ts> Response Get(Ts &&...ts);
template <typename... Ts> Response Post(Ts &&...ts);
template <typename... Ts> Response Put(Ts &&...ts);
template <typename... Ts> Response Delete(Ts &&...ts);
template <typename... Ts> Response Head(Ts &&...ts);
template <typename... Ts> AsyncResponse GetAsync(Ts... ts);
} // namespace cpr
