// What is wrong with model files: one line each, once each, by place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace clangsql::models {

/// A place in a model file; line and column (bytes) are 1-based.
struct Mark {
  std::string_view file;
  unsigned line = 1, column = 1;
};

class Problems {
public:
  /// "file:line:column: error: what; expected …"; `expected` may be empty.
  void add(const Mark &, std::string_view what, std::string_view expected = {});
  bool none() const { return problems_.empty(); }
  std::string text() const; // one line per problem, without the last line end

private:
  struct Problem {
    Mark at;
    std::string text;
  };
  std::vector<Problem> problems_;
};

} // namespace clangsql::models
