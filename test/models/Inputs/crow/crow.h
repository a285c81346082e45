// Crow 1.0, by declarations with its signatures.
#pragma once
#include <string>
namespace crow {
class query_string {
public:
  char *get(const std::string &name) const;
};
struct request {
  std::string url;
  query_string url_params;
  std::string body;
  const std::string &get_header_value(const std::string &key) const;
};
} // namespace crow
