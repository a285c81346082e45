// A small HTTP client on libcurl: one easy handle per client, JSON in, status out.

#pragma once

#include <curl/curl.h>

#include <stdexcept>
#include <string>

namespace shop {

class HttpClient {
public:
  explicit HttpClient(std::string base_url)
      : base_url_(std::move(base_url)), handle_(curl_easy_init()) {
    if (!handle_) {
      throw std::runtime_error("cannot initialise libcurl");
    }
    curl_easy_setopt(handle_, CURLOPT_TIMEOUT, 10L);
  }

  HttpClient(const HttpClient &) = delete;
  HttpClient &operator=(const HttpClient &) = delete;

  ~HttpClient() { curl_easy_cleanup(handle_); }

  // Posts a JSON document and waits for the answer. Returns the HTTP status.
  long post(const std::string &path, const std::string &json) {
    const std::string url = base_url_ + path;
    curl_easy_setopt(handle_, CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle_, CURLOPT_POSTFIELDS, json.c_str());
    const CURLcode code = curl_easy_perform(handle_);
    if (code != CURLE_OK) {
      throw std::runtime_error("POST " + url + ": " + curl_easy_strerror(code));
    }
    long status = 0;
    curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
    return status;
  }

  // Only formats; nothing is sent.
  std::string escape(const std::string &text) {
    char *escaped = curl_easy_escape(handle_, text.c_str(), static_cast<int>(text.size()));
    std::string result = escaped ? escaped : "";
    curl_free(escaped);
    return result;
  }

private:
  std::string base_url_;
  CURL *handle_;
};

} // namespace shop
