// Boost.MySQL, as far as the suite uses it: declarations as in Boost 1.86. (Debian 12 has Boost 1.74, without it.)
#pragma once
#include <string>
#include <string_view>
#include <tuple>
namespace boost {
namespace mysql {
using string_view = std::string_view;
class error_code {};
class diagnostics {};
class results {};
struct connect_params {};
template <class Tuple> class bound_statement_tuple {};
class statement {
public:
  template <class... T> auto bind(T &&...params) const -> bound_statement_tuple<std::tuple<T...>>;
};
class any_connection {
public:
  void connect(const connect_params &params);
  template <class ExecutionRequest, class ResultsType> void execute(const ExecutionRequest &req, ResultsType &result);
  template <class ExecutionRequest, class ResultsType>
  void execute(const ExecutionRequest &req, ResultsType &result, error_code &err, diagnostics &diag);
  statement prepare_statement(string_view stmt);
};
template <class Stream> class connection {
public:
  template <class ExecutionRequest, class ResultsType> void execute(const ExecutionRequest &req, ResultsType &result);
  statement prepare_statement(string_view stmt);
};
} // namespace mysql
} // namespace boost
